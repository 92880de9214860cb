import Model

/// Rules that count from an interview.
extension RulePlanning {
  /// One item a recipient for the latest interview with them; older ones are replaced.
  func afterInterview(_ rule: Rule) -> [Candidate] {
    var result: [Candidate] = []
    var covered: Set<RowID?> = []
    for interview in process.recent.reversed() {
      let isLatest = interview.day == process.recent.last?.day
      for (rank, person) in recipients(rule, interview: interview.row).enumerated() {
        // What is addressed to the boss, the candidate or nobody yet is about the latest interview only.
        let once = rule.recipient != .eachInterviewer || person == nil
        guard isLatest || !once, person == nil || covered.insert(person).inserted else { continue }
        if let item = asStatus(afterInterview(rule, interview, person, rank: rank), since: interview.day) {
          result.append(item)
        }
      }
    }
    return result + (rule.draft == .valueAddedResponse ? afterCorrespondence(rule) : [])
  }

  /// Also offered after what the boss wrote or said of substance.
  private func afterCorrespondence(_ rule: Rule) -> [Candidate] {
    guard let boss = process.boss,
      let word = process.contacts(with: boss).last(where: { $0.isReceived && $0.form == "substantive" })
    else { return [] }
    var offered = rule
    offered.isOptional = true
    var item = candidate(
      offered, anchor: word.row, person: boss, from: word.day, text: "what they wrote or said on \(spoken(word.day))")
    item.opens = word.day
    item.fulfilled = fulfilment(of: rule, person: boss, since: word.day)
    return [item]
  }

  private func afterInterview(_ rule: Rule, _ interview: DatedInterview, _ person: RowID?, rank: Int) -> Candidate {
    let planned = plannedChannel(rule, interview, person)
    var rule = rule
    if let planned { rule.channels = [planned] + rule.channels.filter { $0 != planned } }
    var item = candidate(
      rule, anchor: interview.row.subject, person: person, from: interview.day, start: interview.start,
      text: "interview of \(spoken(interview.day))")
    if let planned { item.notes.append("you chose for \(facts.name(person)): \(planned.rawValue)") }
    if rule.purpose == .firstThanks { item.notes += letterNotes(interview, person) }
    // A letter may be written at once; a question about the state comes too early before its day.
    if rule.purpose != .status { item.opens = interview.day }
    item.rank = rank
    item.fulfilled = fulfilment(of: rule, person: person, since: interview.day)
    item.needs += draftNeeds(rule, interview.row, person)
    if rule.recipient == .boss && person != nil && !process.bossIsKnown {
      item.needs.append("the hiring manager: say who it is")
    }
    let earlier = process.held.filter { $0.day < interview.day }.count
    if earlier > 0,
      let again = rules.first(where: { $0.name.row == "repeat" && $0.name.playbook == rule.name.playbook })
    {
      item.notes.append("interview \(earlier + 1) of this process: the plan starts anew (\(again.name))")
    }
    return item
  }

  /// What the draft of a rule will leave as a gap.
  private func draftNeeds(_ rule: Rule, _ interview: Interview, _ person: RowID?) -> [String] {
    guard rule.draft == .valueAddedResponse else { return [] }
    let topics = (facts.findingsOfInterview[interview.id] ?? []).filter { $0.about == .topic || $0.about == .challenge }
    guard !topics.isEmpty else { return ["a topic you discussed: none recorded"] }
    let ledger = Ledger(facts: facts)
    return ledger.suggestions(for: person, topics: topics.compactMap(\.text)).isEmpty
      ? ["material on the topic: none recorded"] : []
  }

  /// The day before each interview to come, until it is held.
  func beforeInterview(_ rule: Rule) -> [Candidate] {
    process.interviews.filter { $0.day >= today && !isTold($0.row) }.map { interview in
      let before = rule.timing.before ?? .days(1)
      let day = calendar.day(interview.day, minus: before)
      return candidate(
        rule, anchor: interview.row.subject, person: nil, on: day, until: interview.day,
        text: "interview of \(spoken(interview.day))", arithmetic: sum(interview.day, "-", before, day))
    }
  }

  /// Whether the record already tells how an interview went: then it was held, be it today.
  private func isTold(_ interview: Interview) -> Bool {
    interview.impression != nil || facts.findingsOfInterview[interview.id] != nil
  }

  /// Asks for the next step and its date while the latest interview has none on record.
  func unknownNextStep(_ rule: Rule) -> [Candidate] {
    guard let interview = process.recent.last, process.ahead.isEmpty else { return [] }
    let theirs = process.promises.filter { promise in
      promise.by == .them
        && (promise.interview == interview.row.id || (process.given(promise) ?? .first) >= interview.day)
    }
    if theirs.contains(where: { $0.due != nil }) { return [] }
    var item = candidate(
      rule, anchor: interview.row.subject, person: nil, from: interview.day,
      text: "interview of \(spoken(interview.day)), after which no date is recorded")
    item.needs =
      theirs.isEmpty ? ["their next step: none recorded", "its date: none recorded"] : ["the date of their next step"]
    return [item]
  }

  /// Asks once for the day of interviews without one.
  func undatedInterviews(_ rule: Rule) -> [Candidate] {
    guard let first = process.undated.first else { return [] }
    var item = candidate(
      rule, anchor: first.subject, person: nil, on: today, text: "an interview without a day",
      arithmetic: "due at once: \(spoken(today))")
    item.needs = ["the day of \(counted(process.undated.count, "interview"))"]
    return [item]
  }

  /// The calls that letters announced: in the window promised, else some days after the letter.
  func announcedCalls(_ rule: Rule, letter: String) -> [Candidate] {
    guard let interview = process.recent.last, process.ahead.isEmpty else { return [] }
    let promised = process.promises.filter { promise in
      guard promise.by == .me, promise.announcesCall, promise.due != nil else { return false }
      // A new interview starts the plan anew.
      return (process.given(promise) ?? .first) >= interview.day
    }
    var result = promised.filter { $0.kept == nil }.compactMap { promisedCall(rule, $0) }
    let covered = Set(promised.map { process.personPromised($0) })
    guard let first = rules.first(where: { $0.name.row == letter }) else { return result }
    for item in afterInterview(first) where item.anchor == interview.row.subject && !covered.contains(item.person) {
      guard let sent = item.fulfilled, announces(sent, first) else { continue }
      var call = candidate(
        rule, anchor: sent.row, person: item.person, from: sent.day,
        text: "letter sent \(spoken(sent.day)), which announced a call")
      call.fulfilled = fulfilment(of: rule, person: item.person, since: sent.day + 1)
      result.append(call)
    }
    return result
  }

  /// Whether a letter announced a call: an executive letter does, others do not.
  private func announces(_ letter: Contact, _ rule: Rule) -> Bool {
    letter.rule == rule.name.description || letter.form == rule.draft?.rawValue || letter.form == "letter"
      || letter.form == nil && letter.rule == nil
  }

  private func promisedCall(_ rule: Rule, _ promise: Promise) -> Candidate? {
    guard let due = promise.due else { return nil }
    let person = process.personPromised(promise)
    let end = max(due, promise.dueEnd ?? due)
    var item = candidate(
      rule, anchor: promise.subject, index: promise.slips.count, person: person, on: due, until: end,
      text: "the call you announced for \(spoken(due))", arithmetic: "the announced window: \(window(due, end))")
    item.fulfilled = fulfilment(
      of: rule, person: person, since: (promise.given ?? due) + (promise.given == due ? 0 : 1))
    return item
  }
}

/// "Thu 2026-03-12" or "Thu 2026-03-12 to Fri 2026-03-13".
func window(_ from: Day, _ to: Day) -> String {
  from == to ? spoken(from) : "\(spoken(from)) to \(spoken(to))"
}
