package import Model
package import Playbook

/// What was heard of an opportunity.
package struct News: Sendable {
  package enum What: Sendable, Equatable {
    /// Their next step, and the first and last day they named.
    case next(step: String?, first: Day?, last: Day?)
    case offer(deadline: Day?)
    case rejected, filled, withdrawn, accepted
    /// No word, and none expected: kept in touch with at its cadence.
    case silent
  }

  package var what: What
  package var opportunity: Opportunity
  /// Who told it; nil: not said.
  package var person: RowID?
  package var channel: Channel?
  package var day: Day
  /// When on that day, where the time is known.
  package var time: Moment?
  /// In their own words.
  package var feedback: String?

  package init(_ what: What, of opportunity: Opportunity, on day: Day) {
    self.what = what
    self.opportunity = opportunity
    self.day = day
  }
}

/// What hearing it changed.
package struct NewsReport: Sendable {
  package let opportunity: Opportunity
  package let receipt: Receipt?
  /// Their promise as it stands now.
  package let promise: Promise?
  /// Whom it was taken to come from, where nobody was named.
  package let assumed: RowID?
  package let closed: [PlanItem]
  /// What the plan asks for next, for this opportunity.
  package let next: [PlanItem]
}

extension Store {
  /// Records what was heard: the stage, their promise, a received touch with the words as they were said.
  package func hear(_ news: News, command: String) throws -> NewsReport {
    let before = try agenda()
    let planner = news.opportunity.archived == true ? try completePlanner() : before.planner
    let process = planner.process(news.opportunity)
    var edits: [RowEdit] = []
    let opportunity = news.changed
    if opportunity != news.opportunity { edits.append(RowEdit(old: news.opportunity, new: opportunity)) }
    let promise = promiseEdit(
      news, process.theirPromise, isOver: process.theirPromise.map(process.isFollowedByInterview))
    if let promise { edits.append(promise.edit) }
    let teller = news.person ?? (news.isWord ? process.mainInterviewer ?? process.recruiter : nil)
    // Their words are kept also where nobody is known to have said them.
    if news.isWord && teller != nil || news.feedback != nil { edits.append(RowEdit(new: touch(news, teller))) }
    let receipt = try save(command, edits)
    let after = try agenda()
    return NewsReport(
      opportunity: opportunity, receipt: receipt, promise: promise?.row, assumed: news.person == nil ? teller : nil,
      closed: try closed(since: before),
      next: after.items.filter { $0.opportunity == opportunity.id && $0.urgency(today: today) <= .upcoming })
  }

  private func touch(_ news: News, _ teller: RowID?) -> Touch {
    var touch = Touch(id: environment.freshID())
    (touch.person, touch.opportunity, touch.channel) = (teller, news.opportunity.id, news.channel)
    (touch.direction, touch.day, touch.form) = (.received, news.day, "reply")
    touch.summary = news.feedback ?? news.summary
    return touch
  }

  /// The change of their promise: a moved date leaves the old one among the slips; an outcome keeps it.
  private func promiseEdit(_ news: News, _ open: Promise?, isOver: Bool?) -> (edit: RowEdit, row: Promise)? {
    guard case .next(let step, let first, let last) = news.what else {
      guard news.isOutcome, let open else { return nil }
      var kept = open
      kept.kept = news.day
      return (RowEdit(old: open, new: kept), kept)
    }
    guard step != nil || first != nil else { return nil }
    guard let open, isOver == false else {
      let new = newPromise(news, step, first, last)
      return (RowEdit(new: new), new)
    }
    let moved = open.moved(to: first, last, heard: news.day, step: step, person: news.person)
    return (RowEdit(old: open, new: moved), moved)
  }

  private func newPromise(_ news: News, _ step: String?, _ first: Day?, _ last: Day?) -> Promise {
    var promise = Promise(id: environment.freshID())
    (promise.opportunity, promise.by, promise.person) = (news.opportunity.id, .them, news.person)
    (promise.text, promise.given, promise.due) = (step, news.day, first)
    promise.dueEnd = last.flatMap { $0 > first ?? $0 ? $0 : nil }
    return promise
  }
}

extension Promise {
  /// The same promise with another day. What the day was before is kept; a day that passed is no longer theirs.
  func moved(to first: Day?, _ last: Day?, heard: Day, step: String?, person: RowID?) -> Promise {
    var moved = self
    moved.text = step ?? text
    moved.person = person ?? self.person
    let hasPassed = (lastDay ?? .last) < heard
    guard first != nil || hasPassed else { return moved }
    if let due, due != first { moved.slips.insert(due.description) }
    (moved.given, moved.due) = (heard, first)
    moved.dueEnd = last.flatMap { $0 > first ?? $0 ? $0 : nil }
    return moved
  }
}

extension News {
  /// Whether the other side said it.
  var isWord: Bool {
    switch what {
    case .next, .offer, .rejected, .filled: true
    case .withdrawn, .accepted, .silent: false
    }
  }

  /// Whether it decides the process, or brings it an offer.
  var isOutcome: Bool {
    switch what {
    case .offer, .rejected, .filled, .withdrawn, .accepted: true
    case .next, .silent: false
    }
  }

  var summary: String? {
    switch what {
    case .next(let step, _, _): step
    case .offer: "an offer"
    case .rejected: "a no"
    case .filled: "the position is filled"
    case .withdrawn, .accepted, .silent: nil
    }
  }

  /// The opportunity as it stands after this.
  var changed: Opportunity {
    var row = opportunity
    // Whatever is heard of an old search brings it back to life.
    if row.archived == true { row.archived = false }
    switch what {
    case .next:
      if row.stage != .offer { row.stage = .interviewing }
      if row.stage == .interviewing { (row.closedOn, row.toldAt, row.toldBy) = (nil, nil, nil) }
      return row
    case .silent: row.stage = .dormant
    case .offer(let deadline):
      row.stage = .offer
      row.deadline = deadline ?? row.deadline
    case .rejected: row.stage = .rejected
    case .filled: row.stage = .filled
    case .withdrawn: row.stage = .withdrawn
    case .accepted: row.stage = .accepted
    }
    (row.closedOn, row.toldAt, row.toldBy) = (day, time, person)
    return row
  }
}
