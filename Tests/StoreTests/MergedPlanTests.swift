import Model
import Playbook
import SeededNumbers
import Testing

@testable import Store

/// Law: two machines that have exchanged everything plan the same.
@Suite struct MergedPlanTests {
  @Test(arguments: 1...2 as ClosedRange<UInt64>)
  func `two machines that act each for itself plan the same after every exchange`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let start = try day("2026-04-15")
    let machines = [try Laptop(seed: seed), try Laptop(seed: seed + 100, name: "desktop")]
    for machine in machines { machine.store.today = start }
    var search = RandomSearch(seed: seed, today: start)
    try machines[0].store.save("fill", search.edits(opportunities: 10))
    _ = try machines[1].receive(machines[0])
    for offset in 0..<56 {
      for machine in machines {
        machine.store.today = start + offset
        try act(machine.store, &random)
      }
      guard offset % 7 == 6 else { continue }
      _ = try machines[0].receive(machines[1])
      _ = try machines[1].receive(machines[0])
      let plans = try machines.map { try $0.store.agenda().items }
      #expect(plans[0] == plans[1], "seed \(seed), \(start + offset)")
    }
  }

  /// Says something of a follow-up that can be done, or notes what was heard.
  private func act(_ store: Store, _ random: inout SplitMix) throws {
    let agenda = try store.agenda()
    guard let item = agenda.doable.randomElement(using: &random) else { return }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: try store.done([item], command: "done")
    case 1: try store.skip([item], command: "skip")
    case 2: try store.snooze([item], until: store.today + 3, command: "snooze")
    case 3:
      guard let person = item.person else { return }
      var entry = TouchEntry(channel: .email, person: person, day: store.today)
      entry.direction = Direction.allCases.randomElement(using: &random) ?? .sent
      entry.form = item.draft?.rawValue
      _ = try store.log(entry, command: "log")
    case 4:
      guard let opportunity = item.opportunity.flatMap({ agenda.facts.opportunities[$0] }) else { return }
      let next = News.What.next(step: "a decision", first: store.today + 9, last: nil)
      _ = try store.hear(News(next, of: opportunity, on: store.today), command: "heard")
    default: break
    }
  }
}
