package import Model

/// The page of a whole search, as data: what now, three weeks, every search as a lane, where each stands, how long they
/// take. Texts are as people read them; only markup and geometry are made here.
package struct SearchPage: Sendable {
  package let today: Day
  /// "Friday, 20 March 2026".
  package let title: String
  /// What matters most, in a few words each.
  package let lead: [String]
  package let tasks: [PageTask]
  package let days: [PageDay]
  package let lanes: [PageLane]
  package let columns: [PageColumn]
  package let figures: [PageFigures]
  package let ending: String

  package init(
    today: Day, title: String, lead: [String], tasks: [PageTask], days: [PageDay], lanes: [PageLane],
    columns: [PageColumn], figures: [PageFigures], ending: String
  ) {
    (self.today, self.title, self.lead, self.tasks, self.days) = (today, title, lead, tasks, days)
    (self.lanes, self.columns, self.figures, self.ending) = (lanes, columns, figures, ending)
  }

  /// The file's text.
  ///
  /// - Parameter styleHash: see `PageFrame.document`.
  package func html(styleHash: String) -> String {
    let parts: [(id: String, title: String, content: HTML)] = [
      ("now", "To do now", PageTask.list(tasks)), ("weeks", "Three weeks", PageDay.month(days)),
      ("lanes", "Every search, from the first day", LaneChart(lanes, today: today).markup),
      ("board", "Where each stands", PageColumn.board(columns)),
      ("figures", "How long they take", PageFigures.tables(figures)),
    ].filter { !$0.content.text.isEmpty }
    let sections = parts.map { PageFrame.part($0.id, $0.title, $0.content) }
    let body: HTML = """
      <header>
      <h1>\(title)</h1>
      <p class="lead">\(lead.joined(separator: " · "))</p>
      \(PageFrame.contents(parts.map { ($0.id, $0.title) }))</header>
      <main>
      <div class="two">
      \(Array(sections.prefix(2)))</div>
      \(Array(sections.dropFirst(2)))</main>
      """
    return PageFrame.document(
      title: "Afterword: \(title)", styleHash: styleHash, body: body, ending: "\(ending)")
  }
}
