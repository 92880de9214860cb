import Merge
import Model

extension Scenario {
  static let exchange = [
    Scenario(12, "a child that comes before its parent waits, and is there when the parent comes") { stage in
      let m = try stage.machines(3)
      let (role, talk) = (stage.row(Opportunity.kind, 1), stage.row(Interview.kind, 1))
      try m[0].create(role, [("organisation", .reference(stage.org))])
      try stage.give(m[0], m[1])
      try m[1].create(talk, [("opportunity", .reference(role))])
      let own = try m[1].machine.log.filter { $0.incarnation == m[1].machine.incarnation }
      try stage.give(own, m[2])
      try expect(m[2].machine.pending.count, is: 1, "waits")
      try expect(m[2].view().rows[talk] == nil, is: true, "nothing half")
      try stage.give(m[0], m[2])
      try expect(m[2].machine.pending.isEmpty, is: true, "applied")
      try expect(m[2].view().rows[talk]?.state, is: .alive, "there")
      try stage.sync()
    },
    Scenario(17, "a bundle given twice, or after a newer one, changes nothing") { stage in
      let m = try stage.machines(3)
      let early = try m[0].machine.log
      try stage.set(m[0], "Paris")
      for _ in 0..<2 { try stage.give(m[0], m[1]) }
      let view = try m[1].view()
      try stage.give(early, m[1])
      try expect(m[1].view() == view, is: true, "no change")
      try expect(m[1].machine.log.count, is: m[0].machine.log.count, "nothing twice")
      try stage.sync()
    },
    Scenario(18, "overlapping parts in any order are the whole") { stage in
      let m = try stage.machines(1)[0]
      for number in 0..<9 { try stage.set(m, "s\(number)", in: "sector") }
      let log = try m.machine.log.sorted { $0.first < $1.first }
      let other = try stage.machine()
      try stage.give(Array(log[5...]), other)
      try expect(other.view().rows.isEmpty, is: true, "nothing half")
      try expect(other.machine.pending.count, is: log.count - 5, "a gap")
      try stage.give(Array(log[3..<7]), other)
      try stage.give(Array(log[..<4]), other)
      try expect(other.view() == m.view(), is: true, "as a full import")
    },
    Scenario(24, "what an older version does not know is kept, passed on, and shown once it is upgraded") { stage in
      let a = try stage.machine(schema: .withoutTwoFieldsAndAKind)
      let (b, c) = (try stage.machine(), try stage.machine())
      let material = stage.row(Material.kind, 1)
      try a.create(stage.org, [("name", .string("Berlin"))])
      try stage.sync()
      try b.create(material, [("title", .string("portfolio"))])
      try stage.set(b, "granted", in: "website")
      try stage.save(b, "one", "two")
      try a.delete(stage.org)
      try stage.give(b, a)
      try expect(a.view().rows[stage.org]?.state, is: .contested, "a sign of life")
      try expect(a.view().rows[material] == nil, is: true, "the unknown kind is not shown")
      try stage.edit(a, "rail", in: "sector")
      try stage.give(a, c)
      try expect(
        stage.values(c, "website") + stage.values(c, "sector"), is: ["granted", "rail"], "both versions' edits")
      try expect(stage.text(c), is: ["one", "two"], "the unknown text")
      try expect(c.view().rows[material]?.state, is: .alive, "the unknown kind")
      try stage.sync()
      try a.machine.upgrade()
      try expect(a.view() == c.view(), is: true, "after the upgrade, nothing imported again")
      try stage.sync()
    },
    Scenario(25, "an undo leaves what another machine has changed since, and says so; stores written anew still agree")
    {
      stage in
      let m = try stage.machines(4)
      let gone = stage.row(Person.kind, 1)
      try m[0].create(gone, [("name", .string("Dana"))])
      try stage.sync()
      let late = stage.leave(m[3])
      try m[0].set(stage.org, ["website", "sector"].map { ($0, .string("x")) })
      let three = try stage.latest(m[0])
      try stage.sync()
      try stage.set(m[1], "y", in: "sector")
      try m[1].delete(gone)
      try stage.sync()
      let undone = try m[0].undo(three)
      try expect(undone.skippedCells, is: [stage.org.cell("sector")], "said")
      try stage.sync()
      try expect(stage.values(m[2], "website") + stage.values(m[2], "sector"), is: ["y"], "one reverted, one left")
      let view = try m[0].view()
      for machine in [m[0], m[2]] {
        try machine.machine.repack()
        try expect(machine.view() == view, is: true, "written anew, the same")
      }
      try stage.set(late, "z", in: "sector")
      stage.enter(late)
      try stage.sync()
      try expect(Set(stage.values(m[2], "sector")), is: ["y", "z"], "the late edit is listed")
      try expect(stage.conflicts(m[0]), is: [Conflict(row: stage.org, field: "sector")], "and nothing else")
      try expect(m[3].view().rows[gone] == nil, is: true, "what was deleted stays so")
      try stage.set(m[0], "Paris")
      try stage.sync()
      try expect(stage.values(m[3]), is: ["Paris"], "who was written anew goes on")
    },
  ]
}
