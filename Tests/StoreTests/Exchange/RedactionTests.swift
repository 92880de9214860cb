import BundleFile
import Foundation
import Merge
import Model
import Testing

@testable import Store

@Suite struct RedactionTests {
  private func laptop() throws -> Laptop {
    let laptop = try Laptop(seed: 1, name: "canary-host")
    let acme = try laptop.create("organisation", ["name": "Canaryworks Ltd", "website": "https://canary.example"])
    let dana = try laptop.create(
      "person",
      [
        "name": "Dana Canarfield", "email": "dana@canary.example", "phone": "+44 20 7946 0958",
        "address": "1 Canary Wharf",
      ])
    _ = try laptop.create("setting", ["name": "name", "value": "Casey Canarson"])
    try laptop.set(dana, "name", "Dana Canarfield-Lee")
    _ = try laptop.store.write { door in
      let opportunity = Subject(kind: "opportunity", id: laptop.store.environment.freshID())
      let finding = Subject(kind: "finding", id: laptop.store.environment.freshID())
      return try door.apply(
        "add",
        [
          CellWrite(opportunity, "organisation", .set(.reference(acme)), shown: .everything),
          CellWrite(opportunity, "role", .set(.string("Engineer at CANARYWORKS")), shown: .everything),
          CellWrite(opportunity, "compensation", .set(.string("canary 93,500")), shown: .everything),
          CellWrite(
            opportunity, "notes",
            .text(
              bases: [],
              whole: """
                Dana's lunch with dana canarfield, mail dana@canary.example or call +44 20 7946 0958.
                Casey asked for £93,500 (93.5k); see https://canary.example/offer
                The weather was fine on 2026-11-20 at 14:30.
                """), shown: .everything),
          CellWrite(
            finding, "text", .set(.string("Dána said: canaryworks needs a lead")), shown: .everything),
        ])
    }
    return laptop
  }

  private func texts(_ path: String) throws -> [String] {
    var texts: [String] = []
    _ = try BundleInput(path).read { transaction in
      for change in transaction.changes { texts.append("\(change.subject) \(change.field) \(change.operation)") }
    }
    return texts
  }

  @Test func `nothing that tells who and where is in a redacted copy, and what was learned is`() throws {
    let laptop = try laptop()
    let path = laptop.path("coach.afterword")
    _ = try laptop.store.exportRedacted(to: path, replace: false)
    let all = try texts(path).joined(separator: "\n")
    for canary in ["canar", "dana", "dána", "casey", "93", "7946", "wharf", "example"] {
      #expect(!all.lowercased().contains(canary), "\(canary) in \(all)")
    }
    #expect(all.contains("The weather was fine on 2026-11-20 at 14:30."))
    #expect(all.contains("Person 1 said: Organisation 1 needs a lead"))
    #expect(all.contains("Engineer at Organisation 1"))
  }

  @Test func `two redacted copies share no identity with the store or each other`() throws {
    let laptop = try laptop()
    var seen: Set<String> = []
    for name in ["one.afterword", "two.afterword"] {
      _ = try laptop.store.exportRedacted(to: laptop.path(name), replace: false)
      var ids: Set<String> = []
      let report = try BundleInput(laptop.path(name)).read { transaction in
        for change in transaction.changes { ids.insert(change.subject.id.description) }
      }
      ids.insert(report.head.streams[0].incarnation.description)
      #expect(seen.isDisjoint(with: ids))
      seen.formUnion(ids)
    }
    for kind in Registry.kinds {
      for row in try laptop.store.read({ try $0.shownRows(kind) }) {
        #expect(!seen.contains(row.subject.id.description))
      }
    }
  }

  @Test func `no store takes a redacted copy in`() throws {
    let laptop = try laptop()
    let path = laptop.path("coach.afterword")
    _ = try laptop.store.exportRedacted(to: path, replace: false)
    let other = try Laptop(seed: 2, name: "other")
    #expect(throws: BundleRefusal.redacted(path: path)) { try other.take(path) }
    try other.store.close()
    #expect(throws: BundleRefusal.redacted(path: path)) {
      try Store.restore(try BundleInput(path), other.store.environment)
    }
  }

  @Test func `every field that a redacted copy carries exists`() {
    for (name, fields) in RedactedFields.carried {
      for field in fields { #expect(Registry.kind(name)?.field(field) != nil, "\(name).\(field)") }
    }
  }
}
