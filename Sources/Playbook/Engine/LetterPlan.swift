import Model

/// What a letter to one person is planned by: how it goes, what it answers, what it leaves alone.
extension RulePlanning {
  /// The channel that the user chose for this person after this interview.
  func plannedChannel(_ rule: Rule, _ interview: DatedInterview, _ person: RowID?) -> Channel? {
    guard rule.purpose == .firstThanks, let person else { return nil }
    return process.participants[interview.row.id]?.first { $0.person == person }?.writeBy
  }

  /// Objections to overcome, challenges to address, other candidates (“After the Interview – What next?”, §2); and trifles,
  /// which are left alone (“Four key follow up steps to the interview”).
  func letterNotes(_ interview: DatedInterview, _ person: RowID?) -> [String] {
    let all = (facts.findingsOfInterview[interview.row.id] ?? []).filter { $0.person == nil || $0.person == person }
    func texts(_ kind: FindingKind) -> [String] {
      all.filter { $0.about == kind && $0.judgement != .trifle }.compactMap(\.text).map { "“\($0)”" }
    }
    let parts = [
      ("objections to overcome", texts(.objection)), ("challenges to address", texts(.challenge)),
      ("other candidates", texts(.rivals)),
    ]
    let trifles = all.filter { $0.about == .concern && $0.judgement == .trifle }.compactMap(\.text)
    return parts.filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1.joined(separator: ", "))" }
      + trifles.map { "“\($0)” is left alone: you judged it a trifle, and mentioning it would make it larger" }
  }
}
