package import Model

/// A question whose answer is worth working on before the next interview.
package struct WeakAnswer: Hashable, Sendable {
  /// As it was last asked and answered.
  package let question: Finding
  /// What to say instead: thought of since, else what was said to the same question and judged strong.
  package let better: String?
  package let opportunity: RowID?

  /// - Parameter group: one question, oldest first; nil where the last answer that was judged was good enough.
  init?(_ group: [Finding], in facts: Facts) {
    guard let last = group.last(where: { $0.strength != nil }) ?? group.last, last.isWeakAnswer else { return nil }
    question = last
    better =
      last.remedy ?? group.last { $0.remedy != nil }?.remedy
      ?? group.last { $0.strength == .strong && $0.answer != nil }?.answer
    opportunity = last.interview.flatMap { facts.interviews[$0]?.opportunity }
  }

  /// "“why leave now?”; you said: growth; they: frowned; better: the move to Leeds".
  package var line: String {
    let parts: [(String, String?)] = [
      ("you said", question.answer), ("they", question.reaction), ("better", better),
    ]
    let told = parts.compactMap { label, words in words.map { "\(label): \($0)" } }
    return (["“\(question.text ?? "")”"] + told).joined(separator: "; ")
  }
}

extension Finding {
  /// Judged weak, or a better answer was thought of; where nobody judged, one that is not on record.
  fileprivate var isWeakAnswer: Bool {
    strength == .weak || strength != .strong && remedy != nil || strength == nil && answer == nil
  }
}

extension Facts {
  /// Interviewers' questions that were answered badly when last asked: those of one organisation, and those of others.
  func weakAnswers(at organisation: RowID?) -> (here: [WeakAnswer], elsewhere: [WeakAnswer]) {
    let asked = findings.values.filter { $0.about == .question && $0.askedBy != .candidate }
    let (here, others) = recurring(asked).reduce(into: ([WeakAnswer](), [WeakAnswer]())) { found, group in
      guard let weak = WeakAnswer(group, in: self) else { return }
      let isHere = organisation != nil && group.contains { self.organisation(of: $0) == organisation }
      if isHere { found.0.append(weak) } else { found.1.append(weak) }
    }
    // Elsewhere only what somebody judged: that an answer is not on record says little there.
    return (here, others.filter { $0.question.strength == .weak || $0.better != nil })
  }

  private func organisation(of finding: Finding) -> RowID? {
    let opportunity = finding.interview.flatMap { interviews[$0]?.opportunity }
    return opportunity.flatMap { opportunities[$0]?.organisation }
  }
}
