import Model

/// Rules about what an interview brought to light, and about what I promised.
extension RulePlanning {
  /// A proposal for the latest interview with objections; whether it is called for, the user says.
  func objections(_ rule: Rule) -> [Candidate] {
    for interview in process.recent.reversed() {
      let objections = findings(of: interview, .objection).filter { $0.judgement != .trifle }
      guard !objections.isEmpty else { continue }
      return recipients(rule, interview: interview.row).map { person in
        var item = candidate(
          rule, anchor: interview.row.subject, person: person, from: interview.day,
          text: "\(counted(objections.count, "objection")) in the interview of \(spoken(interview.day)): "
            + objections.map { "“\($0.text ?? "")”" }.joined(separator: ", "))
        item.needs += proposalQuestions(objections)
        item.fulfilled = fulfilment(of: rule, person: person, since: interview.day)
        return item
      }
    }
    return []
  }

  /// The three questions that decide whether a proposal is called for, as far as they are unanswered.
  private func proposalQuestions(_ objections: [Finding]) -> [String] {
    if objections.contains(where: { $0.judgement == .substantial && $0.remedy != nil }) { return [] }
    return [
      "your answer: is the objection too strong to leave alone?",
      "your answer: do they see a key skill lacking?",
      "your answer: do you know that you can do the job, and how (remedy)?",
    ]
  }

  /// A substantial concern is repaired, an unjudged one asked about, a trifle left alone.
  func concerns(_ rule: Rule) -> [Candidate] {
    process.recent.flatMap { interview in
      findings(of: interview, .concern).compactMap { concern(rule, $0, interview) }
    }
  }

  private func concern(_ rule: Rule, _ finding: Finding, _ interview: DatedInterview) -> Candidate? {
    if finding.judgement == .trifle { return nil }
    let text = "a concern about the interview of \(spoken(interview.day)): “\(finding.text ?? "")”"
    guard finding.judgement == .substantial else {
      var item = candidate(rule, anchor: finding.subject, person: nil, from: interview.day, text: text)
      item.needs = ["your judgement: substantial or a trifle? \(Impressions.hint(finding))"]
      return item
    }
    let person = finding.person ?? process.mainInterviewer(of: interview.row)
    var item = candidate(rule, anchor: finding.subject, person: person, from: interview.day, text: text)
    if finding.remedy == nil { item.needs.append("a document or a reference that answers it: none recorded") }
    item.fulfilled = fulfilment(of: rule, person: person, since: interview.day)
    return item
  }

  private func findings(of interview: DatedInterview, _ kind: FindingKind) -> [Finding] {
    (facts.findingsOfInterview[interview.row.id] ?? []).filter { $0.about == kind }
  }

  /// What I promised, until kept or moot. Announced calls have their own rule where the playbook has one.
  func myPromises(_ rule: Rule) -> [Candidate] {
    let hasCallRule = rules.contains { $0.anchor.isAnnouncedCall }
    let open = process.promises.filter {
      $0.by == .me && $0.kept == nil && !(hasCallRule && $0.announcesCall) && !process.isMoot($0)
    }
    return open.compactMap { promise in
      let person = process.personPromised(promise)
      let what = promise.text.map { "“\($0)”" } ?? "a promise of yours"
      if let due = promise.due {
        return candidate(
          rule, anchor: promise.subject, index: promise.slips.count, person: person, on: due, until: promise.lastDay,
          text: "\(what), \(promise.history)",
          arithmetic: "the promised day itself: \(window(due, promise.lastDay ?? due))")
      }
      guard let given = process.given(promise) else { return nil }
      var item = candidate(
        rule, anchor: promise.subject, person: person, from: given, text: "\(what), given on \(spoken(given))")
      item.needs.append("a day for it: none recorded")
      return item
    }
  }
}
