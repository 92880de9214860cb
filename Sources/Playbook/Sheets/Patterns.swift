package import Model

/// Something that came up in more than one interview.
package struct Pattern: Hashable, Sendable {
  package let kind: FindingKind
  /// In the words of the latest interview.
  package let text: String
  /// In how many interviews.
  package let count: Int
  /// How often a question was answered badly.
  package let weak: Int
  /// What to say instead, where the last answer was weak.
  package let better: String?

  /// "twice: no budget experience"; "3 times, weak twice: why leave now?; better: the move to Leeds".
  package var line: String {
    let often = Pattern.times(count) + (weak > 0 ? ", weak \(Pattern.times(weak))" : "")
    return "\(often): \(text)" + (better.map { "; better: \($0)" } ?? "")
  }

  private static func times(_ count: Int) -> String {
    count == 1 ? "once" : count == 2 ? "twice" : "\(count) times"
  }
}

extension Facts {
  /// What keeps coming up across interviews: objections, concerns, accomplishments left out, questions, challenges. Two
  /// findings are the same when most of their words are.
  package var patterns: [Pattern] {
    [FindingKind.objection, .concern, .missedAccomplishment, .question, .challenge].flatMap(patterns)
  }

  private func patterns(_ kind: FindingKind) -> [Pattern] {
    let groups = recurring(findings.values.filter { $0.about == kind && $0.interview != nil })
    let patterns = groups.compactMap { group -> Pattern? in
      let count = Set(group.compactMap(\.interview)).count
      guard count > 1, let text = group.last?.text else { return nil }
      let isWeak = kind == .question && WeakAnswer(group, in: self) != nil
      return Pattern(
        kind: kind, text: text, count: count, weak: group.count { $0.strength == .weak },
        better: isWeak ? WeakAnswer(group, in: self)?.better : nil)
    }
    return patterns.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
  }

  /// Findings that say the same, oldest first; those without a word to know them by are the same in the same words.
  func recurring(_ findings: some Sequence<Finding>) -> [[Finding]] {
    var groups: [(words: Set<String>, findings: [Finding])] = []
    for finding in findings.sorted(by: { day(of: $0) < day(of: $1) }) {
      let text = finding.text ?? ""
      let topics = Set(topicWords(text))
      let whole = text.lowercased().filter { $0.isLetter || $0.isNumber }
      guard !whole.isEmpty else { continue }
      let words = topics.isEmpty ? [whole] : topics
      if let index = groups.firstIndex(where: { isSame($0.words, words) }) {
        groups[index].findings.append(finding)
      } else {
        groups.append((words, [finding]))
      }
    }
    return groups.map(\.findings)
  }

  private func day(of finding: Finding) -> (Day, RowID) {
    (finding.interview.flatMap { interviews[$0]?.start?.day } ?? .first, finding.id)
  }

  /// Two thirds of the words of the shorter one are shared; one word alone says too little beside others.
  private func isSame(_ left: Set<String>, _ right: Set<String>) -> Bool {
    min(left.count, right.count) < 2
      ? left == right : 3 * left.intersection(right).count >= 2 * min(left.count, right.count)
  }
}
