import ArgumentParser
import Model
import Playbook
import Store

struct Why: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Why a follow-up is due: rule, anchor, arithmetic, source.",
    discussion: """
      Example:
        afterword why 3f2a
      """)

  @Argument(help: "The follow-up: the first digits of its id, as `today` and `plan` show it.")
  var item: String
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let agenda = try place.look().agenda()
    let item = try agenda.item(item)
    let console = output.console
    if output.json { return console.raw(try JSONOutput.text(PlanRecord(item, agenda))) }
    if output.plain { return console.print(ItemPlain.lines([item], agenda)) }
    for line in lines(item, agenda) {
      for (index, part) in DisplayWidth.wrapped(line, to: console.width - 2).enumerated() {
        console.print(index == 0 ? "\(part)" : "  \(part)")
      }
    }
  }

  private func lines(_ item: PlanItem, _ agenda: Agenda) -> [String] {
    let today = agenda.today
    var window = DayText.long(item.day, today: today)
    if item.until > item.day { window += " to " + DayText.long(item.until, today: today) }
    if let by = item.by { window += ", by " + agenda.planner.zones.text(by) }
    var lines = [agenda.title(item), "due: \(window)", "rule: \(item.rule)"]
    if !item.channels.isEmpty { lines.append("over: \(item.channels.map(\.rawValue).joined(separator: ", "))") }
    lines += item.reason.lines
    lines += item.needs.map { "needs \($0)" }
    if !item.together.isEmpty {
      let others = agenda.items.filter { item.together.contains($0.id) }.map(\.title).joined(separator: ", ")
      lines.append("goes into one message with: \(others)")
    }
    let script = ShellCommand("script", ItemID.short(item))
    if item.channels.contains(.call) { lines.append("what to say: \(script)") }
    return lines + ["next: \(item.command)"]
  }
}
