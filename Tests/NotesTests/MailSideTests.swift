import Model
import Notes
import Testing

/// Who of a mail is the user, where nobody said so.
@Suite struct MailSideTests {
  private static let bodies = [
    "We would like to offer you the post. Please let us know by Friday 4 December.",
    "Thank you for applying for the position of Cook. We will be in touch by Friday.",
    "I'm afraid we've gone with somebody else.", "Could you come in on Tuesday 8 December at 10:00?",
    "You were our first choice and we would like you to start on 4 January. Please ring me by Friday.",
    "Vielen Dank für Ihre Bewerbung, wir melden uns bis Freitag.", "Nous vous répondrons avant vendredi.",
  ]
  /// A firm as its address calls it, and as its people write it below their names.
  private static let firms = [
    ("larkhillinn", "Larkhill Inn"), ("halden-care", "Halden Care"), ("ostler", "Ostler & Co"),
    ("theferry", "The Ferry"), ("kesslermaschinenbau", "Kessler Maschinenbau GmbH"),
    ("stbrannocks", "St Brannock's School"),
  ]
  private static let hosts = ["posteo.example", "gmail.com", "keel.example", "mail.example"]

  private func mail(_ from: String, _ to: String, _ subject: String, _ body: String, _ below: String) -> Reading {
    learnt(
      """
      From: \(from)
      To: \(to)
      Subject: \(subject)
      Date: Wed, 25 Nov 2026 10:00:00 +0000
      Message-ID: <1@x.example>
      Content-Type: text/plain; charset=utf-8

      Dear Marion,

      \(body)

      Kind regards
      \(below)
      """, on: "2026-11-25")
  }

  @Test(arguments: bodies, firms.indices)
  func `whom a firm writes to is nobody of the firm, whatever it writes`(body: String, firm: Int) {
    let (domain, name) = Self.firms[firm]
    for host in Self.hosts {
      let reading = mail(
        "Gwen Pask <gwen.pask@\(domain).example>", "Marion Keel <marion.keel@\(host)>", "The job", body,
        "Gwen Pask\n\(name)")
      let names = (reading.facts + reading.perhaps).compactMap(\.person?.name.value)
      #expect(!names.contains { $0.contains("Keel") }, "\(host): \(names)")
      #expect(reading.correspondence.map(\.direction) == [.received])
      #expect(reading.paper != .sent)
    }
  }

  @Test(arguments: firms.indices)
  func `who writes to a firm is nobody of it`(firm: Int) {
    let (domain, name) = Self.firms[firm]
    for host in Self.hosts {
      let reading = mail(
        "Marion Keel <marion.keel@\(host)>", "Gwen Pask <gwen.pask@\(domain).example>", "Thank you",
        "Thank you for seeing me at \(name) today. I enjoyed hearing about the kitchen.", "Marion Keel")
      let names = (reading.facts + reading.perhaps).compactMap(\.person?.name.value)
      #expect(!names.contains { $0.contains("Keel") }, "\(host): \(names)")
      #expect(reading.correspondence.map(\.direction) == [.sent])
    }
  }

  @Test(arguments: [
    "Automatic reply: The job", "Out of office: The job", "Abwesenheitsnotiz: Die Stelle",
    "Réponse automatique : le poste",
  ])
  func `an automatic reply promises nothing`(subject: String) {
    let reading = mail(
      "Gwen Pask <gwen.pask@larkhillinn.example>", "Marion Keel <marion.keel@posteo.example>", subject,
      "I am out of the office until Monday 14 December and will reply on my return.", "Gwen Pask\nLarkhill Inn")
    #expect(!reading.facts.contains { [.promisedDate, .interviewDate, .nextStep].contains($0.field) })
  }
}
