import Model
import Notes

/// Interviews to come, as messages make, move and call them off.
extension ProposalBuilder {
  /// The days of interviews to come; what a note says of its own day is when it was said.
  func ahead(_ facts: [Fact], _ day: Day) -> [Fact] {
    let dated = facts.filter { $0.field == .interviewDate }
    let later = dated.filter { Day($0.value.prefix(10)).map { $0 > day } ?? false }
    // An hour in a line of its own is read as one of the message's day.
    guard later.isEmpty, reading.container.isMail else { return later }
    return dated.filter { Day($0.value.prefix(10)) == day && $0.value.count > 10 }
  }

  /// To when a message moves an interview that is known to come, in words that need not name it.
  func newDay(
    _ message: Correspondence, _ facts: [Fact], _ opportunity: Opportunity, _ direction: Direction, _ day: Day
  ) -> (day: Moment, isSure: Bool)? {
    let ahead = ahead(facts, day)
    guard direction == .received, directory.hasInterview(of: opportunity.id, from: day),
      MeetingChange.maySayMoved(message.words),
      MeetingChange(message.words, on: day, order: reading.dateOrder.order) == nil
    else { return nil }
    // "Toby moved it to Friday" names a day that is read as nothing else; a mail may quote the day before it was moved.
    let days = Set(ahead.map { $0.value.prefix(10) }).count
    let isPromise = facts.contains { $0.field == .promisedDate } && MeetingChange.isOfDecision(message.words)
    if days > 1 || days == 0 && jot?.subject != nil && !isPromise {
      // The day that it was to be on may be named as well: "Graham is in Leeds on Wednesday".
      let named = MeetingChange.newDays(message.words, on: day, order: reading.dateOrder.order)
      let new = named.filter { directory.interview(of: opportunity.id, on: $0.day) == nil }
      return Set(new.map(\.day)).count == 1 ? new.max { $0.minute ?? -1 < $1.minute ?? -1 }.map { ($0, false) } : nil
    }
    guard days == 1 else { return nil }
    return ahead.max { $0.value.count < $1.value.count }.flatMap { Moment($0.value) }.map { ($0, true) }
  }

  /// The interview that a message invites to: on the one day to come that it names. Where one is known, that one is moved.
  mutating func invitation(
    _ message: Correspondence, _ facts: [Fact], _ others: [Fact], _ opportunity: Opportunity, _ direction: Direction,
    _ day: Day
  ) throws -> RowID? {
    let ahead = ahead(facts, day)
    let change = MeetingChange(message.words, on: day, order: reading.dateOrder.order)
    guard direction == .received, var date = ahead.max(by: { $0.value.count < $1.value.count }) else { return nil }
    if let change {
      guard change.what == .moved, !directory.hasInterview(of: opportunity.id, from: day), let new = change.newDay
      else { return nil }
      // The day that it was to be on is read as one of an interview too.
      date.value = new.description
    } else {
      guard Set(ahead.map { $0.value.prefix(10) }).count == 1,
        try !isOvertaken(Day(date.value.prefix(10)) ?? day, opportunity.id, day)
      else { return nil }
    }
    let form = facts.filter { $0.field == .interviewKind || $0.field == .interviewRound }
    let interview = interview([date] + form, opportunity, isRow: false)
    for fact in others where fact.person?.role != .recruiter {
      try add(person: fact, opportunity.organisation, interview)
    }
    for details in others.compactMap(\.person) where details.role == .recruiter {
      _ = try person(details, opportunity.organisation)
    }
    // Who writes "you will meet Anna Abbott" above that name is met too.
    for fact in facts where fact.field == .person && !others.contains(fact) {
      if let name = fact.person?.name.value, message.sender != nil, message.words.contains(name) {
        try add(person: fact, opportunity.organisation, interview)
      }
    }
    return interview.id
  }

  /// The days on which an interview that is known to come is called off in words that need not name it: "I have to cancel
  /// tomorrow". Sure where its day is said.
  func dayOff(_ message: Correspondence, _ opportunity: RowID, _ day: Day) -> (days: [Moment], isSure: Bool)? {
    guard directory.hasInterview(of: opportunity, from: day),
      let days = MeetingChange.daysCalledOff(message.words, on: day, order: reading.dateOrder.order)
    else { return nil }
    let named = days.filter { directory.interview(of: opportunity, on: $0.day) != nil }
    if !named.isEmpty { return (named, true) }
    return jot?.subject != nil && days.allSatisfy { $0.day == day } ? ([], false) : nil
  }
}
