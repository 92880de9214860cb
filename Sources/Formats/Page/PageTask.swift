/// A follow-up on a page.
package struct PageTask: Sendable {
  package enum Urgency: Sendable { case late, today, later }

  package let title: String
  package let whom: String
  /// "3 days late", "today", "by Fri 27 Mar".
  package let when: String
  package let urgency: Urgency
  /// Why it is due, a sentence each.
  package let why: [String]
  /// What to type for it.
  package let command: String?
  /// A link that opens a draft in a mail program; nothing is sent by it.
  package let mail: String?

  package init(
    title: String, whom: String, when: String, urgency: Urgency, why: [String], command: String?, mail: String?
  ) {
    (self.title, self.whom, self.when, self.urgency) = (title, whom, when, urgency)
    (self.why, self.command, self.mail) = (why, command, mail)
  }

  /// So many are seen at once.
  private static let most = 9

  static func list(_ tasks: [PageTask]) -> HTML {
    guard !tasks.isEmpty else { return "<p class=\"dim\">Nothing is due.</p>\n" }
    return PageFrame.list(
      tasks.map(\.item), after: most, as: { "<ul class=\"tasks\">\n\($0)</ul>\n" }, more: { "\($0) more" })
  }

  private var item: HTML {
    let style =
      switch urgency {
      case .late: "when late"
      case .today: "when today"
      case .later: "when dim"
      }
    let write: HTML? = mail.map { link in
      " <a class=\"write\" href=\"\(link)\">write\(PageFrame.spoken(" to \(whom): \(title)"))</a>"
    }
    return """
      <li>
      <div class="row"><b>\(title)</b> <span class="\(style)">\(when)</span></div>
      <div class="whom">\(whom)\(write)</div>
      \(reasons)</li>

      """
  }

  private var reasons: HTML? {
    guard !why.isEmpty else { return nil }
    let lines = why.map { line -> HTML in "<p>\(line)</p>\n" }
    let typed: HTML? = command.map { "<p><code>\($0)</code></p>\n" }
    return """
      <details><summary>why\(PageFrame.spoken(" \(title), \(whom)"))</summary>
      <div class="why">
      \(lines)\(typed)</div></details>

      """
  }
}
