import Model

/// The rules of one opportunity at work on its facts.
struct RulePlanning {
  let planner: Planner
  let process: Process
  let rules: [Rule]
  /// Whether a rule of its own thanks the recruiter, who then is not thanked as an interviewer too.
  let thanksRecruiter: Bool

  init(planner: Planner, process: Process, rules: [Rule]) {
    self.planner = planner
    self.process = process
    self.rules = rules
    thanksRecruiter = rules.contains { $0.recipient == .recruiter && $0.purpose == .firstThanks }
  }

  var facts: Facts { planner.facts }
  var today: Day { planner.today }
  var calendar: WorkCalendar { planner.preferences.calendar }

  /// What all rules that hold in the present stage make of the facts, fulfilled ones included.
  func candidates() -> [Candidate] {
    let isOver = process.acceptedElsewhere != nil
    let standing = rules.filter {
      $0.stages.contains(process.stage) && (!isOver || $0.anchor == .acceptedElsewhere || $0.standsBesideYes)
    }
    let all = standing.flatMap { candidates(of: $0) }.map(withGuess)
    // The letter after a no thanks the same person; a thank-you owed to somebody else stays.
    let thankedForNo = Set(all.filter { $0.rule.purpose == .afterNo }.map(\.person))
    return all.filter { $0.rule.purpose != .firstThanks || $0.person == nil || !thankedForNo.contains($0.person) }
      .map(\.withSettings)
  }

  func candidates(of rule: Rule) -> [Candidate] {
    switch rule.anchor {
    case .interview: afterInterview(rule)
    case .interviewAhead: beforeInterview(rule)
    case .announcedCall(let letter): announcedCalls(rule, letter: letter)
    case .lastTouch: cadence(rule)
    case .lastTouchAfterLetter: cadenceAfterLetter(rule)
    case .doorOpen: doorOpen(rule)
    case .theirPromise: silence(rule)
    case .middleOfPeriod: midWay(rule)
    case .unanswered(let first): unanswered(rule, first: first)
    case .noWord: noWord(rule)
    case .no: afterNo(rule)
    case .unknownNextStep: unknownNextStep(rule)
    case .objection: objections(rule)
    case .concern: concerns(rule)
    case .myPromise: myPromises(rule)
    case .offer: offer(rule)
    case .offerDeadline: offerDeadline(rule)
    case .offerCollision: offerCollision(rule)
    case .otherDeadline: otherDeadline(rule)
    case .acceptedElsewhere: acceptedElsewhere(rule)
    case .undatedInterview: undatedInterviews(rule)
    case .missedInterview: missedInterview(rule)
    case .fulfilled(let row): afterRule(rule, row: row)
    case .reference, .keepInTouch, .none: []
    }
  }

  /// Says whom it takes for the hiring manager, where nobody said so.
  private func withGuess(_ candidate: Candidate) -> Candidate {
    guard candidate.rule.recipient == .boss, let person = candidate.person, !process.bossIsKnown else {
      return candidate
    }
    guard person == process.boss else { return candidate }
    var item = candidate
    item.notes.append(
      "\(facts.name(person)) is taken for the hiring manager; if it is somebody else: "
        + "afterword set PERSON part=hiring-manager")
    return item
  }

  /// One candidate of a rule, due some time after an anchor.
  func candidate(
    _ rule: Rule, anchor: Subject, index: Int = 0, person: RowID?, from day: Day, start: Instant? = nil, text: String
  ) -> Candidate {
    let due = rule.timing.due(after: day, start: start, calendar: calendar, zones: planner.zones)
    return Candidate(
      rule: rule, anchor: anchor, index: index, person: person, opportunity: process.opportunity.id, opens: due.opens,
      day: due.day, until: due.until, by: due.by, needs: needs(rule, person), anchorText: text,
      arithmetic: due.arithmetic)
  }

  /// A candidate due on a day that was reckoned elsewhere.
  func candidate(
    _ rule: Rule, anchor: Subject, index: Int = 0, person: RowID?, on day: Day, until: Day? = nil, text: String,
    arithmetic: String
  ) -> Candidate {
    Candidate(
      rule: rule, anchor: anchor, index: index, person: person, opportunity: process.opportunity.id, opens: day,
      day: day, until: until ?? day, needs: needs(rule, person), anchorText: text, arithmetic: arithmetic)
  }
}
