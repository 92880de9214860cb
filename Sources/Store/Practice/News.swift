package import Model
package import Playbook

/// What was heard of an opportunity.
package struct News: Sendable {
  package enum What: Sendable, Hashable {
    /// Their next step, and the first and last day they named.
    case next(step: String?, first: Day?, last: Day?)
    case offer(deadline: Day?)
    case rejected, filled, withdrawn, accepted
    /// An application that arrived, or was sent.
    case applied
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
    let promise = news.promiseChange(
      of: process.theirPromise ?? news.undated(in: process),
      isOver: process.theirPromise.map(process.isFollowedByInterview) ?? false,
      id: environment.freshID())
    if let promise { edits.append(promise.old.map { RowEdit(old: $0, new: promise.new) } ?? RowEdit(new: promise.new)) }
    let teller = news.person ?? (news.isWord ? process.mainInterviewer ?? process.recruiter : nil)
    // Their words are kept also where nobody is known to have said them.
    if news.isWord && teller != nil || news.feedback != nil { edits.append(RowEdit(new: touch(news, teller))) }
    let receipt = try save(command, edits)
    let after = try agenda()
    return NewsReport(
      opportunity: opportunity, receipt: receipt, promise: promise?.new, assumed: news.person == nil ? teller : nil,
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
}

extension News {
  /// Their step without a day, where this is its day.
  fileprivate func undated(in process: Process) -> Promise? {
    guard case .next(nil, _?, _) = what else { return nil }
    let open = process.promises.filter { $0.by == .them && $0.kept == nil && $0.due == nil }
    return open.last { !process.isFollowedByInterview($0) }
  }

  /// The change of their promise: a moved date leaves the old one among the slips; an outcome keeps it.
  ///
  /// - Parameters:
  ///   - open: their promise that is not kept yet.
  ///   - isOver: whether an interview followed it.
  ///   - id: of a new promise.
  func promiseChange(of open: Promise?, isOver: Bool, id: RowID) -> (old: Promise?, new: Promise)? {
    guard case .next(let step, let first, let last) = what else {
      guard isOutcome, let open else { return nil }
      var kept = open
      kept.kept = day
      return (open, kept)
    }
    guard step != nil || first != nil else { return nil }
    guard let open, !isOver else { return (nil, promise(id, step, first, last)) }
    return (open, open.moved(to: first, last, heard: day, step: step, person: person))
  }

  private func promise(_ id: RowID, _ step: String?, _ first: Day?, _ last: Day?) -> Promise {
    var promise = Promise(id: id)
    (promise.opportunity, promise.by, promise.person) = (opportunity.id, .them, person)
    (promise.text, promise.given, promise.due) = (step, day, first)
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
    case .applied, .withdrawn, .accepted, .silent: false
    }
  }

  /// Whether it decides the process, or brings it an offer.
  var isOutcome: Bool {
    switch what {
    case .offer, .rejected, .filled, .withdrawn, .accepted: true
    case .applied, .next, .silent: false
    }
  }

  var summary: String? {
    switch what {
    case .next(let step, _, _): step
    case .offer: "an offer"
    case .rejected: "a no"
    case .filled: "the position is filled"
    case .applied, .withdrawn, .accepted, .silent: nil
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
    case .applied:
      row.stage = row.stage ?? .applied
      row.applied = row.applied.map { min($0, day) } ?? day
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
