import ArgumentParser
import Model
import Playbook
import Store

struct Today: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "today", abstract: "What is due today, late things first.",
    discussion: """
      Examples:
        afterword                        the same
        afterword today --json
        afterword why 3f2a               why something is due
        afterword done 3f2a              it is done; also skip and snooze
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let agenda = try place.look().agenda()
    let console = output.console
    if output.json { return console.raw(try JSONOutput.text(PlanDocument(agenda, items: agenda.doable))) }
    if output.plain { return console.print(ItemPlain.lines(agenda.doable, agenda)) }
    console.page(TodayLines(agenda, width: console.cutWidth).lines)
  }
}

/// The day's page.
private struct TodayLines {
  private(set) var lines: [StyledText] = []
  private let agenda: Agenda
  private var items: ItemLines

  init(_ agenda: Agenda, width: Int?) {
    self.agenda = agenda
    items = ItemLines(agenda, width: width)
    lines.append("\(DayText.long(agenda.today, today: agenda.today), .bold)  \(summary)")
    add("Late", Self.byPerson(agenda.items(.overdue)))
    add("Due", Self.byPerson(agenda.items(.due)))
    add("Open already", Self.byPerson(agenda.items(.open)))
    addEnd()
  }

  /// What is about one person stays together, where the first of it stands; what is owed longest comes first.
  private static func byPerson(_ items: [PlanItem]) -> [PlanItem] {
    let order = items.indices.sorted { (items[$0].until, $0) < (items[$1].until, $1) }
    let sorted = order.map { items[$0] }
    let groups = Dictionary(grouping: sorted.indices) { sorted[$0].person.map(\.description) ?? sorted[$0].id }
    return groups.values.sorted { $0[0] < $1[0] }.flatMap { $0.map { sorted[$0] } }
  }

  private var summary: String {
    let counts = [(agenda.items(.overdue).count, "late"), (agenda.items(.due).count, "due")]
    let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? "nothing is due" : parts.joined(separator: ", ")
  }

  private mutating func add(_ heading: String, _ group: [PlanItem]) {
    guard !group.isEmpty else { return }
    lines += ["", "\(heading, .bold)"] + items.lines(group)
  }

  private mutating func addEnd() {
    let coming = agenda.items(.upcoming)
    lines.append("")
    if let next = coming.first {
      let week = coming.filter { $0.day <= agenda.today + 7 }.count
      let day = DayText.long(next.day, today: agenda.today)
      lines.append(
        "Coming up: \(agenda.title(next)) on \(day)\(week > 1 ? "; \(week) within a week" : ""): \(ShellCommand("plan"))"
      )
    }
    if agenda.archived > 0 {
      let searches = Count.text(agenda.archived, "old search is", "old searches are")
      lines.append("\(searches) archived, with nothing planned: \(ShellCommand("list", "opportunities", "--all"))")
    }
    if !agenda.isPlaybookChosen {
      lines.append(
        "The plan follows the playbook \(agenda.planner.preferences.playbook); \(ShellCommand("playbook", "list")) shows the others."
      )
    }
    if let first = agenda.doable.first { lines.append("Next: \(first.command)") }
  }
}
