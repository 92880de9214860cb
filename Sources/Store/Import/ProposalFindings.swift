import Model
import Notes

/// What a reading says was found out and promised, as rows.
extension ProposalBuilder {
  mutating func add(finding fact: Fact, _ interview: Interview) {
    var finding = Finding(id: identity(Finding.kind, fact.field.rawValue + " " + fact.value))
    finding.interview = interview.id
    finding.about = FindingKind(fact.field)
    finding.text = fact.value
    finding.answer = fact.answer?.value
    finding.askedBy = fact.askedBy.map { $0 == .candidate ? .candidate : .interviewer }
    finding.document = document
    finding.spanStart = fact.span.start
    finding.spanEnd = fact.span.end
    proposal.findings.append(finding)
    proposal.origins.append(Proposal.Origin(subject: finding.subject, span: fact.span, because: nil))
  }

  mutating func add(commitment fact: Fact, _ opportunity: Opportunity, _ interview: Interview?) {
    var promise = promise(fact.value, .me, opportunity, interview, fact.span)
    let words = reading.decodedLines[fact.span].map { Array($0.unicodeScalars) }
    let line = reading.line(at: fact.span.start)
    if let due = dueDay(words ?? Array(reading.text[line.start..<line.end])) { (promise.due, promise.dueEnd) = due }
    proposal.promises.append(promise)
  }

  /// The first date phrase of the line that a commitment stands in, looking forward from the interview.
  private func dueDay(_ words: [Unicode.Scalar]) -> (Day, Day?)? {
    guard let reference = reading.reference else { return nil }
    for match in DatePhrases.find(in: words, reference: Moment(day: reference), order: reading.dateOrder.order) {
      guard let value = match.coreValues.first, let start = value.start?.day, start >= reference else { continue }
      if let last = match.coreValues.lastDay(of: value) { return (start, last) }
      if value.kind == .date || value.kind == .datetime { return (start, nil) }
    }
    return nil
  }

  mutating func addTheirPromises(_ facts: [Fact], _ opportunity: Opportunity, _ interview: Interview?) {
    let steps = facts.filter { $0.field == .nextStep }
    // A day said with what the user does is the user's own.
    let own = facts.filter { $0.field == .commitment }
    let dates = facts.filter { date in
      date.field == .promisedDate && !own.contains { reading.isOneSentence($0.span, date.span) }
    }
    for (index, date) in dates.enumerated() {
      let step = index < steps.count ? steps[index] : nil
      var promise = promise(step?.value ?? "a decision", .them, opportunity, interview, date.span)
      let days = DayRange(date)
      (promise.due, promise.dueEnd) = (days?.first, days?.last)
      proposal.promises.append(promise)
    }
    for step in steps.dropFirst(dates.count) {
      proposal.promises.append(promise(step.value, .them, opportunity, interview, step.span))
    }
  }

  private mutating func promise(
    _ text: String, _ by: Promiser, _ opportunity: Opportunity, _ interview: Interview?, _ span: TextSpan
  ) -> Promise {
    var promise = Promise(id: identity(Promise.kind, "\(by.rawValue) \(text)"))
    promise.opportunity = opportunity.id
    promise.interview = interview?.id
    promise.by = by
    promise.text = text
    promise.given = interview?.start?.day ?? reading.reference
    promise.document = document
    promise.spanStart = span.start
    promise.spanEnd = span.end
    proposal.origins.append(Proposal.Origin(subject: promise.subject, span: span, because: nil))
    return promise
  }
}

extension Reading {
  /// The line that holds this scalar.
  func line(at scalar: Int) -> TextSpan {
    lines.index(at: scalar).map { lines[$0].span } ?? TextSpan(scalar, scalar)
  }
}

extension FindingKind {
  init?(_ field: FactField) {
    switch field {
    case .topic: self = .topic
    case .question: self = .question
    case .challenge: self = .challenge
    case .objection: self = .objection
    case .competition: self = .rivals
    case .missedAccomplishment: self = .missedAccomplishment
    case .connection: self = .connection
    default: return nil
    }
  }
}
