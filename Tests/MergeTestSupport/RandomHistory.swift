import Merge
import Model
import SeededNumbers

/// A random history: its machines follow from the seed, each step has a seed of its own, so that steps can be left out
/// without changing what the others draw.
package struct RandomHistory {
  package let seed: UInt64
  package var steps: [UInt64]

  package init(seed: UInt64) {
    self.seed = seed
    var generator = SplitMix(seed: seed)
    let count = Int.random(in: 15...60, using: &generator)
    steps = (0..<count).map { _ in generator.next() }
  }

  /// What a played history led to.
  package struct Outcome {
    package let world: World
    package let violation: Violation?
  }

  /// Plays the history and checks every law on the way.
  package func play(_ make: MachineFactory) throws -> Outcome {
    let world = try start(make)
    do {
      try play(world)
      return Outcome(world: world, violation: nil)
    } catch let violation as Violation {
      return Outcome(world: world, violation: violation)
    } catch {
      return Outcome(world: world, violation: Violation(law: "no command fails", detail: "\(error)"))
    }
  }

  private func start(_ make: MachineFactory) throws -> World {
    let random = Randomness(seed: seed ^ 0xA5A5)
    let older = Schema.current.without(kind: Person.kind).without(field: "website", of: Organisation.kind)
    let count = random.within(3...5)
    let hasOlder = random.fraction() < 0.2
    let names = (0..<count).map { index in
      (
        name: "m\(index)", skew: random.pick([0, 0, -500, 100_000]) ?? 0,
        schema: hasOlder && index == count - 1 ? older : .current
      )
    }
    let world = try World(names, random, make)
    world.isAboutTexts = random.fraction() < 0.25
    return world
  }

  private func play(_ world: World) throws {
    try world.seedRows()
    for step in steps {
      world.random.generator = SplitMix(seed: step)
      try world.step()
    }
    world.random.generator = SplitMix(seed: seed ^ 0x5A5A)
    try world.settle()
    try world.checkForks()
  }

  /// A history that breaks the same law and of which no step can be left out.
  package func shrunk(_ law: String, _ make: MachineFactory) throws -> RandomHistory {
    var best = self
    var size = max(1, steps.count / 2)
    while size >= 1 {
      let before = best.steps.count
      var at = 0
      while at < best.steps.count {
        var shorter = best
        shorter.steps.removeSubrange(at..<min(at + size, best.steps.count))
        if try shorter.play(make).violation?.law == law { best = shorter } else { at += size }
      }
      // A step may be needed only by one that went after it: single steps are tried until none goes.
      if size > 1 || best.steps.count == before { size /= 2 }
    }
    return best
  }

  /// For a violation: the seed, and the shortest script found that leads to it.
  package func report(_ violation: Violation, _ make: MachineFactory) throws -> String {
    let short = try shrunk(violation.law, make).play(make)
    let lines = ["seed \(seed): \(short.violation ?? violation)"] + short.world.script
    return lines.joined(separator: "\n  ")
  }
}
