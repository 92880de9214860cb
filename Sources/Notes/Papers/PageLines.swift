/// The lines of a text while it is told what each is.
struct PageLines {
  let text: [Unicode.Scalar]
  let lines: [NoteLine]
  var roles: [PaperLine.Role]
  private var headings: [Int?]
  private var labels: [Int?]

  init(text: [Unicode.Scalar], lines: [NoteLine]) {
    (self.text, self.lines) = (text, lines)
    roles = lines.map(\.paperRole)
    headings = Array(repeating: nil, count: lines.count)
    labels = headings
  }

  func paperLines() -> [PaperLine] {
    lines.indices.map {
      PaperLine(
        span: lines[$0].span, content: lines[$0].content, role: roles[$0], heading: headings[$0], label: labels[$0],
        quoteDepth: lines[$0].quoteDepth)
    }
  }

  // MARK: - A note

  /// Tells the lines of a note, with the messages pasted into it.
  mutating func mark() {
    markFrontMatter()
    markCode()
    markTables()
    for message in messages() { markMessage(head: message.head, body: message.body) }
    markLabels(lines.indices)
    markScopes(lines.indices)
  }

  private mutating func markFrontMatter() {
    guard lines.first.map({ text.text($0.span) == "---" }) ?? false,
      let end = lines.indices.dropFirst().prefix(60).first(where: { text.text(lines[$0].span) == "---" })
    else { return }
    for place in 0...end { roles[place] = place == 0 || place == end ? .syntax : .frontMatter }
  }

  /// Between fences; one that never closes fences nothing.
  private mutating func markCode() {
    var open: Int?
    for place in lines.indices where lines[place].kind == .syntax {
      guard let isOpening = fence(lines[place]) else { continue }
      if let start = open, isOpening != true {
        for inner in start + 1..<place { roles[inner] = .code }
        open = nil
      } else if open == nil, isOpening != false {
        open = place
      }
    }
  }

  /// Whether a line opens or closes code; nil inside the optional where it may do either.
  private func fence(_ line: NoteLine) -> Bool?? {
    let start = text.trimmed(line.span)
    if text.begins(start, "```") || text.begins(start, "~~~") { return .some(nil) }
    let own = text.text(TextSpan(start.start, min(start.end, start.start + 12))).lowercased()
    if own.hasPrefix("#+begin_") { return .some(true) }
    return own.hasPrefix("#+end_") ? .some(false) : nil
  }

  private mutating func markTables() {
    var place = 0
    while place < lines.count {
      guard lines[place].kind == .row, roles[place] != .code else {
        place += 1
        continue
      }
      let end = lines[place...].firstIndex { $0.kind != .row } ?? lines.count
      for row in place..<end { roles[row] = isRule(lines[row]) ? .tableRule : .tableRow }
      if let rule = (place..<end).first(where: { roles[$0] == .tableRule }), rule > place, rule <= place + 2 {
        for row in place..<rule { roles[row] = .tableHead }
      }
      place = end
    }
  }

  private func isRule(_ line: NoteLine) -> Bool {
    text[line.content.start..<line.content.end].allSatisfy {
      $0 == "|" || $0 == "-" || $0 == ":" || $0 == "+" || $0 == "=" || $0.isBlank
    }
  }

  mutating func mark(_ tables: [TableGrid]) {
    for table in tables {
      for cell in table.header { setRole(.tableHead, over: cell) }
      for row in table.rows { for cell in row { setRole(.tableRow, over: cell) } }
    }
  }

  private mutating func setRole(_ role: PaperLine.Role, over span: TextSpan) {
    guard var place = lines.index(at: span.start) else { return }
    while place < lines.count, lines[place].span.start <= span.end {
      roles[place] = role
      place += 1
    }
  }

  // MARK: - A message

  /// Tells the lines of a message: its head, what is quoted, the greeting, the closing and what follows it.
  mutating func markMessage(head: Range<Int>, body: Range<Int>) {
    for place in head { roles[place] = lines[place].kind == .blank ? .blank : .mailHead }
    markQuotes(body)
    let own = body.filter { roles[$0] != .quoted && lines[$0].kind != .blank }
    if let first = own.first(where: isGreeting), own.prefix(3).contains(first) { roles[first] = .greeting }
    // The last closing counts: "Thanks" may stand in the middle as well.
    guard let closing = own.last(where: isClosing), own.last.map({ $0 - closing <= 12 }) ?? false else { return }
    roles[closing] = .closing
    for place in own where place > closing { roles[place] = .signature }
  }

  func isGreeting(_ place: Int) -> Bool {
    let line = short(place, 60)
    let words = line.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "!" })
    guard let first = words.first, words.count <= 7 else { return false }
    let two = words.prefix(2).joined(separator: " ")
    return PaperWords.greetings.contains(String(first)) || PaperWords.greetings.contains(two)
  }

  func isClosing(_ place: Int) -> Bool {
    if text.text(lines[place].content) == "--" { return true }
    let line = short(place, 40).trimmingMarks()
    return PaperWords.closings.contains(line)
  }

  /// A short line in small letters; empty for longer ones.
  private func short(_ place: Int, _ most: Int) -> String {
    lines[place].content.length <= most ? text.text(lines[place].content).lowercased() : ""
  }

  // MARK: - Labels and scopes

  private mutating func markLabels(_ range: Range<Int>) {
    for place in range {
      switch roles[place] {
      case .text, .item: if let value = labelValue(lines[place]) { label(place, value) }
      case .task(false) where labelValue(lines[place])?.isEmpty ?? false: roles[place] = .emptyField
      default: break
      }
    }
  }

  /// A label without a value is an empty field, unless its lines follow.
  private mutating func label(_ place: Int, _ value: TextSpan) {
    let follows =
      place + 1 < lines.count && lines[place + 1].kind != .blank && labelValue(lines[place + 1]) == nil
      && lines[place + 1].headingLevel == nil
    roles[place] = value.isEmpty && !follows ? .emptyField : .label
  }

  /// What stands behind a label: up to six words and a colon that is no clock's and no address's.
  private func labelValue(_ line: NoteLine) -> TextSpan? {
    let head = text[line.content.start..<line.content.end].prefix(48)
    guard let colon = head.firstIndex(of: ":"), colon > line.content.start else { return nil }
    let name = text[line.content.start..<colon]
    guard name.count(where: \.isBlank) < 6, name.contains(where: \.isLetter),
      !name.contains(where: { ".!?;".unicodeScalars.contains($0) })
    else { return nil }
    guard colon + 1 == line.content.end || text[colon + 1].isBlank || text[colon + 1] == ":" else { return nil }
    return text.trimmed(TextSpan(min(colon + 1, line.content.end), line.content.end))
  }

  private mutating func markScopes(_ range: Range<Int>) {
    var path = [(level: Int, place: Int)]()
    var label: Int?
    for place in range {
      if case .heading(let level) = roles[place] {
        while let last = path.last, last.level >= level { path.removeLast() }
        headings[place] = path.last?.place
        path.append((level, place))
        label = nil
        continue
      }
      headings[place] = path.last?.place
      switch roles[place] {
      case .label: label = place
      case .blank, .emptyField, .syntax, .mailHead, .greeting, .closing: label = nil
      default: labels[place] = label
      }
    }
  }
}

extension NoteLine {
  fileprivate var paperRole: PaperLine.Role {
    switch kind {
    case .blank: .blank
    case .text: .text
    case .heading(let level): .heading(level: level)
    case .bullet, .numbered: .item
    case .task(let isDone): .task(isDone: isDone)
    case .row: .tableRow
    case .syntax: .syntax
    }
  }
}

extension String {
  /// Without marks and blanks at the ends.
  func trimmingMarks() -> String {
    let scalars = Array(unicodeScalars)
    guard let first = scalars.firstIndex(where: { $0.isLetter || $0.isASCIIDigit }),
      let last = scalars.lastIndex(where: { $0.isLetter || $0.isASCIIDigit })
    else { return "" }
    return string(scalars[first...last])
  }
}
