package import Model

/// What was said about pay, and in which interview.
package struct PayTalk: Hashable, Sendable {
  package let finding: Finding
  package let day: Day
  /// "Tue 2026-03-10, Dana Reyes: 52 to 58 thousand".
  package let line: String
}

extension Process {
  /// What was said about pay in its interviews, oldest first.
  package var payTalks: [PayTalk] {
    interviews.flatMap { interview in
      (facts.findingsOfInterview[interview.row.id] ?? []).filter { $0.about == .pay }.compactMap { finding in
        let who = finding.person.map { ", " + facts.name($0) } ?? ""
        let answer = finding.answer.map { "; you said: \($0)" } ?? ""
        return finding.text.map {
          PayTalk(finding: finding, day: interview.day, line: "\(spoken(interview.day))\(who): \($0)\(answer)")
        }
      }
    }
  }
}
