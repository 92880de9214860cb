import Merge
import Model

/// A long text that is shown as more than one: with regions that heads changed differently, or that the members of a joined
/// row say differently.
struct ContestedText {
  let views: [TextView]
  private let snapshot: RowSnapshot
  private let field: String

  /// Nil where the text is one.
  init?(_ snapshot: RowSnapshot, _ field: String) {
    views = snapshot.texts(field)
    guard views.count > 1 || views.contains(where: \.hasConflict) else { return nil }
    (self.snapshot, self.field) = (snapshot, field)
  }

  /// The versions that stand, those of the latest clock first.
  var heads: [CellEvent] {
    snapshot.histories.flatMap { text(of: $0).shown }
      .sorted { ($0.wall, $0.reference) > ($1.wall, $1.reference) }
  }

  /// The text part by part; texts of several rows are variants of one.
  var parts: [TextPart] {
    guard views.count > 1 else { return views.first?.parts ?? [] }
    return [.conflict(views.map { TextVariant(units: $0.units, authors: authors(of: $0)) })]
  }

  /// The versions that a view of one member is made of.
  private func authors(of view: TextView) -> [Reference] {
    snapshot.histories.map(text).first { $0.view() == view }?.shown.map(\.reference) ?? []
  }

  private func text(of member: RowHistory) -> TextHistory {
    TextHistory(member.cells[Cell(subject: member.subject, field: field)] ?? [])
  }

  /// The machines that wrote what differs, as they are called; by name.
  func machines(_ names: MachineNames) throws -> [String] {
    let authors = parts.flatMap { part -> [Reference] in
      if case .conflict(let variants) = part { variants.flatMap(\.authors) } else { [] }
    }
    return Set(try authors.map { try names.author(of: $0) }).sorted()
  }
}

extension Session {
  /// - Throws: `RowTrouble.contested` for a text that must be settled before a command may use or replace it.
  func checkSettled(_ snapshot: RowSnapshot, _ field: String) throws {
    guard let contested = ContestedText(snapshot, field) else { return }
    throw RowTrouble.contested(
      snapshot.subject, field: field, machines: try contested.machines(MachineNames(self)))
  }

  /// The text for an editor or a page: what differs stands between marks.
  func marked(_ snapshot: RowSnapshot, _ field: String) -> String {
    snapshot.texts(field).map { $0.marked(ConflictMarks.markers(self)) }.joined(separator: "\n\n")
  }
}

/// A part of a contested text for programs.
package enum ShownPart: Sendable {
  case text(String)
  /// What differs, with who wrote it and when in milliseconds since 1970.
  case variants([(text: String, machine: String, wall: Int)])
}

extension Session {
  /// The contested texts of a row in parts, by field; empty where it has none, which is told without reading its changes.
  func contestedTexts(_ row: ShownRow) throws -> [String: [ShownPart]] {
    let fields = row.contents.filter { $0.field.rule == .text && $0.content != .empty }.map(\.field.name)
    guard !fields.isEmpty, let id = try interner.existing(row.subject) else { return [:] }
    let isSuspect =
      try interner.flags(id).contains(.joined)
      || fields.contains { field in
        contested.contains(Interner.cell(id, try interner.name(field)))
      }
    guard isSuspect, let snapshot = try snapshot(row.subject) else { return [:] }
    var found: [String: [ShownPart]] = [:]
    for field in fields { found[field] = try ContestedText(snapshot, field)?.shown(MachineNames(self)) }
    return found
  }
}

extension ContestedText {
  fileprivate func shown(_ names: MachineNames) throws -> [ShownPart] {
    let walls = Dictionary(heads.map { ($0.reference, $0.wall) }) { first, _ in first }
    var (shown, agreed): ([ShownPart], [TextUnit]) = ([], [])
    func endAgreed() {
      if !agreed.isEmpty { shown.append(.text(TextUnit.text(agreed))) }
      agreed = []
    }
    for part in parts {
      switch part {
      case .unit(let unit): agreed.append(unit)
      case .conflict(let variants):
        endAgreed()
        shown.append(
          .variants(
            try variants.map { variant in
              let machines = Set(try variant.authors.map { try names.author(of: $0) }).sorted()
              return (
                TextUnit.text(variant.units), machines.joined(separator: ", "),
                variant.authors.compactMap { walls[$0] }.max() ?? 0
              )
            }))
      }
    }
    endAgreed()
    return shown
  }
}
