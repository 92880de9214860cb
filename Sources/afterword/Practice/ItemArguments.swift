import ArgumentParser
import Model
import Playbook
import Store

/// The follow-up that a command is about.
struct ItemArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp("A follow-up: its number on the page, a name, or the first digits of its id.", valueName: "item")
  )
  var items: [String]

  /// - Throws: what tells why it is none, or more than one.
  func one(of picked: PickedItems) throws -> PlanItem {
    let found = try picked.items(items)
    guard let item = found.first, found.count == 1 else {
      throw PracticeError.usage("This takes one follow-up at a time, and \(found.count) were named.")
    }
    return item
  }
}

/// What deciding on follow-ups asks and says.
struct DecisionTalk {
  let console: Console
  let agenda: Agenda

  /// More than three at once are named and asked about.
  ///
  /// - Throws: `Failure.silent` where the answer is no.
  func confirm(_ verb: String, _ items: [PlanItem], _ options: PromptOptions) throws {
    guard items.count > 3 else { return }
    if !options.yes { for item in items { console.complain("  \(agenda.title(item))") } }
    guard try Question(console: console).confirm("\(verb) all \(items.count)?", options) else {
      console.say("Nothing was changed.")
      throw Failure.silent(.nothingFound)
    }
  }

  /// One line for each, and one for taking all of it back.
  func say(_ verb: String, _ items: [PlanItem], _ receipt: Receipt?) {
    guard items.count > 1, let receipt else {
      return items.forEach { WroteLine(console: console).say("\(verb) \(agenda.title($0))", receipt) }
    }
    for item in items { console.say("\(verb) \(agenda.title(item))") }
    console.say("Undo \(items.count == 2 ? "both" : "all \(items.count)"): \(ShellCommand("undo", receipt.name))")
  }
}

/// The command as the history keeps it: numbers of a page mean nothing later, so the follow-ups stand there by name.
enum DecisionCommand {
  static func text(_ verb: String, _ items: [PlanItem], _ agenda: Agenda) -> String {
    let titles = items.prefix(2).map { item in
      let whom = item.person.map { ", " + agenda.facts.name($0) } ?? ""
      return DisplayWidth.cut(item.title, to: 50) + DisplayWidth.cut(whom, to: 40)
    }
    return "\(verb) " + titles.joined(separator: "; ") + (items.count > 2 ? "; \(items.count - 2) more" : "")
  }
}
