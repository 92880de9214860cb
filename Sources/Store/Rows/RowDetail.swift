import GRDB
import Merge
package import Model
import Notes

/// A row with all that belongs to it, for `show`.
package struct RowDetail: Sendable {
  /// One field that holds something.
  package struct Part: Sendable {
    package let field: FieldInfo
    package let content: FieldContent
    /// In words; long texts whole.
    package let text: String
    /// The values that other machines give it, in words; more than none is a conflict.
    package let others: [String]
  }

  /// Rows of one kind that refer to it through one field.
  package struct Relation: Sendable {
    package let kind: String
    package let field: String
    package let rows: [ListedRow]
  }

  package let row: ShownRow
  package let title: String
  /// Its contested texts in parts, by field.
  package let contested: [String: [ShownPart]]
  /// The rows that were joined into it, itself excluded.
  package let joined: [Subject]
  package let parts: [Part]
  package let relations: [Relation]
  /// Of a note: its bytes as they were.
  package let content: [UInt8]?

  /// A note's text as it is read; nil for any other row.
  package var noteText: String? {
    content.map { String(String.UnicodeScalarView(DecodedText($0).scalars)) }
  }
}

extension Store {
  /// A row by name with its fields and everything that refers to it.
  ///
  /// - Throws: `NamingError`, `StoreError`.
  package func detail(_ name: String) throws -> RowDetail {
    try read { session in
      let subject = try NameResolver(session, today: today).resolve(name, kinds: [])
      return try RowDetailReader(session, today: today).detail(subject)
    }
  }
}

struct RowDetailReader {
  private let session: Session
  private let titles: Titles
  private let words: ContentText
  private let listing: Listing

  init(_ session: Session, today: Day) {
    self.session = session
    titles = Titles(session, today: today)
    words = ContentText(titles: titles, today: today)
    listing = Listing(session: session, titles: titles, today: today)
  }

  func detail(_ subject: Subject) throws -> RowDetail {
    guard let row = try session.shownRow(subject), let snapshot = try session.snapshot(subject) else {
      throw NamingError.notFound(name: subject.id.short, nearest: nil)
    }
    let parts = try row.contents.compactMap { field, content in try part(field, content, snapshot) }
    return RowDetail(
      row: row, title: try titles.title(of: row), contested: try session.contestedTexts(row),
      joined: snapshot.members.filter { $0 != snapshot.subject },
      parts: parts, relations: try relations(of: snapshot),
      content: subject.kind == Document.kind ? try session.content(of: subject, "content") : nil)
  }

  /// What a snapshot displays, without what refers to the row; nil for a kind that this version does not know.
  func detail(_ snapshot: RowSnapshot) throws -> RowDetail? {
    guard let kind = session.registry.kind(snapshot.subject.kind) else { return nil }
    let row = session.row(snapshot, kind, isShown: snapshot.isAlive)
    return RowDetail(
      row: row, title: try titles.title(of: row), contested: [:],
      joined: snapshot.members.filter { $0 != snapshot.subject },
      parts: try row.contents.compactMap { try part($0.field, $0.content, snapshot) }, relations: [], content: nil)
  }

  private func part(_ field: FieldInfo, _ content: FieldContent, _ snapshot: RowSnapshot) throws -> RowDetail.Part? {
    let entries = field.rule == .register ? Entry.distinct(snapshot.entries(field.name)) : []
    guard content != .empty || entries.count > 1 else { return nil }
    let text =
      field.rule == .text
      ? session.marked(snapshot, field.name)
      : try words.text(content)
    return RowDetail.Part(field: field, content: content, text: text, others: try entries.dropFirst().map(words.text))
  }

  private func relations(of snapshot: RowSnapshot) throws -> [RowDetail.Relation] {
    let numbers = try snapshot.members.compactMap { try session.interner.existing($0) }
    let marks = numbers.map { _ in "?" }.joined(separator: ",")
    var relations: [RowDetail.Relation] = []
    for kind in Registry.kinds {
      for field in kind.fields {
        guard case .reference(let target) = field.type, target.isEmpty || target == snapshot.subject.kind else {
          continue
        }
        let rows = try session.shownRows(
          kind, where: "\"\(field.name)\" IN (\(marks))", arguments: StatementArguments(numbers))
        guard !rows.isEmpty else { continue }
        relations.append(
          RowDetail.Relation(kind: kind.name, field: field.name, rows: try rows.map(listing.listed)))
      }
    }
    return relations
  }
}
