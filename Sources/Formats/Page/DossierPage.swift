package import Model

/// The page of one person, firm or search, as data: what is to be done, what was promised, said, asked, written and noted.
package struct DossierPage: Sendable {
  /// Something told under a label: a day and what happened, or a field and what it holds.
  package struct Line: Sendable {
    package let label: String
    package let text: String

    package init(_ label: String, _ text: String) { (self.label, self.text) = (label, text) }
  }

  /// A heading with lines below it: a meeting and what came up, a person and how to reach them.
  package struct Entry: Sendable {
    package let heading: String
    package let lines: [Line]

    package init(_ heading: String, _ lines: [Line]) { (self.heading, self.lines) = (heading, lines) }
  }

  /// A text told whole: a letter, a note.
  package struct Text: Sendable {
    package let heading: String
    package let body: String

    package init(_ heading: String, _ body: String) { (self.heading, self.body) = (heading, body) }
  }

  package let today: Day
  package let title: String
  package let lead: [String]
  package let fields: [Line]
  package let tasks: [PageTask]
  package let theirPromises: [Line]
  package let myPromises: [Line]
  package let lanes: [PageLane]
  package let interviews: [Entry]
  package let contacts: [Line]
  package let people: [Entry]
  package let letters: [Text]
  package let notes: [Text]
  package let ending: String

  package init(
    today: Day, title: String, lead: [String], fields: [Line], tasks: [PageTask], theirPromises: [Line],
    myPromises: [Line], lanes: [PageLane], interviews: [Entry], contacts: [Line], people: [Entry], letters: [Text],
    notes: [Text], ending: String
  ) {
    (self.today, self.title, self.lead, self.fields, self.tasks) = (today, title, lead, fields, tasks)
    (self.theirPromises, self.myPromises, self.lanes) = (theirPromises, myPromises, lanes)
    (self.interviews, self.contacts, self.people) = (interviews, contacts, people)
    (self.letters, self.notes, self.ending) = (letters, notes, ending)
  }
}

extension DossierPage {
  /// The file's text.
  ///
  /// - Parameter styleHash: see `PageFrame.document`.
  package func html(styleHash: String) -> String {
    let parts: [(id: String, title: String, content: HTML)] = [
      ("now", "To do", tasks.isEmpty ? "" : PageTask.list(tasks)), ("theirs", "They promised", table(theirPromises)),
      ("mine", "You promised", table(myPromises)), ("lanes", "Day by day", LaneChart(lanes, today: today).markup),
      ("interviews", "Interviews, questions and answers", entries(interviews)),
      ("contacts", "Said and sent", table(contacts)), ("people", "People", entries(people)),
      ("letters", "Letters", texts(letters)), ("fields", "On record", table(fields)),
      ("notes", "Your notes, word for word", texts(notes)),
    ].filter { !$0.content.text.isEmpty }
    let body: HTML = """
      <header>
      <h1>\(title)</h1>
      <p class="lead">\(lead.joined(separator: " · "))</p>
      \(PageFrame.contents(parts.map { ($0.id, $0.title) }))</header>
      <main>
      \(parts.map { PageFrame.part($0.id, $0.title, $0.content) })</main>
      """
    return PageFrame.document(title: title, styleHash: styleHash, body: body, ending: "\(ending)")
  }

  /// So many entries of a part are seen at once.
  private static let most = 40

  private func table(_ lines: [Line]) -> HTML {
    PageFrame.list(
      lines.map(\.item), after: Self.most, as: { "<dl>\n\($0)</dl>\n" }, more: { "\($0) more" })
  }

  private func entries(_ entries: [Entry]) -> HTML {
    let items = entries.map { entry -> HTML in
      "<li><h3>\(entry.heading)</h3>\n\(table(entry.lines))</li>\n"
    }
    return PageFrame.list(
      items, after: Self.most, as: { "<ul class=\"story\">\n\($0)</ul>\n" }, more: { "\($0) more" })
  }

  private func texts(_ texts: [Text]) -> HTML {
    let items = texts.map { text -> HTML in
      "<li><details><summary>\(text.heading)</summary>\n<pre>\(text.body)</pre></details></li>\n"
    }
    return items.isEmpty ? "" : "<ul class=\"story\">\n\(items)</ul>\n"
  }
}

extension DossierPage.Line {
  fileprivate var item: HTML { "<dt>\(label)</dt><dd>\(text)</dd>\n" }
}
