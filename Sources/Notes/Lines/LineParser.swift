/// Tells a line's marks from its content: quotes, bullets, boxes, numbers, headings, table rows, emphasis.
struct LineParser {
  let text: [Unicode.Scalar]
  let isOrg: Bool

  func line(_ span: TextSpan) -> NoteLine {
    var start = skipBlanks(span.start, span.end)
    let end = lastContent(span)
    guard start < end else { return NoteLine(span: span, content: TextSpan(end, end), kind: .blank) }
    var quotes = 0
    while start < end, text[start] == ">" {
      quotes = min(quotes + 1, 64)
      start = skipBlanks(start + 1, end)
    }
    guard start < end else {
      return NoteLine(span: span, content: TextSpan(end, end), kind: .blank, quoteDepth: quotes)
    }
    start = afterChatStamp(start, end)
    var line = NoteLine(span: span, content: TextSpan(start, end), kind: .text, quoteDepth: quotes)
    if isSyntax(line.content) {
      line.kind = .syntax
    } else if text[start] == "|" {
      line.kind = .row
    } else if !heading(&line), !framed(&line) {
      item(&line)
    }
    line.content = unwrapped(line.content)
    return line
  }

  /// After the `[17:02]`, `[12/03/2026, 17:02] Name:` or `12/03/2026, 17:02 - Name:` of a chat's export.
  private func afterChatStamp(_ start: Int, _ end: Int) -> Int {
    let isBracketed = text[start] == "["
    guard isBracketed || text[start].isASCIIDigit else { return start }
    var index = isBracketed ? start + 1 : start
    var (colons, commas) = (0, 0)
    while index < end, index - start <= 24, text[index] != "]" {
      let scalar = text[index]
      if !isBracketed, scalar == "-", commas > 0, colons > 0 { break }
      guard scalar.isASCIIDigit || LineParser.stampMarks.contains(scalar) else { return start }
      if scalar == ":" { colons += 1 } else if scalar == "," { commas += 1 }
      index += 1
    }
    guard colons > 0, index < end, text[index] == (isBracketed ? "]" : "-") else { return start }
    let rest = skipBlanks(index + 1, end)
    guard rest < end else { return start }
    return commas > 0 ? afterSender(rest, end) : rest
  }

  private static let stampMarks: [Unicode.Scalar] = [":", "/", ".", ",", "-", " ", "a", "p", "m", "A", "P", "M"]

  /// After `Name: `, where text follows.
  private func afterSender(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, index - start < 40,
      text[index].isLetter || text[index] == " " || text[index] == "(" || text[index] == ")"
    { index += 1 }
    guard index > start, index + 1 < end, text[index] == ":", text[index + 1].isBlank else { return start }
    return skipBlanks(index + 1, end)
  }

  func skipBlanks(_ index: Int, _ end: Int) -> Int {
    var index = index
    while index < end, text[index].isBlank { index += 1 }
    return index
  }

  private func lastContent(_ span: TextSpan) -> Int {
    var end = span.end
    while end > span.start, text[end - 1].isSpace { end -= 1 }
    return end
  }

  /// A rule, a fence, an org directive, a drawer's start or end.
  private func isSyntax(_ span: TextSpan) -> Bool {
    let first = text[span.start]
    if span.length >= 3, first == "-" || first == "=" || first == "*" || first == "_" || first == "`" || first == "~" {
      var index = span.start
      while index < span.end, text[index] == first || text[index].isBlank { index += 1 }
      if index == span.end || first == "`" && span.length >= 3 && text[span.start + 1] == "`" { return true }
    }
    if isOrg {
      if first == "#", span.length > 1, text[span.start + 1] == "+" || text[span.start + 1].isBlank { return true }
      if first == ":", text[span.end - 1] == ":", span.length < 20 { return true }
      if LineParser.logEntries.contains(where: { text.begins(span, $0) }) { return true }
    }
    return false
  }

  /// What Org itself writes into a drawer: clocked times and changes of state.
  private static let logEntries = [
    "CLOCK:", "- State \"", "- Note taken on [", "- Rescheduled from ", "- New deadline from ", "- Not scheduled, was ",
    "- Removed deadline, was ", "- Refiled on [", "- CLOSING NOTE [",
  ]

  private func heading(_ line: inout NoteLine) -> Bool {
    let mark: Unicode.Scalar = isOrg ? "*" : "#"
    var index = line.content.start
    guard text[index] == mark, !isOrg || index == line.span.start else { return false }
    while index < line.content.end, text[index] == mark { index += 1 }
    let level = index - line.content.start
    guard level <= 8, index < line.content.end, text[index].isBlank else { return false }
    line.kind = .heading(level: level)
    line.content.start = skipBlanks(index, line.content.end)
    if isOrg { orgHeading(&line) }
    while !isOrg, line.content.end > line.content.start, text[line.content.end - 1] == "#" { line.content.end -= 1 }
    return true
  }

  /// "*** Acme ***", "=== Acme ===": a heading between ornaments.
  private func framed(_ line: inout NoteLine) -> Bool {
    let mark = text[line.content.start]
    guard !isOrg, mark == "*" || mark == "=" || mark == "-" || mark == "~", line.content.length > 8,
      text[line.content.end - 1] == mark
    else { return false }
    var (start, end) = (line.content.start, line.content.end)
    while start < end, text[start] == mark { start += 1 }
    while end > start, text[end - 1] == mark { end -= 1 }
    guard start - line.content.start >= 3, line.content.end - end >= 3, start < end, text[start].isBlank else {
      return false
    }
    line.kind = .heading(level: 2)
    line.content = text.trimmed(TextSpan(start, end))
    return true
  }

  /// Takes the keyword before and the tags after an org heading away.
  private func orgHeading(_ line: inout NoteLine) {
    var index = line.content.start
    while index < line.content.end, text[index].isUpper || text[index] == "-" || text[index] == "_" { index += 1 }
    if index - line.content.start >= 4, index == line.content.end || text[index].isBlank {
      line.keyword = wordKey(text[line.content.start..<index])
      line.content.start = skipBlanks(index, line.content.end)
    }
    guard line.content.length > 2, text[line.content.end - 1] == ":" else { return }
    index = line.content.end - 1
    while index > line.content.start, !text[index - 1].isBlank { index -= 1 }
    if text[index] == ":" { line.content.end = text.trimmed(TextSpan(line.content.start, index)).end }
  }

  /// A bullet, a number or a check box before the content.
  private func item(_ line: inout NoteLine) {
    let indent = line.content.start - line.span.start
    let (start, end) = (line.content.start, line.content.end)
    let first = text[start]
    if first.isASCIIDigit || first == "(" {
      var index = first == "(" ? start + 1 : start
      let digits = index
      while index < end, index - digits < 3, text[index].isASCIIDigit { index += 1 }
      guard index > digits, index + 1 < end, text[index] == "." || text[index] == ")", text[index + 1].isBlank else {
        return
      }
      line.kind = .numbered(indent: indent)
      line.content.start = skipBlanks(index + 1, end)
    } else if isBullet(first), start + 1 < end, text[start + 1].isBlank || first == "•" {
      line.kind = .bullet(indent: indent)
      line.content.start = skipBlanks(start + 1, end)
    } else if first == "-" || first == "*", start + 1 < end, text[start + 1] == "[" {
      line.kind = .bullet(indent: indent)
      line.content.start = start + 1
    }
    box(&line)
  }

  private func isBullet(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "*", "+", "•", "·", "–", "—", "‣", "▪", "●", "○", "→", "►", "»", "☐", "☑", "✓", "✔": true
    default: false
    }
  }

  private func box(_ line: inout NoteLine) {
    let (start, end) = (line.content.start, line.content.end)
    guard start + 2 < end, text[start] == "[" else { return }
    let isEmpty = text[start + 1] == "]"
    let inner = text[start + 1]
    guard isEmpty || text[start + 2] == "]",
      isEmpty || inner == " " || inner == "x" || inner == "X" || inner == "-" || inner == "✓"
    else { return }
    let after = start + (isEmpty ? 2 : 3)
    guard after >= end || text[after].isBlank else { return }
    line.kind = .task(isDone: inner == "x" || inner == "X" || inner == "✓")
    line.content.start = skipBlanks(after, end)
  }

  /// Without emphasis around the whole.
  private func unwrapped(_ span: TextSpan) -> TextSpan {
    guard span.length > 2, text[span.start] == text[span.end - 1],
      text[span.start] == "*" || text[span.start] == "_" || text[span.start] == "~"
    else { return text.trimmed(span) }
    var span = span
    for mark in ["**", "__", "*", "_", "~~"] as [String] {
      let scalars = Array(mark.unicodeScalars)
      guard span.length > 2 * scalars.count, text[span.start..<span.start + scalars.count].elementsEqual(scalars),
        text[span.end - scalars.count..<span.end].elementsEqual(scalars)
      else { continue }
      let inner = text[span.start + scalars.count..<span.end - scalars.count]
      if inner.contains(scalars[0]) { continue }
      span = TextSpan(span.start + scalars.count, span.end - scalars.count)
    }
    return text.trimmed(span)
  }
}
