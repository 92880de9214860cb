import Foundation
import Model
import Notes
import Testing

/// Notes as other programs dress them read as what they say.
@Suite struct ClothesTests {
  private let lines = [
    "Interview at Aldermoor Energy", "Date: 10 March 2026", "Interviewer: Priya Nandakumar, Engineering Manager",
    "They will decide by 20 March 2026.", "Questions they asked:", "- Why did you leave your last job?",
  ]

  private func check(_ reading: Reading, _ name: String) {
    #expect(reading.values(.interviewDate) == ["2026-03-10"], "\(name)")
    #expect(reading.people.map(\.name.value) == ["Priya Nandakumar"], "\(name)")
    #expect(reading.values(.promisedDate) == ["2026-03-20"], "\(name)")
    #expect(reading.values(.question) == ["Why did you leave your last job?"], "\(name)")
    for fact in reading.facts { #expect(reading.text(fact.span) == fact.text, "\(name): \(fact)") }
  }

  @Test func `plain`() { check(read(lines.joined(separator: "\n")), "plain") }

  @Test func `a web page`() {
    let page =
      "<!DOCTYPE html><html><head><title>x</title><style>p{color:red}</style></head><body><h1>\(lines[0])</h1><p>\(lines[1])</p>\n<p>Interviewer:&nbsp;Priya Nandakumar, Engineering Manager</p><p>They will decide by 20&#x20;March 2026.</p><h2>\(lines[4])</h2><ul><li>Why did you leave your last&#32;job?</li></ul></body></html>"
    check(read(page), "html")
  }

  @Test func `rich text`() {
    let body = lines.map { $0.replacing("- ", with: "\\bullet\\tab ") + "\\par\n" }.joined()
    check(read("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Helvetica;}}\n\\pard \\f0 " + body + "}"), "rtf")
    let umlaut = read(
      "{\\rtf1\\ansi\\ansicpg1252 Interview at M\\'fcller GmbH on 10 March 2026 with J\\u246?rg Bach\\par}")
    #expect(umlaut.values(.organisation) == ["Müller GmbH"])
  }

  @Test func `Keep and jrnl`() throws {
    let note = ["title": lines[0], "textContent": lines.dropFirst().joined(separator: "\n"), "color": "DEFAULT"]
    check(read(String(decoding: try JSONEncoder().encode(note), as: UTF8.self)), "keep")
    let journal =
      "{\"tags\":{},\"entries\":[{\"title\":\"Interview at Acme with Ann Lee.\",\"body\":\"They will decide by 20 March 2026.\",\"date\":\"2026-03-10\",\"time\":\"18:30\"}]}"
    #expect(read(journal).values(.promisedDate) == ["2026-03-20"])
  }

  @Test func `Evernote`() {
    let body = lines.dropFirst().map { "<div>\($0)</div>" }.joined()
    check(
      read(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE en-export>\n<en-export><note><title>\(lines[0])</title><created>20260311T180000Z</created><content><![CDATA[<?xml version=\"1.0\"?><en-note>\(body)</en-note>]]></content></note></en-export>"
      ),
      "enex")
  }

  @Test func `a chat's stamps are no days that anybody speaks of`() {
    for style in ["[10/11/2026, 09:13:00] ", "10/11/2026, 09:13 - "] {
      let chat =
        "\(style)Messages are encrypted.\n\(style)Me: I will send the case study by Friday.\n\(style)Ann: thanks\n"
      let reading = NoteReader.read(Array(chat.utf8), options: ReadingOptions(order: DateOrder(.dayFirst, .asked)))
      #expect(reading.values(.organisation).isEmpty && reading.values(.promisedDate).isEmpty)
      #expect(!reading.facts.contains { $0.value.hasPrefix("2026-11-10") }, "\(reading.facts)")
      #expect(reading.noteDate.day?.description == "2026-11-10")
    }
  }

  @Test func `subtitles are what was said`() {
    let reading = read(
      "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Priya>Tell me about a time you failed.\n\n00:00:05.000 --> 00:00:09.000\n<v Sam>I once shipped late.\n"
    )
    #expect(reading.values(.organisation).isEmpty && reading.values(.interviewDate).isEmpty)
  }

  @Test func `a link's words are text, its address is not`() {
    for note in [
      "Interview at [Acme GmbH](https://acme.example/jobs) with [[Dana Reyes|Dana]] on 10 March 2026\n",
      "Interview at [[https://acme.example][Acme GmbH]] with [[People/Dana Reyes]] on 10 March 2026\n",
    ] {
      let reading = read(note)
      #expect(
        reading.values(.organisation) == ["Acme GmbH"] && reading.people.map(\.name.value) == ["Dana Reyes"], "\(note)")
    }
  }

  @Test func `every named character of HTML is read`() {
    let reading = read(
      "<html><body><p>Ren&eacute;e &Scaron;imi&cacute;, &hellip; &bull; &NotEqualTilde; &#8217; &#150;</p></body></html>"
    )
    #expect(!reading.text.isEmpty)
  }

  @Test func `data is kept and not read`() {
    for text in [
      "{\"jobs\": [{\"name\": \"Acme\"}]}", "<?xml version=\"1.0\"?><a>Interview at Acme on 3 March 2026</a>",
    ] {
      let reading = read(text)
      #expect(reading.facts.isEmpty && reading.remarks.contains { $0.leavesUnread })
    }
  }

  @Test func `a wrapped card is one, and a line broken off for nothing swallows no end`() {
    let card =
      "BEGIN:VCARD\nVERSION:2.1\nN:Okafor;Ines\nEMAIL:ines@acme.example\nNOTE;ENCODING=QUOTED-PRINTABLE:hello=\n\nEND:VCARD\n"
    for text in [card, "BEGIN:VADDRESSBOOK\nPRODID:-//x\n" + card + "END:VADDRESSBOOK\n"] {
      let reading = read(text)
      #expect(reading.container == .vcard && reading.values(.organisation).isEmpty)
      #expect(reading.people.map { $0.email?.value } == ["ines@acme.example"])
    }
  }

  @Test func `Windows' names of zones are known, and a lone entry of one's own is no interview`() {
    func calendar(_ event: String) -> Reading {
      read("BEGIN:VCALENDAR\nBEGIN:VEVENT\n\(event)\nEND:VEVENT\nEND:VCALENDAR\n")
    }
    let invited = calendar("SUMMARY:Final interview\nDTSTART;TZID=W. Europe Standard Time:20260318T140000")
    #expect(invited.values(.interviewDate).first?.contains("Europe/Berlin") ?? false)
    #expect(calendar("SUMMARY:Dentist: clean and check\nDTSTART:20260318T140000").facts.isEmpty)
  }

  @Test func `what is too much is kept, told and not read`() {
    for bytes in [
      [UInt8](repeating: 0x0A, count: 2 << 20), Array(String(repeating: "x\n", count: 300_000).utf8),
      [UInt8](repeating: 0x41, count: 9 << 20), [UInt8](repeating: 0x0D, count: 1 << 20),
    ] {
      let reading = NoteReader.read(bytes)
      #expect(reading.facts.isEmpty && reading.remarks.count { $0.leavesUnread } == 1)
    }
  }
}
