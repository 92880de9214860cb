package import Model

/// What one mail of a file says, whole: for whoever answers it.
package struct MailText: Sendable {
  /// The body as it is read, what it quotes itself among it.
  package let body: String
  package let date: Moment?

  /// Nil where no mail with this Message-ID stands in the file.
  ///
  /// - Parameters:
  ///   - messageID: without its angle brackets.
  ///   - bytes: a mail or a mailbox.
  package init?(_ messageID: String, in bytes: [UInt8]) {
    let bytes = Attachments.isLarge(bytes) ? Attachments.leftOut(of: bytes) : bytes
    guard bytes.count <= NoteReader.largestText else { return nil }
    let source = NoteSource(decoded: DecodedText(bytes), name: nil, options: ReadingOptions())
    let text = source.decoded.scalars
    let lines = lineSpans(of: text, in: TextSpan(0, text.count))
    let container = ContainerDetector(text: text, lines: lines, columns: []).container
    guard container == .mail || container == .mbox else { return nil }
    let spans = MailReader(source: source, container: container).messages(text)
    guard let span = spans.first(where: { MailHead(text, in: $0).message(text).messageID == messageID }) else {
      return nil
    }
    let mail = Mail(text: text, span: span, source: source)
    body = string(mail.view.scalars[min(mail.bodyStart, mail.view.scalars.count)...])
    date = mail.date
  }
}
