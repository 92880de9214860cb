import Model

/// Rules after a no and around an offer.
extension RulePlanning {
  func afterNo(_ rule: Rule) -> [Candidate] {
    guard let heard = process.outcomeDay else { return [] }
    if rule.purpose == .secondWind && process.opportunity.interest != .high { return [] }
    return recipients(rule).enumerated().map { rank, person in
      var item = candidate(
        rule, anchor: process.opportunity.subject, person: person, from: heard, text: "the no heard on \(spoken(heard))"
      )
      item.rank = rank
      let since = rule.purpose == .secondWind ? max(heard + 1, item.day - 7) : heard
      item.fulfilled = fulfilment(of: rule, person: person, since: since)
      if process.opportunity.closedOn == nil { item.needs.append("the day you heard") }
      if rule.purpose == .secondWind {
        item.notes.append("you said that your interest is high; else nothing more is asked here")
      }
      if rule.purpose == .secondWind && process.opportunity.runnerUp == true {
        item.notes.append("you were the runner-up: they may be eager to see you for another position")
      }
      return item
    }
  }

  func offer(_ rule: Rule) -> [Candidate] {
    guard let heard = process.outcomeDay else { return [] }
    let time = process.opportunity.toldAt.flatMap { $0.day == heard ? planner.zones.instant($0) : nil }
    return recipients(rule).map { person in
      var item = candidate(
        rule, anchor: process.opportunity.subject, person: person, from: heard, start: time,
        text: "the offer of \(spoken(heard))")
      item.opens = heard
      item.fulfilled = fulfilment(of: rule, person: person, since: heard)
      return item
    }
  }

  /// To a process that still runs: another offer must be answered by a day.
  func otherDeadline(_ rule: Rule) -> [Candidate] {
    guard !process.held.isEmpty else { return [] }
    let offers = facts.offers.filter { $0.id != process.opportunity.id && ($0.deadline ?? .first) >= today }
    guard let offer = offers.min(by: { ($0.deadline ?? .last, $0.id) < ($1.deadline ?? .last, $1.id) }),
      let deadline = offer.deadline, let heard = planner.process(offer).outcomeDay
    else { return [] }
    let promised = process.openPromise?.lastDay
    if let promised, promised < deadline { return [] }
    let (person, notes) = statusRecipient(process.boss ?? process.mainInterviewer)
    var item = candidate(
      rule, anchor: offer.subject, index: Int(truncatingIfNeeded: process.opportunity.id.low & 0xFFFF_FFFF),
      person: person,
      on: heard, until: max(heard, deadline),
      text: "the offer of \(facts.name(opportunity: offer.id)), to be answered by \(spoken(deadline))",
      arithmetic: "the day of the offer: \(spoken(heard)); of use until \(spoken(deadline))")
    item.notes += notes
    item.notes.append(promised.map { "they promised word by \(spoken($0))" } ?? "they named no day for their decision")
    item.fulfilled = process.contacts.first {
      $0.isSent && $0.day >= heard && $0.form == DraftKind.deadlineNotice.rawValue
    }
    return [item]
  }

  /// What still runs when another offer was accepted is ended by a word.
  func acceptedElsewhere(_ rule: Rule) -> [Candidate] {
    guard let accepted = process.acceptedElsewhere, let day = accepted.closedOn, !process.held.isEmpty else {
      return []
    }
    var ending = rule
    if process.stage == .offer { (ending.draft, ending.title) = (.decline, "decline the offer") }
    let person =
      process.recruiter ?? (process.stage == .offer ? process.teller : process.boss ?? process.mainInterviewer)
    var item = candidate(
      ending, anchor: process.opportunity.subject, person: person, from: day,
      text: "\(facts.name(opportunity: accepted.id)) accepted on \(spoken(day))")
    item.notes.append("nothing else is planned here; set its stage to withdrawn when they know")
    item.fulfilled = process.contacts.first { contact in
      contact.isSent && contact.day >= day
        && [DraftKind.withdrawal.rawValue, DraftKind.decline.rawValue].contains(contact.form)
    }
    return [item]
  }

  /// The deadline is a promise of mine; what else is decided about then is shown with it.
  func offerDeadline(_ rule: Rule) -> [Candidate] {
    guard let deadline = process.opportunity.deadline else { return [] }
    return recipients(rule).map { person in
      var item = candidate(
        rule, anchor: process.opportunity.subject, person: person, on: deadline, text: "the deadline of the offer",
        arithmetic: "the deadline itself: \(spoken(deadline))")
      item.notes += collisions(deadline).map(\.text)
      return item
    }
  }

  /// Offers an extension where another process decides only after the deadline.
  func offerCollision(_ rule: Rule) -> [Candidate] {
    guard let deadline = process.opportunity.deadline, let before = rule.timing.before,
      let later = collisions(deadline).first(where: { $0.isUndecided && $0.day > deadline })
    else { return [] }
    let heard = process.outcomeDay ?? .first
    let day = max(heard, calendar.day(deadline, minus: before))
    return recipients(rule).map { person in
      var item = candidate(
        rule, anchor: process.opportunity.subject, person: person, on: day, until: max(day, deadline),
        text: "the deadline of the offer, \(spoken(deadline))", arithmetic: sum(deadline, "-", before, day))
      item.notes.append(later.text)
      item.fulfilled = fulfilment(of: rule, person: person, since: heard)
      return item
    }
  }

  /// Other offers and promised decisions of the live processes, by day.
  func collisions(_ deadline: Day) -> [Collision] {
    let others = facts.opportunities.values.filter { $0.archived != true && $0.id != process.opportunity.id }
    return others.compactMap { other -> Collision? in
      let name = facts.name(opportunity: other.id)
      if other.stage == .offer, let theirs = other.deadline {
        let text = "another offer, \(name), must be answered by \(spoken(theirs))"
        return Collision(day: theirs, text: text, isUndecided: false)
      }
      guard (other.stage ?? .interviewing) == .interviewing, case let running = planner.process(other),
        !running.interviews.isEmpty
      else { return nil }
      guard let promised = running.openPromise?.lastDay, promised >= today else {
        return Collision(day: deadline, text: "\(name) is still open and named no day", isUndecided: false)
      }
      let order = promised > deadline ? "after" : "before"
      let text = "\(name) promised word by \(spoken(promised)), \(order) this deadline"
      return Collision(day: promised, text: text, isUndecided: true)
    }.sorted { ($0.day, $0.text) < ($1.day, $1.text) }
  }

  /// Some time after another rule of the playbook was fulfilled.
  func afterRule(_ rule: Rule, row: String) -> [Candidate] {
    guard let other = rules.first(where: { $0.name.row == row }) else { return [] }
    return candidates(of: other).compactMap { item in
      guard let done = item.fulfilled ?? doneByDecision(item) else { return nil }
      var next = candidate(
        rule, anchor: done.row, person: item.person, from: done.day, text: "\(other.title), done on \(spoken(done.day))"
      )
      next.fulfilled = fulfilment(of: rule, person: item.person, since: done.day + 1)
      return asStatus(next, since: done.day)
    }
  }

  private func doneByDecision(_ item: Candidate) -> Contact? {
    guard let person = item.person, facts.decisions[item.key]?.outcome == .done else { return nil }
    return facts.contactsOfPerson[person]?.first { $0.rule == item.rule.name.description }
  }
}

/// What else is decided around the deadline of an offer.
struct Collision {
  let day: Day
  let text: String
  /// Whether their decision is still to come: more time helps only then.
  let isUndecided: Bool
}
