package import Model

/// Why something that was asked of the practice cannot be done.
package enum PracticeError: Error, Equatable {
  /// No follow-up's id begins so.
  case noItem(String)
  /// Several do: their ids and titles.
  case ambiguousItem(String, [Candidate])
  /// A day that must come after today does not.
  case notLater(Day)
  /// There is nothing of this sort: what was looked for, and what to do.
  case nothing(String)
  /// Options that cannot be combined or that lack something.
  case usage(String)
  /// A text from outside that cannot be used, with its place.
  case badInput(String)

  /// A follow-up that an id may have meant.
  package struct Candidate: Sendable, Equatable {
    package let id: String
    package let title: String
  }
}

extension PracticeError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noItem(let id):
      "No follow-up has an id that begins with \"\(id)\". `afterword plan` lists them; one that is done is gone."
    case .ambiguousItem(let id, let candidates):
      "\"\(id)\" fits \(candidates.count) follow-ups:\n"
        + candidates.map { "  \($0.id)  \($0.title)" }.joined(separator: "\n")
        + "\nType the id of the one you mean instead."
    case .notLater(let day): "\(day) is not after today. Name a later day."
    case .nothing(let text), .usage(let text), .badInput(let text): text
    }
  }
}
