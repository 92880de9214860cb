package import Model
package import Playbook

/// Something said, sent or received, as a person logs it.
package struct TouchEntry: Sendable {
  package var channel: Channel?
  package var person: RowID
  package var summary: String?
  package var day: Day
  package var direction = Direction.sent
  /// nil: the only live opportunity of the person.
  package var opportunity: RowID?
  /// What it was: a kind of draft, or one of the broad words of `TouchForm`.
  package var form: String?
  package var material: RowID?
  /// The first and last day of a call promised in it.
  package var announced: (first: Day, last: Day)?

  package init(channel: Channel?, person: RowID, day: Day) {
    self.channel = channel
    self.person = person
    self.day = day
  }
}

/// What logging did, and what is to be said about it.
package struct LogReport: Sendable {
  package let touch: Touch
  package let receipt: Receipt?
  /// Promises of mine that it kept.
  package let kept: [Promise]
  /// The follow-ups that it closed.
  package let closed: [PlanItem]
  /// Too early, too late, a material given twice, an unknown kind.
  package let warnings: [String]
}

extension Store {
  /// Logs a touch; the plan counts from it at once.
  package func log(_ entry: TouchEntry, command: String) throws -> LogReport {
    let before = try agenda()
    var touch = Touch(id: environment.freshID())
    (touch.person, touch.channel, touch.direction, touch.day) = (
      entry.person, entry.channel, entry.direction, entry.day
    )
    (touch.form, touch.summary, touch.material) = (entry.form, entry.summary, entry.material)
    touch.opportunity =
      entry.opportunity ?? before.facts.onlyOpportunity(of: entry.person, planner: before.planner)?.id
    let kept = promisedCalls(touch, before).map { promise in
      var done = promise
      done.kept = entry.day
      return (old: promise, new: done)
    }
    var edits = [RowEdit(new: touch)] + kept.map { RowEdit(old: $0.old, new: $0.new) }
    if let announced = entry.announced { edits.append(RowEdit(new: promise(announced, touch))) }
    let receipt = try save(command, edits)
    return LogReport(
      touch: touch, receipt: receipt, kept: kept.map(\.new), closed: try closed(since: before),
      warnings: warnings(touch, before))
  }

  /// The follow-ups that could be done before and are gone now.
  func closed(since before: Agenda) throws -> [PlanItem] {
    let left = Set(try agenda().items.flatMap(\.keys))
    return before.doable.filter { !left.contains($0.key) }.map { item in
      item.riders.contains { left.contains($0.key) } ? item.alone : item
    }
  }

  private func promise(_ window: (first: Day, last: Day), _ touch: Touch) -> Promise {
    var promise = Promise(id: environment.freshID())
    (promise.by, promise.form, promise.text) = (.me, "call", "call")
    (promise.person, promise.opportunity, promise.given) = (touch.person, touch.opportunity, touch.day)
    (promise.due, promise.dueEnd) = (window.first, window.last > window.first ? window.last : nil)
    return promise
  }

  /// The calls I promised to this person that a call now made keeps.
  private func promisedCalls(_ touch: Touch, _ agenda: Agenda) -> [Promise] {
    guard touch.channel == .call, touch.direction == .sent, let day = touch.day else { return [] }
    return agenda.facts.promises.values.filter { promise in
      promise.by == .me && promise.kept == nil && promise.announcesCall && promise.given ?? .first <= day
        && (promise.person == touch.person || (promise.person == nil && promise.opportunity == touch.opportunity))
    }.sorted { $0.id < $1.id }
  }

  private func warnings(_ touch: Touch, _ agenda: Agenda) -> [String] {
    var warnings: [String] = []
    if let form = touch.form, TouchForm.purpose(form) == nil {
      warnings.append("“\(form)” is no kind that a playbook knows, so it counts by its channel alone")
    }
    if let day = touch.day, day > today { warnings.append("\(day) lies after today: it counts as done all the same") }
    guard touch.direction == .sent else { return warnings }
    if let material = touch.material, let person = touch.person,
      Ledger(facts: agenda.facts).isGiven(material, to: person)
    {
      warnings.append("\(agenda.facts.name(person)) has had this material before")
    }
    if let day = touch.day, let opportunity = touch.opportunity.flatMap({ agenda.facts.opportunities[$0] }),
      let warning = agenda.windowWarning(opportunity, on: day, purpose: TouchForm.purpose(touch.form))
    {
      warnings.append(warning.description)
    }
    return warnings
  }
}

extension Agenda {
  /// The same of a letter to be written or sent.
  package func windowWarning(_ job: LetterJob, on day: Day) -> WindowWarning? {
    job.opportunity.flatMap { facts.opportunities[$0] }.flatMap {
      windowWarning($0, on: day, purpose: job.kind.purpose)
    }
  }

  /// That a status question on a day lies outside the period they gave, where the playbook guards it.
  package func windowWarning(_ opportunity: Opportunity, on day: Day, purpose: Purpose?) -> WindowWarning? {
    guard planner.rules(of: opportunity).contains(where: { $0.name.row == "window-guard" }) else { return nil }
    return planner.process(opportunity).windowWarning(on: day, purpose: purpose)
  }
}
