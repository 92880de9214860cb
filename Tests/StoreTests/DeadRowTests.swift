import Model
import Playbook
import Testing

@testable import Store

/// Rows of fixed identity that were deleted or undone and are written again: nothing of before returns.
@Suite struct DeadRowTests {
  private let search: PracticeSearch

  init() throws {
    search = try PracticeSearch()
    search.store.today = try day("2026-03-20")
  }

  @Test func `a call announced again has its new days alone`() throws {
    let letter = try search.keepDraft(.thankYou, to: "dana")
    var sending = Sending(letter, on: search.store.today)
    sending.announced = (try day("2026-03-24"), try day("2026-03-27"))
    _ = try search.store.send(sending, command: "sent")
    _ = try search.store.undo(.last)
    sending.announced = (try day("2026-03-23"), try day("2026-03-23"))
    let promise = try #require(try search.store.send(sending, command: "sent").promise)
    let kept = try #require(try search.store.one(Promise.self, promise.id))
    #expect(kept.due == sending.announced?.first && kept.dueEnd == nil)
    #expect(try search.store.openConflicts().isEmpty)
  }

  @Test func `what was put off and is skipped now is not put off as well`() throws {
    let item = try #require(try search.store.agenda().items.first)
    try search.store.snooze([item], until: try day("2026-04-02"), command: "snooze")
    _ = try search.store.undo(.last)
    try search.store.skip([item], command: "skip")
    let decision = try #require(try search.store.all(Decision.self).first)
    #expect(decision.outcome == .skipped && decision.until == nil)
    #expect(try search.store.openConflicts().isEmpty)
  }

  @Test func `a participation that was deleted is added again with what is said now`() throws {
    let words = [
      Assignment(field: "interview", text: search.interview.description),
      Assignment(field: "person", text: search.dana.description),
    ]
    let kind = try KindName.find(Participation.kind)
    let id = StableID.participation(search.interview, search.dana)
    _ = try search.store.delete(try search.store.askDelete(id.description), command: "delete")
    let added = try search.store.add(kind, words, command: "add")
    #expect(added.receipt != nil)
    #expect(try #require(try search.store.one(Participation.self, id)).part == nil)
    #expect(try search.store.openConflicts().isEmpty)
  }

  @Test func `a note imported, taken back and imported again is whole`() throws {
    let note = "# Borage Foods - call\nDate: 2026-03-02\nInterviewer: Tom Ott\nThey will write by 27 March.\n"
    try search.laptop.take("b.txt", note)
    let before = try OneMachine.Shown(search.store)
    _ = try search.store.undo(.last)
    try search.laptop.take("b.txt", note)
    #expect(try OneMachine.Shown(search.store).contents == before.contents)
    #expect(try search.store.openConflicts().isEmpty)
  }

  @Test func `a row that is gone is called by its name`() throws {
    var dana = try #require(try search.store.one(Person.self, search.dana))
    _ = try search.store.delete(try search.store.askDelete("dana"), command: "delete")
    let old = dana
    dana.phone = "1"
    let error = #expect(throws: StoreError.self) { try search.store.save("set", [RowEdit(old: old, new: dana)]) }
    #expect(error == .rowIsDeleted("Dana Reyes"))
  }

  @Test func `a question asked in the middle of a write reads what the write sees`() throws {
    let title = try search.store.commit { door in
      let writes = try Edits(session: door.session).set(
        Subject(kind: Person.kind, id: search.dana), try #require(Registry.kind(Person.kind)?.field("name")),
        .string("D"))
      let transaction = try door.apply("set", writes)
      #expect(try search.store.title(of: Subject(kind: Person.kind, id: search.dana)) == "D")
      return transaction
    }
    #expect(title != nil)
    #expect(throws: StoreError.self) { try search.store.read { _ in try search.store.apply("x", []) } }
  }
}
