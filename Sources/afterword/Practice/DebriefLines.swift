import Model
import Playbook
import Store

/// How the questions of an interview went, and what was said about pay, as parts of its page.
enum DebriefLines {
  static func lines(_ sheet: DebriefSheet, width: Int) -> [StyledText] {
    let parts = [
      ("On your clock", sheet.ownTime.map { [Row(indent: 2, words: $0)] } ?? []),
      ("Question by question", sheet.questions.flatMap(question)), ("Said about pay", sheet.pay.map(pay)),
    ]
    return parts.filter { !$0.1.isEmpty }.flatMap { heading, rows -> [StyledText] in
      ["", "\(heading, .bold)"]
        + rows.flatMap { row in
          DisplayWidth.wrapped(row.words, to: max(30, width - row.indent)).enumerated().map { index, line in
            "\(String(repeating: " ", count: row.indent + (index > 0 ? 2 : 0)))\(line)"
          }
        }
    }
  }

  private struct Row {
    let indent: Int
    let words: String
  }

  private static func question(_ finding: Finding) -> [Row] {
    let parts = [
      ("you said", finding.answer), ("they", finding.reaction), ("strength", finding.strength?.rawValue),
      ("better", finding.remedy),
    ]
    return [Row(indent: 2, words: finding.text ?? "")]
      + parts.compactMap { label, words in words.map { Row(indent: 4, words: "\(label): \($0)") } }
  }

  private static func pay(_ finding: Finding) -> Row {
    Row(
      indent: 2,
      words: [finding.text, finding.answer.map { "you said: \($0)" }].compactMap(\.self).joined(separator: "; "))
  }
}
