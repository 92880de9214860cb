package import Model

/// A paper with its annotations inside it: `{{org|Kestrel Lane}}` (see Fixtures/Papers/MARKING.md).
package struct MarkedPaper: Sendable {
  package var name: String
  package var day: Day
  package var language: String
  /// What sort of paper it is, where the annotator said so.
  package var kind: String?
  /// Without the marks.
  package var text: String
  package var marks: [Mark] = []

  package init(name: String, day: Day, language: String = "en", kind: String?, text: String) {
    (self.name, self.day, self.language, self.kind, self.text) = (name, day, language, kind, text)
  }

  /// The letters before the digits of its name: who wrote it.
  package var set: String { String(name.prefix { !$0.isNumber }) }

  /// The kind said, or what the marks tell: a paper without facts is no record.
  package var knownKind: String {
    kind ?? (marks.contains { $0.tag != "ignore" } ? "debrief" : "other")
  }
}

/// One annotated stretch, counted in Unicode scalars of the text.
package struct Mark: Sendable {
  package var tag: String
  package var group = 1
  package var person: String?
  /// A further naming of what was marked before.
  package var isFurther = false
  package var value: String?
  package var start: Int
  package var end: Int
}

/// What is wrong with an annotated file, and where.
package struct MarkingError: Error, CustomStringConvertible {
  package var description: String
}

extension MarkedPaper {
  /// The papers of one file, in order.
  package static func papers(of file: String, named path: String) throws -> [MarkedPaper] {
    var papers: [MarkedPaper] = []
    var head: (line: Substring, number: Int)?
    var body: [Substring] = []
    func finish() throws {
      guard let head else { return }
      papers.append(try paper(head.line, body, where: "\(path):\(head.number)"))
      body = []
    }
    // By scalars: CR LF would be one character.
    for (number, line) in file.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("=== ") {
        try finish()
        head = (line, number + 1)
      } else if head != nil {
        body.append(line)
      }
    }
    try finish()
    return papers
  }

  private static func paper(_ head: Substring, _ body: [Substring], where place: String) throws -> MarkedPaper {
    let parts = head.split(separator: " ")
    guard (3...5).contains(parts.count), let day = Day(parts[2]) else {
      throw MarkingError(description: "\(place): a head is \"=== NAME DAY [LANGUAGE [KIND]]\"")
    }
    var lines = body[...]
    while lines.first == "" { lines.removeFirst() }
    while lines.last == "" { lines.removeLast() }
    var paper = MarkedPaper(
      name: String(parts[1]), day: day, language: parts.count > 3 ? String(parts[3]) : "en",
      kind: parts.count > 4 ? String(parts[4]) : nil, text: "")
    try paper.take(lines.joined(separator: "\n") + "\n", where: place)
    return paper
  }

  /// Takes the marks out of a text.
  private mutating func take(_ marked: String, where place: String) throws {
    let source = Array(marked.unicodeScalars)
    var out = String.UnicodeScalarView()
    var open: [Mark] = []
    var (index, count) = (0, 0)
    while index < source.count {
      let pair = index + 1 < source.count && source[index] == source[index + 1]
      if pair, source[index] == "{" {
        guard let bar = source[index...].firstIndex(of: "|"), !source[index..<bar].contains("\n") else {
          throw MarkingError(description: "\(place): a mark without | at scalar \(index)")
        }
        open.append(try Mark(tag: source[index + 2..<bar], at: count, where: place))
        index = bar + 1
      } else if pair, source[index] == "}", var mark = open.popLast() {
        mark.end = count
        marks.append(mark)
        index += 2
      } else {
        out.append(source[index])
        index += 1
        count += 1
      }
    }
    guard open.isEmpty else { throw MarkingError(description: "\(place): a mark is not closed") }
    text = String(out)
    marks.sort { ($0.start, -$0.end) < ($1.start, -$1.end) }
  }
}

extension Mark {
  /// `TAG[@GROUP][#PERSON][+][:VALUE]`.
  fileprivate init(tag source: ArraySlice<Unicode.Scalar>, at start: Int, where place: String) throws {
    var rest = source
    func word(_ isPart: (Unicode.Scalar) -> Bool) -> String {
      let part = rest.prefix(while: isPart)
      rest = rest.dropFirst(part.count)
      var out = String.UnicodeScalarView()
      out.append(contentsOf: part)
      return String(out)
    }
    tag = word { $0.properties.isLowercase }
    (self.start, end) = (start, start)
    if rest.first == "@" {
      rest = rest.dropFirst()
      group = Int(word { $0.properties.numericType != nil }) ?? 1
    }
    if rest.first == "#" {
      rest = rest.dropFirst()
      person = word { $0 != "+" && $0 != ":" }
    }
    if rest.first == "+" {
      rest = rest.dropFirst()
      isFurther = true
    }
    if rest.first == ":" {
      rest = rest.dropFirst()
      value = word { _ in true }
    }
    guard rest.isEmpty, Mark.fields[tag] != nil || Mark.parts.contains(tag) || tag == "a" else {
      throw MarkingError(description: "\(place): unknown mark")
    }
  }

  /// A mark's field in the schema.
  package static let fields = [
    "org": "organisation", "role": "role", "stage": "stage", "date": "interview.date", "kind": "interview.kind",
    "round": "interview.round", "topic": "topic", "q": "question", "challenge": "challenge", "objection": "objection",
    "rivals": "competition", "missed": "missed_accomplishment", "promised": "promised_date", "next": "next_step",
    "do": "commitment", "tie": "connection", "pay": "compensation", "ignore": "ignore",
  ]
  package static let parts: Set<String> = ["name", "title", "email", "phone"]
}
