import BundleFile
import Foundation
import Merge
import Model
import SeededNumbers
import Testing

@testable import Store

/// After a forget no word of it is in a store's files, a later bundle or the search index, on any machine that has met
/// since, whatever arrives in whatever order; and nothing else is lost.
@Suite struct ForgettingTests {
  private static let sentences = [
    "Zebulon called.", "Asked about the role.", "zebulon quillfeather has left", "A call on Tuesday.",
    "Write to ZQ@borealis.example", "ring +358 (0)40 123 45 67", "Salary in the letter.", "Zebulons Freund kam.",
  ]

  /// One step of somebody who knows who is to be forgotten, or of somebody who has just heard.
  private func step(
    _ laptop: Laptop, _ acme: Subject, _ person: Subject, _ random: inout SplitMix, _ number: Int, undoes: Bool = true
  ) throws {
    let sentence = Self.sentences.randomElement(using: &random) ?? ""
    switch Int.random(in: 0..<(undoes ? 7 : 6), using: &random) {
    case 0: try? laptop.set(acme, "sector", sentence)
    case 1, 2:
      let old = try laptop.store.all(Organisation.self).first { $0.id == acme.id }?.notes ?? ""
      try laptop.write(acme, notes: old + "\n\(number) " + sentence)
    // A note of no search: whom the reader made of a name in it would be somebody else, whose name stays.
    case 3: try laptop.take("note\(number).txt", "Milk, eggs, bread, candles\n\(number) \(sentence)\n")
    case 4: try? laptop.set(person, "title", "Head \(number)")
    case 5: _ = try laptop.create("organisation", ["name": "Firm \(number)", "notes": "kept \(number)"])
    default: _ = try? laptop.store.undo(.last)
    }
  }

  @Test(arguments: 1...12)
  func `on three machines that write on meanwhile, and into whom an older bundle is taken`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let machines = try (0..<3).map { try Laptop(seed: seed * 8 + $0, name: ["laptop", "desktop", "stick"][Int($0)]) }
    let acme = try machines[0].create("organisation", ["name": "Acme"])
    let person = try Canary.person(machines[0])
    for machine in machines[1...] { _ = try machine.receive(machines[0]) }
    var writers: [String: Int] = [:]
    for number in 0..<12 {
      let writer = Int.random(in: 0..<3, using: &random)
      writers["Firm \(number)"] = writer
      try step(machines[writer], acme, person, &random, number)
      if number % 4 == 3 { _ = try machines[number / 4].receive(machines[(number / 4 + 1) % 3]) }
    }
    /// Firms that are there on the machine that entered them.
    let firms = try machines.indices.flatMap { index in
      try machines[index].store.all(Organisation.self).compactMap(\.name).filter { writers[$0] == index }
    }
    let old = try machines[1].export("old.afterword")
    let (forgetting, late) = (machines[Int.random(in: 0..<3, using: &random)], machines[Int(seed) % 3])
    try Canary.forget(forgetting, person.id.description)
    #expect(Canary.left(in: forgetting) == [], "seed \(seed)")
    #expect(try Canary.leftInBundle(of: forgetting) == [], "seed \(seed)")
    if late !== forgetting { for number in 20..<23 { try step(late, acme, person, &random, number, undoes: false) } }
    for _ in 0..<4 {
      for (to, from) in [(0, 1), (1, 2), (2, 0), (0, 2), (1, 0), (2, 1)] {
        _ = try machines[to].receive(machines[from])
      }
    }
    for machine in machines {
      _ = try machine.take(old)
      _ = try machine.store.find(["called"], limit: 5)
    }
    let views = try machines.map { try $0.view() }
    for (machine, view) in zip(machines, views) {
      #expect(Canary.left(in: machine) == [], "seed \(seed)")
      #expect(try Canary.leftInBundle(of: machine) == [], "seed \(seed)")
      #expect(try machine.store.checkup().flatMap(\.problems) == [], "seed \(seed)")
      #expect(view == views[0], "seed \(seed)")
      #expect(Canary.quotes(view.joined().utf8) == [], "seed \(seed)")
      let names = Set(try machine.store.all(Organisation.self).compactMap(\.name))
      #expect(names.isSuperset(of: firms), "seed \(seed)")
      try machine.store.rebuild()
      #expect(try machine.view() == view, "seed \(seed)")
    }
    // Whoever begins anew from what is left sees the same, in whatever order it comes.
    let fresh = try Laptop(seed: 999)
    var transactions: [Transaction] = []
    try machines[0].store.send { transactions.append($0) }
    _ = try fresh.store.receive { take in
      for transaction in transactions.shuffled(using: &random) { try take(transaction) }
    }
    #expect(try fresh.view() == views[0], "seed \(seed)")
    #expect(Canary.left(in: fresh) == [], "seed \(seed)")
  }

  @Test func `what is about others stays, with the words blacked out`() throws {
    let laptop = try Laptop(seed: 1)
    let acme = try laptop.create("organisation", ["name": "Acme"])
    try laptop.write(acme, notes: "Zebulon's friend works there.\nSalary 60k.")
    try laptop.take(
      "a.txt", "Interview with Borealis Oy, 20 March 2026\nMet Zebulon Quillfeather.\nHe asked about Kafka.\n")
    let question = try laptop.store.askForget("zebulon", byHand: [])
    #expect(question.quotes.count == 2 && question.notes == ["a.txt"])
    try Canary.forget(laptop, "zebulon")
    #expect(try laptop.store.detail("acme").title == "Acme")
    let notes = try laptop.store.all(Organisation.self).first { $0.name == "Acme" }?.notes
    #expect(notes == "███████'s friend works there.\nSalary 60k.")
    let note = try #require(try laptop.store.all(Document.self).first)
    let content = try #require(try laptop.store.content(of: Subject(kind: "document", id: note.id), "content"))
    #expect(String(decoding: content, as: UTF8.self).contains("He asked about Kafka."))
    #expect(throws: RequestError.self) { try laptop.store.undo(.last) }
    // The same file once more brings nothing back.
    try laptop.take(
      "a.txt", "Interview with Borealis Oy, 20 March 2026\nMet Zebulon Quillfeather.\nHe asked about Kafka.\n")
    #expect(Canary.left(in: laptop) == [])
    #expect(try laptop.store.all(Person.self).isEmpty)
  }

  @Test func `a note goes with what was read from it, and the same file is not read again`() throws {
    let laptop = try Laptop(seed: 2)
    let text = "Interview with Borealis Oy, 20 March 2026\nHe asked about Hüttenberg, and why I left.\n"
    try laptop.take("a.txt", text)
    try Canary.forget(laptop, "a.txt")
    #expect(Canary.left(in: laptop) == [])
    try laptop.take("a.txt", text)
    #expect(Canary.left(in: laptop) == [])
  }

  @Test func `two machines that forget the same at once agree, and the file that said it brings nothing back`() throws {
    let (laptop, desktop) = (try Laptop(seed: 8), try Laptop(seed: 9, name: "desktop"))
    let text = "Interview with Borealis Oy, 20 March 2026\nMet Zebulon Quillfeather, Head of Platform.\n"
    try laptop.take("a.txt", text)
    _ = try desktop.receive(laptop)
    for machine in [laptop, desktop] { try Canary.forget(machine, "zebulon") }
    for _ in 0..<2 {
      _ = try laptop.receive(desktop)
      _ = try desktop.receive(laptop)
    }
    #expect(try laptop.view() == desktop.view())
    for machine in [laptop, desktop] {
      try machine.take("a.txt", text)
      #expect(try machine.store.all(Person.self).isEmpty)
      #expect(Canary.left(in: machine) == [])
      #expect(try machine.store.checkup().flatMap(\.problems) == [])
    }
  }

  @Test func `an older backup restored brings nothing back`() throws {
    let laptop = try Laptop(seed: 3)
    let acme = try laptop.create("organisation", ["name": "Acme"])
    _ = try Canary.person(laptop)
    try laptop.write(acme, notes: "Zebulon's friend works there.\nSalary 60k.")
    let old = try laptop.export("old.afterword")
    try Canary.forget(laptop, "zebulon")
    try laptop.store.close()
    _ = try Store.restore(try BundleInput(old), laptop.store.environment)
    #expect(Canary.left(in: laptop) == [])
    let store = try Store(laptop.store.environment)
    #expect(try store.all(Organisation.self).map(\.notes) == ["███████'s friend works there.\nSalary 60k."])
    #expect(try store.checkup().flatMap(\.problems) == [])
  }

  @Test func `a shared folder is written anew, and files with the words go`() throws {
    let (laptop, desktop) = (try Laptop(seed: 4), try Laptop(seed: 5, name: "desktop"))
    let shared = try SharedFolder()
    _ = try Canary.person(laptop)
    try laptop.sync(shared.path)
    try desktop.sync(shared.path)
    _ = try desktop.create("organisation", ["name": "Acme", "sector": "where Zebulon was"])
    try desktop.sync(shared.path)
    try Canary.forget(laptop, "zebulon quillfeather")
    for machine in [laptop, desktop, laptop, desktop] { try machine.sync(shared.path) }
    for name in shared.names {
      let fresh = try Laptop(seed: 6)
      _ = try fresh.take(shared.file(name))
      #expect(Canary.left(in: fresh) == [], "\(name)")
    }
  }
}
