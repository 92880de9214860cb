import Model

/// Rules about the state of the process, while nothing is heard.
extension RulePlanning {
  /// Some days after their promised day has passed without word.
  func silence(_ rule: Rule) -> [Candidate] {
    guard let promise = process.openPromise, let end = promise.lastDay else { return [] }
    let (person, notes) = statusRecipient(personAsked(rule, promise))
    var item = candidate(
      rule, anchor: promise.subject, index: promise.slips.count, person: person, from: end, text: promise.history)
    item.notes += notes
    item.fulfilled = statusContacts(since: end + 1).first
    return [item]
  }

  /// The interviewer; who promised, if they are one.
  private func personAsked(_ rule: Rule, _ promise: Promise) -> RowID? {
    if let person = promise.person, rule.recipient == .promiser || process.allInterviewers.contains(person) {
      return person
    }
    let interview = facts.interviews[promise.interview ?? RowID(high: 0, low: 0)]
    return interview.flatMap { process.mainInterviewer(of: $0) } ?? process.mainInterviewer ?? promise.person
  }

  /// Some days after an unanswered question, to the same person, a limited number of times.
  func unanswered(_ rule: Rule, first row: String) -> [Candidate] {
    guard let first = rules.first(where: { $0.name.row == row }), let promise = process.openPromise,
      let end = promise.lastDay, !silence(first).isEmpty
    else { return [] }
    let asked = statusContacts(since: end + 1)
    guard let last = asked.last else { return [] }
    guard asked.count <= rule.timing.times ?? 1 else { return [cold(rule, promise, asked)] }
    var item = candidate(
      rule, anchor: promise.subject, index: promise.slips.count * 100 + asked.count - 1, person: last.person,
      from: last.day, text: "asked on \(spoken(last.day)), \(promise.history)")
    let most = rule.timing.times ?? 1
    item.notes.append("time \(asked.count) of at most \(most), each with something new")
    if asked.count == most { item.notes.append("the last time: after it this is cold, and yours to decide") }
    return [item]
  }

  /// After the last question it is left to the user.
  private func cold(_ rule: Rule, _ promise: Promise, _ asked: [Contact]) -> Candidate {
    var left = rule
    (left.title, left.draft, left.channels, left.purpose) = (
      "gone cold: ask somebody else, or let it rest", nil, [], .task
    )
    (left.isOptional, left.recipient) = (true, .candidate)
    let last = asked.last?.day ?? today
    return candidate(
      left, anchor: promise.subject, index: promise.slips.count * 100 + asked.count - 1, person: nil, from: last,
      text: "asked \(asked.count) times, last on \(spoken(last)), without a word")
  }

  /// The middle of the period they gave: from the promise to its day, or the middle of a range.
  func midWay(_ rule: Rule) -> [Candidate] {
    guard let promise = process.theirPromise, !process.isFollowedByInterview(promise), let due = promise.due,
      let end = promise.lastDay, let given = process.given(promise)
    else { return [] }
    let from = end > due ? due : given
    let middle = from + (end - from) / 2
    guard end > from, !isWord(since: given + 1) else { return [] }
    let (person, notes) = statusRecipient(personAsked(rule, promise))
    var item = candidate(
      rule, anchor: promise.subject, index: promise.slips.count, person: person, on: middle, until: end,
      text: promise.history,
      arithmetic: "the middle of \(window(from, end)), \(counted(end - from, "day")): \(spoken(middle))")
    item.notes += notes
    item.fulfilled = process.contacts.first { contact in
      // A touch of unknown purpose early in the period may be the thank-you.
      contact.day > given && rule.isFulfilled(by: contact) && (contact.purpose != nil || contact.day >= middle)
    }
    return [item]
  }

  /// No word within some days of the later of interview and letter; waits for an open promised date.
  func noWord(_ rule: Rule) -> [Candidate] {
    guard let interview = process.recent.last, process.ahead.isEmpty else { return [] }
    let promised = process.openPromise
    // What was heard on the day itself belongs to the interview.
    if promised == nil && isWord(since: interview.day + 1) { return [] }
    let boss = recipients(rule, interview: interview.row).first ?? nil
    let letter = firstLetter(to: boss, since: interview.day)
    let later = letter.flatMap { $0.day > interview.day ? $0 : nil }
    let from = later?.day ?? interview.day
    let (person, notes) = statusRecipient(boss)
    var item = candidate(
      rule, anchor: later?.row ?? interview.row.subject, person: person, from: from,
      text: later == nil ? "interview of \(spoken(from))" : "letter sent \(spoken(from))")
    item.notes += notes
    if let promised, let end = promised.lastDay, end >= item.day {
      item.arithmetic += "; waits until \(spoken(end)) has passed: \(spoken(end + 1))"
      item.notes.append(promised.history)
      (item.opens, item.day, item.until) = (end + 1, end + 1, end + 1)
    }
    item.fulfilled = process.contacts.first { contact in
      guard contact.isSent, contact.day > interview.day, contact.day >= from else { return false }
      let mayHaveAsked = contact.purpose == nil && contact.channel == .call && contact.person == person
      return contact.purpose == .status || mayHaveAsked
    }
    return [item]
  }

  /// Any other rule's question about the state, as a user's own playbook may ask one some days after something: word since
  /// then or a new interview closes it, and it goes to the recruiter in charge.
  func asStatus(_ item: Candidate, since day: Day) -> Candidate? {
    guard item.rule.purpose == .status else { return item }
    guard process.ahead.isEmpty, !process.recent.contains(where: { $0.day > day }), !isWord(since: day + 1) else {
      return nil
    }
    let (person, notes) = statusRecipient(item.person)
    var item = item
    item.person = person
    item.notes += notes
    item.fulfilled = item.fulfilled ?? statusContacts(since: day + 1).first { $0.person == person }
    return item
  }

  /// The first letter to a person after an interview.
  private func firstLetter(to person: RowID?, since day: Day) -> Contact? {
    guard let person, let rule = rules.first(where: { $0.purpose == .firstThanks }) else { return nil }
    return process.contacts(with: person).first {
      $0.day >= day && $0.channel != .call && rule.isFulfilled(by: $0)
    }
  }
}
