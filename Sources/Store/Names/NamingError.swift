package import Model

/// Why a name does not name one row.
package enum NamingError: Error {
  /// No row is called so; the nearest name, if any is near.
  case notFound(name: String, nearest: String?)
  /// Several rows are.
  case ambiguous(name: String, candidates: [Candidate])
  /// No such kind of row.
  case unknownKind(String, nearest: String?)

  /// A row that a name may have meant.
  package struct Candidate: Sendable, Equatable {
    package let subject: Subject
    package let title: String

    package init(subject: Subject, title: String) {
      self.subject = subject
      self.title = title
    }
  }
}

extension NamingError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notFound(let name, let nearest):
      "Nothing is called \"\(name)\". "
        + (nearest.map { "Did you mean \"\($0)\"?" } ?? "`\(ShellCommand("find", names: [name]))` searches all texts.")
    case .ambiguous(let name, let candidates): Self.list(name, candidates)
    case .unknownKind(let word, let nearest):
      "There is no kind \"\(word)\". "
        + (nearest.map { "Did you mean \"\($0)\"?" } ?? "Kinds: " + Registry.kinds.map(\.name).joined(separator: ", ")
          + ".")
    }
  }

  private static func list(_ name: String, _ candidates: [Candidate]) -> String {
    var lines = ["\"\(name)\" names more than one thing. Say which by its id:"]
    lines += candidates.prefix(12).map { "  \($0.subject.id.short)  \($0.subject.kind)  \($0.title)" }
    if candidates.count > 12 { lines.append("  and \(candidates.count - 12) more") }
    return lines.joined(separator: "\n")
  }
}
