import Foundation
import Testing

/// An interview gone through question by question, and what becomes of it before the next one.
@Suite struct DebriefTests {
  private let home: Home

  init() throws {
    home = try Home()
    try run("add", "interview", "Acme", "role=Analyst", "with=Dana Reyes", "start=2026-03-10")
    try run("add", "interview", "Corvin", "role=Buyer", "with=Omar Idris", "start=2026-03-11")
  }

  @discardableResult
  private func run(
    _ words: String..., input: String = "", day: String = "2026-03-12", code: Int32 = 0, editor: String? = nil
  ) throws -> Home.Outcome {
    let variables = editor.map { ["EDITOR": $0, "COLUMNS": "80"] } ?? ["COLUMNS": "80"]
    let outcome = try home.run(words + ["--today", day], variables: variables, input: input)
    #expect(outcome.code == code, "\(words): \(outcome.talk)")
    return outcome
  }

  private func lines(_ text: String) -> String {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
  }

  private static let answers = """
    Why leave now?
    something about growth
    frowned
    dreadful
    weak
    the team moves to Leeds, and I stay
    Biggest budget?
    4 million
    nodded
    strong

    52 to 58 thousand

    """

  @Test func `each question is kept with answer, reaction, strength and the better answer`() throws {
    let talk = try run("debrief", "acme", input: Self.answers).talk
    #expect(talk.contains("Type strong, solid or weak"), "nonsense is asked about again: \(talk)")
    #expect(talk.contains("Kept 2 questions") && talk.contains("1 weak answer"), "\(talk)")
    let shown = lines(try run("show", "interview:acme").output)
    for words in [
      "Why leave now? you said: something about growth they: frowned strength: weak",
      "better: the team moves to Leeds, and I stay",
      "Biggest budget? you said: 4 million they: nodded strength: strong",
      "Said about pay 52 to 58 thousand",
    ] {
      #expect(shown.contains(words), "\(words) in \(shown)")
    }
    #expect(try run("debrief", "acme", input: "").talk.contains("Nothing new"))
  }

  @Test func `the end of input keeps what was answered, and the rest is asked again`() throws {
    try run("debrief", "acme", input: "Why leave now?\nsomething about growth\n")
    let again = try run("debrief", "acme", input: "frowned\nweak\n").talk
    #expect(again.contains("“Why leave now?”") && !again.contains("What did you say?"), "\(again)")
    #expect(try run("show", "interview:acme").output.contains("strength: weak"))
  }

  @Test func `weak answers come before the next interview, those of the firm apart from others`() throws {
    try run("debrief", "acme", input: Self.answers)
    try run("debrief", "corvin", input: "Why Corvin?\nthe pay\nlaughed\nweak\ntheir suppliers\n\n\n")
    try run("add", "interview", "Acme", "role=Analyst", "with=Ed Noakes", "start=2026-03-20")
    #expect(try run("debrief", "acme").talk.contains("10 Mar"), "the one that was held is meant, not the next")
    let sheet = lines(try run("prepare", "acme").output)
    #expect(
      sheet.contains("Weak answers here “Why leave now?”; you said: something about growth; they: frowned; better:"))
    #expect(sheet.contains("Weak answers elsewhere “Why Corvin?”") && sheet.contains("(Corvin, Buyer)"), "\(sheet)")
    #expect(!sheet.contains("Biggest budget"), "a strong answer is none to work on: \(sheet)")
    #expect(sheet.contains("Said about pay Tue 2026-03-10: 52 to 58 thousand"), "\(sheet)")
    #expect(try run("prepare", "acme", "--json").output.contains("\"weak_elsewhere\""))
  }

  @Test func `a question that comes back is a pattern, and a strong answer ends it`() throws {
    try run("debrief", "acme", input: Self.answers)
    try run("debrief", "corvin", input: "Why leave now?\nthe market\nfrowned\nweak\n\n\n\n")
    let reflected = lines(try run("reflect", "corvin").talk)
    #expect(
      reflected.contains("question, twice, weak twice: Why leave now?; better: the team moves to Leeds"), "\(reflected)"
    )
    try run("add", "interview", "Tarn", "role=Buyer", "with=Ida Holm", "start=2026-03-12")
    try run("debrief", "tarn", input: "Why leave now?\nthe move to Leeds\nnodded\nstrong\n\n\n")
    try run("add", "interview", "Acme", "role=Analyst", "with=Ed Noakes", "start=2026-03-20")
    #expect(try !run("prepare", "acme").output.contains("Weak answers"))
  }

  @Test func `the form of the editor keeps what is filled in, and refuses a strength that is none`() throws {
    let fill = """
      #!/bin/sh
      printf 'Asked: Why us?\\nSaid: the fleet,\\nand the depot\\nStrength: weak\\nBetter: the night routes\\n\\nPay: 52\\n' >> "$1"

      """
    try home.write("fill", fill, executable: true)
    try run("debrief", "acme", "--editor", editor: home.path("fill"))
    let shown = lines(try run("show", "interview:acme").output)
    #expect(
      shown.contains("Why us? you said: the fleet, and the depot strength: weak better: the night routes"), "\(shown)")
    #expect(shown.contains("Said about pay 52"))
    try home.write("spoil", "#!/bin/sh\nsed -i 's/^Strength: weak/Strength: meh/' \"$1\"\n", executable: true)
    let refused = try run("debrief", "acme", "--editor", code: 3, editor: home.path("spoil"))
    #expect(refused.talk.contains("“meh” is none of strong, solid, weak") && refused.talk.contains("Your text is kept"))
    try home.write("leave", "#!/bin/sh\ntrue\n", executable: true)
    #expect(try run("debrief", "acme", "--editor", editor: home.path("leave")).talk.contains("Nothing new"))
  }

  /// The form as it is shown, changed by a `sed` command.
  private func edit(_ change: String, code: Int32 = 0) throws -> Home.Outcome {
    try home.write("change", "#!/bin/sh\nsed -i '\(change)' \"$1\"\n", executable: true)
    return try run("debrief", "acme", "--editor", code: code, editor: home.path("change"))
  }

  @Test(arguments: [
    // An answer below the empty "Asked:" of a new block.
    ("0,/^Said:$/s//Said: the fleet/", "“the fleet” has no question"),
    // The question's own line was taken out: its answer must not become the one before.
    ("/^Asked: /{x;s/^/x/;/^xx$/{x;d};x}", "has a second “Said” below"),
    ("1i I was tired", "“I was tired” belongs to no question"),
    ("/^Strength: weak/s/$/ enough/", "none of strong, solid, weak"),
  ])
  func `what is typed where it belongs to no question is refused, and the text is kept`(
    change: String, why: String
  ) throws {
    try run("debrief", "acme", input: Self.answers)
    let before = try run("show", "interview:acme").output
    let refused = try edit(change, code: 3).talk
    #expect(lines(refused).contains(why) && refused.contains("Your text is kept"), "\(refused)")
    #expect(try run("show", "interview:acme").output == before)
  }

  @Test func `a question goes on in the next line, and a line of one's own may begin with a number sign`() throws {
    try run("debrief", "acme", input: Self.answers)
    let more = "Asked: Why would you,\\nof all people, come here?\\nSaid: three reasons\\n#1 the fleet\\n"
    try home.write("more", "#!/bin/sh\nprintf '\(more)' >> \"$1\"\n", executable: true)
    try run("debrief", "acme", "--editor", editor: home.path("more"))
    let shown = lines(try run("show", "interview:acme").output)
    #expect(shown.contains("Why would you, of all people, come here? you said: three reasons #1 the fleet"), "\(shown)")
  }

  @Test func `an answer of several lines stays as it is while another is changed`() throws {
    try run("debrief", "acme", input: Self.answers)
    let listed = try run("list", "findings", "--plain").output
    let id = try #require(
      listed.split(separator: "\n").first { $0.contains("Why leave now?") }?.split(separator: "\t").first)
    try run("set", String(id), "answer=first line\nsecond line")
    let before = try run("show", String(id), "--json").output
    _ = try edit("s/^Reaction: nodded/Reaction: smiled/")
    #expect(try run("show", String(id), "--json").output == before)
    #expect(lines(try run("show", "interview:acme").output).contains("they: smiled"))
  }

  @Test func `what was said about pay is not in a copy for a coach`() throws {
    try run("debrief", "acme", input: Self.answers)
    try run("export", "coach.md", "--redact")
    let copy = try String(contentsOfFile: home.path("coach.md"), encoding: .utf8)
    #expect(copy.contains("Why leave now") && !copy.contains("52 to 58") && !copy.contains("thousand"))
  }
}
