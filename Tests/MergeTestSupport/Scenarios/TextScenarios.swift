extension Scenario {
  static let texts = [
    Scenario(22, "separate paragraphs edited on three machines, one with its editor open, are all in the text") {
      stage in
      let m = try stage.machines(3)
      try stage.save(m[0], "1", "", "2", "", "3")
      try stage.sync()
      let editor = try m[0].open(stage.org)
      try stage.save(m[1], "1", "", "2", "", "3b")
      try stage.save(m[2], "1", "", "2c", "", "3")
      try stage.give(m[1], m[0])
      try m[0].save(editor, "notes", text: "1a\n\n2\n\n3")
      try stage.sync()
      try expect(stage.text(m[2]), is: ["1a", "", "2c", "", "3b"], "all three changes")
    },
    Scenario(23, "one sentence changed differently stands twice until somebody saves the view") { stage in
      let m = try stage.machines(3)
      try stage.save(m[0], "x", "y")
      try stage.sync()
      try stage.save(m[0], "xa", "y")
      try stage.save(m[1], "xb", "y")
      try stage.sync()
      try expect(stage.text(m[2]), is: ["{xa|xb}", "y"], "both versions")
      try stage.save(m[2], "xc", "y")
      try stage.save(m[0], "xd", "y")
      try stage.sync()
      try expect(stage.text(m[1]), is: ["{xc|xd}", "y"], "the two answers alone")
      try stage.save(m[1], "x", "y")
      try stage.sync()
      try expect(stage.text(m[0]), is: ["x", "y"], "answered")
      try expect(stage.conflicts(m[0]).isEmpty, is: true, "no conflict")
    },
  ]
}
