import Model
import Notes

/// One condition of a list: `+tag`, `-tag`, `field:value`, `from:DAY`, `to:DAY`, or a word of the title.
struct RowFilter {
  private enum Test {
    case tag(String), noTag(String)
    case empty(FieldInfo)
    case equals(FieldInfo, FieldContent)
    /// The field's text in words holds this, folded.
    case holds(FieldInfo, String)
    case from(FieldInfo, Day)
    case to(FieldInfo, Day)
    case title(String)
  }

  private let test: Test

  /// The field it is about, if any.
  var field: String? {
    switch test {
    case .empty(let field), .equals(let field, _), .holds(let field, _), .from(let field, _), .to(let field, _):
      field.name
    case .tag, .noTag, .title: nil
    }
  }

  /// - Throws: `RequestError` for a field or value that the kind does not have.
  init(_ typed: String, kind: KindInfo, reader: FieldReader) throws {
    if typed.hasPrefix("+"), typed.count > 1 {
      test = .tag(Fold.fold(String(typed.dropFirst())))
      return
    }
    if typed.hasPrefix("-"), typed.count > 1 {
      test = .noTag(Fold.fold(String(typed.dropFirst())))
      return
    }
    guard let colon = typed.firstIndex(of: ":"), colon != typed.startIndex else {
      test = .title(Fold.fold(typed))
      return
    }
    let name = String(typed[..<colon]), value = String(typed[typed.index(after: colon)...])
    if name == "from" || name == "to" {
      guard let field = Self.dayField(kind) else {
        throw RequestError.unknownField(kind: kind.name, name: name, nearest: nil)
      }
      let day = try reader.day(value, name, field.tense == .past ? .past : .nearest)
      test = name == "from" ? .from(field, day.day) : .to(field, day.last)
      return
    }
    test = try Self.test(try Assignment(field: name, text: value).info(kind), value, reader)
  }

  private static func test(_ field: FieldInfo, _ value: String, _ reader: FieldReader) throws -> Test {
    guard !value.isEmpty else { return .empty(field) }
    switch field.type {
    case .choice, .boolean, .integer, .day:
      guard case .content(let content) = try reader.read(value, field) else { return .holds(field, Fold.fold(value)) }
      return .equals(field, content)
    default: return .holds(field, Fold.fold(value))
    }
  }

  private static func isTagged(_ row: ShownRow, _ tag: String) -> Bool {
    row.contents.contains { $0.content.elements.contains { Fold.fold($0) == tag } }
  }

  /// The field that says when a row of this kind happened or is due.
  static func dayField(_ kind: KindInfo) -> FieldInfo? {
    kind.field("due") ?? kind.field("start") ?? kind.field("day")
      ?? kind.fields.first { $0.type == .day || $0.type == .moment }
  }

  func passes(_ row: ShownRow, _ titles: Titles) throws -> Bool {
    switch test {
    case .tag(let tag): Self.isTagged(row, tag)
    case .noTag(let tag): !Self.isTagged(row, tag)
    case .empty(let field): row[field.name] == .empty
    case .equals(let field, let content): row[field.name] == content
    case .holds(let field, let text): try Self.words(row[field.name], titles).contains { $0.contains(text) }
    case .from(let field, let day): row.day(field.name).map { $0 >= day } ?? false
    case .to(let field, let day): row.day(field.name).map { $0 <= day } ?? false
    case .title(let text): Fold.fold(try titles.title(of: row)).contains(text)
    }
  }

  private static func words(_ content: FieldContent, _ titles: Titles) throws -> [String] {
    switch content {
    case .empty: []
    case .words(let words): words.map(Fold.fold)
    case .text(let text): [Fold.fold(text)]
    case .value(.reference(let subject)): [Fold.fold(try titles.title(of: subject)), subject.id.short]
    case .value(.string(let text)), .value(.decimal(let text)): [Fold.fold(text)]
    case .value(.moment(let moment)): [moment.description.lowercased()]
    case .value: []
    }
  }
}
