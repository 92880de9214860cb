import Notes
import Testing

/// Whose a host is decides who is a firm's and who is anybody.
@Suite struct MailHostTests {
  @Test(arguments: [
    ("dana@acme.example", "acme.example"), ("https://www.acme.example/jobs?x=1", "acme.example"),
    ("Dana@Mail.Acme.CO.UK", "acme.co.uk"), ("acme.com.au", "acme.com.au"), ("careers.acme.de", "acme.de"),
  ]) func `a host's domain is what somebody registered`(address: String, domain: String) {
    #expect(MailHost(address)?.domain == domain)
    #expect(MailHost(address)?.isFirms == true)
  }

  @Test(arguments: [
    "a@gmail.com", "a@yahoo.co.uk", "a@t-online.de", "a@me.com", "x@hire.lever.co", "no-reply@us.greenhouse-mail.io",
  ])
  func `a provider's or a board's host is no firm's`(address: String) {
    #expect(MailHost(address)?.isFirms == false)
  }

  @Test(arguments: ["", "dana", "@", "dana@", "dana@localhost", "..", "://"]) func `what names no host is none`(
    address: String
  ) {
    #expect(MailHost(address) == nil)
  }

  @Test(arguments: [
    ("a@larkhill-inn.example", "The Larkhill Inn Ltd", true), ("a@larkhillinn.example", "Larkhill Inn", true),
    ("a@larkhill.example", "Larkhill Inn", true), ("a@talentbridge.example", "Larkhill Inn", false),
    ("a@bt.example", "Btsoft", false),
  ]) func `a firm is called as its host is`(address: String, name: String, isCalled: Bool) {
    #expect(MailHost(address)?.isCalled(name) == isCalled)
  }
}
