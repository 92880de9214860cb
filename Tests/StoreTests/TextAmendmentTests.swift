import Merge
import Model
import Testing

@testable import Store

/// Long texts that are undone, answered and set while another machine writes too.
@Suite struct TextAmendmentTests {
  private let laptop: Laptop
  private let desktop: Laptop

  init() throws {
    laptop = try Laptop(seed: 61)
    desktop = try Laptop(seed: 62, name: "desktop", clock: 1_700_000_100_000)
    _ = try laptop.create("organisation", ["name": "Acme"])
  }

  private func write(_ machine: Laptop, _ text: String) throws {
    let row = try machine.store.openForEditing("acme", field: "notes")
    _ = try machine.store.save(row, edited: text, command: "edit acme")
  }

  private func sync() throws {
    _ = try desktop.receive(laptop)
    _ = try laptop.receive(desktop)
    _ = try desktop.receive(laptop)
  }

  private func notes(_ machine: Laptop) throws -> String? {
    try machine.store.detail("acme").parts.first { $0.field.name == "notes" }?.text
  }

  private func texts() throws -> [String?] { [try notes(laptop), try notes(desktop)] }

  @Test func `what was undone stays undone when another machine edited in between, and its edit stays`() throws {
    try write(laptop, "one\ntwo")
    try write(laptop, "one\ntwo\nSECRET I regret")
    try sync()
    _ = try laptop.store.undo(.last)
    try write(desktop, "one and a half\ntwo\nSECRET I regret")
    try sync()
    #expect(try texts() == ["one and a half\ntwo", "one and a half\ntwo"])
    #expect(try laptop.store.openConflicts().isEmpty)
  }

  @Test func `an edit that others went on from can still be undone where they did not touch it`() throws {
    try write(laptop, "one\ntwo")
    try write(laptop, "one\ntwo\nSECRET I regret")
    try sync()
    try write(desktop, "one and a half\ntwo\nSECRET I regret")
    try sync()
    let outcome = try laptop.store.undo(.last)
    #expect(outcome.skipped.isEmpty && outcome.receipt != nil)
    try sync()
    #expect(try texts() == ["one and a half\ntwo", "one and a half\ntwo"])
    _ = try laptop.store.undo(.redo)
    #expect(try notes(laptop) == "one and a half\ntwo\nSECRET I regret")
  }

  @Test func `where the same lines were changed since, the undo is refused and says which`() throws {
    try write(laptop, "one\ntwo")
    try write(laptop, "one\nTWO")
    try sync()
    try write(desktop, "one\nTWO and more")
    try sync()
    let outcome = try laptop.store.undo(.last)
    #expect(outcome.receipt == nil)
    #expect(outcome.skipped == ["notes of Acme, in “TWO and more”"])
    #expect(try notes(laptop) == "one\nTWO and more")
  }

  @Test func `the undo of an answer gives the conflict back`() throws {
    try differ()
    let before = try laptop.store.openConflicts().flatMap(\.answers).map(\.text)
    let open = try #require(try laptop.store.openConflicts().first)
    _ = try laptop.store.answer(open, open.answers[0], command: "resolve")
    #expect(try laptop.store.openConflicts().isEmpty)
    _ = try laptop.store.undo(.last)
    #expect(try laptop.store.openConflicts().flatMap(\.answers).map(\.text) == before)
    _ = try laptop.store.undo(.redo)
    #expect(try laptop.store.openConflicts().isEmpty)
  }

  /// Both change the salary; each adds a line of its own elsewhere.
  private func differ() throws {
    try write(laptop, "intro\n\nsalary 60k\n\noutro")
    try sync()
    try write(laptop, "intro\n\nsalary 65k\n\noutro\nask about the works council")
    try write(desktop, "CEO is leaving in May\nintro\n\nsalary 70k\n\noutro")
    try sync()
  }

  @Test(arguments: [("the lines of laptop", "salary 65k"), ("the lines of desktop", "salary 70k")])
  func `an answer settles the region it listed and keeps what merged cleanly`(answer: String, line: String) throws {
    try differ()
    let open = try #require(try laptop.store.openConflicts().first)
    let chosen = try #require(open.answers.first { $0.text == answer })
    _ = try laptop.store.answer(code: chosen.code, command: "resolve")
    try sync()
    let settled = "CEO is leaving in May\nintro\n\n\(line)\n\noutro\nask about the works council"
    #expect(try texts() == [settled, settled])
  }

  @Test func `an answer that drops lines says how many, and what is shown now is listed`() throws {
    try differ()
    let open = try #require(try laptop.store.openConflicts().first)
    let whole = open.answers.map(\.text).filter { $0.hasPrefix("all of the text") }.sorted()
    #expect(whole == ["all of the text of desktop: 2 lines go", "all of the text of laptop: 2 lines go"])
    var shown: [String] = []
    for passage in open.passages {
      switch passage {
      case .same(let lines): shown += lines
      case .omitted(let count): shown.append("(\(count))")
      case .differing(let variants): shown.append("{" + variants.map { $0.lines.joined() }.joined(separator: "|") + "}")
      }
    }
    #expect(
      shown == [
        "CEO is leaving in May", "intro", "", "{salary 65k|salary 70k}", "", "outro", "ask about the works council",
      ])
  }

  @Test func `a contested text is not set unseen`() throws {
    try differ()
    for machine in [laptop, desktop] {
      let before = try notes(machine)
      let error = #expect(throws: RequestError.self) {
        try machine.store.set("acme", [Assignment("notes=short")], command: "set")
      }
      #expect("\(try #require(error))".contains("The notes of Acme differs between desktop and laptop"))
      #expect(try notes(machine) == before)
    }
    _ = try laptop.store.answer("acme", Assignment("notes=short"), command: "resolve")
    #expect(try notes(laptop) == "short")
  }

  @Test func `no mark of a conflict is in what programs read`() throws {
    try differ()
    let row = try #require(try laptop.store.list(try KindName.find("organisation"), [], includingArchived: true).first)
    guard case .text(let text) = row.row["notes"] else { throw NoDay(text: "no text") }
    #expect(!text.contains("<<<<") && text.contains("salary 65k\nsalary 70k"))
    let parts = try #require(row.contested["notes"])
    guard parts.count == 3, case .variants(let variants) = parts[1] else { throw NoDay(text: "\(parts)") }
    #expect(variants.map(\.text) == ["salary 65k", "salary 70k"])
    #expect(variants.map(\.machine) == ["laptop", "desktop"])
    #expect(variants.allSatisfy { $0.wall > 0 })
  }

  @Test func `two notes of a joined row are shown and can both be kept`() throws {
    let other = try laptop.create("organisation", ["name": "Acme GmbH"])
    try write(laptop, "one")
    _ = try laptop.store.set(other.id.description, [Assignment("notes=two")], command: "set")
    let acme = try laptop.store.resolve("acme", kinds: [])
    _ = try laptop.store.apply(
      "join", [CellWrite(acme, "same", .add(other.id.description), shown: .everything)])
    let open = try #require(try laptop.store.openConflicts().first { $0.field == "notes" })
    #expect(open.answers.first?.text == "both, one after the other")
    _ = try laptop.store.answer(open, open.answers[0], command: "resolve")
    #expect(try laptop.store.openConflicts().allSatisfy { $0.field != "notes" })
    #expect(try notes(laptop)?.split(separator: "\n").sorted() == ["one", "two"])
  }
}
