import Merge
import Model

/// A change in words.
struct ChangeText {
  let words: ContentText

  /// - Parameter events: all changes of the cell, to find the version that a text was made from.
  func change(_ event: CellEvent, _ cell: Cell, among events: [CellEvent]) throws -> HistoryChange {
    HistoryChange(
      subject: cell.subject, field: cell.field, what: try what(event.operation, cell, among: events),
      lines: lines(event, among: events))
  }

  private func what(_ operation: Operation, _ cell: Cell, among events: [CellEvent]) throws -> String {
    switch operation {
    case .set(let value): return "\(cell.field): \(try words.text(value))"
    case .clear: return "\(cell.field): (empty)"
    case .add(let element): return joined(cell, element, "joined with ") ?? "\(cell.field): +\(element)"
    case .remove(let element): return joined(cell, element, "taken apart from ") ?? "\(cell.field): -\(element)"
    case .text: return cell.field
    case .delete: return "deleted"
    case .undelete: return "undeleted"
    case .restore(let dots, _, _): return try restored(dots, cell, events)
    case .forget: return "forgotten"
    case .erased: return "\(cell.field): (forgotten)"
    case .unknown(let name, _): return "\(cell.field): \(name) (needs a newer version)"
    }
  }

  private func joined(_ cell: Cell, _ element: String, _ verb: String) -> String? {
    guard cell.field == ReservedField.same else { return nil }
    return verb + (RowID(element)?.short ?? element)
  }

  private func restored(_ dots: [Reference], _ cell: Cell, _ events: [CellEvent]) throws -> String {
    let field = cell.field == ReservedField.presence ? "deletion" : cell.field
    let sources = events.filter { dots.contains($0.reference) }
    guard !sources.isEmpty else { return "\(field): put back to nothing" }
    let values = try sources.map { try what($0.operation, cell, among: events) }
    return values.joined(separator: ", ") + " (put back)"
  }

  private func lines(_ event: CellEvent, among events: [CellEvent]) -> [TextDifference] {
    guard case .text(let bases, let whole) = event.operation else { return [] }
    // What stood in the editor: of several versions their merge.
    let old = bases.isEmpty ? [] : TextHistory(events).merged(Set(bases))?.units ?? []
    let new = TextUnit.units(of: whole)
    return LineDiff.edits(from: old, to: new).flatMap { edit in
      old[edit.old].map { TextDifference(isAdded: false, text: String(decoding: $0.bytes, as: UTF8.self)) }
        + new[edit.new].map { TextDifference(isAdded: true, text: String(decoding: $0.bytes, as: UTF8.self)) }
    }
  }
}
