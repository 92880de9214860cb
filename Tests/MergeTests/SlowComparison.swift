import Merge
import MergeTestSupport
import Model
import Testing

/// Holds what the program's algorithms make of a history against the slow model.
func compare(_ history: History, _ seed: UInt64) throws {
  for cell in history.cells.keys {
    let events = history.events(of: cell)
    if history.isText(cell) {
      let text = TextHistory(events)
      #expect(references(text.heads) == references(history.heads(of: cell)), "seed \(seed) \(cell)")
      #expect(text.view()?.parts == history.textView(of: cell), "seed \(seed) \(cell)")
    } else {
      let fast = CellHistory(events)
      #expect(references(fast.heads) == references(history.heads(of: cell)), "seed \(seed) \(cell)")
      #expect(fast.isPresent == history.isPresent(cell), "seed \(seed) \(cell)")
      let entries = Entry.list([fast]).map(\.event.reference)
      #expect(entries == history.entries(of: [cell]).map(\.reference), "seed \(seed) \(cell)")
    }
  }
  for row in history.rows.keys {
    let fast = history.rowHistory(row)
    #expect(fast.presence == history.presence(of: row), "seed \(seed) \(row)")
    #expect(references(fast.life.standing) == Set(history.life(of: row).map(\.reference)), "seed \(seed) \(row)")
  }
}

private func references(_ events: [CellEvent]) -> Set<Reference> { Set(events.map(\.reference)) }
private func references(_ changes: [HeldChange]) -> Set<Reference> { Set(changes.map(\.reference)) }
