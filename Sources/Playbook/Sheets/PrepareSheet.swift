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
  /// Questions without a good answer so far, here and elsewhere.
  package let weakAnswers: [Finding]
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
    return PrepareSheet(
      interview: interview.row.id, day: interview.day,
      people: unique(participants[interview.row.id]?.compactMap(\.person) ?? []),
      nextStep: theirPromise.flatMap { promise in
        [promise.text, promise.due.map { "by \(spoken($0))" }].compactMap { $0 }.joined(separator: ", ")
      },
      openObjections: earlier.filter { $0.about == .objection && $0.remedy == nil && $0.judgement != .trifle },
      weakAnswers: weakAnswers, leftOut: earlier.filter { $0.about == .missedAccomplishment },
      questionsToAsk: questionsToAsk(earlier), patterns: facts.patterns,
      owed: promises.filter { $0.by == .me && $0.kept == nil })
  }

  /// Interviewers' questions, in any interview, whose answer is missing or was thought improvable.
  private var weakAnswers: [Finding] {
    facts.findings.values.filter {
      $0.about == .question && $0.askedBy != .candidate && ($0.answer == nil || $0.remedy != nil)
    }
    .sorted { $0.id < $1.id }
  }

  private func questionsToAsk(_ earlier: [Finding]) -> [String] {
    var questions = ["What is the next step, and when will you decide?"]
    questions += earlier.filter { $0.about == .challenge }.compactMap(\.text).map { "How do things stand with: \($0)?" }
    questions += earlier.filter { $0.about == .question && $0.askedBy == .candidate && $0.answer == nil }.compactMap(
      \.text)
    return questions
  }
}
