import Merge
import Model

extension TextMarkers {
  /// The markers of the derived tables: the same on every machine whatever it is called.
  static var neutral: TextMarkers {
    TextMarkers(
      first: { "<<<<<<< " + named($0) },
      next: { "======= " + named($0) },
      end: ">>>>>>>")
  }

  private static func named(_ authors: [Reference]) -> String {
    authors.map { "\($0.incarnation.description.prefix(6))/\($0.seq)" }.joined(separator: " ")
  }
}
