import Foundation
import Model
import Testing

@testable import Store

/// A row as it was at a moment, whatever became of it since.
@Suite struct AsOfTests {
  private func shown(_ laptop: Laptop, _ row: Subject, _ moment: Int) throws -> [String: String] {
    let detail = try laptop.store.detail(row.id.description, asOf: moment)
    return Dictionary(uniqueKeysWithValues: detail.parts.map { ($0.field.name, $0.text) })
  }

  @Test func `each moment has its own fields and texts, before a delete and after it`() throws {
    let laptop = try Laptop(seed: 41)
    let moment = { laptop.store.environment.now() }
    let before = moment()
    let acme = try laptop.create("organisation", ["name": "Acme", "sector": "rail"])
    try laptop.write(acme, notes: "one\ntwo")
    let first = moment()
    try laptop.set(acme, "sector", "tools")
    try laptop.write(acme, notes: "one\ntwo b")
    let second = moment()
    _ = try laptop.store.delete(try laptop.store.askDelete("acme"), command: "delete")
    let third = moment()
    #expect(throws: RequestError.self) { try shown(laptop, acme, before) }
    #expect(try shown(laptop, acme, first) == ["name": "Acme", "sector": "rail", "notes": "one\ntwo"])
    #expect(try shown(laptop, acme, second) == ["name": "Acme", "sector": "tools", "notes": "one\ntwo b"])
    #expect(try laptop.store.detail(acme.id.description, asOf: second).title == "Acme")
    #expect(try laptop.store.detail(acme.id.description, asOf: third).title == "(deleted) Acme")
  }

  @Test func `what two machines said then is a conflict then, though it was answered since`() throws {
    let laptop = try Laptop(seed: 42)
    let desktop = try Laptop(seed: 43, name: "desktop")
    let acme = try laptop.create("organisation", ["name": "Acme"])
    _ = try desktop.receive(laptop)
    try laptop.set(acme, "sector", "rail")
    try desktop.set(acme, "sector", "tools")
    _ = try laptop.receive(desktop)
    let contested = laptop.store.environment.now()
    _ = try laptop.store.write { door in
      guard let info = Registry.kind(acme.kind)?.field("sector"), let row = try door.session.snapshot(acme) else {
        return nil
      }
      return try door.apply("answer", Edits(session: door.session).edit(row, info, .value(.string("rail"))))
    }
    #expect(try laptop.store.conflicts().isEmpty)
    let part = try laptop.store.detail("acme", asOf: contested).parts.first { $0.field.name == "sector" }
    #expect(part?.others.count == 1)
  }
}
