import Model

extension Scenario {
  static let commands = [
    Scenario(28, "a save keeps what another terminal wrote while the editor was open") { stage in
      let m = try stage.machines(1)[0]
      let editor = try m.open(stage.org)
      try stage.set(m, "Paris")
      try m.save(editor, "name", .string("London"))
      try expect(stage.values(m), is: ["London", "Paris"], "both")
      try stage.sync()
    },
    Scenario(29, "a value that arrives while a conflict is answered survives the answer") { stage in
      let m = try stage.machines(3)
      try stage.set(m[0], "Paris")
      try stage.set(m[1], "London")
      try stage.sync()
      let question = try m[0].open(stage.org)
      try stage.set(m[2], "Rome")
      try stage.give(m[2], m[0])
      try m[0].save(question, "name", .string("Paris"))
      try stage.sync()
      let values = try stage.values(m[1])
      try expect(values.first == "Paris" && values.contains("Rome"), is: true, "the answer and the newcomer")
    },
  ]
}
