package import Model

/// A question to ask oneself after an interview (“After the Interview – What next?”, §1), and what its answer is stored as.
package struct ReflectionQuestion: Hashable, Sendable {
  package let text: String
  /// The finding that an answer becomes; nil where it is their promise.
  package let finding: FindingKind?
  /// Whether the finding is tied to the interviewer.
  package let isAboutPerson: Bool
}

/// The guided questions after an interview.
package enum Reflection {
  package static let questions = [
    ReflectionQuestion(text: "What is new to you about the company?", finding: .learned, isAboutPerson: false),
    ReflectionQuestion(text: "What is new to you about {person}?", finding: .learned, isAboutPerson: true),
    ReflectionQuestion(text: "What do you and {person} have in common?", finding: .connection, isAboutPerson: true),
    ReflectionQuestion(
      text: "Which question would you answer better now, and how?", finding: .question, isAboutPerson: false),
    ReflectionQuestion(
      text: "Which accomplishment did you leave out?", finding: .missedAccomplishment, isAboutPerson: false),
    ReflectionQuestion(text: "When will they decide, and what comes next?", finding: nil, isAboutPerson: false),
  ]

  /// The questions of one interview: those about a person once for each interviewer.
  package static func questions(
    for interview: Interview, process: Process
  ) -> [(question: ReflectionQuestion, text: String, person: RowID?)] {
    let people = process.interviewers(of: interview)
    return questions.flatMap { question -> [(question: ReflectionQuestion, text: String, person: RowID?)] in
      guard question.isAboutPerson else { return [(question, question.text, nil)] }
      let asked = people.isEmpty ? [nil] : people.map { $0 }
      return asked.map { person in
        let name = person.map { process.facts.name($0) } ?? "the interviewer"
        return (
          question,
          question.text.split(separator: "{person}", omittingEmptySubsequences: false).joined(separator: name), person
        )
      }
    }
  }
}

/// Something that came up in more than one interview.
package struct Pattern: Hashable, Sendable {
  package let kind: FindingKind
  /// In the words of the latest interview.
  package let text: String
  /// In how many interviews.
  package let count: Int

  /// "twice: no budget experience".
  package var line: String {
    "\(count == 2 ? "twice" : "\(count) times"): \(text)"
  }
}

extension Facts {
  /// What keeps coming up across interviews: objections, concerns, accomplishments left out, questions, challenges. Two
  /// findings are the same when most of their words are.
  package var patterns: [Pattern] {
    [FindingKind.objection, .concern, .missedAccomplishment, .question, .challenge].flatMap(patterns)
  }

  private func patterns(_ kind: FindingKind) -> [Pattern] {
    let ordered = findings.values.filter { $0.about == kind && $0.text != nil }.sorted { day(of: $0) < day(of: $1) }
    var groups: [(words: Set<String>, text: String, interviews: Set<RowID>)] = []
    for finding in ordered {
      let words = Set(topicWords(finding.text ?? ""))
      guard !words.isEmpty, let interview = finding.interview else { continue }
      if let index = groups.firstIndex(where: { isSame($0.words, words) }) {
        groups[index].interviews.insert(interview)
        groups[index].text = finding.text ?? ""
      } else {
        groups.append((words, finding.text ?? "", [interview]))
      }
    }
    return groups.filter { $0.interviews.count > 1 }.sorted {
      ($1.interviews.count, $0.text) < ($0.interviews.count, $1.text)
    }
    .map { Pattern(kind: kind, text: $0.text, count: $0.interviews.count) }
  }

  private func day(of finding: Finding) -> (Day, RowID) {
    (finding.interview.flatMap { interviews[$0]?.start?.day } ?? .first, finding.id)
  }

  /// Two thirds of the words of the shorter one are shared.
  private func isSame(_ left: Set<String>, _ right: Set<String>) -> Bool {
    3 * left.intersection(right).count >= 2 * min(left.count, right.count)
  }
}
