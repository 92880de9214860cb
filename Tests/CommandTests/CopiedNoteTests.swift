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

  @Test func `two people's machines end with one note that asks about the edited line alone`() throws {
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
    #expect(merged.talk.contains("A note read on two machines is one now"))
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
