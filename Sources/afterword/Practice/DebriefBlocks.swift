import Store

/// A debrief's form, taken apart: its questions with what stands below each, and what was said about pay.
struct DebriefBlocks {
  enum Label: String, CaseIterable {
    case asked, said, reaction, strength, better, pay
  }

  struct Block {
    var asked = ""
    /// What stands behind each label, and in which line that is.
    var parts: [Label: (words: String, line: Int)] = [:]
  }

  private(set) var questions: [Block] = []
  private(set) var pay: [String] = []

  /// - Throws: `Failure.badInput` for words that belong to no question: nothing that was typed is dropped or guessed at.
  init(_ text: String) throws {
    var open: Label?
    for (index, line) in Clean.lines(text).enumerated() where !DebriefForm.head.contains(line) {
      if let (label, words) = Self.labelled(line) {
        try begin(label, words, line: index + 1)
        open = label
      } else if line.contains(where: { !$0.isWhitespace }) {
        try goOn(open, Self.trimmed(line), line: index + 1)
      }
    }
    pay.removeAll(where: \.isEmpty)
  }

  private mutating func begin(_ label: Label, _ words: String, line: Int) throws {
    switch label {
    case .asked: questions.append(Block(asked: words))
    case .pay: pay.append(words)
    default:
      guard let block = questions.indices.last, questions[block].parts[label] == nil else {
        let of =
          questions.last.map { " has a second “\(Self.title(label))” below “\(Clean.line($0.asked))”" }
          ?? " has no question"
        throw Failure.badInput(
          "Line \(line)\(of). Put “Asked:” with its question above it. Nothing was kept.")
      }
      questions[block].parts[label] = (words, line)
    }
  }

  /// Words that are too long for a line go on in the next.
  private mutating func goOn(_ label: Label?, _ words: String, line: Int) throws {
    func joined(_ before: String) -> String { before.isEmpty ? words : before + " " + words }
    switch label {
    case .asked?: questions[questions.count - 1].asked = joined(questions[questions.count - 1].asked)
    case .pay?: pay[pay.count - 1] = joined(pay[pay.count - 1])
    case let label?:
      let before = questions[questions.count - 1].parts[label]
      questions[questions.count - 1].parts[label] = (joined(before?.words ?? ""), before?.line ?? line)
    case nil:
      throw Failure.badInput(
        "Line \(line): “\(Clean.line(words))” belongs to no question. Put “Asked:” with one above it. Nothing was kept."
      )
    }
  }

  private static func labelled(_ line: String) -> (Label, String)? {
    guard let colon = line.firstIndex(of: ":"), let label = Label(rawValue: line[..<colon].lowercased()) else {
      return nil
    }
    return (label, trimmed(line[line.index(after: colon)...]))
  }

  private static func title(_ label: Label) -> String {
    label.rawValue.prefix(1).uppercased() + label.rawValue.dropFirst()
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
