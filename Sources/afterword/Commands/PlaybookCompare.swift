import ArgumentParser
import Model
import Playbook
import Store

struct PlaybookCompare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "An opportunity under every playbook, side by side.")

  @Argument(help: "The opportunity.")
  var opportunity: [String]
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try place.look()
    let agenda = try store.agenda()
    let row = try store.opportunity(named: opportunity.joined(separator: " "))
    guard agenda.facts.opportunities[row.id] != nil else {
      throw Failure.nothingFound("\(try store.title(of: row.subject)) is archived: nothing is planned for it.")
    }
    let plans = agenda.planner.compare(row.id)
    let console = output.console
    if output.json {
      let all = plans.map { (name: $0.playbook, items: $0.items.map { PlanRecord($0, agenda) }) }
      return console.raw(try JSONOutput.text(Dictionary(all.map { ($0.name, $0.items) }) { first, _ in first }))
    }
    if output.plain {
      return console.print(
        plans.flatMap { plan in plan.items.map { "\(plan.playbook)\t\($0.day.description)\t\($0.rule.description)" } })
    }
    console.page(lines(plans, agenda, width: console.cutWidth))
  }

  private func lines(_ plans: [(playbook: String, items: [PlanItem])], _ agenda: Agenda, width: Int?) -> [StyledText] {
    var lines: [StyledText] = []
    for plan in plans {
      lines += (lines.isEmpty ? [] : [""]) + ["\(plan.playbook, .bold)"]
      var columns = Columns()
      for item in plan.items {
        let whom = item.person.map { agenda.facts.name($0) } ?? ""
        let channels = item.channels.map(\.rawValue).joined(separator: ", ")
        columns.add("\(DayText.long(item.day, today: agenda.today))", "\(item.title)", "\(whom)", "\(channels, .dim)")
      }
      lines += plan.items.isEmpty ? ["  nothing"] : columns.lines(width: width, indent: 2)
    }
    return lines
  }
}
