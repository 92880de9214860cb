import Model
import Notes
import Testing

/// Inputs made to be slow or deep: small here, they must only end, keep the laws and lose nothing.
@Suite struct HostileNoteTests {
  private func check(_ text: String) {
    let reading = read(text)
    #expect(reading.text.count == text.unicodeScalars.count)
    #expect(reading.lines.allSatisfy { $0.span.end <= reading.text.count })
  }

  @Test func `spaces without end`() { check(String(repeating: " ", count: 100_000)) }
  @Test func `quotes without end`() { check(String(repeating: ">", count: 100_000) + "x") }
  @Test func `one line without end`() { check(String(repeating: "word 12 ", count: 20_000)) }
  @Test func `numbers without end`() { check(String(repeating: "10/ 12 to 15 ", count: 300)) }
  @Test func `an unclosed quote in a table`() {
    check("Company,Position,Date\n\"" + String(repeating: "a,b\n", count: 3000))
  }

  @Test func `any character after the last word of a text`() {
    for value in Array(UInt32(0)..<0x400) + Array(0x2000..<0x2070) {
      if let scalar = Unicode.Scalar(value) { check("Met Anna" + String(Character(scalar))) }
    }
  }

  @Test func `quotes that hold nothing but marks, in a remark of a table`() {
    check("Company,Position,Date,Notes\nAcme,Cook,2026-03-01,\"\"\"!!!\"\", x\"\n")
    check("Company,Position,Date,Notes\nAcme,Cook,2026-03-01,\"said \"\"- ! ?\"\", \"\"..\"\"\"\n")
  }

  @Test func `mail parts in mail parts`() {
    var mail = "From: a@b.c\nTo: d@e.f\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0\n\n"
    for level in 0..<500 { mail += "--b\(level)\nContent-Type: multipart/mixed; boundary=b\(level + 1)\n\n" }
    check(mail)
  }

  @Test func `controls in a name come out escaped`() {
    let json = read("Company: Ac\u{1B}[2Jme\u{202E}\n").json(name: nil)
    #expect(!json.unicodeScalars.contains("\u{1B}") && !json.unicodeScalars.contains("\u{202E}"))
  }

  @Test(arguments: [
    ("Company: \u{1B}]0;evil\u{07}Tidewater\n", "Tidewater"), ("Company: Tide\u{1B}[31mwater\u{1B}[0m\n", "Tidewater"),
    ("Company: \u{1B}]8;;http://x.example\u{1B}\\Tidewater\u{1B}]8;;\u{1B}\\\n", "Tidewater"),
    ("Company: \u{9B}1mTidewater\u{1B}(B\n", "Tidewater"),
    ("Company: Tidewater\u{1B}]0;evil\nRole: Cook\n", "Tidewater"),
    (
      "From: =?utf-8?Q?=1B=5D0=3Bevil=07Bob_Marsh?= <bob@tidewater.example>\nTo: me@gmail.com\nSubject: Job at Tidewater\n\nHi\n",
      "Tidewater"
    ),
    ("Company: Tidewater\r\u{1B}[0m\u{1B}[0m\n\u{1B}[1m\nx\n\u{1B}[0m", "Tidewater"),
  ])
  func `what steers a terminal is no part of a name, and stays in the text`(note: String, employer: String) throws {
    let found = read(note)
    #expect(found.values(.organisation) == [employer] && found.people.allSatisfy { $0.name.value == "Bob Marsh" })
    #expect(found.text == Array(note.unicodeScalars))
    #expect(found.facts.allSatisfy { found.text($0.span) == $0.text })
    #expect(found.lines.count == NoteReader.lineCount(found.text))
  }

  @Test(arguments: ["um uh ok ", "Bork Zilp ", ".", "now 3/4 ", "x, and she ", "and why? ", ". Role: x"])
  func `a long line of one thing over and over costs no more than its length`(unit: String) {
    let line = String(repeating: unit, count: 50_000 / unit.count)
    let clock = ContinuousClock()
    let time = clock.measure { _ = read("Acme Ltd\n" + line + "\n") }
    #expect(time < .seconds(20), "50 kB took \(time)")
  }

}
