import Model
import Playbook
import Store

/// The story of a person, a firm or a search as parts of its page.
struct StoryLines {
  private(set) var lines: [StyledText] = []
  private let today: Day
  private let width: Int?

  /// Relations that the story tells better.
  static let told: Set<String> = [
    Promise.kind, Touch.kind, Letter.kind, Participation.kind, Interview.kind, Finding.kind, Decision.kind,
  ]
  private static let most = 15

  init(_ story: RowStory, today: Day, width: Int?, notes: [(name: String, command: ShellCommand)]) {
    (self.today, self.width) = (today, width)
    add("To do", story.toDo.map { ["\(ItemID.short($0), .cyan)", "\($0.title)", when($0)] })
    for (heading, part) in [("They promised", Promiser.them), ("You promised", .me)] {
      add(
        heading,
        story.promises.filter { $0.by == part }.map { promise in
          [promise.due == nil ? "\("no day", .dim)" : day(promise.due), "\(promise.text ?? "(no words)")"]
        })
    }
    add("Said and sent", story.contacts.map(cells))
    add("Interviews", story.interviews.map(cells))
    for note in notes {
      lines += (note.name == notes.first?.name ? [""] : []) + ["Note: \(note.name), \(note.command)"]
    }
  }

  private mutating func add(_ heading: String, _ rows: [[StyledText]]) {
    guard !rows.isEmpty else { return }
    var table = CellTable(whole: [0])
    for row in rows.prefix(Self.most) { table.add(row) }
    lines += ["", "\(heading, .bold)"] + table.lines(width: width, indent: 2).joined()
    if rows.count > Self.most { lines.append("  \("… \(rows.count - Self.most) earlier", .dim)") }
  }

  private func cells(_ entry: RowStory.Entry) -> [StyledText] {
    [day(entry.day), "\(entry.what, .dim)", "\(entry.words)"]
  }

  private func day(_ day: Day?) -> StyledText { day.map { "\(DayText.short($0, today: today))" } ?? "" }

  private func when(_ item: PlanItem) -> StyledText {
    item.daysLate > 0
      ? "\(Count.text(item.daysLate, "day") + " late", .red)" : day(item.effectiveDay(today: today))
  }
}
