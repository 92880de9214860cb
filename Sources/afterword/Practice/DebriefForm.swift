import Model
import Store

/// The questions of an interview as a form for an editor: a block each, with a line for each thing to say of it.
struct DebriefForm {
  private let sheet: DebriefSheet

  /// Empty blocks for questions that are not on record.
  private static let blank = 3
  private static let head = """
    # What came up, question by question. Leave empty what you do not know; add blocks as you need.
    # Strength: strong, solid or weak. Better: what you would say now.
    """

  init(_ sheet: DebriefSheet) { self.sheet = sheet }

  var text: String {
    let known = sheet.questions.map(Self.block) + (0..<Self.blank).map { _ in Self.block(nil) }
    let pay = (sheet.pay.map { "Pay: \(Clean.line($0.text ?? ""))" } + ["Pay:"]).joined(separator: "\n")
    return Self.head + "\n\n" + known.joined(separator: "\n") + "\n" + pay + "\n"
  }

  private static func block(_ finding: Finding?) -> String {
    let parts = [
      ("Asked", finding?.text), ("Said", finding?.answer), ("Reaction", finding?.reaction),
      ("Strength", finding?.strength?.rawValue), ("Better", finding?.remedy),
    ]
    return parts.map { label, words in "\(label): \(Clean.line(words ?? ""))".trimmingSpaceAtEnd + "\n" }.joined()
  }

  /// What the form says now, as rows; a block whose question was emptied or taken out changes nothing.
  ///
  /// - Throws: `Failure.badInput` for a strength that is none.
  func findings(in text: String) throws -> [(old: Finding?, new: Finding)] {
    var blocks: [(old: Finding?, new: Finding)] = []
    // Of the block that lines belong to; -1 below a question that was emptied.
    var block = -1
    var field: Part?
    for (index, line) in Clean.lines(text).enumerated() where !line.hasPrefix("#") {
      guard let (label, words) = Self.labelled(line) else {
        // A long answer goes on in the next line.
        if let field, block >= 0, line.contains(where: { !$0.isWhitespace }) {
          let before = blocks[block].new[keyPath: field].map { $0 + " " } ?? ""
          blocks[block].new[keyPath: field] = before + line
        }
        continue
      }
      field = Self.fields[label]
      switch label {
      case "asked", "pay":
        if !words.isEmpty { blocks.append(label == "pay" ? sheet.pay(words) : sheet.question(words)) }
        block = words.isEmpty || label == "pay" ? -1 : blocks.count - 1
      case "strength" where block >= 0: blocks[block].new.strength = try Self.strength(words, line: index + 1)
      default:
        if let field, block >= 0 { blocks[block].new[keyPath: field] = words.isEmpty ? nil : words }
      }
    }
    return blocks
  }

  private typealias Part = any WritableKeyPath<Finding, String?> & Sendable
  private static let fields: [String: Part] = [
    "said": \.answer, "reaction": \.reaction, "better": \.remedy,
  ]

  private static func labelled(_ line: String) -> (String, String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let label = line[..<colon].lowercased()
    guard label == "asked" || label == "strength" || label == "pay" || fields[label] != nil else { return nil }
    return (label, String(line[line.index(after: colon)...].drop { $0 == " " }).trimmingSpaceAtEnd)
  }

  private static func strength(_ words: String, line: Int) throws -> Strength? {
    if words.isEmpty { return nil }
    guard let strength = Strength(typed: words) else {
      throw Failure.badInput("Line \(line): “\(Clean.line(words))” is none of strong, solid, weak. Nothing was kept.")
    }
    return strength
  }
}

extension String {
  fileprivate var trimmingSpaceAtEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
