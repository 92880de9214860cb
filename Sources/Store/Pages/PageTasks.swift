package import Formats
import Model
package import Playbook

/// Follow-ups as a page tells them.
extension PageFacts {
  /// So many have their draft as a link; further ones have the command that writes it.
  private static let mostDrafts = 40

  package func tasks(_ items: [PlanItem]) -> [PageTask] {
    items.enumerated().map { index, item in
      PageTask(
        title: item.title, whom: whom(item), when: when(item), urgency: urgency(item),
        why: isRedacted ? [] : item.reason.lines,
        command: isRedacted ? nil : item.command.description,
        mail: isRedacted || index >= Self.mostDrafts ? nil : mail(item))
    }
  }

  private func whom(_ item: PlanItem) -> String {
    let person = item.person.map { facts.name($0) }
    let row = item.opportunity.flatMap { facts.opportunities[$0] }
    return [person, row.map(firm), person == nil ? row?.role : nil].compactMap(\.self).joined(separator: " · ")
  }

  private func urgency(_ item: PlanItem) -> PageTask.Urgency {
    item.daysLate > 0 ? .late : item.urgency(today: today) <= .due && !item.isOptional ? .today : .later
  }

  private func when(_ item: PlanItem) -> String {
    if item.daysLate > 0 { return counted(item.daysLate, "day") + " late" }
    if item.isOptional { return "if you like" }
    if let by = item.by {
      let wall = planner.zones.wallTime(by)
      return "by " + DayText.long(wall, today: today)
    }
    return item.until > today ? "by " + DayText.long(item.until, today: today) : "today"
  }

  /// A link that opens the draft in a mail program; nil where none is asked for or nobody's address is known.
  private func mail(_ item: PlanItem) -> String? {
    guard item.channels.contains(.email), let mailbox = item.person.flatMap({ facts.people[$0]?.mailbox }),
      !isBegun(item)
    else { return nil }
    let writer = LetterWriter(
      facts: facts, preferences: planner.preferences, today: today, zones: planner.zones)
    // A mistake in a template of one's own is told by `letter`.
    guard let draft = try? writer.draft(for: item) else { return nil }
    return Message(to: mailbox, subject: draft.subject, body: draft.body).mailto
  }

  /// Whether a draft of one's own is kept: that is gone on with, not begun again.
  private func isBegun(_ item: PlanItem) -> Bool {
    facts.letters.values.contains { $0.item == item.id && $0.sent == nil }
  }
}
