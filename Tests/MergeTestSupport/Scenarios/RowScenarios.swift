import Merge
import Model

extension Scenario {
  static let rows = [
    Scenario(9, "a row deleted here and edited there lives and asks") { stage in
      let m = try stage.machines(3)
      try m[0].delete(stage.org)
      try stage.save(m[1], "new")
      try stage.sync()
      try expect(m[0].view().rows[stage.org]?.state, is: .contested, "contested")
      try expect(stage.text(m[2]), is: ["new"], "the edit is there")
      try m[2].delete(stage.org)
      try stage.sync()
      try expect(m[0].view().rows[stage.org] == nil, is: true, "answered")
    },
    Scenario(10, "a row deleted on both sides and undeleted lives everywhere") { stage in
      let m = try stage.machines(4)
      try m[0].delete(stage.org)
      try m[1].delete(stage.org)
      try stage.give(m[0], m[2])
      try stage.give(m[1], m[2])
      try m[2].undelete(stage.org)
      try stage.give(m[2], m[3])
      try stage.sync()
      try expect(m[3].view().rows[stage.org]?.state, is: .alive, "alive")
      try expect(stage.values(m[3]), is: ["Berlin"], "with its fields")
    },
    Scenario(11, "a deleted parent of a new child is kept, its other parts stay deleted") { stage in
      let m = try stage.machines(3)
      let (old, new) = (stage.row(Opportunity.kind, 1), stage.row(Opportunity.kind, 2))
      try m[0].create(old, [("organisation", .reference(stage.org))])
      try stage.sync()
      try m[0].delete(stage.org)
      try m[1].create(new, [("organisation", .reference(stage.org))])
      try stage.sync()
      let rows = try m[2].view().rows
      try expect(rows[stage.org]?.state, is: .kept, "kept")
      try expect([rows[new] != nil, rows[old] != nil], is: [true, false], "new and old child")
    },
    Scenario(13, "the same company entered twice is one row after joins both ways, two after unjoin") { stage in
      let m = try stage.machines(3, [("website", "1")])
      let (other, child) = (stage.row(Organisation.kind, 9), stage.row(Opportunity.kind, 3))
      try m[1].create(other, [("website", .string("2"))])
      try m[1].create(child, [("organisation", .reference(other))])
      try stage.sync()
      try m[0].join(stage.org, other)
      try m[1].join(other, stage.org)
      try stage.sync()
      let rows = try m[2].view().rows
      try expect([rows[other] != nil, rows[child] != nil], is: [false, true], "one row, its child reached")
      try expect(Set(stage.values(m[2], "website")), is: ["1", "2"], "both listed")
      try m[2].unjoin(other)
      try stage.sync()
      try expect(stage.values(m[0], "website"), is: ["1"], "the first row")
      try expect(stage.values(m[0], "website", other), is: ["2"], "the second row")
    },
    Scenario(14, "the same message imported on both machines is one row without a conflict") { stage in
      let m = try stage.machines(2)
      let touch = stage.row(Touch.kind, 5)
      for machine in m { try machine.create(touch, [("summary", .string("thanks"))]) }
      try m[1].set(touch, "channel", .string("email"))
      try stage.sync()
      try expect(stage.conflicts(m[0]).isEmpty, is: true, "no conflict")
      try expect(stage.values(m[0], "channel", touch), is: ["email"], "what one added")
    },
    Scenario(15, "a tag removed here and added there is there") { stage in
      let m = try stage.machines(3)
      let person = stage.row(Person.kind, 1)
      try m[0].create(person, [("name", .string("Dana"))])
      try m[0].tag(person, "tags", "remote", isAdded: true)
      try stage.sync()
      try m[0].tag(person, "tags", "remote", isAdded: false)
      try m[1].tag(person, "tags", "remote", isAdded: true)
      try m[1].tag(person, "tags", "urgent", isAdded: true)
      try m[2].tag(person, "tags", "urgent", isAdded: false)
      try stage.sync()
      try expect(m[0].view().rows[person]?.elements("tags"), is: ["remote", "urgent"], "both")
    },
    Scenario(26, "a join buries nothing, and unjoin gives each row its own history") { stage in
      let m = try stage.machines(1, [("website", "1")])[0]
      let other = stage.row(Organisation.kind, 9)
      try m.create(other, [("website", .string("2"))])
      try m.join(stage.org, other)
      try expect(Set(stage.values(m, "website")), is: ["1", "2"], "both listed")
      try stage.edit(m, "3", in: "website")
      try m.unjoin(other)
      try expect(stage.values(m, "website") + stage.values(m, "website", other), is: ["3", "3"], "both edited")
      try stage.sync()
    },
    Scenario(26, "deleting a joined row deletes the children of a member that was dead already") { stage in
      let m = try stage.machines(2)
      let (other, child) = (stage.row(Organisation.kind, 9), stage.row(Opportunity.kind, 3))
      try m[0].create(other, [("name", .string("Berlin Ltd"))])
      try m[0].create(child, [("organisation", .reference(other))])
      try m[0].delete(other)
      try m[0].undelete(child)
      try m[0].join(stage.org, other)
      try stage.sync()
      try m[1].delete(stage.org)
      try stage.sync()
      let rows = try m[0].view().rows
      try expect([rows[stage.org] != nil, rows[child] != nil], is: [false, false], "the row and its child are gone")
    },
    Scenario(30, "the same note read on two machines is one document, only the edited line asks") { stage in
      let m = try stage.machines(2)
      let note = stage.row(Document.kind, 1)
      let lines = (1...3).map { stage.row(Finding.kind, $0) }
      for (machine, name) in zip(m, ["a.txt", "b.txt"]) {
        try machine.create(note, [("hash", .string("h"))])
        try machine.tag(note, "names", name, isAdded: true)
        for line in lines { try machine.create(line, [("text", .string("line \(line.id.low)"))]) }
      }
      try m[1].set(lines[1], "text", .string("line 2, edited"))
      try stage.sync()
      try expect(m[0].view().rows[note]?.elements("names"), is: ["a.txt", "b.txt"], "one document")
      try expect(stage.conflicts(m[0]), is: [Conflict(row: lines[1], field: "text")], "the edited line")
    },
    Scenario(31, "undoing an import that another machine made too is skipped row by row") { stage in
      let m = try stage.machines(2)
      let finding = stage.row(Finding.kind, 1)
      for machine in m { try machine.create(finding, [("text", .string("line"))]) }
      let imported = try stage.latest(m[0])
      try stage.sync()
      let undone = try m[0].undo(imported)
      try expect(undone.skippedRows, is: [finding], "left alone and named")
      try stage.sync()
      try expect(m[1].view().rows[finding]?.state, is: .alive, "still there")
    },
  ]
}
