import Merge
import Model
import Testing

@testable import Store

@Suite struct WaitingTests {
  @Test func `what waits is named with the changes it waits for`() throws {
    let (laptop, desktop) = (try Laptop(seed: 1), try Laptop(seed: 2, name: "desktop"))
    let acme = try laptop.create("organisation", ["name": "Acme"])
    _ = try desktop.receive(laptop)
    try desktop.set(acme, "sector", "tools")
    for number in 0..<5 { try laptop.set(acme, "sector", "s\(number)") }

    let other = try Laptop(seed: 3, name: "other")
    try give(Array(try log(desktop, of: "desktop")), to: other)
    // Its first transaction names the laptop and adds the row: changes 1 to 3.
    #expect(
      try other.store.status().waiting == [
        Waiting(machine: "desktop", changes: 3, gaps: [.init(machine: try laptopID(laptop), changes: 1...3)])
      ])
    let changes = try log(laptop, of: "laptop")
    try give([changes[0], changes[2], changes[5]], to: other)
    #expect(
      try other.store.status().waiting == [
        Waiting(
          machine: "laptop", changes: 2,
          gaps: [.init(machine: "laptop", changes: 4...4), .init(machine: "laptop", changes: 6...7)])
      ])
    try give(changes, to: other)
    #expect(try other.store.status().waiting.isEmpty)
  }

  private func log(_ from: Laptop, of machine: String) throws -> [Transaction] {
    var transactions: [Transaction] = []
    try from.store.send { transactions.append($0) }
    return try transactions.filter { try from.store.machineName($0.incarnation) == machine }.sorted {
      $0.first < $1.first
    }
  }

  /// A machine never met has no name yet.
  private func laptopID(_ laptop: Laptop) throws -> String {
    try laptop.store.incarnation()?.id.short ?? ""
  }

  private func give(_ transactions: [Transaction], to laptop: Laptop) throws {
    _ = try laptop.store.receive { take in for transaction in transactions { try take(transaction) } }
  }
}
