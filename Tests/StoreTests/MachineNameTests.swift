import BundleFile
import Foundation
import Model
import Testing

@testable import Store

/// Two machines of equal name, as two fresh Debian systems are.
@Suite struct MachineNameTests {
  private func pair() throws -> (Laptop, Laptop, Subject) {
    let first = try Laptop(seed: 1, name: "debian", clock: 1_700_000_000_000)
    let second = try Laptop(seed: 2, name: "debian", clock: 1_700_000_100_000)
    let acme = try first.create("organisation", ["name": "Acme"])
    _ = try second.receive(first)
    _ = try second.create("organisation", ["name": "Zenith"])
    _ = try first.receive(second)
    return (first, second, acme)
  }

  private func names(_ laptop: Laptop) throws -> [String] { try laptop.store.machines().map(\.name) }

  @Test func `machines of equal name are told apart alike on both`() throws {
    let (first, second, acme) = try pair()
    #expect(try names(first) == ["debian", "debian (2)"])
    #expect(try names(second) == ["debian (2)", "debian"])
    try first.set(acme, "name", "Acme Ltd")
    try second.set(acme, "name", "Acme plc")
    _ = try first.receive(second)
    _ = try second.receive(first)
    for machine in [first, second] {
      let conflict = try #require(try machine.store.openConflicts().first)
      #expect(Set(conflict.answers.compactMap { $0.author?.machine }) == ["debian", "debian (2)"])
      #expect(Set(try machine.store.history(limit: nil).map(\.machine)) == ["debian", "debian (2)"])
    }
  }

  @Test func `what is exported for another machine never leaves out what only this one has`() throws {
    let (first, second, acme) = try pair()
    try first.set(acme, "website", "new.example")
    #expect(throws: ExportError.isThisMachine("debian", others: ["debian (2)"])) {
      try first.export("x.afterword", .sinceMachine("Debian"))
    }
    try second.take(try first.export("x.afterword", .sinceMachine("debian (2)")))
    #expect(try second.view() == first.view())
  }

  @Test func `a machine takes another name everywhere, keeps it, and the change can be undone`() throws {
    let (first, second, _) = try pair()
    #expect(throws: MachineNameError.isTaken("debian")) { try second.store.nameMachine("debian", command: "name") }
    let receipt = try #require(try second.store.nameMachine("desktop", command: "machine name desktop"))
    _ = try first.receive(second)
    #expect(try names(first) == ["debian", "desktop"] && second.store.ownMachineName() == "desktop")
    #expect(try names(second) == ["desktop", "debian"])
    #expect(try first.store.conflicts().isEmpty)
    _ = try second.store.undo(.transaction(receipt.name))
    #expect(try names(second) == ["debian (2)", "debian"])
    _ = try second.store.nameMachine("desktop", command: "machine name desktop")
    // A backup that is restored on the same machine goes on under its name.
    let backup = try second.export("backup.afterword")
    try second.store.close()
    _ = try Store.restore(try BundleInput(backup), second.store.environment)
    let restored = try Store(second.store.environment)
    _ = try restored.set("acme", [Assignment("sector=tools")], command: "set")
    #expect(try restored.machines().map(\.name) == ["desktop", "debian"])
  }

  @Test func `a machine may be named before it has written anything`() throws {
    let laptop = try Laptop(seed: 3, name: "debian")
    _ = try laptop.store.nameMachine("tablet", command: "machine name tablet")
    _ = try laptop.create("organisation", ["name": "Acme"])
    #expect(try names(laptop) == ["tablet"])
    #expect(try laptop.store.conflicts().isEmpty)
  }
}
