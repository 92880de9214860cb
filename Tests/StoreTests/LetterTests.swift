import Model
import Playbook
import Testing

@testable import Store

@Suite struct LetterTests {
  @Test func `a draft is no touch; sending freezes it and makes one`() throws {
    let search = try PracticeSearch()
    let letter = try search.keepDraft(.thankYou, to: "dana")
    #expect(try search.store.all(Touch.self).isEmpty)
    #expect(try search.plan("2026-03-11", search.dana).first == "2026-03-11 persistent.thank-you-note")
    let report = try search.store.send(Sending(letter, on: try day("2026-03-11")), command: "sent")
    #expect(report.closed.map(\.rule.row) == ["thank-you-note"])
    #expect(report.touch.channel == .email)
    let sent = try search.store.one(Letter.self, letter.id)
    #expect(sent?.frozen == letter.body)
    #expect(throws: PracticeError.self) {
      try search.store.send(Sending(try #require(sent), on: try day("2026-03-12")), command: "sent")
    }
  }

  @Test func `an unchanged text is not kept, a changed one is a new version of the same letter`() throws {
    let search = try PracticeSearch()
    let letter = try search.keepDraft(.thankYou, to: "dana")
    let opened = try search.store.open(try search.store.letterJob("dana", kind: nil, opportunity: nil))
    #expect(opened.job.letter?.id == letter.id)
    #expect(try search.store.keep(opened.text, of: opened, command: "letter") == nil)
    var text = opened.text
    text.body += "One more line.\n"
    #expect(try search.store.keep(text, of: opened, command: "letter")?.0.body == text.body)
    #expect(try search.store.all(Letter.self).count == 1)
  }

  @Test func `a letter that two machines changed differently does not go out`() throws {
    let search = try PracticeSearch()
    let letter = try search.keepDraft(.thankYou, to: "dana", body: "Dear Dana,\nthank you.\n")
    let desktop = try Laptop(seed: 9, name: "desktop")
    desktop.store.today = search.store.today
    _ = try desktop.receive(search.laptop)
    for (store, line) in [(search.store, "one"), (desktop.store, "two")] {
      let opened = try store.open(try store.letterJob("dana", kind: nil, opportunity: nil))
      let text = LetterText(subject: opened.text.subject, body: "Dear Dana,\nthank you for \(line).\n")
      _ = try store.keep(text, of: opened, command: "letter")
    }
    _ = try desktop.receive(search.laptop)
    let contested = try #require(try desktop.store.one(Letter.self, letter.id))
    #expect(throws: RequestError.self) { try desktop.store.checkSettled(contested) }
    #expect(throws: RequestError.self) {
      try desktop.store.send(Sending(contested, on: desktop.store.today), command: "sent")
    }
    #expect(try desktop.store.all(Touch.self).isEmpty)
  }

  @Test func `said on two machines, a letter was sent once`() throws {
    let search = try PracticeSearch()
    let letter = try search.keepDraft(.thankYou, to: "dana")
    let desktop = try Laptop(seed: 9, name: "desktop")
    desktop.store.today = search.store.today
    _ = try desktop.receive(search.laptop)
    for store in [search.store, desktop.store] {
      let row = try #require(try store.one(Letter.self, letter.id))
      _ = try store.send(Sending(row, on: try day("2026-03-11")), command: "sent")
    }
    _ = try desktop.receive(search.laptop)
    _ = try search.laptop.receive(desktop)
    #expect(try desktop.store.all(Touch.self).count == 1)
    #expect(try search.store.agenda().items.map(\.id) == desktop.store.agenda().items.map(\.id))
    #expect(try desktop.store.conflicts().isEmpty)
  }

  @Test func `an executive letter makes the call it announces a promise`() throws {
    let search = try PracticeSearch(playbook: "executive")
    search.store.today = try day("2026-03-12")
    let letter = try search.keepDraft(.executiveLetter, to: "dana")
    let report = try search.store.send(Sending(letter, on: search.store.today), command: "sent")
    #expect(report.promise?.due == (try day("2026-03-19")))
    #expect(try search.plan("2026-03-13", search.dana) == ["2026-03-19 executive.call"])
    try search.log(.call, search.dana, on: "2026-03-19")
    #expect(try search.plan("2026-03-19", search.dana).isEmpty)
  }

  @Test func `a sentence that a colleague gets too is shown`() throws {
    let search = try PracticeSearch()
    let sentence = "I enjoyed hearing about the new market in the north. "
    _ = try search.keepDraft(.thankYou, to: "omar", body: sentence + "You were kind.")
    let letter = try search.keepDraft(.thankYou, to: "dana", body: sentence + "You were quick.")
    #expect(try search.store.overlap(letter).map(\.people) == [[search.dana, search.omar].sorted()])
  }

  @Test func `gaps are found where they stand`() {
    let text = LetterText(subject: "[gap: the day]", body: "On [gap: a topic] and [gap: open")
    #expect(text.gaps == ["the day", "a topic"])
  }
}
