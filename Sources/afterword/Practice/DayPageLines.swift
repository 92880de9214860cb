import Model
import Playbook
import Store

/// The day's page as lines: what others set a day for, what to do now by number, what can wait, and what is new.
struct DayPageLines {
  private(set) var lines: [StyledText] = []
  /// The follow-ups by their numbers on the page.
  private(set) var numbered: [PlanItem] = []
  private let agenda: Agenda
  private let page: DayPage
  private let width: Int?
  private var today: Day { agenda.today }

  /// At most so many follow-ups, and so many dates of others.
  static let most = 9
  private static let mostDates = 5

  /// - Parameters:
  ///   - width: columns; nil breaks nothing.
  ///   - rows: lines that the page may have; nil shows everything.
  ///   - news: what is to be told besides.
  init(_ page: DayPage, _ agenda: Agenda, width: Int?, rows: Int?, news: [StyledText]) {
    (self.page, self.agenda, self.width) = (page, agenda, width)
    var room: Room? = rows == nil ? nil : Room()
    repeat {
      build(room, news)
    } while lines.count > rows ?? Int.max && room?.shrink() ?? false
  }

  /// How much of the page is shown; the rest is counted.
  private struct Room {
    var items = DayPageLines.most
    var dates = DayPageLines.mostDates

    /// - Returns: false where nothing can be left out any more.
    mutating func shrink() -> Bool {
      if items > 3 { items -= 1 } else if dates > 1 { dates -= 1 } else { items -= 1 }
      return items > 0
    }
  }

  /// - Parameter room: nil for all of it.
  private mutating func build(_ room: Room?, _ news: [StyledText]) {
    let now = room == nil ? page.now + page.stale : page.now
    numbered = Array((now + page.later).prefix(room?.items ?? .max))
    let shown = min(now.count, numbered.count)
    lines = ["\(DayText.long(today, today: today), .bold)  \(summary)"]
    addDates(most: room?.dates ?? .max)
    let table = itemLines()
    add("Do now", table.prefix(shown))
    add("Can wait", table.dropFirst(shown))
    addRest(
      of: now.count - shown, later: page.later.count - (numbered.count - shown),
      stale: room == nil ? 0 : page.stale.count)
    if !news.isEmpty { lines += [""] + news.flatMap { broken($0, indent: 0) } }
  }

  private var summary: String {
    let late = (page.now + page.stale).count { $0.daysLate > 0 }
    let counts = [
      (late, "late"), (page.now.count + page.stale.count - late, "due"), (page.later.count, "can wait"),
    ]
    let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? "nothing is due" : parts.joined(separator: ", ")
  }

  private mutating func add(_ heading: String, _ entries: ArraySlice<[StyledText]>) {
    if !entries.isEmpty { lines += ["", "\(heading, .bold)"] + entries.joined() }
  }

  private func broken(_ line: StyledText, indent: Int) -> [StyledText] {
    let blank = StyledText(String(repeating: " ", count: indent))
    return (width.map { (blank + line).wrapped(to: $0) } ?? [blank + line])
  }

  // MARK: - What others set a day for

  private mutating func addDates(most: Int) {
    // Where there is room for some alone, what they said they would do gives way.
    let weighed = page.fixed.enumerated().sorted {
      ($0.element.sort == .word ? 1 : 0, $0.offset) < ($1.element.sort == .word ? 1 : 0, $1.offset)
    }
    let kept = Set(weighed.prefix(most).map(\.offset))
    let dates = page.fixed.indices.filter(kept.contains).map { page.fixed[$0] }
    guard !dates.isEmpty else { return }
    var table = CellTable(whole: [0])
    for date in dates { table.add(FixedDateText(date, agenda).cells) }
    lines += [""] + table.lines(width: width, indent: 1).joined()
    let more = page.fixed.count - dates.count
    if more > 0 { lines.append(" \("… \(Count.text(more, "more date")): ", .dim)\(ShellCommand("today", "--all"))") }
  }

  // MARK: - Follow-ups

  private func itemLines() -> [[StyledText]] {
    var table = CellTable(whole: [0, 3])
    for (index, item) in numbered.enumerated() { table.add(cells(index + 1, item)) }
    return table.lines(width: width, indent: numbered.count < 10 ? 1 : 0)
  }

  private func cells(_ number: Int, _ item: PlanItem) -> [StyledText] {
    let digits = String(number)
    let padded = String(repeating: " ", count: String(numbered.count).count - digits.count) + digits
    return ["\(padded, .cyan)", "\(item.title, .bold)", "\(ItemText.whom(item, agenda))", when(item)]
  }

  private func when(_ item: PlanItem) -> StyledText {
    if item.daysLate > 0 { return "\(Count.text(item.daysLate, "day") + " late", .red)" }
    if item.isOptional { return "\("if you like", .dim)" }
    if let by = item.by {
      let wall = agenda.planner.zones.wallTime(by)
      return "\(wall.day == today ? "by \(ClockText.of(wall))" : "by \(DayText.long(wall, today: today))", .yellow)"
    }
    return item.until > today ? "by \(DayText.long(item.until, today: today))" : "\("today", .yellow)"
  }

  // MARK: - What is counted alone

  private mutating func addRest(of more: Int, later: Int, stale: Int) {
    var counts: [StyledText] = []
    let all = ShellCommand("today", "--all")
    let hidden = [(more, "due now"), (later, "that can wait")].filter { $0.0 > 0 }.map { "\($0.0) more \($0.1)" }
    if !hidden.isEmpty { counts.append("… \(hidden.joined(separator: ", ")): \(all)") }
    if stale > 0, let line = StaleThanks.line(agenda) { counts.append(line) }
    if !counts.isEmpty { lines += [""] + counts.flatMap { broken($0, indent: 1) } }
    guard numbered.isEmpty, let next = page.coming.first else { return }
    let day = DayText.long(next.day, today: today)
    lines += [""] + broken("Next: \(agenda.title(next)), on \(day)", indent: 0)
  }
}

/// Whom a follow-up is about, in a column.
enum ItemText {
  static func whom(_ item: PlanItem, _ agenda: Agenda) -> String {
    let opportunity = item.opportunity.flatMap { agenda.facts.opportunities[$0] }
    let organisation = opportunity?.organisation.flatMap { agenda.facts.organisations[$0]?.name }
    let person = item.person.map { agenda.facts.name($0) }
    // Where nobody is named, the position tells two of one firm apart.
    let role = person == nil || organisation == nil ? opportunity?.role : nil
    return [person, organisation, role].compactMap(\.self).joined(separator: ", ")
  }
}

/// "09:30".
enum ClockText {
  static func of(_ moment: Moment) -> String { String(moment.description.suffix(5)) }
}

/// A date that others set, for people.
struct FixedDateText {
  /// When, and what.
  let cells: [StyledText]
  /// The hour, where it is known, and what.
  let ofDay: StyledText

  init(_ date: FixedDate, _ agenda: Agenda) {
    let facts = agenda.facts
    let firm = facts.name(opportunity: date.opportunity)
    let people = date.people.map { facts.name($0) }.joined(separator: ", ")
    var when = date.when.day == agenda.today ? "Today" : DayText.long(date.when.day, today: agenda.today)
    if date.when.minute != nil { when += " " + ClockText.of(date.when) }
    let what: StyledText =
      switch date.sort {
      case .interview:
        "\("interview", .bold) \(firm)\(people.isEmpty ? "" : ", with \(people)")\(date.detail.map { ", \($0)" } ?? "")"
      case .deadline: "\("answer due", .bold) \(firm): their offer"
      case .word:
        "\("their word", .bold) \(people.isEmpty ? firm : "\(people), \(firm)")\(date.detail.map { ": \($0)" } ?? "")"
      }
    ofDay = (date.when.minute == nil ? "" : "\(ClockText.of(date.when)) ") + what
    cells = ["\(when, date.when.day <= agenda.today + 1 ? .yellow : .plain)", what]
  }
}
