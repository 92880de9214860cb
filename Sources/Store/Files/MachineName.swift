import Merge
import Model

/// What machines are called: a setting for each incarnation, written with its first transaction, so that every store can
/// say "laptop" instead of sixteen bytes.
enum MachineName {
  private static func setting(_ incarnation: Incarnation) -> String { "machine.\(incarnation)" }

  /// The row that holds the machine's name.
  static func subject(_ incarnation: Incarnation) -> Subject { Setting.subject(setting(incarnation)) }

  static func writes(_ incarnation: Incarnation, named name: String) -> [CellWrite] {
    Setting.writes(setting(incarnation), name)
  }

  /// The name that these changes give the machine; nil where they give none.
  static func named(_ incarnation: Incarnation, in changes: [Change]) -> String? {
    let subject = subject(incarnation)
    return changes.compactMap { change -> String? in
      guard change.subject == subject, change.field == "value", case .set(.string(let name)) = change.operation else {
        return nil
      }
      return bounded(name)
    }.last
  }

  /// The name that was given to the machine, which another may have too; nil where none was.
  static func given(_ incarnation: Incarnation, _ session: Session) throws -> String? {
    try session.setting(setting(incarnation)).flatMap(bounded)
  }

  /// A machine may call itself anything: what is kept of it is one line of at most 64 letters, nil where none is left.
  static func bounded(_ name: String) -> String? {
    let words = name.unicodeScalars.prefix(1024).split {
      $0.properties.isWhitespace || $0.properties.generalCategory == .control
    }
    let line = words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    let short = String(line.unicodeScalars.prefix(64).map(Character.init))
    return short.isEmpty ? nil : short
  }
}
