import Model
import Notes

/// What messages that came in before this one, but are younger, say of the interview that this one is about: papers in any
/// order end alike.
extension ProposalBuilder {
  private struct LaterChange {
    let touch: Touch
    let day: Day
    let change: MeetingChange?

    var words: String { touch.summary ?? "" }
  }

  private func laterChanges(_ opportunity: RowID, after day: Day) throws -> [LaterChange] {
    try directory.received(of: opportunity, after: day).compactMap { touch in
      guard let told = touch.day else { return nil }
      let change = MeetingChange(touch.summary ?? "", on: told, order: reading.dateOrder.order)
      return LaterChange(touch: touch, day: told, change: change)
    }.sorted { ($0.day, $0.touch.id) < ($1.day, $1.touch.id) }
  }

  /// Whether the interview that a message invites to is known already by the day it was moved to since.
  func isOvertaken(_ held: Day, _ opportunity: RowID, _ day: Day) throws -> Bool {
    try laterChanges(opportunity, after: day).compactMap(\.change).contains { change in
      guard change.what == .moved, let new = change.newDay else { return false }
      let isOfThis = change.days.contains { $0.day == held } || change.days.count == 1
      return isOfThis && new.day != held && directory.interview(of: opportunity, on: new.day) != nil
    }
  }

  /// That an interview which is told of now was moved or called off since.
  func overtaking(_ interview: RowID, _ opportunity: RowID, _ day: Day) throws -> [ToldNews] {
    guard var held = proposal.interviews.first(where: { $0.id == interview })?.start?.day else { return [] }
    var told: [ToldNews] = []
    for later in try laterChanges(opportunity, after: day) where later.day <= held {
      let isOnly = directory.interviewIDs(of: opportunity, from: later.day) == [interview]
      guard let news = said(by: later, of: held, isOnly: isOnly) else { continue }
      if case .moved = news.what, news.isSure { held = later.change?.newDay?.day ?? held }
      told.append(
        ToldNews(
          what: news.what, opportunity: opportunity, person: later.touch.person, channel: later.touch.channel,
          day: later.day, isSure: news.isSure, document: later.touch.document ?? document, words: later.words,
          interview: interview))
    }
    return told
  }

  /// What a message says of the interview of a day, as it would have where that was known.
  ///
  /// - Parameter isOnly: no other interview was to come.
  private func said(by later: LaterChange, of held: Day, isOnly: Bool) -> (what: ToldNews.What, isSure: Bool)? {
    let order = reading.dateOrder.order
    if let change = later.change {
      guard isOnly || change.days.contains(where: { $0.day == held }) else { return nil }
      return (change.what == .moved ? .moved(change.days) : .cancelled(change.days), true)
    }
    if let off = MeetingChange.daysCalledOff(later.words, on: later.day, order: order) {
      return off.contains { $0.day == held } ? (.cancelled(off.filter { $0.day == held }), true) : nil
    }
    guard isOnly, MeetingChange.maySayMoved(later.words) else { return nil }
    let new = MeetingChange.newDays(later.words, on: later.day, order: order).filter { $0.day != held }
    guard Set(new.map(\.day)).count == 1 else { return nil }
    return new.max { $0.minute ?? -1 < $1.minute ?? -1 }.map { (.moved([$0]), false) }
  }
}
