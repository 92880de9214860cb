import Formats
import Foundation
import Model
import Playbook
import Testing

@testable import Store

/// What goes out for other programs, and comes back.
@Suite struct ReadableExportTests {
  private func filled(seed: UInt64) throws -> Laptop {
    let laptop = try Laptop(seed: seed)
    laptop.store.today = try day("2026-03-20")
    var random = RandomSearch(seed: seed, today: laptop.store.today)
    var edits = random.edits(opportunities: 12)
    var person = Person(id: RowID(high: 9, low: 9))
    (person.name, person.tags) = ("=cmd|' /C calc'!A0 \u{202E}\u{1B}[2J \"x\" \\ \n", ["warm", "a,b"])
    (person.notes, person.email) = ("line\r\nline\u{0}end", "a@b.example")
    var note = Document(id: RowID(high: 9, low: 10))
    (note.names, note.content, note.written) = (["a/b.txt"], [0xFF, 0x00, 0x41], laptop.store.today)
    var other = Document(id: RowID(high: 9, low: 11))
    (other.names, other.content) = (["a/b.txt"], Array("Grüße\r\n\u{FEFF}ende".utf8))
    edits += [RowEdit(new: person), RowEdit(new: note), RowEdit(new: other)]
    try laptop.store.save("fill", edits)
    return laptop
  }

  @Test(arguments: [UInt64(1), 2, 3]) func `a store's text makes an equal store, and adds nothing twice`(seed: UInt64)
    throws
  {
    let laptop = try filled(seed: seed)
    let text = try laptop.store.exportText()
    #expect(text.text.hasPrefix(StoreText.mark))
    let desktop = try Laptop(seed: seed + 100, name: "desktop")
    let rehearsed = try desktop.store.importText(Array(text.text.utf8), isRehearsal: true)
    #expect(rehearsed.added == text.rows && rehearsed.receipts.isEmpty)
    #expect(try desktop.store.exportText().rows == 0)
    let report = try desktop.store.importText(Array(text.text.utf8), isRehearsal: false)
    #expect(report.added == text.rows && report.unknown == 0 && report.differing == 0, "seed \(seed): \(report)")
    let made = try desktop.store.exportText().text.split(separator: "\n")
    for (one, other) in zip(text.text.split(separator: "\n"), made) { try #require(one == other, "seed \(seed)") }
    let again = try desktop.store.importText(Array(text.text.utf8), isRehearsal: false)
    #expect(again.added == 0 && again.filled == 0 && again.differing == 0 && again.receipts.isEmpty, "\(again)")
    #expect(
      try desktop.store.content(of: Subject(kind: Document.kind, id: RowID(high: 9, low: 10)), "content") == [
        255, 0, 65,
      ])
  }

  @Test func `what stands here or was cleared here stays so, what nobody ever wrote is filled`() throws {
    let search = try PracticeSearch()
    let text = try search.store.exportText().text
    let old = try #require(try search.store.one(Person.self, search.dana))
    var edited = old
    (edited.email, edited.title, edited.tags) = (nil, "CTO", ["own"])
    try search.store.save("edit", [RowEdit(old: old, new: edited)])
    let other = text.replacing("\"name\":\"Dana Reyes\"", with: "\"name\":\"Dana R.\",\"tags\":[\"theirs\"]")
    let report = try search.store.importText(Array(other.utf8), isRehearsal: false)
    #expect(report.added == 0 && report.filled == 1 && report.differing == 2, "\(report)")
    let now = try #require(try search.store.one(Person.self, search.dana))
    #expect(now.name == "Dana Reyes" && now.title == "CTO" && now.email == nil)
    #expect(now.tags == ["own", "theirs"])
    var without = now
    without.tags = ["own"]
    try search.store.save("untag", [RowEdit(old: now, new: without)])
    _ = try search.store.importText(Array(other.utf8), isRehearsal: false)
    #expect(try search.store.one(Person.self, search.dana)?.tags == ["own"])
  }

  @Test func `what was forgotten is not brought back by a text of before`() throws {
    let search = try PracticeSearch()
    let text = try search.store.exportText().text
    #expect(text.contains("Dana Reyes"))
    _ = try search.store.forget(search.store.askForget("dana", byHand: []))
    _ = try search.store.importText(Array(text.utf8), isRehearsal: false)
    #expect(try !search.store.exportText().text.contains("Dana Reyes"))
  }

  @Test func `a text is cut by weight, and an element that no bundle carries is left out`() throws {
    let rows = (0..<3).map { number in
      #"{"kind":"person","id":"\#(String(repeating: "0", count: 31))\#(number + 1)","fields":{"name":"P\#(number)","notes":"\#(String(repeating: "x", count: 9 << 20))"}}"#
    }
    let long = String(repeating: "t", count: 600 << 10)
    let tagged =
      #"{"kind":"person","id":"\#(String(repeating: "0", count: 31))9","fields":{"name":"T","tags":["\#(long)"]}}"#
    let text = #"{"afterword":1,"rows":[\#((rows + [tagged]).joined(separator: ","))]}"#
    let laptop = try Laptop(seed: 5)
    let report = try laptop.store.importText(Array(text.utf8), isRehearsal: false)
    #expect(report.added == 4 && report.unknown == 1 && report.receipts.count > 1, "\(report)")
  }

  @Test(arguments: [
    "{\"afterword\":1", "{\"afterword\":2,\"rows\":[]}", "{\"afterword\":1,\"rows\":{}}",
    "{\"afterword\":1,\"rows\":[{\"kind\":5}]}",
    "{\"afterword\":1,\"rows\":[{\"kind\":\"person\",\"id\":\"0\",\"fields\":{\"a\":[[1]]}}]}",
  ])
  func `what is no store's text is refused whole`(text: String) throws {
    let laptop = try Laptop(seed: 1)
    #expect(throws: StoreTextFault.self) { try laptop.store.importText(Array(text.utf8), isRehearsal: false) }
    #expect(try laptop.store.exportText().rows == 0)
  }

  @Test func `parts that are not known are counted, the rest is taken`() throws {
    let text = """
      {"afterword":1,"rows":[
      {"kind":"spaceship","id":"00000000000000000000000000000001","fields":{}},
      {"kind":"setting","id":"00000000000000000000000000000004","fields":{"name":"machine.1","value":"x"}},
      {"kind":"person","id":"nonsense","fields":{"name":"X"}},
      {"kind":"opportunity","id":"00000000000000000000000000000002","fields":{"stage":"flying","role":"Pilot","warp":9,
      "organisation":{"kind":"person","id":"00000000000000000000000000000003"},"closed_on":"2026-02-30"}}]}
      """
    let laptop = try Laptop(seed: 1)
    let report = try laptop.store.importText(Array(text.utf8), isRehearsal: false)
    #expect(report.added == 1 && report.unknown == 7, "\(report)")
    #expect(try laptop.store.one(Opportunity.self, RowID(high: 0, low: 2))?.role == "Pilot")
  }

  // MARK: calendar

  private func calendar(_ store: Store) throws -> [String] {
    var text = ""
    _ = try store.exportCalendar { text = $0 }
    return text.replacing("\r\n", with: "\n").split(separator: "\n").map(String.init)
  }

  private func value(_ name: String, after uid: String, _ lines: [String]) -> String? {
    let rest = lines.drop { $0 != "UID:" + uid }.prefix { $0 != "END:VEVENT" }
    return rest.first { $0.hasPrefix(name + ":") }.map { String($0.dropFirst(name.count + 1)) }
  }

  @Test func `a calendar written again is the same, and only what changed counts as changed`() throws {
    let search = try PracticeSearch()
    let uid = "interview-\(search.interview)@afterword"
    let first = try calendar(search.store)
    #expect(first.contains("UID:" + uid) && first.contains("SUMMARY:Interview: Acme\\, Head of Sales"))
    #expect(try calendar(search.store) == first)
    let meeting = try #require(try search.store.one(Interview.self, search.interview))
    var moved = meeting
    (moved.start, moved.place) = (Moment(day: try day("2026-03-12"), minute: 600), "https://meet.example/x y")
    try search.store.save("move", [RowEdit(old: meeting, new: moved)])
    let second = try calendar(search.store)
    let before = try #require(value("SEQUENCE", after: uid, first).flatMap { Int($0) })
    let after = try #require(value("SEQUENCE", after: uid, second).flatMap { Int($0) })
    #expect(after > before && value("URL", after: uid, second) == "https://meet.example/x")
    #expect(second.contains { $0.hasPrefix("DTSTART:20260312T") })
  }

  @Test func `what is done is taken out of calendars, what is late stands on today`() throws {
    let search = try PracticeSearch()
    search.store.today = try day("2026-03-13")
    let items = try search.store.agenda().items.filter { $0.daysLate > 0 }
    let item = try #require(items.first)
    let first = try calendar(search.store)
    #expect(first.contains("UID:\(item.id)@afterword"))
    #expect(first.contains("DTSTART;VALUE=DATE:20260313"))
    #expect(!first.contains("STATUS:CANCELLED"))
    try search.store.done([item], command: "done")
    let second = try calendar(search.store)
    #expect(value("STATUS", after: "\(item.id)@afterword", second) == "CANCELLED")
    #expect(try calendar(search.store) == second)
    let kept = try String(contentsOfFile: search.store.markPath() + ".calendar", encoding: .utf8)
    #expect(kept.contains(item.id) && !kept.contains("Acme"), "what is remembered of a calendar holds no words")
  }

  // MARK: lists and folders

  @Test func `a table has names beside identities`() throws {
    let search = try PracticeSearch()
    let kind = try KindName.find("people")
    let table = try search.store.table(kind)
    let column = try #require(table.header.firstIndex(of: "organisation"))
    #expect(table.header[column + 1] == "organisation_id")
    #expect(table.rows.map { $0[column] } == ["Acme", "Acme"])
    #expect(table.rows.map { $0[column + 1] } == [search.acme.description, search.acme.description])
    for kind in Registry.kinds {
      let table = try search.store.table(kind)
      #expect(table.rows.allSatisfy { $0.count == table.header.count }, "\(kind.name)")
    }
  }

  @Test func `applications are those with something in the days asked for`() throws {
    let search = try PracticeSearch()
    try search.log(.email, search.dana, on: "2026-03-11", form: "thank-you")
    let all = try search.store.applications(in: nil)
    let row = try #require(all.rows.first)
    #expect(all.rows.count == 1 && row[1] == "Acme" && row[7] == "2026-03-10" && row[8] == "2026-03-11")
    #expect(try search.store.applications(in: day("2026-04-01")...day("2026-04-30")).rows.isEmpty)
    #expect(try search.store.applications(in: day("2026-03-11")...day("2026-03-11")).rows.first?[7] == "")
  }

  @Test(arguments: [UInt64(1), 2]) func `a vault has every search and person once, and every note as it is`(
    seed: UInt64
  ) throws {
    let laptop = try filled(seed: seed)
    var files: [String: [UInt8]] = [:]
    let count = try laptop.store.exportVault { files[$0] = $1 }
    #expect(files.count == count, "two files of one name")
    #expect(Set(files.keys.map { $0.lowercased() }).count == count)
    let store = laptop.store
    #expect(
      count == (try store.all(Person.self).count + store.all(Opportunity.self).count + store.all(Document.self).count))
    #expect(files.values.contains([255, 0, 65]) && files.values.contains(Array("Grüße\r\n\u{FEFF}ende".utf8)))
    for (name, bytes) in files where name.hasSuffix(".md") {
      for link in String(decoding: bytes, as: UTF8.self).split(separator: "- [[").dropFirst() {
        let target = String(link.prefix { $0 != "]" })
        #expect(files[target + ".md"] != nil, "\(name) links to \(target)")
      }
    }
  }
}
