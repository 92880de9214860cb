import Model
import Playbook
import Testing

@Suite struct MailTests {
  private let noon = Moment(day: Day(number: 20_522), minute: 720)

  private func message(subject: String, body: String) -> Message {
    Message(
      from: Mailbox(name: "Jo Vance", address: "jo@mail.example"),
      to: Mailbox(name: "Zoë \"Z\" Ödén", address: "zoe@acme.example"), subject: subject, body: body)
  }

  @Test func `a message is a file that a mail program opens`() throws {
    let eml = message(subject: "Thank you", body: "Dear Zoë,\n\nthank you.\nFrom me = Jo \n").eml(
      date: noon, offsetSeconds: 3600)
    #expect(
      eml == """
        From: Jo Vance <jo@mail.example>\r
        To: =?UTF-8?Q?=5A=6F=C3=AB=20=22=5A=22=20=C3=96=64=C3=A9=6E?=\r
         <zoe@acme.example>\r
        Subject: Thank you\r
        Date: Tue, 10 Mar 2026 12:00:00 +0100\r
        X-Unsent: 1\r
        MIME-Version: 1.0\r
        Content-Type: text/plain; charset=utf-8\r
        Content-Transfer-Encoding: quoted-printable\r
        \r
        Dear Zo=C3=AB,\r
        \r
        thank you.\r
        =46rom me =3D Jo=20\r
        \r

        """)
  }

  @Test(arguments: [
    "x\r\nBcc: thief@evil.example", "x\nBcc: thief@evil.example", "x\rBcc: thief@evil.example", "x\u{2028}Bcc: y",
    "x\u{0}\u{85}Bcc: y", "=?UTF-8?Q?=0D=0ABcc:?=", String(repeating: "long ", count: 100),
    String(repeating: "ö", count: 300),
  ])
  func `no subject adds a header or a long line`(subject: String) throws {
    let eml = message(subject: subject, body: subject).eml(date: noon, offsetSeconds: -34_200)
    let lines = eml.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(!eml.utf8.contains { $0 >= 0x80 })
    let headers = lines.prefix { !$0.isEmpty }
    let names = headers.filter { !$0.hasPrefix(" ") }.compactMap { $0.split(separator: ":").first }
    #expect(
      names == [
        "From", "To", "Subject", "Date", "X-Unsent", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
      ])
    for line in lines { #expect(line.utf8.count <= 78) }
    for line in lines { #expect(!line.contains("\n") && !line.contains("\r")) }
  }

  @Test func `an answer stands in the thread of the mail that it answers, and others get a copy`() throws {
    var answer = message(subject: "Re: times", body: "Fine.")
    answer.answers = "CA+x_1=9@mail.acme.example"
    answer.copies = [try #require(Mailbox(name: "Omar", address: "omar@acme.example"))]
    let lines = answer.eml(date: noon, offsetSeconds: 0).split(separator: "\r\n")
    #expect(lines.contains("In-Reply-To: <CA+x_1=9@mail.acme.example>"))
    #expect(lines.contains("References: <CA+x_1=9@mail.acme.example>"))
    #expect(lines.contains("Cc: Omar <omar@acme.example>"))
  }

  @Test(arguments: [
    "", "x", "a b@c", "a@b>\r\nBcc: <y@z", "a@b\nX: y", "ö@x", "<a@b>", String(repeating: "a", count: 300) + "@b",
  ])
  func `what is no Message-ID makes no header`(id: String) {
    var answer = message(subject: "x", body: "y")
    answer.answers = id
    let eml = answer.eml(date: noon, offsetSeconds: 0)
    #expect(!eml.contains("In-Reply-To") && !eml.contains("References") && !eml.contains("Bcc"))
  }

  @Test(arguments: ["", "jo", "@", "jo@", "@x", "a@b@c", "jo <x@y>", "jo@x\r\nBcc: y@z", "jö@x.example", "a,b@c"])
  func `what is no address makes no mailbox`(address: String) {
    #expect(Mailbox(name: nil, address: address) == nil)
  }

  @Test func `a link holds subject and body percent-encoded`() throws {
    let link = message(subject: "A & B?", body: "Dear Zoë,\nbye").mailto
    #expect(link == "mailto:zoe@acme.example?subject=A%20%26%20B%3F&body=Dear%20Zo%C3%AB%2C%0D%0Abye")
  }

  @Test func `a page is wrapped between words`() {
    let card = PrintedPage.card("Dear Zoë,\n\nthank you for the long and friendly talk about everything.\n\nJo\n")
    #expect(card == "Dear Zoë,\n\nthank you for the long and friendly talk\nabout everything.\n\nJo\n")
    var zoe = Person(id: RowID(high: 0, low: 1))
    (zoe.name, zoe.title) = ("Zoë Ödén", "Head of Sales\u{1B}[2J")
    let page = PrintedPage.letter(
      subject: "Thank you", body: "Dear Zoë,\nbye\n", sender: "Jo Vance", receiver: zoe, organisation: nil,
      day: noon.day)
    #expect(page == "Jo Vance\n\nZoë Ödén\nHead of Sales[2J\n\nTuesday, 10 March 2026\n\nThank you\n\nDear Zoë,\nbye\n")
  }
}
