import Testing

/// One note on two machines under two names, a line of it edited on one of them before it was imported there.
@Suite struct CopiedNoteTests {
  private static let note = """
    Kestrel Lane - phone today w/ Tamsin (HR)
    wants someone who can untangle their billing spreadsheets
    worried I've never managed more than 3 people
    tues she'll let me know
    me: send 2 refs

    """

  @Test func `undoing an import that another machine made too asks once`() throws {
    let (laptop, desktop) = (try Home(), try Home())
    let other = ["AFTERWORD_MACHINE": "desktop"]
    for (home, variables) in [(laptop, [:]), (desktop, other)] {
      try home.write("phone.txt", Self.note)
      _ = try home.run(["import", "phone.txt", "--on", "2026-03-05"], variables: variables)
    }
    let second = desktop.path("second.afterword")
    _ = try desktop.run(["export", second], variables: other)
    _ = try laptop.run("import", second, "--yes")
    let asked = try laptop.run("undo")
    #expect(asked.code == 5)
    #expect(asked.talk.contains("desktop imported phone.txt too") && asked.talk.split(separator: "\n").count <= 2)
    let all = try laptop.run("list", "documents", "--plain").output.split(separator: "\n").count
    #expect(all == 1)
    #expect(try laptop.run("undo", "--yes").talk.contains("on every machine"))
    #expect(try laptop.run("list", "documents", "--plain").output.isEmpty)
    _ = try laptop.run("undo")
    #expect(try laptop.run("list", "documents", "--plain").output.split(separator: "\n").count == all)
  }

  @Test func `two machines end with one note that asks about the edited line alone`() throws {
    let (laptop, desktop) = (try Home(), try Home())
    let other = ["AFTERWORD_MACHINE": "desktop"]
    let day = ["--on", "2026-03-05", "--today", "2026-03-20"]
    try laptop.write("phone.txt", Self.note)
    try desktop.write("kestrel.txt", Self.note.replacing("2 refs", with: "3 refs"))
    _ = try laptop.run(["import", "phone.txt"] + day)
    _ = try desktop.run(["import", "kestrel.txt"] + day, variables: other)
    let (first, second) = (laptop.path("first.afterword"), laptop.path("second.afterword"))
    _ = try laptop.run("export", first)
    _ = try desktop.run(["export", second], variables: other)
    let merged = try laptop.run("import", second, "--yes")
    #expect(merged.talk.contains("Copies of a note are one now"))
    _ = try desktop.run(["import", first, "--yes"], variables: other)
    for home in [laptop, desktop] {
      #expect(try home.run("list", "documents", "--plain").output.split(separator: "\n").count == 1)
      #expect(try home.run("list", "promises", "--plain").output.split(separator: "\n").count == 2)
      let conflicts = try home.run("conflicts", "--plain").output.split(separator: "\n")
      #expect(conflicts.count == 2 && conflicts.allSatisfy { $0.contains("\ttext\t") })
      #expect(
        conflicts.contains { $0.contains("\tsend 2 refs\t") } && conflicts.contains { $0.contains("\tsend 3 refs\t") })
    }
  }
}
