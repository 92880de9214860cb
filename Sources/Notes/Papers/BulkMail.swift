/// Tells mails that were written to nobody in particular: lists, newsletters, robots' news.
enum BulkMail {
  /// Why a mail of a program is one: news of one's own application comes so too.
  static let program = "sent by a program"

  /// Whether nobody wrote it: an answer while somebody is away, whose days promise nothing.
  static func isAutomaticReply(_ head: MailHead, _ subject: String?, _ text: [Unicode.Scalar]) -> Bool {
    if word(head, "auto-submitted", text).hasPrefix("auto-replied") || head.value("x-autoreply") != nil { return true }
    let own = subject?.lowercased() ?? ""
    return PaperWords.automaticReplies.contains { own.hasPrefix($0) }
  }

  /// Why a mail is one, in words; nil for a letter.
  ///
  /// - Parameter speaksOfApplication: its text speaks of the reader's own application: robots send those news too, and they
  ///   count; lists and newsletters do not.
  static func reason(_ head: MailHead, _ text: [Unicode.Scalar], speaksOfApplication: () -> Bool) -> String? {
    if head.value("list-id") != nil || head.value("list-post") != nil { return "a mailing list" }
    let precedence = word(head, "precedence", text)
    if ["bulk", "list", "junk"].contains(precedence) { return "a mailing list" }
    let isOffered = head.value("list-unsubscribe") != nil
    let isAutomatic = ["auto-generated", "auto-notified"].contains { word(head, "auto-submitted", text).hasPrefix($0) }
    guard isOffered || isAutomatic || isRobot(head, text), !speaksOfApplication() else { return nil }
    return isOffered ? "a newsletter" : program
  }

  private static func word(_ head: MailHead, _ name: String, _ text: [Unicode.Scalar]) -> String {
    head.value(name).map { collapsed(text.text($0)).lowercased() } ?? ""
  }

  /// "no-reply@…", "notifications@…", "mailer-daemon@…".
  static func isRobot(_ head: MailHead, _ text: [Unicode.Scalar]) -> Bool {
    guard let from = head.value("from"), let address = MessageHead.Correspondent(text, from).address else {
      return false
    }
    let local = text.text(address).lowercased().prefix { $0 != "@" }.filter { $0.isLetter }
    return PaperWords.robots.contains { local.hasPrefix($0) }
  }

  static func speaksOfApplication(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let own = string(text.prefix(20_000)).lowercased()
    return PaperWords.ofApplication.contains { own.contains($0) }
  }
}
