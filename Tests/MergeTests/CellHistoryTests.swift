import Merge
import Model
import Testing

@Suite struct CellHistoryTests {
  @Test func `a change supersedes what it has seen and nothing else`() {
    let (a, b) = (event(0, 1, value("Paris")), event(1, 1, value("London")))
    #expect(heads([a, b]) == [a.reference, b.reference])
    let both = event(2, 1, value("Rome"), seen: [(0, 1), (1, 1)])
    #expect(heads([a, b, both]) == [both.reference])
    #expect(heads([both, b, a]) == [both.reference])
  }

  @Test func `a kept change stands beside the one that keeps it`() {
    let old = event(0, 1, value("Paris"))
    let new = event(0, 2, value("Oslo"), keep: [old.reference])
    #expect(heads([old, new]) == [old.reference, new.reference])
    let next = event(0, 3, value("Bonn"))
    #expect(heads([old, new, next]) == [next.reference])
  }

  @Test func `what one has shown stays superseded though a later change keeps it`() {
    let old = event(0, 1, value("Paris"))
    let shown = event(1, 1, value("Oslo"), seen: [(0, 1)])
    let later = event(1, 2, value("Bonn"), seen: [(0, 1)], keep: [old.reference])
    #expect(heads([old, shown, later]) == [later.reference])
  }

  @Test func `values come first, then the later clock, then the greater dot`() {
    let events = [
      event(0, 1, .clear, wall: 99), event(1, 1, value("a"), wall: 5), event(2, 1, value("b"), wall: 7),
      event(3, 1, value("c"), wall: 7),
    ]
    let entries = Entry.list([CellHistory(events)])
    #expect(entries.map(\.content) == ["c", "b", "a"].map { .value(.string($0)) } + [.cleared])
    #expect(Entry.distinct(entries).count == 4)
  }

  @Test func `equal values are one value`() {
    let entries = Entry.list([CellHistory([event(0, 1, value("x")), event(1, 1, value("x"))])])
    #expect(Entry.distinct(entries) == [.value(.string("x"))])
    let composed = Entry.list([CellHistory([event(0, 1, value("\u{E9}")), event(1, 1, value("e\u{301}"))])])
    #expect(Entry.distinct(composed).count == 2)
  }

  @Test func `a restored value ranks as the change that wrote it`() {
    let old = event(0, 1, value("old"), wall: 1)
    let other = event(1, 1, value("other"), wall: 50)
    let new = event(0, 2, value("new"), wall: 90)
    let undo = event(0, 3, .restore(dots: [old.reference]), wall: 99)
    let entries = Entry.list([CellHistory([old, other, new, undo])])
    #expect(entries.map(\.event.reference) == [other.reference, old.reference])
  }

  @Test func `a restore of nothing holds no value and makes no conflict`() {
    let (set, undo) = (event(0, 1, value("x")), event(0, 2, .restore(dots: [])))
    let other = event(1, 1, value("y"))
    #expect(Entry.distinct(Entry.list([CellHistory([set, undo, other])])) == [.value(.string("y"))])
  }

  @Test func `a blind set counts heads that hold the displayed value alone`() {
    let (a, b) = (event(0, 1, value("a"), wall: 2), event(1, 1, value("b")))
    let both = event(2, 1, .restore(dots: [a.reference, b.reference]), seen: [(0, 1), (1, 1)])
    #expect(Keep.shownBlindly(CellHistory([a, b]), displayed: .value(.string("a"))) == [a.reference])
    #expect(Keep.shownBlindly(CellHistory([a, b, both]), displayed: .value(.string("a"))).isEmpty)
  }

  @Test func `a delete hides a row unless somebody wrote to it without knowing`() {
    let made = event(0, 1, value("x"))
    let delete = event(0, 2, .delete)
    let edit = event(1, 1, value("y"), seen: [(0, 1)])
    let cell = CellHistory([delete])
    #expect(RowLife(signs: [made], presenceCell: cell).presence == .dead)
    #expect(RowLife(signs: [made, edit], presenceCell: cell).presence == .contested)
    let sparing = event(0, 2, .delete, keep: [made.reference])
    #expect(RowLife(signs: [made], presenceCell: CellHistory([sparing])).presence == .contested)
    #expect(
      Keep.list(deleting: RowLife(signs: [made, edit], presenceCell: cell), shown: [edit.reference]) == [
        delete.reference
      ])
  }

  private func heads(_ events: [CellEvent]) -> Set<Reference> { Set(CellHistory(events).heads.map(\.reference)) }
}
