import ArgumentParser
import Model
import Notes
import Playbook
import Store

/// A follow-up by its id, for the commands that decide on one.
struct ItemArgument: ParsableArguments {
  @Argument(help: "The follow-up: the first digits of its id, as `today` and `plan` show it.")
  var item: String
}

/// What deciding on a follow-up says.
struct DecisionTalk {
  let console: Console
  let agenda: Agenda

  func say(_ verb: String, _ item: PlanItem, _ receipt: Receipt?) {
    WroteLine(console: console).say("\(verb) \(agenda.title(item))", receipt)
  }
}
