package import Model

/// `field=value` as typed.
package struct Assignment: Sendable, Equatable {
  /// The field's stored name, if it exists: dashes may be typed for underscores.
  package let field: String
  package let text: String

  package init(field: String, text: String) {
    self.field = field.replacing("-", with: "_")
    self.text = text
  }

  /// - Throws: `RequestError.notAnAssignment`.
  package init(_ typed: String) throws {
    guard let equals = typed.firstIndex(of: "="), equals != typed.startIndex else {
      throw RequestError.notAnAssignment(typed)
    }
    self.init(field: String(typed[..<equals]), text: String(typed[typed.index(after: equals)...]))
  }

  /// The assignments of a new row: words without `=` together are what it is called.
  ///
  /// - Throws: `RequestError.notAnAssignment` for such words where the kind has no name; `.nothingAsked` for no words;
  ///   `.unknownField`.
  package static func named(_ words: [String], _ kind: KindInfo) throws -> [Assignment] {
    guard !words.isEmpty else {
      throw RequestError.nothingAsked(
        "Say at least one field of the new \(kind.name), as \(NamePattern.mainField(kind.name) ?? "field")=….")
    }
    let (bare, assignments) = parted(words)
    for assignment in assignments { _ = try assignment.info(kind) }
    guard let first = bare.first else { return assignments }
    guard let field = NamePattern.mainField(kind.name) else { throw RequestError.notAnAssignment(first) }
    return [Assignment(field: field, text: bare.joined(separator: " "))] + assignments
  }

  /// Words apart from assignments, each in their order.
  static func parted(_ words: [String]) -> (bare: [String], assignments: [Assignment]) {
    let assignments = words.map { isAssignment($0) ? try? Assignment($0) : nil }
    return (zip(words, assignments).filter { $1 == nil }.map(\.0), assignments.compactMap(\.self))
  }

  private static func isAssignment(_ word: String) -> Bool {
    guard let equals = word.firstIndex(of: "=") else { return false }
    let field = word[..<equals].replacing("-", with: "_")
    return !field.isEmpty && field.utf8.allSatisfy { $0 == 0x5F || (0x61...0x7A).contains($0) }
  }

  /// The field of this kind.
  ///
  /// - Throws: `RequestError.unknownField` with the nearest name.
  package func info(_ kind: KindInfo) throws -> FieldInfo {
    if let info = kind.field(field) { return info }
    throw RequestError.unknownField(
      kind: kind.name, name: field, nearest: Suggestion.nearest(field, among: kind.fields.map(\.name)))
  }
}

/// What a typed value asks of a field.
package enum FieldRequest: Equatable, Sendable {
  case content(FieldContent)
  /// Elements of a set to add and to remove.
  case elements(added: Set<String>, removed: Set<String>)
}
