import Model

/// Whom a rule addresses.
extension RulePlanning {
  /// The recipients in order; a nil stands for somebody who is not on record.
  func recipients(_ rule: Rule, interview: Interview? = nil) -> [RowID?] {
    switch rule.recipient {
    case .candidate, .anchored: return [nil]
    case .eachInterviewer: return eachInterviewer(interview)
    case .interviewer, .promiser:
      return [interview.flatMap { process.mainInterviewer(of: $0) } ?? process.mainInterviewer]
    case .boss: return [process.boss]
    case .interviewerThenHR: return unique([process.mainInterviewer, process.hr].filter { $0 != nil }).nonEmpty
    case .recruiter:
      let recruiter = interview.map { process.recruiter(of: $0) } ?? process.recruiter
      return recruiter.map { [$0] } ?? []
    case .recruiterAndInterviewers:
      return unique([process.recruiter].compactMap { $0 } + process.allInterviewers)
    case .eachContact:
      return unique([process.recruiter].compactMap { $0 } + process.everybody)
    case .teller: return [process.teller]
    }
  }

  /// Every interviewer of an interview; a recruiter who is thanked by a rule of their own is not thanked twice.
  private func eachInterviewer(_ interview: Interview?) -> [RowID?] {
    guard let interview else { return process.allInterviewers.map { $0 }.nonEmpty }
    let all = process.interviewers(of: interview)
    guard !all.isEmpty else { return [nil] }
    let hasRecruiterRule = rules.contains { $0.recipient == .recruiter && $0.purpose == .firstThanks }
    let recruiter = hasRecruiterRule ? process.recruiter(of: interview) : nil
    return all.filter { $0 != recruiter }
  }

  /// Who gets a question about the state of the process: the recruiter in charge, if there is one.
  func statusRecipient(_ person: RowID?) -> (person: RowID?, notes: [String]) {
    guard let recruiter = process.recruiter, recruiter != person else { return (person, []) }
    return (recruiter, ["a recruiter is in charge: status questions go to \(facts.name(recruiter))"])
  }

  /// What the rule lacks to reach this person.
  func needs(_ rule: Rule, _ person: RowID?) -> [String] {
    guard rule.recipient != .candidate else { return [] }
    guard let person, let row = facts.people[person] else {
      let whom = rule.recipient == .boss ? "the hiring manager" : "a person"
      return rule.channels.isEmpty ? [] : ["\(whom): nobody recorded"]
    }
    var needs: [String] = []
    if row.name == nil { needs.append("a name") }
    let reachable = rule.channels.contains { channel in
      switch channel {
      case .email: row.email != nil
      case .call: row.phone != nil
      case .post, .card, .visit, .message: false
      }
    }
    if !reachable, !rule.channels.isEmpty {
      needs.append("\(missingAddress(rule.channels)) of \(row.name ?? "this person"): none recorded")
    }
    return needs
  }

  private func missingAddress(_ channels: [Channel]) -> String {
    let wanted = unique(channels.map(addressWord))
    return wanted.joined(separator: " or ")
  }

  private func addressWord(_ channel: Channel) -> String {
    switch channel {
    case .email: "an e-mail address"
    case .call: "a phone number"
    case .post, .card, .visit: "a postal address"
    case .message: "a profile"
    }
  }
}

extension Array where Element == RowID? {
  /// Somebody unknown instead of nobody.
  fileprivate var nonEmpty: [RowID?] { isEmpty ? [nil] : self }
}
