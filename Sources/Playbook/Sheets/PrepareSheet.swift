package import Model

/// What to have read before an interview.
package struct PrepareSheet: Hashable, Sendable {
  package let interview: RowID
  package let day: Day
  /// Whom one will meet.
  package let people: [RowID]
  /// The next step they named and its date.
  package let nextStep: String?
  package let openObjections: [Finding]
  /// Questions of this firm without a good answer so far.
  package let weakAnswers: [WeakAnswer]
  /// The same of other firms.
  package let weakElsewhere: [WeakAnswer]
  /// What was said about pay in this process, oldest first.
  package let pay: [PayTalk]
  /// Accomplishments left out before.
  package let leftOut: [Finding]
  package let questionsToAsk: [String]
  /// What keeps coming up in this search.
  package let patterns: [Pattern]
  /// Promises of mine not kept yet.
  package let owed: [Promise]
}

extension Process {
  /// The sheet for an interview of this process.
  package func prepareSheet(for interview: DatedInterview) -> PrepareSheet {
    let earlier = interviews.filter { $0.day < interview.day }.flatMap { facts.findingsOfInterview[$0.row.id] ?? [] }
    let weak = facts.weakAnswers(at: opportunity.organisation)
    return PrepareSheet(
      interview: interview.row.id, day: interview.day,
      people: unique(participants[interview.row.id]?.compactMap(\.person) ?? []),
      nextStep: theirPromise.flatMap { promise in
        [promise.text, promise.due.map { "by \(spoken($0))" }].compactMap { $0 }.joined(separator: ", ")
      },
      openObjections: earlier.filter { $0.about == .objection && $0.remedy == nil && $0.judgement != .trifle },
      weakAnswers: weak.here, weakElsewhere: weak.elsewhere, pay: payTalks,
      leftOut: earlier.filter { $0.about == .missedAccomplishment },
      questionsToAsk: questionsToAsk(earlier), patterns: facts.patterns,
      owed: promises.filter { $0.by == .me && $0.kept == nil })
  }

  private func questionsToAsk(_ earlier: [Finding]) -> [String] {
    var questions = ["What is the next step, and when will you decide?"]
    questions += earlier.filter { $0.about == .challenge }.compactMap(\.text).map { "How do things stand with: \($0)?" }
    questions += earlier.filter { $0.about == .question && $0.askedBy == .candidate && $0.answer == nil }.compactMap(
      \.text)
    return questions
  }
}
