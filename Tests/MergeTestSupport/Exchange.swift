package import Merge

/// Machines exchanging bundles until none has news for another, and the laws that hold then.
package enum Exchange {
  /// A bundle of whole transactions in any order; a partial one holds a random stretch of every stream.
  package static func bundle(_ machine: ObservedMachine, _ random: Randomness, isPartial: Bool = false) throws
    -> [Transaction]
  {
    let streams = Dictionary(grouping: try machine.machine.log, by: \.incarnation).sorted { $0.key < $1.key }
    var bundle: [Transaction] = []
    for stream in streams.map({ $0.value.sorted { $0.tip < $1.tip } }) {
      let cuts =
        isPartial ? [random.within(0...stream.count), random.within(0...stream.count)].sorted() : [0, stream.count]
      bundle += stream[cuts[0]..<cuts[1]]
    }
    return random.shuffled(bundle)
  }

  /// Every pair in random order, again until all hold the same.
  package static func all(_ machines: [ObservedMachine], _ random: Randomness) throws {
    for _ in 0..<20 {
      let pairs = machines.flatMap { a in machines.filter { $0 !== a }.map { (a, $0) } }
      for (from, to) in random.shuffled(pairs) { try to.machine.receive(bundle(from, random)) }
      let held = try machines.map { Set(try $0.machine.log.map(\.tip)) }
      if held.allSatisfy({ $0 == held.first }) { return }
    }
  }

  /// What a machine shows equals what the slow model makes of its log from scratch.
  package static func checkRebuild(_ machine: ObservedMachine) throws {
    let live = try machine.machine.history
    let log = try machine.machine.log.sorted { $0.hash < $1.hash }
    let fresh = History(log, schema: live.schema, mutations: live.mutations)
    try expect(fresh.transactions.count == live.transactions.count, "rebuild: another closed set")
    for cell in fresh.cells.keys {
      let same = Set(fresh.heads(of: cell).map(\.reference)) == Set(live.heads(of: cell).map(\.reference))
      try expect(same, "rebuild: other heads", "\(cell)")
    }
    let (view, slow) = (try machine.view(), fresh.view())
    try expect(view == slow, "rebuild: another view", view.difference(from: slow))
  }
}
