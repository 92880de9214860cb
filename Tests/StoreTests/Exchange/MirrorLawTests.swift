import Foundation
import Merge
import Model
import SeededNumbers
import Testing

@testable import Store

/// Edits on both sides, disturbed in every way that a run can be: after it both sides say all of it, once.
@Suite struct MirrorLawTests {
  private struct Stopped: Error {}

  /// What a person's sides are to say.
  private struct Facts {
    var title: String?
    /// Nil where it is not told which is the first.
    var main: String?
    var emails: Set<String>
    var notes: [String]
  }

  /// A run as it may go: stopped before a step, or with an edit here before one.
  private enum Disturbance: CaseIterable { case none, stopped, edited, anew, otherName }

  private let number = Counter()

  private final class Counter {
    private var last = 0
    func next(_ word: String) -> String {
      last += 1
      return "\(word)\(last)"
    }
  }

  @Test(arguments: [UInt64(1), 2]) func `a year of edits and of runs that are cut short loses and doubles nothing`(
    seed: UInt64
  ) throws {
    let year = try MirroredYear(seed: seed)
    _ = try year.mirror()
    var facts: [RowID: Facts] = [:]
    for (place, id) in year.people.enumerated() {
      let notes = (0..<5).map { "line \(place) \($0)" }
      try year.set("notes", notes.joined(separator: "\n"), id)
      facts[id] = Facts(
        title: nil, main: "p\(place)@firm.example",
        emails: place % 2 == 0
          ? ["p\(place)@firm.example", "private\(place)@mail.example"] : ["p\(place)@firm.example"],
        notes: notes)
    }
    _ = try year.mirror()
    for week in 0..<25 {
      for id in year.people {
        var known = try #require(facts[id])
        try edit(&known, id, year)
        facts[id] = known
      }
      let disturbance = try #require(Disturbance.allCases.randomElement(using: &year.random))
      try run(year, disturbance, &facts)
      let told: Comment = "seed \(seed), week \(week), \(disturbance)"
      for id in year.people { try check(try #require(facts[id]), id, year, told) }
      #expect(try year.laptop.store.openConflicts().isEmpty, told)
      #expect(year.book.lost.isEmpty, told)
      #expect(year.book.files("contacts").count == 6, told)
      #expect(try year.laptop.store.all(Person.self).count == 6, told)
      let before = year.book.files("contacts").map { year.book.text("contacts/" + $0) }
      #expect(try year.mirror().isNothing, told)
      #expect(year.book.files("contacts").map { year.book.text("contacts/" + $0) } == before, told)
    }
  }

  /// Each fact on one side at most.
  private func edit(_ known: inout Facts, _ id: RowID, _ year: MirroredYear) throws {
    let (store, book, file) = (year.laptop.store, year.book, year.file(id))
    switch Int.random(in: 0..<10, using: &year.random) {
    case 0:
      known.title = number.next("Title ")
      try year.set("title", known.title ?? "", id)
    case 1:
      known.title = Bool.random(using: &year.random) ? number.next("Title ") : nil
      try book.set("TITLE", known.title, file, &year.random)
    case 2:
      known.title = nil
      try change(id, store) { $0.title = nil }
    case 3, 4:
      // The last line here, the first one there.
      known.notes[4] = number.next("here ")
      var text = try #require(try year.shown("notes", id)).split(separator: "\n").map(String.init)
      text[4] = known.notes[4]
      try year.set("notes", text.joined(separator: "\n"), id)
      known.notes[0] = number.next("there ")
      var lines = try #require(book.value("NOTE", file)).replacing("\\n", with: "\n").split(separator: "\n").map(
        String.init)
      lines[0] = known.notes[0]
      try book.set("NOTE", lines.joined(separator: "\\n"), file, &year.random)
    default: try editAddresses(&known, id, year)
    }
  }

  private func editAddresses(_ known: inout Facts, _ id: RowID, _ year: MirroredYear) throws {
    let (store, book, file) = (year.laptop.store, year.book, year.file(id))
    let new = number.next("new") + "@mail.example"
    let others = try #require(try store.one(Person.self, id)).otherEmails.sorted()
    switch Int.random(in: 0..<7, using: &year.random) {
    case 0:
      try change(id, store) { $0.otherEmails.insert(new) }
      known.emails.insert(new)
    case 1:
      var lines = book.lines(file)
      lines.insert("item1.EMAIL;TYPE=home:\(new)", at: lines.count - 1)
      try book.write(lines.joined(separator: "\n") + "\n", file)
      known.emails.insert(new)
    case 2:
      guard let main = known.main else { return }
      try change(id, store) { $0.email = new }
      known.emails.remove(main)
      known.emails.insert(new)
      known.main = new
    case 3:
      guard let main = known.main else { return }
      try change(id, store) { $0.email = nil }
      known.emails.remove(main)
      known.main = nil
    case 4:
      guard let gone = others.first else { return }
      try change(id, store) { $0.otherEmails.remove(gone) }
      known.emails.remove(gone)
    case 5:
      guard let gone = others.last, known.main != nil else { return }
      try book.write(book.lines(file).filter { !$0.hasSuffix(":" + gone) }.joined(separator: "\n") + "\n", file)
      known.emails.remove(gone)
    default:
      guard let main = known.main else { return }
      try book.write(
        book.lines(file).map { $0.hasSuffix(":" + main) ? $0.dropLast(main.count) + new : $0 }.joined(separator: "\n")
          + "\n", file)
      known.emails.remove(main)
      known.emails.insert(new)
      known.main = new
    }
  }

  private func change(_ id: RowID, _ store: Store, _ body: (inout Person) -> Void) throws {
    let old = try #require(try store.one(Person.self, id))
    var new = old
    body(&new)
    try store.save("set", [RowEdit(old: old, new: new)])
  }

  private func run(_ year: MirroredYear, _ disturbance: Disturbance, _ facts: inout [RowID: Facts]) throws {
    switch disturbance {
    case .none: _ = try year.mirror()
    case .anew:
      _ = try year.mirror()
      #expect(try year.mirror { $0.isAnew = true }.isNothing)
    case .otherName:
      let (old, new) = (year.book.folder, year.book.folder + "-moved")
      _ = try year.mirror()
      try FileManager.default.moveItem(atPath: old, toPath: new)
      #expect(try year.laptop.store.mirror(new, MirrorOptions()).isNothing)
      try FileManager.default.moveItem(atPath: new, toPath: old)
    case .stopped:
      var left = Int.random(in: 0..<6, using: &year.random)
      _ = try? year.mirror { options in
        options.begins = { _ in
          left -= 1
          if left < 0 { throw Stopped() }
        }
      }
      _ = try year.mirror()
    case .edited:
      let id = try #require(year.people.randomElement(using: &year.random))
      let step = try #require(MirrorStep.allCases.randomElement(using: &year.random))
      var known = try #require(facts[id])
      var isEdited = false
      _ = try year.mirror { options in
        options.begins = { begun in
          guard begun == step, !isEdited else { return }
          // A line that nobody else touched this week.
          known.notes[2] = number.next("meanwhile ")
          var text = try #require(try year.shown("notes", id)).split(separator: "\n").map(String.init)
          text[2] = known.notes[2]
          try year.set("notes", text.joined(separator: "\n"), id)
          isEdited = true
        }
      }
      facts[id] = known
      _ = try year.mirror()
    }
  }

  private func check(_ known: Facts, _ id: RowID, _ year: MirroredYear, _ told: Comment) throws {
    let (book, file) = (year.book, year.file(id))
    let person = try #require(try year.laptop.store.one(Person.self, id))
    #expect(person.title == known.title, told)
    #expect(book.value("TITLE", file) == known.title, told)
    #expect(person.notes == known.notes.joined(separator: "\n"), told)
    #expect(book.value("NOTE", file) == known.notes.joined(separator: "\\n"), told)
    #expect(person.otherEmails.union([person.email].compactMap(\.self)) == known.emails, told)
    let written = book.lines(file).filter { $0.hasPrefix("EMAIL") || $0.contains(".EMAIL") }
      .compactMap { $0.split(separator: ":").last.map(String.init) }
    #expect(Set(written) == known.emails && written.count == known.emails.count, told)
    guard let main = known.main else { return }
    #expect(person.email == main && written.first == main, told)
  }
}
