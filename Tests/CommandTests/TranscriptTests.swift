import Testing

/// Whole runs, compared with what they printed when somebody last looked at it.
@Suite struct TranscriptTests {
  @Test func `rows are added, named, shown, listed, changed and found`() throws {
    let shell = Transcript(try Home())
    try shell.run("")
    try shell.run("add organisation \"Acme Robotics\" website=acme.example")
    try shell.run("add person \"Dana Whitfield\" title=\"Engineering Manager\" organisation=acme tags=+warm")
    try shell.run("add opportunity \"Staff Engineer\" organisation=acme stage=interviewing")
    try shell.run("add interview opportunity=acme start=\"yesterday at 9:30\" kind=onsite")
    try shell.run("add participation interview=acme person=dana part=hiring-manager")
    try shell.run("add promise \"tell you\" opportunity=acme by=them due=\"next friday\" person=dana")
    try shell.run("show dana")
    try shell.run("show acme")
    try shell.run("show interview:acme")
    try shell.run("list people")
    try shell.run("list people +warm --plain")
    try shell.run("list people +cold")
    try shell.run("list promises from:today to:\"next month\"")
    try shell.run("list opportunities stage:interviewing --json")
    try shell.run("set promise:tell due=2026-05-04")
    try shell.run("show promise:tell")
    try shell.run("set acme stage=offer deadline=\"next friday\" --dry-run")
    try shell.run("set acme stage=offer")
    try shell.run("set acme stage=offer")
    try shell.run("set dana notes=-", input: "Met at the fair.\nLikes graphs.\n")
    try shell.run("find graph")
    try shell.run("find graph --json")
    try shell.run("find nowhere")
    try shell.check("rows")
  }

  @Test func `what was written is told and taken back`() throws {
    let shell = Transcript(try Home())
    try shell.run("undo")
    try shell.run("add person \"Dana Whitfield\"")
    try shell.run("set dana title=CTO")
    try shell.run("history dana")
    try shell.run("undo --dry-run")
    try shell.run("undo")
    try shell.run("show dana")
    try shell.run("undo")
    try shell.run("show dana")
    try shell.run("history")
    try shell.run("history --json")
    try shell.run("undo 00000000")
    try shell.run("delete dana")
    try shell.run("show dana")
    try shell.run("undelete dana")
    try shell.run("list people --plain")
    try shell.check("history")
  }

  @Test func `deleting much asks, and duplicates are joined and taken apart`() throws {
    let shell = Transcript(try Home())
    try shell.run("add organisation Acme")
    try shell.run("add opportunity Engineer organisation=acme")
    try shell.run("add interview opportunity=acme start=2026-04-20")
    try shell.run("add interview opportunity=acme start=2026-04-21")
    try shell.run("delete acme")
    try shell.run("delete acme --dry-run")
    try shell.run("delete acme --yes")
    try shell.run("list interviews")
    try shell.run("undelete acme")
    try shell.run("list interviews --plain")
    try shell.run("add organisation \"ACME Ltd\"")
    try shell.run("duplicates")
    try shell.run("join id000001 id000011")
    try shell.run("show acme")
    try shell.run("conflicts")
    try shell.run("resolve id000001 name=Acme")
    try shell.run("conflicts")
    try shell.run("unjoin acme")
    try shell.run("unjoin acme")
    try shell.check("joins")
  }

  @Test func `mistakes are told with what to do next`() throws {
    let shell = Transcript(try Home())
    try shell.run("shwo dana")
    try shell.run("show dana")
    try shell.run("add persn Dana")
    try shell.run("add person")
    try shell.run("add person Dana Whitfield")
    try shell.run("add person Dana Cho email=cho@acme.example")
    try shell.run("show dana")
    try shell.run("show danq")
    try shell.run("set \"dana cho\" stge=offer")
    try shell.run("set \"dana cho\" keep_ideal=soon")
    try shell.run("set \"dana cho\" title")
    try shell.run("set \"dana cho\"")
    try shell.run("add opportunity Engineer stage=ofer")
    try shell.run("add promise call due=someday")
    try shell.run("list people --json --plain")
    try shell.run("list people --colour")
    try shell.run("list people nam:x")
    try shell.run("resolve 1a2b3c4d")
    try shell.run("add material Title link=-", input: "https://x.example/\n")
    try shell.check("mistakes")
  }

  @Test func `help of everything begins with examples and lists each command`() throws {
    let help = try Home().run(["--help"], variables: ["COLUMNS": "80"]).output
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.prefix(6).contains { $0.hasPrefix("Examples:") })
    #expect(lines.allSatisfy { $0.count <= 80 })
    for command in ["show", "set", "undo", "conflicts", "status"] { #expect(help.contains("\n  \(command) ")) }
  }

  @Test func `help of a command begins with examples`() throws {
    let shell = Transcript(try Home())
    try shell.run("set --help", variables: ["COLUMNS": "80"])
    try shell.run("--version")
    try shell.check("help")
  }
}
