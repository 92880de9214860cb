import Formats
import Model
import SeededNumbers

/// Pages with so many searches whose every text is made of these words.
struct SamplePages {
  private var random: SplitMix
  private let word: (inout SplitMix) -> String
  let today = Day(number: 20_532)

  init(seed: UInt64, word: @escaping (inout SplitMix) -> String) {
    random = SplitMix(seed: seed)
    self.word = word
  }

  mutating func text() -> String { word(&random) }
  private mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }
  private mutating func perhaps() -> String? { number(0..<3) > 0 ? text() : nil }

  mutating func search(_ count: Int) -> SearchPage {
    var columns: [[PageColumn.Card]] = [[], [], [], [], []]
    for _ in 0..<count { columns[number(0..<5)].append(card()) }
    return SearchPage(
      today: today, title: text(), lead: [text(), text()], tasks: (0..<count).map { _ in task() },
      days: (0..<21).map { day(today.monday + $0, entries: count / 4) },
      lanes: (0..<count).map { _ in lane() }, columns: columns.map { PageColumn(title: text(), cards: $0) },
      figures: [
        PageFigures(title: text(), summary: perhaps(), rows: (0..<min(count, 5)).map { row($0, of: count) })
      ], ending: text())
  }

  mutating func dossier(_ count: Int) -> DossierPage {
    let lines = (0..<count).map { _ in DossierPage.Line(text(), text()) }
    let entries = (0..<count).map { _ in DossierPage.Entry(text(), lines) }
    let texts = (0..<count).map { _ in DossierPage.Text(text(), text() + "\n" + text()) }
    return DossierPage(
      today: today, title: text(), lead: [text()], fields: lines, tasks: (0..<count).map { _ in task() },
      theirPromises: lines, myPromises: lines, lanes: (0..<count).map { _ in lane() }, interviews: entries,
      contacts: lines, people: entries, letters: texts, notes: texts, ending: text())
  }

  private mutating func row(_ part: Int, of count: Int) -> PageFigures.Row {
    .init(label: text(), count: part, of: count, note: perhaps())
  }

  private mutating func task() -> PageTask {
    PageTask(
      title: text(), whom: text(), when: text(), urgency: [.late, .today, .later][number(0..<3)],
      why: number(0..<3) > 0 ? [text(), text()] : [], command: perhaps(), mail: perhaps().map { "mailto:" + $0 })
  }

  private mutating func day(_ day: Day, entries: Int) -> PageDay {
    let sorts: [PageDay.Sort] = [.meeting, .word, .offer, .task, .overdue]
    return PageDay(
      weekday: day.weekday.name, date: String(day.dayOfMonth),
      place: day < today ? .past : day == today ? .today : .ahead, isWeekend: day.weekday.isWeekend,
      entries: (0..<entries).map { _ in
        .init(sort: sorts[number(0..<5)], time: perhaps(), text: text(), detail: text())
      })
  }

  private mutating func card() -> PageColumn.Card {
    .init(
      name: text(), role: perhaps(), held: number(0..<9), ahead: number(0..<2),
      lines: [(text(), .plain), (text(), .bold), (text(), .late), (text(), .todo)])
  }

  private mutating func lane() -> PageLane {
    let marks: [PageLane.Mark] = [.meeting(text()), .ahead(text()), .sent, .received, .word, .brokenWord]
    let first = today - number(0..<500)
    let events = (0..<number(1..<9)).map { index in
      PageLane.Event(day: first + index * 7, mark: marks[number(0..<6)], text: text())
    }
    let isOver = number(0..<2) == 0
    return PageLane(
      name: text(), role: perhaps(), isOver: isOver, events: events,
      until: isOver ? events[events.count - 1].day : today,
      quietSince: isOver ? nil : first, isPastTheirDay: number(0..<2) == 0,
      offer: perhaps().map { .init(from: first, by: first + 9, text: $0) }, end: isOver ? text() : nil)
  }
}
