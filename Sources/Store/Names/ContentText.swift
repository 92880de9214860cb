import Merge
import Model

/// Contents of fields in words for people.
struct ContentText {
  let titles: Titles
  let today: Day

  /// One line; long texts are cut after their first line.
  func text(_ content: FieldContent) throws -> String {
    switch content {
    case .empty: return ""
    case .value(let value): return try text(value)
    case .words(let words): return words.sorted().joined(separator: ", ")
    case .text(let text):
      let lines = text.split(whereSeparator: \.isNewline)
      return lines.count > 1 ? "\(lines[0]) … (\(lines.count) lines)" : lines.first.map(String.init) ?? ""
    }
  }

  func text(_ value: Value) throws -> String {
    switch value {
    case .string(let text), .decimal(let text): text
    case .integer(let number): String(number)
    case .boolean(let flag): flag ? "yes" : "no"
    case .day(let day): DayText.long(day, today: today)
    case .moment(let moment): DayText.long(moment, today: today)
    case .reference(let subject): try titles.title(of: subject)
    case .bytes(let bytes): "\(bytes.count) bytes"
    case .unknown: "(needs a newer version)"
    }
  }

  /// What a change says a register holds.
  func text(_ content: Content) throws -> String {
    switch content {
    case .value(let value): try text(value)
    case .cleared: "(empty)"
    case .newer: "(needs a newer version)"
    }
  }
}
