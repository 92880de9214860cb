import Model
import Notes
import Testing

/// vCards and calendars as programs write them.
@Suite struct CardTests {
  private func card(_ lines: String...) -> Reading {
    read((["BEGIN:VCARD"] + lines + ["END:VCARD", ""]).joined(separator: "\r\n"))
  }

  private func calendar(_ lines: String...) -> Reading {
    read((["BEGIN:VCALENDAR"] + lines + ["END:VCALENDAR", ""]).joined(separator: "\r\n"))
  }

  @Test func `quoted-printable of old cards is decoded, over soft line breaks too`() {
    let reading = card(
      "VERSION:2.1", "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=BCrgen M=C3=BCl=", "ler",
      "ORG;CHARSET=iso-8859-2;ENCODING=QUOTED-PRINTABLE:=A3=F3d=BC;Zakupy", "TEL;WORK;FAX:089 1", "TEL;CELL:0171 12345",
      "EMAIL;INTERNET:J@suess.example")
    #expect(reading.people.map(\.name.value) == ["Jürgen Müller"])
    #expect(reading.people.first?.phone?.value == "017112345")
    #expect(reading.people.first?.email?.value == "j@suess.example")
    #expect(reading.values(.organisation) == ["Łódź"])
    #expect(reading.facts.allSatisfy { $0.text == reading.text($0.span) })
  }

  @Test func `escapes and folds of a card are undone`() {
    let reading = card(
      "VERSION:4.0", "FN:Aoife Very Lo", " ng", "ORG:Clover\\, Byrne & Sons;Talent", "TITLE:Head of People\\, EMEA",
      "item1.TEL;VALUE=uri:tel:+353-1-555-0101")
    #expect(reading.people.map(\.name.value) == ["Aoife Very Long"])
    #expect(reading.people.first?.title?.value == "Head of People, EMEA")
    #expect(reading.people.first?.phone?.value == "+35315550101")
    #expect(reading.values(.organisation) == ["Clover, Byrne & Sons"])
  }

  @Test func `a card without a displayed name has its name put together, in its place in the file`() {
    let reading = card("VERSION:2.1", "N:Achterberg;Maja;;Dr.")
    #expect(reading.people.map(\.name.value) == ["Maja Achterberg"])
    #expect(reading.people.map(\.name.text) == ["Achterberg;Maja"])
  }

  @Test func `the card of an organisation is no person`() {
    let reading = card("VERSION:4.0", "KIND:org", "FN:Acme Corp", "ORG:Acme Corp", "EMAIL:info@acme.example")
    #expect(reading.people.isEmpty && reading.values(.organisation) == ["Acme Corp"])
  }

  @Test func `nobody asks on which day an address book was written`() {
    #expect(card("VERSION:4.0", "FN:Ines Okafor").remarks.isEmpty)
  }

  @Test func `the rules of a time zone and alarms are no interview`() {
    let reading = calendar(
      "BEGIN:VTIMEZONE", "TZID:Europe/Berlin", "BEGIN:STANDARD", "DTSTART:19701025T030000", "END:STANDARD",
      "END:VTIMEZONE", "BEGIN:VEVENT", "DTSTART;TZID=Europe/Berlin:20260512T143000",
      "SUMMARY:Interview: Senior Engineer @ Blauwal AG", "BEGIN:VALARM", "DESCRIPTION:I have no customs experience",
      "END:VALARM", "END:VEVENT")
    #expect(reading.values(.interviewDate) == ["2026-05-12T14:30 Europe/Berlin"])
    #expect(reading.values(.organisation) == ["Blauwal AG"] && reading.values(.role) == ["Senior Engineer"])
    #expect(reading.values(.objection).isEmpty)
  }

  @Test func `of a whole calendar only what is called an interview is one`() {
    let reading = calendar(
      "BEGIN:VEVENT", "DTSTART;VALUE=DATE:20260601", "SUMMARY:Dentist", "END:VEVENT", "BEGIN:VEVENT",
      "DTSTART:20260602T080000Z", "SUMMARY:Mum's birthday", "END:VEVENT", "BEGIN:VEVENT", "STATUS:CANCELLED",
      "DTSTART:20260610T080000Z", "SUMMARY:Interview with Kestrel", "END:VEVENT", "BEGIN:VEVENT",
      "DTSTART:20260611T080000Z", "SUMMARY:Second round at Vistula Data", "END:VEVENT")
    #expect(reading.values(.interviewDate) == ["2026-06-11T08:00 UTC"])
    #expect(
      reading.remarks.map(\.text) == [
        "1 entry is cancelled: left as text", "2 entries are not called interviews: left as text",
      ])
  }

  @Test func `those who come are people, with names as they are said; rooms, refusals and the candidate are not`() {
    let reading = calendar(
      "BEGIN:VEVENT", "DTSTART:20260512T143000", "SUMMARY:Interview",
      "ORGANIZER;CN=\"Achterberg, Maja\":mailto:maja@blauwal.example",
      "ATTENDEE;PARTSTAT=ACCEPTED;CN=Olu Ade", " yemi:MAILTO:olu@blauwal.example",
      "ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@blauwal.example",
      "ATTENDEE;PARTSTAT=DECLINED;CN=Tom Ott:mailto:tom@blauwal.example",
      "ATTENDEE;CN=Sam Doe:mailto:sam.doe@gmail.com", "END:VEVENT")
    #expect(reading.people.map(\.name.value) == ["Maja Achterberg", "Olu Adeyemi"])
    #expect(reading.people.map { $0.email?.value } == ["maja@blauwal.example", "olu@blauwal.example"])
  }

  @Test func `how to join a meeting is no finding but tells its form`() {
    let reading = calendar(
      "BEGIN:VEVENT", "DTSTART:20260512T143000", "SUMMARY:Interview at Marlow Foods",
      "ORGANIZER;CN=Tom Ott:mailto:tom@marlow.example",
      "DESCRIPTION:Hi Sam\\,\\n\\nyou will meet Dana Hill\\, our CFO.\\n________\\nMicrosoft Teams meeting\\nOr call in\\n+49 69 3650",
      " 5730\\,\\,123456789# Germany\\nPhone Conference ID: 123 456 789#", "END:VEVENT")
    #expect(reading.people.map(\.name.value) == ["Tom Ott", "Dana Hill"])
    #expect(reading.people.allSatisfy { $0.phone == nil })
    #expect(reading.values(.interviewKind) == ["video"])
  }

  @Test func `every prefix of a card and of a calendar is read without an error`() {
    let text = """
      BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID="Europe/Berlin":20260512T143000\nATTENDEE;CN="Ott, Tom":mailto:t@x.y
      SUMMARY:Interview\\, at \\n Acme\nDESCRIPTION;ENCODING=QUOTED-PRINTABLE:a=\n b=C3=\n=BC\nEND:VEVENT\nEND:VCALENDAR\n
      """
    for length in 0...text.unicodeScalars.count {
      let prefix = String(String.UnicodeScalarView(text.unicodeScalars.prefix(length)))
      for reading in [read(prefix), read(prefix.replacing("VCALENDAR", with: "VCARD").replacing("SUMMARY", with: "N"))]
      {
        #expect(reading.facts.allSatisfy { $0.text == reading.text($0.span) })
      }
    }
  }
}
