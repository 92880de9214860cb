import Model
package import Notes

/// What a person asked for that cannot be done as asked, said so that the next try works.
package enum RequestError: Error, Equatable {
  /// Not of the form `field=value`.
  case notAnAssignment(String)
  case unknownField(kind: String, name: String, nearest: String?)
  /// A name that no setting has.
  case unknownSetting(String, nearest: String?)
  /// A text that is no day, for a field of days.
  case noDay(field: String, TypedDayError)
  /// A value that the field's type does not take.
  case badValue(field: String, value: String, expected: String)
  /// A word that is none of a field's choices.
  case badChoice(field: String, value: String, choices: [String], nearest: String?)
  /// Nothing of the kind that a field points to is called so.
  case unknownReference(field: String, name: String, kind: String, nearest: String?)
  /// Nothing was said to change.
  case nothingAsked(String)
  /// There is no such transaction, or nothing that could be done.
  case nothingThere(String)
  /// A field that only an import or another command writes.
  case notWritable(field: String, why: String)
  /// A text with regions that two machines changed differently must be settled first.
  case contestedText(title: String, field: String, machines: [String], id: String)
  /// The text that was saved still has the marks around what machines changed differently.
  case marksLeft(title: String, field: String)
  /// What was listed has changed since.
  case outdated(String)
}

extension RequestError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAnAssignment(let text): "\"\(text)\" is not of the form field=value."
    case .unknownField(let kind, let name, let nearest):
      "\(Self.article(kind)) has no field \"\(name)\". "
        + (nearest.map { "Did you mean \"\($0)\"?" } ?? Self.fields(kind))
    case .unknownSetting(let name, let nearest):
      "\(name): no such setting" + (nearest.map { "; did you mean \($0)?" } ?? ". `afterword settings` shows all.")
    case .noDay(let field, let error): "\(field): \(error.description)"
    case .badValue(let field, let value, let expected): "\(field): \"\(value)\" is not \(expected)."
    case .badChoice(let field, let value, let choices, let nearest):
      "\(field): \"\(value)\" is none of \(choices.joined(separator: ", "))."
        + (nearest.map { " Did you mean \"\($0)\"?" } ?? "")
    case .unknownReference(let field, let name, let kind, let nearest):
      "\(field): no \(kind) is called \"\(name)\". " + (nearest.map { "Did you mean \"\($0)\"? " } ?? "")
        + "To make one: `\(ShellCommand("add", kind, names: [name]))`"
    case .nothingAsked(let what), .nothingThere(let what): what
    case .notWritable(let field, let why): "\(field) is not set by hand: \(why)."
    case .contestedText(let title, let field, let machines, let id):
      "The \(field) of \(title) \(Self.differs(machines)): `afterword conflicts` shows how, or settle it with "
        + "`afterword edit \(id) \(field)`."
    case .marksLeft(let title, let field):
      "The marks of the conflict still stand in the \(field) of \(title). Take out the lines that begin with <<<<<<<, "
        + "======= and >>>>>>>, leave what is right, and save again."
    case .outdated(let what): "\(what) `afterword conflicts` shows how it stands now."
    }
  }

  private static func differs(_ machines: [String]) -> String {
    switch machines.count {
    case 0: "is not the same in the rows that were joined"
    case 1: "was changed differently twice on \(machines[0])"
    default: "differs between \(machines.joined(separator: " and "))"
    }
  }

  private static func article(_ kind: String) -> String {
    (["a", "e", "i", "o", "u"].contains(kind.prefix(1)) ? "An " : "A ") + kind
  }

  private static func fields(_ kind: String) -> String {
    guard let kind = Registry.kind(kind) else { return "" }
    return "Fields: \(kind.fields.filter { !$0.isBlob }.map(\.name).joined(separator: ", "))."
  }
}
