import Model
import Notes

/// What messages that came in before this one, but are younger, say of the interview that this one is about: papers in any
/// order end alike.
extension ProposalBuilder {
  private struct LaterChange {
    let touch: Touch
    let day: Day
    let change: MeetingChange
  }

  private func laterChanges(_ opportunity: RowID, after day: Day) throws -> [LaterChange] {
    try directory.received(of: opportunity, after: day).compactMap { touch in
      guard let told = touch.day,
        let change = MeetingChange(touch.summary ?? "", on: told, order: reading.dateOrder.order)
      else { return nil }
      return LaterChange(touch: touch, day: told, change: change)
    }.sorted { ($0.day, $0.touch.id) < ($1.day, $1.touch.id) }
  }

  /// Whether the interview that a message invites to is known already by the day it was moved to since.
  func isOvertaken(_ held: Day, _ opportunity: RowID, _ day: Day) throws -> Bool {
    try laterChanges(opportunity, after: day).contains { later in
      guard later.change.what == .moved, let new = later.change.newDay else { return false }
      let isOfThis = later.change.days.contains { $0.day == held } || later.change.days.count == 1
      return isOfThis && new.day != held && directory.interview(of: opportunity, on: new.day) != nil
    }
  }

  /// That an interview which is told of now was moved or called off since.
  func overtaking(_ interview: RowID, _ opportunity: RowID, _ day: Day) throws -> [ToldNews] {
    guard var held = proposal.interviews.first(where: { $0.id == interview })?.start?.day else { return [] }
    var told: [ToldNews] = []
    for later in try laterChanges(opportunity, after: day) where later.day <= held {
      let toCome = directory.interviewIDs(of: opportunity, from: later.day)
      guard later.change.days.contains(where: { $0.day == held }) || toCome == [interview] else { continue }
      if later.change.what == .moved { held = later.change.newDay?.day ?? held }
      told.append(
        ToldNews(
          what: later.change.what == .moved ? .moved(later.change.days) : .cancelled(later.change.days),
          opportunity: opportunity, person: later.touch.person, channel: later.touch.channel, day: later.day,
          isSure: true, document: later.touch.document ?? document, words: later.touch.summary ?? "",
          interview: interview))
    }
    return told
  }
}
