import Foundation
import GRDB
import Model
import Testing

@testable import Store

/// Rows asked for, changed, undone and found again.
@Suite struct RequestTests {
  @Test func `what an editor leaves unchanged saves nothing, for every kind of row`() throws {
    let laptop = try Laptop(seed: 61)
    let store = laptop.store
    let rows = [
      ["organisation", "name=Acme", "notes=a\nb\n"], ["person", "name=Dana", "tags=a b,c", "organisation=acme"],
      ["opportunity", "role=Engineer", "organisation=acme", "runner_up=yes", "deadline=2026-05-01"],
      ["interview", "opportunity=acme", "start=2026-04-21T09:30 Europe/London"],
      ["finding", "interview=acme", "kind=objection", "text=two\nlines: here\n# not a remark"],
      ["setting", "name=cap", "value=3"],
    ]
    for row in rows {
      let kind = try KindName.find(row[0])
      let made = try store.add(kind, try row.dropFirst().map { try Assignment($0) }, command: "add").subject
      for field in [nil] + kind.fields.filter({ !$0.isBlob }).map({ Optional($0.name) }) {
        let open = try store.openForEditing("\(made.kind):\(made.id.short)", field: field)
        #expect(try store.save(open, edited: open.text, command: "edit") == nil, "\(made.kind) \(field ?? "")")
        #expect(try store.save(open, edited: open.text.replacing("\n", with: "\r\n"), command: "edit") == nil)
      }
    }
  }

  @Test func `any text from an editor is saved or refused`() throws {
    let laptop = try Laptop(seed: 62)
    _ = try laptop.create("person", ["name": "Dana"])
    for text in ["", ":", "name", "--- notes", "--- ", "  x", "name:\n  a\n  b", "\u{0}", "nosuch: 1", "#"] {
      let open = try laptop.store.openForEditing("dana", field: nil)
      do {
        let saved = try laptop.store.save(open, edited: text, command: "edit")
        if saved?.receipt != nil { _ = try laptop.store.undo(.last) }
      } catch is RequestError {}
    }
  }

  @Test func `a part of either row of two joined ones is listed`() throws {
    let laptop = try Laptop(seed: 13)
    let store = laptop.store
    let opportunities = try ["Engineer", "Tester"].map { role in
      let made = try store.add(try KindName.find("opportunity"), [Assignment("role=\(role)")], command: "add").subject
      let promise = try [Assignment("opportunity=\(made.id.short)"), Assignment("text=for \(role)")]
      _ = try store.add(try KindName.find("promise"), promise, command: "add")
      return made.id.short
    }
    _ = try store.join(opportunities[0], opportunities[1])
    let listed = try store.list(try KindName.find("promise"), [], includingArchived: false)
    #expect(listed.count == 2)
    _ = try store.set(opportunities[1], [Assignment("archived=yes")], command: "set")
    #expect(try store.list(try KindName.find("promise"), [], includingArchived: false).isEmpty)
  }

  @Test func `a machine keeps its name when its first transaction is undone`() throws {
    let laptop = try Laptop(seed: 12)
    _ = try laptop.create("person", ["name": "Dana"])
    #expect(try laptop.store.undo(.last).undone.count == 1)
    #expect(try laptop.store.history(limit: nil).map(\.machine) == ["laptop", "laptop"])
  }

  @Test func `an undo and a redo bring back what was`() throws {
    let laptop = try Laptop(seed: 63)
    _ = try laptop.create("person", ["name": "Dana"])
    _ = try laptop.store.set("dana", [Assignment("title=CTO"), Assignment("tags=+warm")], command: "set")
    let before = try laptop.store.detail("dana").parts.map(\.text)
    #expect(try laptop.store.undo(.last).changes == 2)
    #expect(try laptop.store.detail("dana").parts.map(\.text) == ["Dana"])
    _ = try laptop.store.undo(.redo)
    #expect(try laptop.store.detail("dana").parts.map(\.text) == before)
  }

  /// Three people, each imported by a transaction of one batch.
  private func imported(seed: UInt64) throws -> (laptop: Laptop, second: HistoryEntry) {
    let laptop = try Laptop(seed: seed)
    for name in ["a", "b", "c"] {
      var person = Person(id: laptop.store.environment.freshID())
      person.name = name
      try laptop.store.save("import \(name)", batch: Batch.importPrefix + "1", [RowEdit(new: person)])
    }
    return (laptop, try #require(try laptop.store.history(limit: nil).first { $0.command == "import b" }))
  }

  @Test func `an import is undone and redone as a whole`() throws {
    let (laptop, _) = try imported(seed: 64)
    for (request, expected) in [(UndoRequest.last, 0), (.redo, 3), (.last, 0), (.redo, 3), (.last, 0), (.redo, 3)] {
      #expect(try laptop.store.undo(request).undone.count == 3)
      #expect(try laptop.store.all(Person.self).count == expected)
    }
  }

  @Test func `one transaction of an import is undone alone, then the rest of it`() throws {
    let (laptop, second) = try imported(seed: 71)
    _ = try laptop.store.undo(.transaction(second.name))
    #expect(try laptop.store.all(Person.self).compactMap(\.name).sorted() == ["a", "c"])
    #expect(try laptop.store.undo(.batch(second.name)).undone.count == 3)
    #expect(try laptop.store.all(Person.self).isEmpty)
  }

  @Test func `a promise that slips keeps its earlier days`() throws {
    let laptop = try Laptop(seed: 65)
    _ = try laptop.store.add(
      try KindName.find("promise"), [Assignment("text=call"), Assignment("due=2026-05-01")], command: "add")
    for day in ["2026-05-04", "2026-05-08"] {
      _ = try laptop.store.set("promise:call", [Assignment("due=\(day)")], command: "set")
    }
    #expect(try laptop.store.all(Promise.self).first?.slips == ["2026-05-01", "2026-05-04"])
  }

  @Test func `a search finds what was written, merged and undone, and follows a rebuild`() throws {
    let laptop = try Laptop(seed: 66)
    let desktop = try Laptop(seed: 67, name: "desktop")
    let dana = try laptop.create("person", ["name": "Dana Müller"])
    #expect(try laptop.store.find(["muller"], limit: 10).map(\.subject) == [dana])
    _ = try desktop.receive(laptop)
    _ = try desktop.store.set("dana", [Assignment("notes=likes graphs")], command: "set")
    _ = try laptop.receive(desktop)
    #expect(try laptop.store.find(["graph", "dana"], limit: 10).count == 1)
    #expect(try laptop.store.find(["\"", "AND", "dana"], limit: 10).isEmpty)
    try laptop.store.rebuild()
    #expect(try laptop.store.find(["graph"], limit: 10).count == 1)
    _ = try laptop.store.delete(try laptop.store.askDelete("dana"), command: "delete")
    #expect(try laptop.store.find(["graph"], limit: 10).isEmpty)
    #expect(throws: RequestError.self) { try laptop.store.find(["-", "*"], limit: 10) }
  }

  @Test func `a sound store passes its checkup, and tables out of step are found and repaired`() throws {
    let laptop = try Laptop(seed: 68)
    _ = try laptop.create("person", ["name": "Dana"])
    #expect(try laptop.store.checkup().allSatisfy(\.problems.isEmpty))
    try laptop.store.alone { try $0.execute(sql: "UPDATE person SET name = 'Mallory'") }
    #expect(try laptop.store.checkup().flatMap(\.problems) == ["table person is out of step"])
    try laptop.store.repair()
    #expect(try laptop.store.checkup().allSatisfy(\.problems.isEmpty))
    #expect(try laptop.store.all(Person.self).first?.name == "Dana")
  }

  @Test func `a change that was tampered with breaks the chain`() throws {
    let laptop = try Laptop(seed: 69)
    _ = try laptop.create("person", ["name": "Dana"])
    try laptop.store.alone { try $0.execute(sql: "UPDATE change SET payload = 'Mallory' WHERE payload = 'Dana'") }
    laptop.store.forgetSession()
    #expect(try laptop.store.checkup()[1].problems.count == 1)
    #expect { try laptop.export("a.afterword") } throws: {
      if case StoreError.damaged(let what) = $0 { what.contains("does not match its hash") } else { false }
    }
    #expect(!FileManager.default.fileExists(atPath: laptop.path("a.afterword")))
  }

  @Test func `duplicates are companies by domain or name, people by address or name and company`() throws {
    let laptop = try Laptop(seed: 70)
    let store = laptop.store
    for words in [
      ["name=Acme GmbH"], ["name=ACME", "website=www.acme.example"],
      ["name=Other", "website=https://acme.example/jobs"],
    ] {
      _ = try store.add(try KindName.find("organisation"), try words.map { try Assignment($0) }, command: "add")
    }
    _ = try store.add(
      try KindName.find("person"), [Assignment("name=Dana"), Assignment("email=d@x.example")], command: "add")
    _ = try store.add(
      try KindName.find("person"), [Assignment("name=D. W."), Assignment("email=D@X.example")], command: "add")
    #expect(Set(try store.duplicates().map(\.reason)) == ["same web domain", "same name", "same e-mail address"])
  }
}
