import Testing

@testable import Store

@Suite struct TwoMachinesTests {
  @Test func `concurrent edits of one field are both kept and listed on both sides`() throws {
    let laptop = try Laptop(seed: 1)
    let desktop = try Laptop(seed: 2, name: "desktop")
    let acme = try laptop.create("organisation", ["name": "Acme", "sector": "tools"])
    #expect(try desktop.receive(laptop).newTransactions == 1)
    try laptop.set(acme, "name", "Acme Ltd")
    try desktop.set(acme, "name", "Acme GmbH")
    #expect(try desktop.receive(laptop).newChanges == 1)
    #expect(try laptop.receive(desktop).newTransactions == 1)
    #expect(try laptop.receive(desktop).newChanges == 0)
    for machine in [laptop, desktop] {
      let conflicts = try machine.store.conflicts()
      #expect(conflicts.count == 1)
      #expect(conflicts.first?.entries.count == 2)
    }
    let before = try laptop.store.conflicts().map(\.about)
    #expect(try desktop.store.conflicts().map(\.about) == before)
    try laptop.store.rebuild()
    #expect(try laptop.store.conflicts().map(\.about) == before)
  }
}
