import ArgumentParser
import Model
import Playbook
import Store

struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Three weeks from Monday on: what others set a day for, and what is due.",
    discussion: """
      Examples:
        afterword calendar
        afterword plan --ics > plan.ics  the same for a calendar program
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  /// `{"days": [{"day", "entries": [text]}]}`; days without entries are left out.
  private struct JSON: Encodable {
    let day: String
    let entries: [String]
  }

  func run() throws {
    let agenda = try place.look().agenda()
    let console = output.console
    let weeks = CalendarWeeks(agenda)
    if output.json {
      let days = weeks.days.filter { !$0.entries.isEmpty }
      return console.raw(
        try JSONOutput.text(["days": days.map { JSON(day: $0.day.description, entries: $0.entries.map(\.plain)) }]))
    }
    if output.plain {
      return console.print(weeks.days.flatMap { day in day.entries.map { "\(day.day.description)\t" + $0 } })
    }
    console.page(weeks.lines(width: console.cutWidth))
  }
}

/// The days of three weeks with what falls on each.
private struct CalendarWeeks {
  let days: [(day: Day, entries: [StyledText])]
  private let today: Day

  init(_ agenda: Agenda) {
    today = agenda.today
    let start = agenda.today.monday
    let fixed = FixedDate.all(agenda, until: start + 20)
    let items = Dictionary(grouping: agenda.ordered(agenda.items.filter { !$0.isStale })) {
      $0.effectiveDay(today: agenda.today)
    }
    days = (0..<21).map { start + $0 }.map { day in
      let dates = fixed.filter { $0.when.day == day }.map { FixedDateText($0, agenda).ofDay }
      let due = (items[day] ?? []).map { item -> StyledText in
        "\(item.title): \(ItemText.whom(item, agenda))"
      }
      return (day, dates + due)
    }
  }

  /// A grid of the weeks, the days with something on them marked, then those days one by one.
  func lines(width: Int?) -> [StyledText] {
    var lines: [StyledText] = ["      Mon Tue Wed Thu Fri Sat Sun"]
    for week in stride(from: 0, to: 21, by: 7) {
      let row = days[week..<week + 7]
      let month = DayText.short(row[row.startIndex].day, today: today).split(separator: " ").dropFirst().first ?? ""
      lines.append(row.reduce(StyledText(month.prefix(3) + "   ")) { $0 + cell($1) })
    }
    var table = CellTable(whole: [0])
    for day in days where !day.entries.isEmpty {
      for (index, entry) in day.entries.enumerated() {
        let name = day.day == today ? "Today" : DayText.long(day.day, today: today)
        table.add([index == 0 ? "\(name, .bold)" : "", entry])
      }
    }
    return lines + [""] + table.lines(width: width).joined()
  }

  private func cell(_ day: (day: Day, entries: [StyledText])) -> StyledText {
    let number = String(day.day.parts.day)
    let mark = day.entries.isEmpty ? " " : "*"
    let text = String(repeating: " ", count: 3 - number.count) + number + mark
    return StyledText(text, day.day == today ? .yellow : day.entries.isEmpty ? .dim : .bold)
  }
}
