import Model
import Playbook
import Store

/// The one line for thanks that nobody expects any more.
enum StaleThanks {
  static func line(_ agenda: Agenda) -> StyledText? {
    let count = agenda.stale.count
    guard count > 0 else { return nil }
    let days = agenda.planner.preferences.thanksStaleAfter
    let notes = Count.text(count, "thank-you is", "thank-yous are")
    return
      "\(notes) late by more than \(Count.text(days, "day")), no longer owed: \(ShellCommand("skip", "--stale"))"
  }
}
