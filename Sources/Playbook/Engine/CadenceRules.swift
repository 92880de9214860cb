import Model

/// Rules that repeat, counted from the last touch in either direction.
extension RulePlanning {
  func cadence(_ rule: Rule) -> [Candidate] {
    recipients(rule).enumerated().compactMap { rank, person in
      person.flatMap { cadence(rule, person: $0, rank: rank) }
    }
  }

  /// Only with whom a first letter reached, or was deliberately not written to.
  func cadenceAfterLetter(_ rule: Rule) -> [Candidate] {
    recipients(rule).enumerated().compactMap { rank, person in
      guard let person else { return nil }
      let wrote = process.contacts(with: person).contains(where: \.isSent)
      return wrote || isLetterClosed(to: person) ? cadence(rule, person: person, rank: rank) : nil
    }
  }

  /// The question at the end of a process, once; then the cadence with whoever was asked.
  func doorOpen(_ rule: Rule) -> [Candidate] {
    guard let end = process.outcomeDay else { return [] }
    var later = rule
    if rule.draft == .doorOpen { later.draft = .openings }
    return recipients(rule).enumerated().compactMap { rank, person in
      guard let person else { return nil }
      var question = candidate(
        rule, anchor: process.opportunity.subject, person: person, from: end,
        text: "the end of the process, \(spoken(end))")
      question.rank = rank
      question.notes.append("asked once: may I keep in touch?")
      switch facts.decisions[question.key]?.outcome {
      case .skipped: return nil
      case .done: break
      case .snoozed, nil:
        let asked = process.contacts(with: person).first {
          $0.day >= end && rule.isFulfilled(by: $0) && $0.purpose == .keepInTouch
        }
        if asked == nil { return question }
      }
      return cadence(later, person: person, rank: rank)
    }
  }

  /// The present occurrence of a cadence with a person; earlier ones that nothing was done about are missed.
  func cadence(_ rule: Rule, person: RowID, rank: Int = 0) -> Candidate? {
    let row = facts.people[person]
    var (every, most) = (rule.timing.every ?? .weeks(4), rule.timing.atMost)
    if rule.purpose == .keepInTouch, let ideal = row?.keepIdeal, (1...Span.limit).contains(ideal) {
      every = .days(ideal)
      most = row?.keepMaximum.map { .days(min(max($0, ideal), Span.limit)) }
    }
    guard let last = lastTouch(with: person) else { return nil }
    func key(_ index: Int) -> ItemKey { ItemKey(rule: rule.name, anchor: last.anchor, index: index, person: person) }
    let occurrence = Occurrence(
      since: last.day, every: every, today: today, calendar: calendar,
      isClosed: { facts.decisions.isClosed(key($0)) },
      putOff: { index in
        let decision = facts.decisions[key(index)]
        let snoozed = decision?.outcome == .snoozed ? decision?.until : nil
        return [snoozed, planner.pause(of: process.opportunity.id)].compactMap { $0 }.max()
      })
    let longest = most.map { calendar.day(occurrence.from, plus: $0) } ?? occurrence.day
    var item = candidate(
      rule, anchor: last.anchor, index: occurrence.index, person: person, on: occurrence.day,
      until: max(occurrence.day, longest), text: last.text,
      arithmetic: sum(occurrence.from, "+", every, occurrence.day)
        + (most.map { "; at most \($0.words): \(spoken(longest))" } ?? ""))
    item.rank = rank
    if rule.purpose == .value { item.needs += benefitNeeds(person) }
    item.missed = occurrence.missed
    if item.missed > 0 {
      item.notes.append("missed \(item.missed == 1 ? "once" : "\(item.missed) times") since the last touch")
    }
    return item
  }

  /// The last touch with a person in either direction; an interview with them is one.
  private func lastTouch(with person: RowID) -> (anchor: Subject, day: Day, text: String)? {
    let contact = facts.contactsOfPerson[person]?.last
    let met = process.recent.last { process.tookPart(person, in: $0) }
    let interview = met ?? (contact == nil ? process.recent.last : nil)
    if let contact, contact.day >= interview?.day ?? .first {
      let direction = contact.isSent ? "to" : "from"
      let ahead = contact.day > today ? ", dated after today" : ""
      return (
        contact.row, contact.day, "the last touch, \(direction) \(facts.name(person)) on \(spoken(contact.day))\(ahead)"
      )
    }
    return interview.map { ($0.row.subject, $0.day, "interview of \(spoken($0.day))") }
  }

  /// Each contact brings something new.
  private func benefitNeeds(_ person: RowID) -> [String] {
    let fits = Ledger(facts: facts).suggestions(for: person, topics: process.topics)
    return fits.isEmpty ? ["a benefit they do not have yet: no material recorded"] : []
  }

  private func isLetterClosed(to person: RowID) -> Bool {
    rules.filter { $0.purpose == .firstThanks && $0.anchor == .interview }.contains { rule in
      process.held.contains {
        // Thanks that came too late to be sent hold nothing up.
        $0.day + planner.preferences.thanksStaleAfter + 3 < today
          || facts.decisions.isClosed(ItemKey(rule: rule.name, anchor: $0.row.subject, index: 0, person: person))
      }
    }
  }
}

/// Which repetition of a cadence is the present one.
struct Occurrence {
  /// From 0.
  private(set) var index = 0
  /// The occurrence before, or the touch that the cadence counts from.
  private(set) var from: Day
  private(set) var day: Day
  private(set) var missed = 0

  /// The last occurrence that has come by today, or the first one ahead that the user did not close.
  /// One that the user put off is the present one on the day it was put off to.
  init(
    since start: Day, every: Span, today: Day, calendar: WorkCalendar, isClosed: (Int) -> Bool, putOff: (Int) -> Day?
  ) {
    from = start
    day = max(start + 1, calendar.day(start, plus: every))
    while index < Span.limit {
      let closed = isClosed(index)
      if !closed, let later = putOff(index) { day = max(day, later) }
      let next = max(day + 1, calendar.day(day, plus: every))
      guard closed || next <= today else { return }
      if !closed { missed += 1 }
      (index, from, day) = (index + 1, day, next)
    }
  }
}
