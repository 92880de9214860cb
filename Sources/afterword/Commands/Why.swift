import ArgumentParser
import Model
import Playbook
import Store

struct Why: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Why a follow-up is due: rule, anchor, arithmetic, source.",
    discussion: """
      Examples:
        afterword why 2                  by its number on the day's page
        afterword why dana               by name
      """)

  @OptionGroup var which: ItemArgument
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let console = output.console
    let picked = try PickedItems(try place.look(), console)
    let agenda = picked.agenda
    let items = try picked.items(which.items)
    if output.json {
      let records = items.map { PlanRecord($0, agenda) }
      return console.raw(try records.count == 1 ? JSONOutput.text(records[0]) : JSONOutput.text(["items": records]))
    }
    if output.plain { return console.print(ItemPlain.lines(items, agenda)) }
    let pages = items.map { lines($0, agenda) }
    console.page(
      pages.enumerated().flatMap { ($0.offset > 0 ? [""] : []) + $0.element.flatMap { wrapped($0, console.width) } })
  }

  private func wrapped(_ line: String, _ width: Int) -> [StyledText] {
    DisplayWidth.wrapped(line, to: width - 2).enumerated().map { $0.offset == 0 ? "\($0.element)" : "  \($0.element)" }
  }

  private func lines(_ item: PlanItem, _ agenda: Agenda) -> [String] {
    let today = agenda.today
    var window = DayText.long(item.day, today: today)
    if item.until > item.day { window += " to " + DayText.long(item.until, today: today) }
    if let by = item.by { window += ", by " + agenda.planner.zones.text(by) }
    var lines = [agenda.title(item), "due: \(window)", "rule: \(item.rule)"]
    if !item.channels.isEmpty { lines.append("over: \(item.channels.map(\.rawValue).joined(separator: ", "))") }
    lines += item.reason.lines
    lines.append(standing(item, agenda))
    lines += item.needs.map { "needs \($0)" }
    if !item.together.isEmpty {
      let others = agenda.items.filter { item.together.contains($0.id) }.map(\.title).joined(separator: ", ")
      lines.append("goes into one message with: \(others)")
    }
    let script = ShellCommand("script", ItemID.short(item))
    if item.channels.contains(.call) { lines.append("what to say: \(script)") }
    return lines + ["next: \(item.command)"]
  }

  /// Where it stands on the day's page, and why there.
  private func standing(_ item: PlanItem, _ agenda: Agenda) -> String {
    let why = item.precedence.words
    let order = agenda.ordered(agenda.doable)
    guard let index = order.firstIndex(where: { $0.id == item.id }) else {
      return "on the page: from \(DayText.long(item.opens, today: agenda.today)) on; \(why)"
    }
    return "on the page: \(index + 1) of \(order.count); \(why)"
  }
}
