import MergeTestSupport
import Model
import SeededNumbers
import Testing

@testable import Merge
@testable import Store

/// Scenario 30 through the importer: one file on two machines under two names, a line of it edited before the second import.
@Suite struct CopiedNotesTests {
  private static let note = """
    # Acme Robotics - onsite
    Date: 2026-03-02
    Role: Test Engineer
    Interviewer: Dana Whitfield (Head of Quality), dana@acme.example

    Their problem is that the test rigs are booked until summer
    They doubted that I had ever written a test plan alone
    We talked about the new line in Leeds and its scanners
    They will let me know by Friday
    I promised to send the two test plans
    The canteen has very good soup
    """

  private func machines(_ first: String, _ second: String) throws -> (Laptop, Laptop) {
    let (laptop, desktop) = (try Laptop(seed: 81), try Laptop(seed: 82, name: "desktop"))
    try laptop.take("acme.md", first)
    try desktop.take("copy of acme.txt", second)
    return (laptop, desktop)
  }

  private func log(_ machine: Laptop) throws -> [Transaction] {
    var log: [Transaction] = []
    try machine.store.send { log.append($0) }
    return log
  }

  private func give(_ from: Laptop, _ to: Laptop, _ delivery: Delivery, _ random: Randomness) throws {
    let log = try log(from)
    let bundles: [[Transaction]] =
      switch delivery {
      case .whole: [log]
      case .shuffled: random.shuffled(log).map { [$0] }
      case .doubled: [log, log.reversed()]
      case .relayed: [random.shuffled(log)]
      }
    let target = delivery == .relayed ? try Laptop(seed: 99, name: "relay") : to
    for bundle in bundles {
      _ = try target.store.receive { take in for transaction in bundle { try take(transaction) } }
    }
    if delivery == .relayed { try give(target, to, .whole, random) }
  }

  /// Everything that people see of a store.
  private func shown(_ machine: Laptop) throws -> [Subject: [FieldContent]] {
    let rows = try machine.store.read { session in try Registry.current.kinds.flatMap { try session.shownRows($0) } }
    return Dictionary(rows.map { ($0.subject, $0.contents.map(\.content)) }) { first, _ in first }
  }

  private func counts(_ machine: Laptop) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for kind in Registry.current.kinds where kind.name != Setting.kind {
      counts[kind.name] = try machine.store.read { try $0.shownRows(kind).count }
    }
    return counts
  }

  @Test(arguments: Delivery.allCases)
  func `one note read on two machines, a line of it edited, is one document that asks about that line alone`(
    delivery: Delivery
  ) throws {
    let edited = Self.note.replacing("two test plans", with: "three test plans")
    let (laptop, desktop) = try machines(Self.note, edited)
    let alone = try counts(laptop)
    let random = Randomness(seed: 5)
    for _ in 0..<3 {
      try give(laptop, desktop, delivery, random)
      try give(desktop, laptop, delivery, random)
    }
    for machine in [laptop, desktop] {
      #expect(try counts(machine) == alone)
      #expect(try machine.store.conflicts().map { "\($0.subject.kind) \($0.field)" } == ["promise text"])
      #expect(try machine.store.all(Document.self).map(\.names) == [["acme.md", "copy of acme.txt"]])
      try machine.store.rebuild()
    }
    #expect(try shown(laptop) == shown(desktop))
    let known = try log(laptop).count
    #expect(try laptop.take("copy of acme.txt", edited).files.map(\.outcome) == [.known])
    #expect(try desktop.take("acme.md", Self.note).files.map(\.outcome) == [.known])
    #expect(try log(laptop).count == known)
  }

  /// Each machine joins what it has met in an order of its own, so their joins meet too.
  @Test(arguments: 0..<UInt64(12))
  func `copies on three machines are one however they meet, and only their edited lines are asked about`(seed: UInt64)
    throws
  {
    let later = Self.note.replacing("Date: 2026-03-02", with: "Date: 2026-03-09").replacing(
      "onsite", with: "second round")
    let copies = [
      [Self.note, later], [Self.note.replacing("two test plans", with: "three test plans"), later],
      [Self.note.replacing("by Friday", with: "by Monday"), later.replacing("very good soup", with: "soup")],
    ]
    let random = Randomness(seed: seed)
    let machines = try zip(["laptop", "desktop", "tablet"], random.shuffled(copies)).enumerated().map { number, copy in
      let machine = try Laptop(seed: 83 + 3 * seed + UInt64(number), name: copy.0)
      for (index, text) in copy.1.enumerated() { try machine.take("\(copy.0) \(index).md", text) }
      return machine
    }
    let alone = try counts(machines[0])
    let pairs = (0..<3).flatMap { to in (0..<3).filter { $0 != to }.map { (from: $0, to: to) } }
    for _ in 0..<4 {
      for pair in random.shuffled(pairs) { _ = try machines[pair.to].receive(machines[pair.from]) }
    }
    let asked = ["document content", "promise due", "promise text"]
    for machine in machines {
      let odd = try counts(machine).filter { $0.value != alone[$0.key] }
      #expect(odd.isEmpty, "seed \(seed): \(odd)")
      let conflicts = try machine.store.conflicts().map { "\($0.subject.kind) \($0.field)" }
      #expect(conflicts == asked, "seed \(seed)")
      #expect(try shown(machine) == shown(machines[0]), "seed \(seed)")
    }
  }

  @Test func `an edited line that a field of another line's row is read from is asked about once`() throws {
    let note = Self.note + "\nSalary: 62-70k EUR"
    let (laptop, desktop) = try machines(note, note.replacing("62-70k", with: "64-72k"))
    #expect(try laptop.receive(desktop).joinedNotes == 1)
    #expect(try laptop.store.conflicts().map { "\($0.subject.kind) \($0.field)" } == ["opportunity compensation"])
  }

  @Test func `a line that nothing was read from is asked about as the document's own`() throws {
    let (laptop, desktop) = try machines(Self.note, Self.note.replacing("very good soup", with: "good soup on Fridays"))
    #expect(try laptop.receive(desktop).joinedNotes == 1)
    #expect(try laptop.store.conflicts().map { "\($0.subject.kind) \($0.field)" } == ["document content"])
    #expect(try desktop.receive(laptop).joinedNotes == 0)
    #expect(try desktop.store.conflicts().count == 1)
  }

  @Test func `undoing the join gives back two notes, which no later exchange joins again`() throws {
    let (laptop, desktop) = try machines(Self.note, Self.note.replacing("two test plans", with: "three test plans"))
    let name = try #require(try laptop.receive(desktop).joinUndo)
    _ = try laptop.store.undo(.transaction(name))
    #expect(try laptop.store.all(Document.self).count == 2 && laptop.store.conflicts().isEmpty)
    _ = try desktop.receive(laptop)
    _ = try laptop.receive(desktop)
    #expect(try desktop.store.all(Document.self).count == 2 && laptop.store.all(Document.self).count == 2)
  }

  @Test func `undoing a join takes back what followed from it in other notes`() throws {
    let second = Self.note.replacing("Date: 2026-03-02", with: "Date: 2026-03-09").replacing("onsite", with: "again")
    let (laptop, desktop) = try machines(Self.note, Self.note.replacing("two test plans", with: "three test plans"))
    for machine in [laptop, desktop] { try machine.take("again.md", second) }
    let report = try laptop.receive(desktop)
    #expect(try laptop.store.all(Participation.self).count == 2)
    let undo = try #require(report.joinUndo).split(separator: " ")
    #expect(undo.last == "--batch")
    _ = try laptop.store.undo(.batch(String(undo[0])))
    #expect(try laptop.store.all(Participation.self).count == 4)
    #expect(try laptop.store.all(Person.self).count == 2)
  }

  @Test func `a later version of either copy brings the one note up to date`() throws {
    let edited = Self.note.replacing("two test plans", with: "three test plans")
    let (laptop, desktop) = try machines(Self.note, edited)
    _ = try laptop.receive(desktop)
    _ = try desktop.receive(laptop)
    let alone = try counts(laptop)
    #expect(
      try desktop.take("copy of acme.txt", edited.replacing("Leeds", with: "Hull")).files.map(\.outcome) == [.updated])
    #expect(
      try laptop.take("acme.md", Self.note.replacing("summer", with: "autumn")).files.map(\.outcome) == [.updated])
    _ = try laptop.receive(desktop)
    _ = try desktop.receive(laptop)
    #expect(try counts(laptop) == alone && counts(desktop) == alone)
    let texts = try laptop.store.all(Finding.self).compactMap(\.text).joined()
    #expect(texts.contains("Hull") && texts.contains("autumn"))
    #expect(try shown(laptop) == shown(desktop))
  }

  @Test func `different notes of one day stay apart`() throws {
    let other = Self.note.replacing("Acme", with: "Borage").replacing("rigs are", with: "kitchens are never")
      .replacing("Leeds and its scanners", with: "Hull and its ovens").replacing("alone", with: "for ovens")
    let (laptop, desktop) = try machines(Self.note, other)
    #expect(try laptop.receive(desktop).joinedNotes == 0)
    #expect(try laptop.store.all(Document.self).count == 2)
  }
}
