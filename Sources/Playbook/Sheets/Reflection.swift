package import Model

/// A question to ask oneself after an interview (“After the Interview – What next?”, §1), and what its answer is stored as.
package struct ReflectionQuestion: Hashable, Sendable {
  package let text: String
  /// The finding that an answer becomes; nil where it is their promise.
  package let finding: FindingKind?
  /// Whether it is asked only while nothing of the kind is on record.
  package var isForLetters = false
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
    ReflectionQuestion(
      text: "Which objection do you need to overcome?", finding: .objection, isForLetters: true, isAboutPerson: false),
    ReflectionQuestion(
      text: "Which challenge of theirs do you want to address?", finding: .challenge, isForLetters: true,
      isAboutPerson: false),
    ReflectionQuestion(
      text: "What did they say about other candidates?", finding: .rivals, isForLetters: true, isAboutPerson: false),
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
