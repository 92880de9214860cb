package import Model

/// A name and an e-mail address.
package struct Mailbox: Hashable, Sendable {
  package let name: String?
  package let address: String

  /// nil unless the address is one: a local part, one `@`, a domain; printable ASCII, no spaces, brackets or quotes.
  package init?(name: String?, address: String) {
    let halves = address.split(separator: "@", omittingEmptySubsequences: false)
    let forbidden = Array("<>\"(),:;\\[]".utf8)
    guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty }), address.utf8.count <= 254,
      address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !forbidden.contains($0) })
    else { return nil }
    self.name = name
    self.address = address
  }
}

extension Person {
  /// Where mail reaches them; nil where no address is known, or one that no header can hold.
  package var mailbox: Mailbox? { email.flatMap { Mailbox(name: name, address: $0) } }
}

/// A message for a mail program. Nothing is ever sent from here.
package struct Message: Hashable, Sendable {
  package var from: Mailbox?
  package var to: Mailbox?
  package var copies: [Mailbox] = []
  /// The Message-ID of the mail that it answers, without its angle brackets: then it stands in that mail's thread.
  package var answers: String?
  package var subject: String
  package var body: String
  package var attachments: [Attachment] = []

  package init(from: Mailbox? = nil, to: Mailbox? = nil, subject: String, body: String) {
    self.from = from
    self.to = to
    self.subject = subject
    self.body = body
  }

  /// As headers hold it; nil for what is no Message-ID (RFC 5322, §3.6.4).
  private var answered: String? {
    guard let id = answers, (3...250).contains(id.utf8.count), id.contains("@"),
      id.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x3C && $0 != 0x3E })
    else { return nil }
    return "<\(id)>"
  }

  /// The message as an `.eml` file (RFC 5322, RFC 2045, RFC 2047), lines ended by CR LF, 7-bit throughout. `X-Unsent`
  /// makes mail programs open it for editing. No text can add a header: header values are one line of encoded words. With
  /// attachments it has several parts (RFC 2046, §5.1).
  package func eml(date: Moment, offsetSeconds: Int) -> String {
    var lines: [String] = []
    if let from { lines.append("From: " + headerValue(from)) }
    if let to { lines.append("To: " + headerValue(to)) }
    if !copies.isEmpty { lines.append("Cc: " + copies.map(headerValue).joined(separator: ",\r\n ")) }
    if let answered { lines += ["In-Reply-To: " + answered, "References: " + answered] }
    lines += [
      "Subject: " + encodedHeader(subject), "Date: " + mailDate(date, offsetSeconds), "X-Unsent: 1",
      "MIME-Version: 1.0",
    ]
    return (lines + content).joined(separator: "\r\n") + "\r\n"
  }

  /// Neither coding of a part can write it: after "=" one has two digits, and the other has no "_".
  private static let boundary = "=_afterword"

  private var content: [String] {
    let text =
      ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", ""]
      + quotedPrintable(body)
    if attachments.isEmpty { return text }
    let parts = ([text] + attachments.map(\.part)).flatMap { ["--" + Self.boundary] + $0 }
    return ["Content-Type: multipart/mixed; boundary=\"\(Self.boundary)\"", ""] + parts + ["--\(Self.boundary)--"]
  }

  /// The message as a `mailto:` link (RFC 6068).
  package var mailto: String {
    let lines = textLines(body).joined(separator: "\r\n")
    return "mailto:" + percentEncoded(to?.address ?? "", keeping: "@") + "?subject="
      + percentEncoded(textLines(subject).joined(separator: " ")) + "&body=" + percentEncoded(lines)
  }

  private func headerValue(_ mailbox: Mailbox) -> String {
    guard let name = mailbox.name, !name.isEmpty else { return mailbox.address }
    let phrase = encodedHeader(name, isPhrase: true)
    // An encoded name fills its line.
    return phrase + (phrase.hasPrefix("=?") ? "\r\n <" : " <") + mailbox.address + ">"
  }
}

/// `Tue, 10 Mar 2026 10:00:00 +0100` (RFC 5322, §3.3).
private func mailDate(_ moment: Moment, _ offset: Int) -> String {
  let (day, minute) = (moment.day, moment.minute ?? 0)
  let size = abs(offset) / 60
  return "\(day.weekday.short), \(day.dayOfMonth) \(day.shortMonthName) \(day.description.prefix(4)) "
    + "\(twoDigits(minute / 60)):\(twoDigits(minute % 60)):00 "
    + (offset < 0 ? "-" : "+") + twoDigits(size / 60) + twoDigits(size % 60)
}
