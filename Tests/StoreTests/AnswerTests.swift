import Model
import Testing

@testable import Store

/// Conflicts as people answer them.
@Suite struct AnswerTests {
  /// Two machines that call one company differently, and hold both.
  private func conflict() throws -> (laptop: Laptop, desktop: Laptop, acme: Subject) {
    let laptop = try Laptop(seed: 21)
    let desktop = try Laptop(seed: 22, name: "desktop", clock: 1_700_000_100_000)
    let acme = try laptop.create("organisation", ["name": "Acme"])
    _ = try desktop.receive(laptop)
    try laptop.set(acme, "name", "Acme Ltd")
    try desktop.set(acme, "name", "Acme GmbH")
    _ = try desktop.receive(laptop)
    _ = try laptop.receive(desktop)
    return (laptop, desktop, acme)
  }

  @Test func `both machines list the same conflict with the same codes`() throws {
    let (laptop, desktop, _) = try conflict()
    let left = try laptop.store.openConflicts(), right = try desktop.store.openConflicts()
    #expect(left.map(\.title) == right.map(\.title))
    #expect(left.flatMap(\.answers).map(\.code) == right.flatMap(\.answers).map(\.code))
    #expect(left.first?.answers.map(\.text) == ["Acme GmbH", "Acme Ltd"])
    #expect(left.first?.answers.map(\.isShown) == [true, false])
    #expect(left.first?.answers.compactMap(\.author?.machine) == ["desktop", "laptop"])
  }

  @Test func `rows that are called the same are told apart by their identities`() throws {
    let laptop = try Laptop(seed: 23), desktop = try Laptop(seed: 24, name: "desktop")
    let dana = try laptop.create("person", ["name": "Dana"])
    _ = try desktop.receive(laptop)
    let companies = try [laptop, desktop].map { machine in
      let acme = try machine.create("organisation", ["name": "Acme"])
      _ = try machine.store.set(dana.id.short, [Assignment("organisation=\(acme.id.short)")], command: "set")
      return acme
    }
    _ = try laptop.receive(desktop)
    let answers = try #require(try laptop.store.openConflicts().first).answers.map(\.text)
    #expect(Set(answers) == Set(companies.map { "Acme (\($0.id.short))" }))
  }

  @Test func `an answer by code settles the conflict on both machines`() throws {
    let (laptop, desktop, acme) = try conflict()
    let code = try #require(try laptop.store.openConflicts().first?.answers.last?.code)
    _ = try laptop.store.answer(code: code, command: "resolve")
    _ = try desktop.receive(laptop)
    for machine in [laptop, desktop] {
      #expect(try machine.store.openConflicts().isEmpty)
      #expect(try machine.store.title(of: acme) == "Acme Ltd")
    }
  }

  @Test func `a code is refused once the conflict has changed`() throws {
    let (laptop, desktop, acme) = try conflict()
    let code = try #require(try laptop.store.openConflicts().first?.answers.last?.code)
    _ = try desktop.store.answer(acme.id.short, Assignment("name=Acme SE"), command: "resolve")
    _ = try laptop.receive(desktop)
    #expect(throws: RequestError.self) { try laptop.store.answer(code: code, command: "resolve") }
  }

  @Test func `what arrives while a person thinks stays in conflict`() throws {
    let (laptop, desktop, _) = try conflict()
    let third = try Laptop(seed: 23, name: "tablet", clock: 1_700_000_200_000)
    _ = try third.receive(desktop)
    let opened = try #require(try laptop.store.openConflicts().first)
    try third.set(opened.subject, "name", "Acme SA")
    _ = try laptop.receive(third)
    _ = try laptop.store.answer(opened, opened.answers[0], command: "resolve")
    let left = try #require(try laptop.store.openConflicts().first)
    #expect(Set(left.answers.map(\.text)) == ["Acme GmbH", "Acme SA"])
  }

  @Test func `deleted here and edited there is kept or deleted by one answer`() throws {
    for (text, survives) in [("keep it", true), ("delete it", false)] {
      let laptop = try Laptop(seed: 31)
      let desktop = try Laptop(seed: 32, name: "desktop")
      let acme = try laptop.create("organisation", ["name": "Acme"])
      _ = try desktop.receive(laptop)
      _ = try laptop.store.delete(try laptop.store.askDelete("acme"), command: "delete")
      try desktop.set(acme, "sector", "tools")
      _ = try laptop.receive(desktop)
      let open = try #require(try laptop.store.openConflicts().first)
      #expect(open.about == .deletedAndEdited)
      let answer = try #require(open.answers.first { $0.text == text })
      _ = try laptop.store.answer(code: answer.code, command: "resolve")
      #expect(try laptop.store.openConflicts().isEmpty)
      #expect(try laptop.store.shownRow(acme)?.isShown == survives)
    }
  }

  @Test func `a row kept by a part of it is explained, and brought back or deleted`() throws {
    for (text, survives) in [("bring it back", true), ("delete it with its parts", false)] {
      let laptop = try Laptop(seed: 41)
      let desktop = try Laptop(seed: 42, name: "desktop")
      let acme = try laptop.create("organisation", ["name": "Acme"])
      _ = try desktop.receive(laptop)
      _ = try laptop.store.delete(try laptop.store.askDelete("acme"), command: "delete")
      let job = try desktop.store.add(
        try KindName.find("opportunity"), [Assignment("role=Engineer"), Assignment("organisation=acme")],
        command: "add")
      _ = try laptop.receive(desktop)
      let open = try #require(try laptop.store.openConflicts().first)
      #expect(open.about == .kept(by: "Acme — Engineer"))
      let answer = try #require(open.answers.first { $0.text == text })
      _ = try laptop.store.answer(code: answer.code, command: "resolve")
      #expect(try laptop.store.openConflicts().isEmpty)
      #expect(try laptop.store.shownRow(job.subject)?.isShown == survives)
      #expect(try laptop.store.shownRow(acme)?.isShown == survives)
    }
  }

  @Test func `a contested text opens with both versions marked, and saving it without marks settles it`() throws {
    let laptop = try Laptop(seed: 51)
    let desktop = try Laptop(seed: 52, name: "desktop")
    _ = try laptop.create("organisation", ["name": "Acme"])
    _ = try laptop.store.set("acme", [Assignment("notes=one\ntwo\nthree")], command: "set")
    _ = try desktop.receive(laptop)
    _ = try laptop.store.set("acme", [Assignment("notes=one\nTWO\nthree")], command: "set")
    _ = try desktop.store.set("acme", [Assignment("notes=one\nzwei\nthree")], command: "set")
    _ = try laptop.receive(desktop)
    let row = try laptop.store.openForEditing("acme", field: "notes")
    #expect(row.isContested)
    for expected in ["TWO", "zwei", "written on laptop", "written on desktop"] { #expect(row.text.contains(expected)) }
    #expect(throws: RequestError.self) { try laptop.store.save(row, edited: row.text + "more\n", command: "edit") }
    _ = try laptop.store.save(row, edited: "one\nTWO and zwei\nthree\n", command: "edit")
    #expect(try laptop.store.openConflicts().isEmpty)
    _ = try desktop.receive(laptop)
    #expect(try desktop.store.openConflicts().isEmpty)
    #expect(try desktop.store.detail("acme").parts.last?.text == "one\nTWO and zwei\nthree")
  }
}
