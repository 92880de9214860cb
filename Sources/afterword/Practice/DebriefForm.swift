import Model
import Store

/// The questions of an interview as a form for an editor: a block each, with a line for each thing to say of it.
struct DebriefForm {
  private let sheet: DebriefSheet

  /// Empty blocks for questions that are not on record.
  private static let blank = 3
  static let head = [
    "# What came up, question by question. Leave empty what you do not know; add blocks as you need.",
    "# Strength: strong, solid or weak. Better: what you would say now.",
  ]

  init(_ sheet: DebriefSheet) { self.sheet = sheet }

  var text: String {
    let known = sheet.questions.map(Self.block) + (0..<Self.blank).map { _ in Self.block(nil) }
    let pay = (sheet.pay.map { "Pay: \(Clean.line($0.text ?? ""))" } + ["Pay:"]).joined(separator: "\n")
    return Self.head.joined(separator: "\n") + "\n\n" + known.joined(separator: "\n") + "\n" + pay + "\n"
  }

  private static func block(_ finding: Finding?) -> String {
    let parts = [
      ("Asked", finding?.text), ("Said", finding?.answer), ("Reaction", finding?.reaction),
      ("Strength", finding?.strength?.rawValue), ("Better", finding?.remedy),
    ]
    return parts.map { label, words in
      let words = Clean.line(words ?? "")
      return words.isEmpty ? "\(label):\n" : "\(label): \(words)\n"
    }.joined()
  }

  /// What the form says now, as rows. A block that was taken out, or left as it was shown, changes nothing.
  ///
  /// - Throws: `Failure.badInput` for a strength that is none, and for words that belong to no question.
  func findings(in typed: String) throws -> [(old: Finding?, new: Finding)] {
    let shown = try DebriefBlocks(text)
    let blocks = try DebriefBlocks(typed)
    let questions = try blocks.questions.compactMap { block -> (old: Finding?, new: Finding)? in
      let before = shown.questions.first { $0.asked == block.asked }
      if block.asked.isEmpty {
        try refuseAnswers(without: block, shown)
        return nil
      }
      return try finding(block, shown: before)
    }
    return questions + blocks.pay.filter { !shown.pay.contains($0) }.map(sheet.pay)
  }

  /// A question that was emptied takes what was shown below it along, but no word that was typed.
  private func refuseAnswers(without block: DebriefBlocks.Block, _ shown: DebriefBlocks) throws {
    let known = Set(shown.questions.flatMap { $0.parts.values.map(\.words) })
    let lost = block.parts.values.filter { !$0.words.isEmpty && !known.contains($0.words) }.min { $0.line < $1.line }
    guard let lost else { return }
    throw Failure.badInput(
      "Line \(lost.line): “\(Clean.line(lost.words))” has no question. Put one behind its “Asked:”. Nothing was kept.")
  }

  private static let fields: [(DebriefBlocks.Label, any WritableKeyPath<Finding, String?> & Sendable)] = [
    (.said, \.answer), (.reaction, \.reaction), (.better, \.remedy),
  ]

  /// Only what differs from what was shown is taken: a text of several lines is shown as one, and stays as it is.
  private func finding(_ block: DebriefBlocks.Block, shown: DebriefBlocks.Block?) throws -> (
    old: Finding?, new: Finding
  ) {
    let known = sheet.question(block.asked)
    var new = known.new
    for (label, field) in Self.fields {
      guard let words = block.parts[label]?.words, words != shown?.parts[label]?.words else { continue }
      new[keyPath: field] = words.isEmpty ? nil : words
    }
    if let (words, line) = block.parts[.strength], words != shown?.parts[.strength]?.words {
      new.strength = try Self.strength(words, line: line)
    }
    return (known.old, new)
  }

  private static func strength(_ words: String, line: Int) throws -> Strength? {
    if words.isEmpty { return nil }
    guard let strength = Strength(typed: words) else {
      throw Failure.badInput("Line \(line): “\(Clean.line(words))” is none of strong, solid, weak. Nothing was kept.")
    }
    return strength
  }
}
