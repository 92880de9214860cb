import Testing

@testable import Store

/// Scenario 16's warning: a wrong clock stops nothing, and the machine is named.
@Suite struct ClockTests {
  private static let now = 1_700_000_000_000

  @Test(arguments: [(2_130_000_000_000, ["desktop"], []), (0, [], ["desktop"]), (now + 3_600_000, [], [])])
  func `a machine whose clock is in 2037 or in 1970 is named, one an hour off is not`(
    clock: Int, ahead: [String], behind: [String]
  ) throws {
    let laptop = try Laptop(seed: 1, clock: Self.now)
    let desktop = try Laptop(seed: 2, name: "desktop", clock: clock)
    let acme = try laptop.create("organisation", ["name": "Acme"])
    _ = try desktop.receive(laptop)
    try desktop.set(acme, "sector", "rail")
    _ = try laptop.receive(desktop)
    try laptop.set(acme, "sector", "tools")
    let status = try laptop.store.status()
    #expect(status.clocksAhead == ahead && status.clocksBehind == behind)
    #expect(status.conflicts == 0)
  }
}
