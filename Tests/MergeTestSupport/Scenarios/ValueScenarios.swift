extension Scenario {
  /// Two of three machines have named the organisation differently, and all know.
  private static func twoNames(_ stage: Stage, _ skews: [Int] = []) throws -> [ObservedMachine] {
    let machines = try stage.machines(3, skews: skews)
    try stage.set(machines[0], "Paris")
    try stage.set(machines[1], "London")
    try stage.sync()
    return machines
  }

  static let values =
    plainValues + [
      Scenario(
        16, "clocks in 2037 and 1970 stop nothing: cases 1 to 4 hold, and what is set once they are right is shown"
      ) {
        stage in
        let (in2037, in1970) = (420_000_000_000, -1_700_000_000_000)
        for clocks in [[0, in2037, in1970], [in2037, in1970, 0]] {
          for scenario in plainValues.prefix(4) { try scenario.play(stage.again(clocks: clocks)) }
        }
        let m = try stage.machines(3, skews: [0, in2037, in1970])
        try stage.set(m[1], "in 2037")
        try stage.sync()
        try stage.set(m[2], "in 1970")
        try stage.sync()
        try expect(stage.values(m[0]), is: ["in 1970"], "the later edit")
        for machine in m { machine.machine.skew = 0 }
        for (index, machine) in m.enumerated() {
          try stage.set(machine, "right \(index)")
          try stage.sync()
          try expect(stage.values(m[2]), is: ["right \(index)"], "the last edit")
        }
      }
    ]

  private static let plainValues = [
    Scenario(1, "the same field set on two machines shows one value and lists both") { stage in
      let machines = try twoNames(stage)
      try expect(Set(stage.values(machines[2])), is: ["Paris", "London"], "both listed")
      try expect(stage.conflicts(machines[0]).count, is: 1, "nothing else changed")
    },
    Scenario(2, "three values met in any order are one conflict") { stage in
      let m = try stage.machines(3)
      for (machine, name) in zip(m, ["Paris", "London", "Rome"]) { try stage.set(machine, name) }
      for (x, y) in [(m[0], m[1]), (m[1], m[2]), (m[2], m[0])] {
        try stage.give(y, x)
        try stage.give(x, y)
      }
      try stage.sync()
      try expect(Set(stage.values(m[0])), is: ["Paris", "London", "Rome"], "all three listed")
      try expect(stage.conflicts(m[0]).count, is: 1, "one conflict")
    },
    Scenario(3, "one edit after another is no conflict, whatever the clocks say") { stage in
      let m = try stage.machines(3, skews: [0, -300_000_000, 0])
      try stage.set(m[0], "Paris")
      try stage.give(m[0], m[1])
      try stage.set(m[1], "London")
      try stage.sync()
      try expect(stage.values(m[2]), is: ["London"], "the later edit")
    },
    Scenario(4, "different fields of one row are both applied") { stage in
      let m = try stage.machines(3)
      try stage.set(m[0], "a.example", in: "website")
      try stage.set(m[1], "rail", in: "sector")
      try stage.sync()
      try expect(stage.values(m[2], "website") + stage.values(m[2], "sector"), is: ["a.example", "rail"], "both")
      try expect(stage.conflicts(m[2]).isEmpty, is: true, "no conflict")
    },
    Scenario(5, "the same value set on both sides is no conflict") { stage in
      let m = try stage.machines(3)
      for machine in m.prefix(2) { try stage.set(machine, "rail", in: "sector") }
      try stage.sync()
      try expect(stage.values(m[2], "sector"), is: ["rail", "rail"], "history knows both")
      try expect(stage.conflicts(m[2]).isEmpty, is: true, "no conflict")
    },
    Scenario(6, "an answer ends the conflict everywhere, its undo brings it back") { stage in
      let m = try twoNames(stage)
      try stage.edit(m[2], "Paris")
      try stage.sync()
      try expect(stage.values(m[0]), is: ["Paris"], "answered")
      _ = try m[2].undo(stage.latest(m[2]))
      try stage.sync()
      try expect(Set(stage.values(m[1])), is: ["Paris", "London"], "back")
    },
    Scenario(7, "an answer that races an edit leaves a conflict between those two alone") { stage in
      let m = try twoNames(stage)
      try stage.edit(m[2], "Paris")
      try stage.edit(m[1], "Madrid")
      try stage.sync()
      try expect(Set(stage.values(m[0])), is: ["Paris", "Madrid"], "those two")
    },
    Scenario(8, "a blind edit of a contested field shows itself and lists the unseen value") { stage in
      let m = try twoNames(stage)
      let unseen = try stage.values(m[0]).last ?? nil
      try stage.set(m[0], "Oslo")
      try stage.sync()
      try expect(stage.values(m[1]), is: ["Oslo", unseen], "typed, then unseen")
    },
    Scenario(27, "a typed value is shown though another clock is ahead, a cleared field as cleared") { stage in
      let m = try twoNames(stage, [0, 9_999_999, 0])
      try stage.set(m[0], "typed")
      try expect(stage.values(m[0]), is: ["typed", "Paris"], "typed first")
      try stage.set(m[0], nil)
      try stage.sync()
      try expect(stage.values(m[1]), is: [nil, "Paris"], "cleared first")
    },
  ]
}
