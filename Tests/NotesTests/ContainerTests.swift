import Foundation
import Model
import Notes
import Testing

@Suite struct ContainerTests {
  @Test func `a mail's encoded parts are read and their spans lie in the file`() {
    let mail = """
      From: =?UTF-8?Q?Ren=C3=A9e_Lindstr=C3=B6m?= <renee@palomar.example>
      To: me@mail.example
      Subject: Your interview for Night Auditor
      Date: Tue, 3 Mar 2026 18:02:00 +0000
      Message-ID: <x1@palomar.example>
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      We expect to let you know by the end of =
      this week.
      """
    let reading = read(mail)
    #expect(reading.container == .mail && reading.documents.first?.messageID == "x1@palomar.example")
    #expect(reading.people.first?.name.value == "Renée Lindström")
    #expect(reading.people.first?.email?.value == "renee@palomar.example")
    #expect(reading.values(.role) == ["Night Auditor"])
    #expect(reading.values(.promisedDate) == ["2026-03-06"])
    #expect(reading.noteDate.day?.description == "2026-03-03")
  }

  @Test func `every mail of a box is read, however many`() {
    let mail = "From a@b.c Mon Mar 16 09:14:22 2026\nFrom: A B <a@b.c>\nTo: d@e.f\nSubject: x\n\nHello\n\n"
    let reading = read(String(repeating: mail, count: 5001))
    #expect(reading.documents.count == 5001 && reading.papers.count == 5001)
  }

  @Test func `an mbox holds a document a mail`() {
    let one =
      "From a@b.c Mon Mar  2 10:00:00 2026\nFrom: A B <a@b.c>\nTo: d@e.f\nSubject: x\nMessage-ID: <1@b>\n\nHello\n\n"
    let reading = read(one + one.replacing("<1@b>", with: "<2@b>"))
    #expect(reading.container == .mbox && reading.documents.map(\.messageID) == ["1@b", "2@b"])
  }

  @Test func `a tracker's columns are told by their headings in German too`() {
    let table =
      "Firma;Stelle;Datum;Art;Gehalt\nNordwind GmbH;Disponent;12.03.2026;Telefon;42.000 €\n\"Brauerei; Alt\";Leiter;16.03.2026;vor Ort;\n"
    let reading = read(table)
    #expect(reading.container == .csv)
    #expect(reading.values(.organisation) == ["Nordwind GmbH", "Brauerei; Alt"])
    #expect(reading.values(.interviewDate) == ["2026-03-12", "2026-03-16"])
    #expect(reading.values(.interviewKind) == ["phone", "onsite"])
    #expect(reading.values(.compensation) == ["EUR 42000/year"])
    #expect(Set(reading.facts.map(\.interview)) == [1, 2])
  }

  @Test func `an unclosed quote is told and loses nothing`() {
    let reading = read("Company,Position,Date\nAcme,\"Analyst,2026-03-01\nBeta,Clerk,2026-03-02\n")
    #expect(reading.container == .csv && reading.remarks.contains { $0.text.contains("quote") })
    #expect(reading.values(.organisation) == ["Acme", "Beta"])
  }

  @Test func `a vCard is a person`() {
    let reading = read(
      "BEGIN:VCARD\nVERSION:4.0\nFN:Ines Okafor\nTITLE:HR Manager\nEMAIL;TYPE=work:ines@acme.example\nTEL:+44 20 7946 0123\nORG:Acme\nEND:VCARD\n"
    )
    #expect(reading.container == .vcard)
    #expect(reading.people.first?.name.value == "Ines Okafor" && reading.people.first?.role == .hr)
    #expect(reading.people.first?.phone?.value == "+442079460123")
  }

  @Test func `a calendar entry is an interview`() {
    let reading = read(
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Interview at Marlow Foods\nDTSTART:20260421T093000\nLOCATION:Zoom\nATTENDEE;CN=Tom Ott:mailto:tom@marlow.example\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    #expect(reading.container == .icalendar)
    #expect(reading.values(.interviewDate) == ["2026-04-21T09:30"] && reading.values(.interviewKind) == ["video"])
    #expect(reading.people.map(\.name.value) == ["Tom Ott"])
  }

  @Test func `what Org logs is no finding, and a task with an application's properties is one`() {
    let reading = read(
      """
      #+TITLE: Job hunt
      * TODO Acorn Software :interview:
        SCHEDULED: <2026-06-02 Tue 10:00>
        :PROPERTIES:
        :CONTACT:  Bea Lindqvist
        :ROLE:     Backend developer
        :END:
        :LOGBOOK:
        - State "DONE"       from "TODO"       [2026-06-08 Mon 09:00]
        CLOCK: [2026-06-05 Fri 11:00]--[2026-06-05 Fri 12:20] =>  1:20
        :END:
      ** TODO send code sample
      """)
    #expect(reading.values(.organisation) == ["Acorn Software"] && reading.values(.role) == ["Backend developer"])
    #expect(reading.values(.interviewDate) == ["2026-06-02T10:00"])
    #expect(reading.values(.commitment) == ["send code sample"])
  }

  @Test func `bytes of every encoding give the same findings`() throws {
    let text = "Gespräch bei Weiß GmbH, 17.09.2025\nStelle: Leiter Einkauf\n"
    let little: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let western = text.unicodeScalars.map { UInt8($0.value) }
    let all = [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), little, big, western, Array(big.dropFirst(2)),
      Array(little.dropFirst(2)),
    ]
    let wanted = read(text, on: "2025-09-18").facts
    #expect(!wanted.isEmpty)
    for bytes in all { #expect(readByRules(bytes, options: ReadingOptions(on: Day("2025-09-18"))).facts == wanted) }
  }
}
