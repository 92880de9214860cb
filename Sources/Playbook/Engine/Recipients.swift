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
    case .interviewerThenHR:
      let met = [process.mainInterviewer].compactMap { $0 } + process.allInterviewers + process.hrMet
      return unique(met + [process.teller].compactMap { $0 }).map { $0 }.nonEmpty
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
    let all = unique(process.interviewers(of: interview) + process.hr(in: interview))
    guard !all.isEmpty else { return [nil] }
    let recruiter = thanksRecruiter ? process.recruiter(of: interview) : nil
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
      // A promise need not be made to anybody.
      return rule.channels.isEmpty || rule.anchor == .myPromise ? [] : ["\(whom): nobody recorded"]
    }
    var needs: [String] = []
    if row.name == nil { needs.append("a name") }
    // Where a card or letter is posted to is not kept.
    let addresses = unique(rule.channels.compactMap { address($0, of: row) })
    if !addresses.isEmpty, !addresses.contains(where: \.isKnown) {
      let missing = addresses.map(\.name).joined(separator: " or ")
      needs.append("\(missing) of \(row.name ?? "this person"): none recorded")
    }
    return needs
  }

  private struct Address: Hashable {
    let name: String
    let isKnown: Bool
  }

  /// The address a channel needs, where it is one that is kept.
  private func address(_ channel: Channel, of person: Person) -> Address? {
    switch channel {
    case .email: Address(name: "an e-mail address", isKnown: person.email != nil)
    case .call: Address(name: "a phone number", isKnown: person.phone != nil)
    case .message: Address(name: "a profile", isKnown: person.profile != nil)
    case .post, .card, .visit: nil
    }
  }
}

extension Array where Element == RowID? {
  /// Somebody unknown instead of nobody.
  fileprivate var nonEmpty: [RowID?] { isEmpty ? [nil] : self }
}
