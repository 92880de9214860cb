import Model
import Playbook
import SeededNumbers
import Testing

@Suite struct PlaybookFileTests {
  private let mine = """
    # My way.
    playbook mine
    about Thanks after two days, then a nudge.

    use persistent.thank-you-note
      after 2d

    rule nudge
      anchor promise
      after 1d
      to interviewer
      by email, call
      draft silence-breaker
      why They asked to be reminded.

    rule nudge-again
      anchor nudge
      after 3b

    rule visit
      anchor touch
      every 3w
      by visit
    """

  private func error(_ text: String) -> SourceError? {
    do {
      _ = try PlaybookFile.read(text)
      return nil
    } catch { return error }
  }

  @Test func `a playbook of one's own is read`() throws {
    let playbook = try PlaybookFile.read(mine)
    #expect(playbook.name == "mine")
    #expect(
      playbook.rules.map(\.name.description) == [
        "persistent.thank-you-note", "mine.nudge", "mine.nudge-again", "mine.visit",
      ])
    #expect(playbook.rules[0].timing.after == .days(2))
    #expect(playbook.rules[1].anchor == .theirPromise)
    #expect(playbook.rules[1].channels == [.email, .call])
    #expect(playbook.rules[2].anchor == .fulfilled(row: "nudge"))
    #expect(playbook.rules[3].purpose == .keepInTouch)
  }

  @Test func `line ends of other systems are read alike`() throws {
    let windows = mine.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(try PlaybookFile.read(windows) == PlaybookFile.read(mine))
  }

  @Test func `an unknown rule points at its place`() {
    let error = error("playbook mine\nuse persistent.thank-you-notes\n")
    #expect(error?.line == 2)
    #expect(error?.column == 5)
    #expect(error?.message.hasPrefix("unknown rule “persistent.thank-you-notes”") == true)
    #expect(error?.description.hasSuffix("\n  use persistent.thank-you-notes\n      ^") == true)
  }

  @Test func `a negative offset is refused`() {
    let error = error("playbook mine\nrule nudge\n  anchor promise\n  after -1d\n")
    #expect(error?.line == 4)
    #expect(error?.column == 9)
    #expect(error?.message.contains("negative") == true)
  }

  @Test func `a cycle is refused`() {
    let error = error("playbook mine\nrule a\n  anchor b\nrule b\n  anchor c\nrule c\n  anchor a\n")
    #expect(error?.message == "a cycle: a → b → c → a")
    #expect(error?.line == 7)
  }

  @Test(arguments: [
    "", "use persistent.prepare", "playbook persistent", "playbook Mine", "playbook mine", "playbook mine\nrule a",
    "playbook mine\nafter 2d", "playbook mine\nrule a\n anchor x", "playbook mine\nrule a\n anchor no\n by pigeon",
    "playbook mine\nrule a\n anchor no\n to everybody", "playbook mine\nrule a\n anchor no\n draft poem",
    "playbook mine\nrule a\n anchor no\n after 3 days", "playbook mine\nrule a\n anchor no\nrule a\n anchor no",
    "playbook mine\nuse persistent.prepare\n to boss", "playbook mine\nrule", "playbook mine\nrule a\n anchor a",
  ])
  func `what is no playbook is an error with a line`(text: String) {
    #expect((error(text)?.line ?? 0) > 0)
  }

  @Test func `no text crashes the reader`() {
    var random = SplitMix(seed: 7)
    let bytes = Array("playbook mine rule use anchor after 2d -\n\r\t #éx".unicodeScalars)
    for _ in 0..<2_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<80, using: &random) { text.append(bytes.randomElement(using: &random) ?? " ") }
      _ = error(String(text))
      _ = try? Template(String(text))
    }
  }

  @Test func `every built-in rule can be used and every playbook has its rows`() throws {
    let rows = Playbook.builtIn.map { playbook in playbook.rules.map(\.name.row) }
    #expect(
      rows == [
        ["letter", "call", "repeat"],
        ["value-added-response", "ongoing-contact", "after-a-no", "second-wind"],
        [
          "ask-the-next-step", "window-guard", "mid-way-check", "thank-you", "hand-written-card", "thank-the-recruiter",
          "keep-the-door-open",
        ],
        ["reflect", "plan-the-letters", "call", "unsolicited-proposal", "stay-in-touch"],
        [
          "prepare", "thank-you-note", "break-the-silence", "again", "repair-a-bad-impression", "after-a-no",
          "keep-networking",
        ],
      ])
    for rule in Playbook.builtIn.flatMap(\.rules) {
      _ = try PlaybookFile.read("playbook mine\nuse \(rule.name)\n")
    }
  }
}
