import Foundation
import Model
import Notes
import Testing

/// Mails as programs write them: replies over and under each other, charsets, parts.
@Suite struct MailTests {
  private func mail(
    from: String = "Ann Lee <ann.lee@tidewater.example>", to: String = "Sam Doe <sam.doe@gmail.com>", _ body: String
  ) -> Reading {
    read(
      """
      From: \(from)
      To: \(to)
      Subject: Re: Second interview at Tidewater
      Date: Tue, 5 May 2026 18:00:00 -0400
      Content-Type: text/plain; charset=utf-8

      \(body)
      """)
  }

  private func role(_ reading: Reading, _ start: String) -> LineRole? {
    reading.lines.first { reading.text($0.span).hasPrefix(start) }?.role
  }

  @Test(arguments: [
    "On Mon, May 4, 2026 at 9:12 AM Sam Doe <sam.doe@gmail.com>\nwrote:",
    "Le lun. 4 mai 2026 à 09:12, Sam Doe <sam.doe@gmail.com>\na écrit :", "Am 04.05.26 um 09:12 schrieb Sam Doe:",
    "Sam Doe <sam.doe@gmail.com> schrieb am Mo., 4. Mai 2026,\n09:12:",
    "El lun, 4 may 2026 a las 9:12, Sam Doe (<sam.doe@gmail.com>) escribió:",
  ])
  func `who wrote the mail below is said over more lines than one, and gives nobody an address`(head: String) {
    let reading = mail(
      "Hi Sam,\n\nBob Marsh, our CFO, will join.\n\nAnn\n\n\(head)\n\n> I will send you my portfolio.\n")
    #expect(reading.people.first { $0.name.value == "Bob Marsh" }.map { $0.email == nil } ?? false)
    #expect(head.split(separator: "\n").allSatisfy { role(reading, String($0)) == .quoted })
    #expect(reading.values(.commitment).isEmpty)
  }

  @Test func `a mail that invites looks ahead, one that thanks looks back`() {
    // Written on Thursday, 7 May, whenever it is read.
    #expect(mail("We would love to see you on Monday.").values(.interviewDate) == ["2026-05-11"])
    #expect(mail("We would like to invite you to an interview on Friday.").values(.interviewDate) == ["2026-05-08"])
    #expect(mail("It was lovely to meet you on Monday.").values(.interviewDate) == ["2026-05-04"])
  }

  @Test func `a German mail promises an answer to you, who is no employer`() {
    let found = mail("Wir melden uns bis Ende nächster Woche bei Ihnen.")
    #expect(found.values(.promisedDate) == ["2026-05-15"] && !found.values(.organisation).contains("Ihnen"))
  }

  @Test func `what is sent to whom by when is what is sent`() {
    let own = mail(
      from: "Sam Doe <sam.doe@gmail.com>", to: "Ann Lee <ann.lee@tidewater.example>",
      "Vielen Dank für das Gespräch. Ich schicke Ihnen bis Montag die Zeugnisse.")
    #expect(own.values(.commitment) == ["die Zeugnisse"])
  }

  @Test(arguments: [
    "-----Original Message-----\nFrom: Ann Lee <ann.lee@tidewater.example>\nSent: Monday, May 4, 2026 9:12 AM\nTo: Sam Doe\nSubject: Interview\n",
    "________________________________\nVon: Ann Lee <ann.lee@tidewater.example>\nGesendet: Montag, 4. Mai 2026 09:12\nAn: Sam Doe\nBetreff: Interview\n",
    "De : Ann Lee <ann.lee@tidewater.example>\nEnvoyé : lundi 4 mai 2026 09:12\nÀ : Sam Doe\nObjet : Interview\n",
    "*From:* Ann Lee <ann.lee@tidewater.example>\n*Sent:* Monday, May 4, 2026 9:12 AM\n*To:* Sam Doe\n",
    "On Mon, May 4, 2026 at 9:12 AM Ann Lee wrote:\n",
  ])
  func `what stands below the fields of an earlier mail is not read again`(head: String) {
    let reading = mail(
      from: "Sam Doe <sam.doe@gmail.com>", to: "Ann Lee <ann.lee@tidewater.example>",
      "Dear Ann,\n\nthank you for the interview. I will send you the references.\n\nBest regards\nSam\n\n\(head)\nI will send you the contract.\nWe will let you know by Friday.\n"
    )
    #expect(reading.values(.commitment) == ["send you the references"])
    #expect(reading.values(.promisedDate).isEmpty)
    #expect(head.split(separator: "\n").filter { $0.contains(":") }.allSatisfy { role(reading, String($0)) == .quoted })
  }

  @Test func `an answer below the text it answers is the writer's own`() {
    let reading = mail(
      from: "Sam Doe <sam.doe@gmail.com>", to: "Ann Lee <ann.lee@tidewater.example>",
      "On Mon, May 4, 2026 at 9:12 AM Ann Lee wrote:\n> Dear Sam,\n> could you send us your portfolio?\n\nDear Ann,\nthank you for the interview. I will send you the portfolio.\n"
    )
    #expect(reading.values(.commitment) == ["send you the portfolio"])
  }

  @Test(arguments: [
    ("iso-8859-2", "Zbigniew_=AFelazny", "Zbigniew Żelazny"),
    ("windows-1251", "=CE=EB=FC=E3=E0_=CF=E5=F2=F0=EE=E2=E0", "Ольга Петрова"),
    ("koi8-r", "=EF=CC=D8=C7=C1_=F0=C5=D4=D2=CF=D7=C1", "Ольга Петрова"), ("iso-8859-15", "Zo=EB_=BCuvre", "Zoë Œuvre"),
  ])
  func `names are decoded from the charset they are in`(charset: String, word: String, name: String) {
    let reading = mail(from: "=?\(charset)?Q?\(word)?= <z@firma.example>", "Hello Sam,\n\nsee you soon.\n")
    #expect(reading.people.map(\.name.value) == [name])
  }

  @Test func `mails of several charsets in one mailbox are each read in their own`() {
    func mail(_ name: String, _ charset: String, _ body: [UInt8]) -> [UInt8] {
      Array(
        "From a@b.c Mon May  4 10:00:00 2026\nFrom: \(name) <x@luzia.example>\nTo: s@gmail.com\nSubject: Termin \(name)\nContent-Type: text/plain; charset=\(charset)\nContent-Transfer-Encoding: 8bit\n\n"
          .utf8) + body + [0x0A, 0x0A]
    }
    let text = "Das Gespräch führt Frau Özdemir.\n"
    let bytes =
      mail("Jan Kern", "utf-8", Array(text.utf8))
      + mail("Ute Lang", "iso-8859-1", text.unicodeScalars.map { UInt8($0.value) })
      + mail("Ida Mohn", "koi8-r", [0xEF, 0xCC, 0xD8, 0xC7, 0xC1])
    let reading = readByRules(bytes)
    #expect(reading.people.map(\.name.value).filter { $0.hasPrefix("Frau") } == ["Frau Özdemir", "Frau Özdemir"])
    #expect(reading.facts.allSatisfy { $0.text == reading.text($0.span) })
  }

  @Test func `findings in encoded parts are shown under the line as it reads`() {
    let body = "Dear Sam,\n\nyou will meet Zoë Brontë, Head of Design.\nThey doubt that I can lead.\n"
    let quoted =
      "From: Ann Lee <a@b.example>\nTo: s@gmail.com\nSubject: =?utf-8?Q?Gespr=C3=A4ch_bei_Orrery?=\nContent-Transfer-Encoding: "
    let printable =
      quoted + "quoted-printable\n\n" + body.replacing("ë", with: "=C3=AB").replacing("Head of", with: "Head=\n of")
    let base64 =
      quoted + "base64\n\n"
      + Data(body.utf8).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
    for mail in [printable, base64] {
      let texts = read(mail).passages.map(\.text)
      #expect(texts.contains("Subject: Gespräch bei Orrery"))
      #expect(texts.contains("you will meet Zoë Brontë, Head of Design."))
      #expect(!texts.contains { $0.contains("=C3") })
    }
    #expect(read(printable).passages.first?.text == "From: Ann Lee <a@b.example>")
  }

  @Test func `a mail forwarded as an attachment is read`() {
    let reading = read(
      """
      From: Sam Doe <sam@gmail.com>
      To: Sam Doe <sam.doe@gmx.example>
      Subject: Fwd: Interview
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: text/plain

      see below
      --b
      Content-Type: message/rfc822
      Content-Disposition: attachment; filename=x.eml

      From: Ann Lee <ann@tidewater.example>
      Subject: Interview
      Content-Type: text/plain

      Bob Marsh, our CFO, will join.
      --b--
      """)
    #expect(reading.people.map(\.name.value).contains("Bob Marsh"))
  }
}
