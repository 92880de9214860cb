import Foundation
import Playbook
import Testing

/// `Playbook/PRACTICE.md` says of every built-in rule what the code says. `RECORD_GOLDENS=1` writes its lines anew.
@Suite struct PracticePageTests {
  private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Sources/Playbook/PRACTICE.md").standardized
  private static let start = "<!-- rules -->\n", end = "<!-- end of rules -->\n"

  private static func line(_ rule: Rule) -> String {
    let numbers = rule.timing.numbers.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
    let parts =
      [numbers, "to \(rule.recipient.rawValue)", "\(rule.source)"] + (rule.ours.map { ["ours: \($0)"] } ?? [])
    return "- `\(rule.name)`: \(parts.filter { !$0.isEmpty }.joined(separator: "; "))\n"
  }

  @Test func `the page has a line for every rule, as the code has it`() throws {
    let lines = (Playbook.builtIn + [.practice]).flatMap(\.rules).map(Self.line).joined()
    var text = try String(contentsOf: Self.page, encoding: .utf8)
    let parts = (text.firstRange(of: Self.start), text.firstRange(of: Self.end))
    guard case (let start?, let end?) = parts else {
      Issue.record("the page has no place for the rules")
      return
    }
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
      text.replaceSubrange(start.upperBound..<end.lowerBound, with: lines)
      try Data(text.utf8).write(to: Self.page)
    }
    let stands = try String(contentsOf: Self.page, encoding: .utf8)
    #expect(stands.contains(Self.start + lines + Self.end))
    for text in SourceText.allCases { #expect(stands.contains("“\(text.rawValue)”")) }
  }
}
