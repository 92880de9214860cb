import Afterword
import Foundation
import Testing

/// What a program does with the library, through what it makes public alone.
@Suite struct LibraryTests {
  private let folder: Folder
  private let store: AfterwordStore

  init() throws {
    folder = try Folder()
    store = try folder.store()
    try store.fill()
  }

  @Test func `rows are shown, listed and found as they were written`() throws {
    let dana = try store.show("dana")
    #expect(dana.row.title == "Dana Whitfield")
    #expect(dana.row["email"] == .text("dana@acme.example"))
    #expect(
      dana.row["organisation"] == .reference(RowReference(id: try store.reference("acme").id, kind: "organisation")))
    #expect(dana.row.state == .alive)
    #expect(try store.show("acme").related.map(\.title).contains("Dana Whitfield"))
    #expect(try store.list("people").map(\.title) == ["Dana Whitfield"])
    #expect(try store.list("person", where: ["email:nobody"]).isEmpty)
    #expect(try store.find("whitf").map(\.row.title) == ["Dana Whitfield"])
    #expect(try store.list("interview").first?["start"] == .time("2026-03-19T10:30"))
  }

  @Test func `the plan of the day says whom to thank, why, and where they are reached`() throws {
    let plan = try store.today()
    #expect(plan.today == Folder.today)
    let thanks = try #require(plan.items.first { $0.person?.title == "Dana Whitfield" })
    #expect(thanks.email == "dana@acme.example")
    #expect(try store.why(thanks.id) == thanks)
    #expect(!thanks.reason.because.isEmpty && !thanks.reason.source.isEmpty)
    #expect(try store.plan(of: "dana").items.contains(thanks))
    _ = try store.snooze([thanks.id], until: try #require(Folder.today) + 2)
    #expect(try store.plan().items.first { $0.id == thanks.id }?.state == .snoozed)
    _ = try store.undo()
    #expect(try store.today().items.contains(thanks))
    _ = try store.markDone([thanks.id])
    #expect(try store.plan().items.allSatisfy { $0.id != thanks.id })
  }

  @Test func `what is set can be taken back and done again`() throws {
    let receipt = try store.set(
      "line lead", ["stage": .text("offer"), "deadline": .day(try #require(Folder.today) + 7)])
    #expect(receipt.changes == 2 && receipt.transaction != nil)
    #expect(try store.show("line lead").row["stage"] == .text("offer"))
    _ = try store.undo(receipt.transaction)
    #expect(try store.show("line lead").row["stage"] == .text("interviewing"))
    _ = try store.redo()
    #expect(try store.show("line lead").row["deadline"] == .day(try #require(CalendarDay("2026-03-27"))))
    _ = try store.set("line lead", ["deadline": nil])
    #expect(try store.show("line lead").row["deadline"] == nil)
    #expect(try store.set("line lead", ["deadline": nil]).transaction == nil)
    let typed = try store.set("line lead", typed: ["deadline": "next friday", "location": "Leeds"])
    #expect(typed.changes == 2)
    _ = try store.set("dana", ["tags": .words(["warm"])])
    _ = try store.set("dana", typed: ["tags": "+leeds"])
    #expect(try store.show("dana").row["tags"] == .words(["leeds", "warm"]))
    #expect(try store.history(of: "line lead").first?.command == "test: set")
  }

  @Test func `a text is opened, edited and saved`() throws {
    var notes = try store.openText("dana", field: "notes")
    notes.text = "likes trains"
    _ = try store.save(notes)
    #expect(try store.show("dana").row["notes"] == .text("likes trains"))
    #expect(try store.save(store.openText("dana")).transaction == nil)
  }

  @Test func `what is deleted is gone until it is brought back`() throws {
    _ = try store.delete("dana")
    #expect(throws: AfterwordError.self) { try store.show("dana") }
    _ = try store.undelete("dana")
    #expect(try store.show("dana").row.state == .alive)
  }

  @Test func `a letter is drafted, kept and sent`() throws {
    let item = try #require(try store.today().items.first { $0.person?.title == "Dana Whitfield" })
    var draft = try store.draftLetter(item.id)
    #expect(draft.person?.title == "Dana Whitfield" && draft.followUp == item.id)
    draft.body = "Dear Dana, thank you for showing me the line."
    let kept = try store.keep(draft)
    let letter = try #require(kept.row)
    #expect(try store.draftLetter(letter.id).body == draft.body)
    _ = try store.markSent(letter.id, channel: "email")
    #expect(try store.plan().items.allSatisfy { $0.id != item.id })
    #expect(throws: AfterwordError.self) { try store.markSent(letter.id) }
    #expect(AfterwordStore.letterKinds.contains(draft.kind))
  }

  @Test func `notes are imported once, and what is no note is named`() throws {
    try folder.write("brask.txt", "Brask Tools, 18 March 2026\nMet Ola Brask. He promised an answer by Friday.\n")
    try folder.write("empty.txt", "")
    let paths = [folder.file("brask.txt"), folder.file("empty.txt"), folder.file("none.txt")]
    let rehearsal = try store.importNotes(at: paths, isRehearsal: true)
    #expect(rehearsal.files.map(\.outcome) == [.imported])
    #expect(try store.list("documents").isEmpty)
    let first = try store.importNotes(at: paths)
    #expect(first.files.map(\.name) == ["brask.txt"])
    #expect(Set(first.refused.map(\.reason)) == [.empty, .unreadable])
    #expect(try store.importNotes(at: paths).files.map(\.outcome) == [.known])
    let bytes = try store.noteContent("brask.txt")
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("Brask Tools"))
    #expect(try store.importNote(named: "brask.txt", bytes).files.map(\.outcome) == [.known])
  }

  @Test func `kinds describe their fields, and each described kind can be listed`() throws {
    for kind in KindDescription.all { _ = try store.list(kind.name) }
    let person = try #require(KindDescription.all.first { $0.name == "person" })
    #expect(person.fields.first { $0.name == "organisation" }?.target == "organisation")
  }
}
