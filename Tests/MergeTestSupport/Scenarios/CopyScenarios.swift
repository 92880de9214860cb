import Merge
import Model

extension Scenario {
  /// A machine goes back to its backup and writes again; what it wrote before and after is all there.
  private static func restore(_ stage: Stage, wholeMachine: Bool) throws {
    let m = try stage.machines(3)
    try stage.set(m[0], "before", in: "sector")
    try stage.sync()
    let incarnation = m[0].machine.incarnation
    let backup = try m[0].machine.backup()
    try stage.set(m[0], "lost", in: "website")
    try stage.give(m[0], m[1])
    try m[0].machine.restore(backup, wholeMachine: wholeMachine)
    try stage.set(m[0], "again", in: "website")
    try stage.give(m[0], m[2])
    try stage.sync()
    try expect(Set(stage.values(m[2], "website")), is: ["lost", "again"], "both branches")
    try stage.set(m[0], "Paris")
    try stage.sync()
    try expect(m[0].machine.incarnation != incarnation, is: true, "a new name for what comes after")
  }

  static let copies = [
    Scenario(19, "a copied file writes under a name of its own and loses nothing") { stage in
      let m = try stage.machines(3)
      try stage.set(m[0], "rail", in: "sector")
      let copy = try stage.world.addCopy(of: m[0], named: "copy")
      try stage.set(m[0], "Paris")
      try stage.set(copy, "London")
      try stage.sync()
      try expect(Set(stage.values(m[2])), is: ["Paris", "London"], "both edits")
      try expect(m[0].machine.incarnation != copy.machine.incarnation, is: true, "two names")
    },
    Scenario(20, "a restored backup keeps what it wrote before and after") { stage in
      try restore(stage, wholeMachine: false)
    },
    Scenario(21, "a whole machine restored makes a fork that is noticed and loses nothing") { stage in
      try restore(stage, wholeMachine: true)
    },
  ]
}
