package import Model
import Playbook

/// An interview with the questions that came up in it, to be gone through one by one.
package struct DebriefSheet: Sendable {
  package let interview: Interview
  package let title: String
  /// Interviewers' questions on record, as the note has them, then as they were typed.
  package let questions: [Finding]
  /// What was said about pay.
  package let pay: [Finding]
  /// When it is on the user's clock, where that shows another hour than it was agreed by.
  package let ownTime: String?

  /// A question in these words: the one on record, else a new one, the same row on every machine.
  package func question(_ text: String) -> (old: Finding?, new: Finding) {
    let words = DebriefSheet.folded(text)
    if let known = questions.first(where: { DebriefSheet.folded($0.text ?? "") == words }) { return (known, known) }
    var finding = Finding(id: StableID.make(Finding.kind, "debrief", interview.id.description, words))
    (finding.interview, finding.about, finding.askedBy, finding.text) = (interview.id, .question, .interviewer, text)
    return (nil, finding)
  }

  /// What was said about pay, in the user's words.
  package func pay(_ text: String) -> (old: Finding?, new: Finding) {
    let words = DebriefSheet.folded(text)
    if let known = pay.first(where: { DebriefSheet.folded($0.text ?? "") == words }) { return (known, known) }
    var finding = Finding(id: StableID.make(Finding.kind, "pay", interview.id.description, words))
    (finding.interview, finding.about, finding.text) = (interview.id, .pay, text)
    return (nil, finding)
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}

extension Store {
  /// The questions of an interview.
  ///
  /// - Parameter name: nil: the latest interview held.
  /// - Throws: `PracticeError.nothing` where no interview was held; `NamingError`.
  package func debrief(on name: String?) throws -> DebriefSheet {
    let planner = try completePlanner()
    let interview = try name.map { try self.interview(meantBy: $0) } ?? latestHeld(planner)
    let ofInterview = planner.facts.findings.values.filter { $0.interview == interview.id && $0.text != nil }
    let findings = ofInterview.sorted { ($0.spanStart ?? .max, $0.id) < ($1.spanStart ?? .max, $1.id) }
    return DebriefSheet(
      interview: interview, title: try title(of: interview.subject),
      questions: findings.filter { $0.about == .question && $0.askedBy != .candidate },
      pay: findings.filter { $0.about == .pay },
      ownTime: interview.start.flatMap { DayText.onOwnClock($0, today: today, zones: planner.zones) })
  }

  /// Keeps rows as they were answered; nil where nothing of it is new.
  @discardableResult
  package func keep<R: Model.Record>(_ rows: [(old: R?, new: R)], command: String) throws -> Receipt? {
    let edits = rows.map { old, new in old.map { RowEdit(old: $0, new: new) } ?? RowEdit(new: new) }
    let changed = edits.filter { !$0.isEmpty }
    return changed.isEmpty ? nil : try save(command, changed)
  }
}

extension Strength {
  /// Reads what people type: "weak", "w", "good"; nil for anything else.
  package init?(typed text: String) {
    switch text.lowercased().trimmingWhitespace {
    case "strong", "good", "g", "st": self = .strong
    case "solid", "fine", "ok", "so": self = .solid
    case "weak", "bad", "poor", "w": self = .weak
    default: return nil
    }
  }
}

extension String {
  fileprivate var trimmingWhitespace: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
