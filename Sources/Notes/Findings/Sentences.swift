/// Sentences and clauses of a stretch of text.
extension NoteScanner {
  /// Sentences: up to ".", "!", "?" or ";" before a blank or the end, quotes and brackets kept whole.
  func sentences(in span: TextSpan) -> [TextSpan] {
    let slice = tokens(in: span)
    var out = [TextSpan]()
    var start = span.start
    var depth = 0
    for place in slice.indices {
      let token = slice[place]
      guard token.kind == .mark else { continue }
      if token.isMark("(") { depth += 1 } else if token.isMark(")") { depth = max(0, depth - 1) }
      guard token.isMark(".") || token.isMark("!") || token.isMark("?") || token.isMark(";") || token.isMark("…") else {
        continue
      }
      guard depth == 0 || token.isMark(";") == false && depth > 3, isTerminator(place, slice) else { continue }
      var end = Int(token.end)
      var next = place + 1
      while slice.indices.contains(next), slice[next].kind == .mark, !slice[next].isSpaced, isClosing(slice[next]) {
        end = Int(slice[next].end)
        next += 1
      }
      let sentence = text.trimmed(TextSpan(start, end))
      if sentence.length > 1 { out.append(sentence) }
      start = end
    }
    let rest = text.trimmed(TextSpan(start, span.end))
    if !rest.isEmpty { out.append(rest) }
    return out
  }

  private func isClosing(_ token: Token) -> Bool {
    token.isMark("\"") || token.isMark("”") || token.isMark("’") || token.isMark("'") || token.isMark(")")
      || token.isMark("!") || token.isMark("?") || token.isMark(".") || token.isMark("*") || token.isMark("»")
  }

  private static let abbreviations = WordSet(
    "tél inkl bzgl dr mr mrs ms prof st approx ca etc vs eg ie no nr ing dipl inc ltd co corp jr sr dept tel ext min max bzw zb evtl ggf usw str abt mgr mgmt avg incl excl est"
  )

  private func isTerminator(_ place: Int, _ slice: ArraySlice<Token>) -> Bool {
    let next = place + 1
    if slice[place].isMark("."), isInLeader(place, slice) { return false }
    if slice.indices.contains(next), !slice[next].isSpaced {
      return isClosing(slice[next])
        && (!slice.indices.contains(next + 1) || slice[next + 1].isSpaced || isClosing(slice[next + 1]))
    }
    guard slice[place].isMark("."), slice.indices.contains(place - 1), slice.indices.contains(next) else { return true }
    let before = slice[place - 1]
    if before.kind == .word, before.length == 1,
      before.isCapital || slice.indices.contains(place - 2) && slice[place - 2].isMark(".")
    {
      return false
    }
    if before.kind == .word, NoteScanner.abbreviations.contains(before.key) {
      return slice[next].isCapital && before.length > 3 && !NameWords.firstNames.contains(slice[next].key)
    }
    // "Tues. 5 May", "Sept. 3".
    if before.kind == .word, before.length <= 4, slice[next].kind == .number,
      !before.word.bits.isDisjoint(with: [.weekday, .month])
    {
      return false
    }
    // "1. Oktober", "17.09. um".
    if before.kind == .number, before.length <= 2,
      slice[next].word.bits.contains(.month) || !slice[next].isCapital && slice[next].kind == .word
    {
      return false
    }
    return true
  }

  /// A dot of the row that leads from a form's label to its value: four in a row, this among them.
  private func isInLeader(_ place: Int, _ slice: ArraySlice<Token>) -> Bool {
    var (first, end) = (place, place + 1)
    while first > slice.startIndex, place - first < 4, slice[first - 1].isMark("."), !slice[first].isSpaced {
      first -= 1
    }
    while end < slice.endIndex, end - first < 4, slice[end].isMark("."), !slice[end].isSpaced { end += 1 }
    return end - first >= 4
  }

  /// Clauses of a sentence: cut at spaced dashes and arrows.
  func clauses(in span: TextSpan) -> [TextSpan] {
    let slice = tokens(in: span)
    var out = [TextSpan]()
    var start = span.start
    for place in slice.indices {
      let token = slice[place]
      guard token.kind == .mark, isDashOrArrow(place, slice) else { continue }
      let part = text.trimmed(TextSpan(start, Int(token.start)))
      if !part.isEmpty { out.append(part) }
      start = Int(token.end)
      if slice.indices.contains(place + 1), slice[place + 1].isMark(">") || slice[place + 1].isMark("-") {
        start = Int(slice[place + 1].end)
      }
    }
    let rest = text.trimmed(TextSpan(start, span.end))
    if !rest.isEmpty { out.append(rest) }
    return out
  }

  /// A spaced dash, "→" or "->".
  func isDashOrArrow(_ place: Int, _ slice: ArraySlice<Token>) -> Bool {
    let token = slice[place]
    if token.isMark("→") || token.isMark("⇒") || token.isMark("➜") { return true }
    let next: Token? = slice.indices.contains(place + 1) ? slice[place + 1] : nil
    if token.isMark("-") || token.isMark("="), let next, next.isMark(">"), !next.isSpaced { return true }
    guard token.isMark("-") || token.isMark("–") || token.isMark("—"), token.isSpaced else { return false }
    if token.isMark("-"), let next, next.isMark("-"), !next.isSpaced {
      return slice.indices.contains(place + 2) && slice[place + 2].isSpaced
    }
    return next?.isSpaced ?? true
  }

  /// The parts of a list "a, b and c": cut at commas outside brackets and quotes.
  func listed(in span: TextSpan) -> [TextSpan] {
    let slice = tokens(in: span)
    var out = [TextSpan]()
    var (start, depth, isQuoted) = (span.start, 0, false)
    for place in slice.indices {
      let token = slice[place]
      if token.isMark("(") {
        depth += 1
      } else if token.isMark(")") {
        depth -= 1
      } else if token.isMark("\"") || token.isMark("“") || token.isMark("”") {
        isQuoted.toggle()
      }
      let isComma = token.isMark(",") || token.isMark(";")
      guard depth <= 0, !isQuoted, isComma else { continue }
      if slice.indices.contains(place + 1), !slice[place + 1].isSpaced { continue }
      let part = text.trimmed(TextSpan(start, Int(token.start)))
      if !part.isEmpty { out.append(part) }
      start = Int(token.end)
    }
    let rest = text.trimmed(TextSpan(start, span.end))
    if !rest.isEmpty { out.append(rest) }
    return out
  }

  /// Without a closing full stop, opening conjunctions, list marks and signs at the ends.
  func tidied(_ span: TextSpan) -> TextSpan {
    var span = text.trimmed(span)
    while span.length > 1 {
      let last = text[span.end - 1]
      if last == "." && !(span.length > 2 && text[span.end - 2] == ".") || last == "," || last == ";" || last == ":"
        || last == "!" || last == "–" || last == "—" || last == "→" || last == "*" || last == "_" || last == "|"
      {
        span = text.trimmed(TextSpan(span.start, span.end - 1))
      } else {
        break
      }
    }
    while span.length > 1, !text[span.start].isLetter, !text[span.start].isASCIIDigit, !isOpeningSign(text[span.start])
    {
      span = text.trimmed(TextSpan(span.start + 1, span.end))
    }
    return span
  }

  private func isOpeningSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "“", "”", "'", "‘", "«", "„", "(", "[", "£", "$", "€", "~", "+", "#", "<", "¿", "¡": true
    default: false
    }
  }

  /// After a speaker: "Marcus: …", "Felicity – …", "She said: …".
  func afterSpeaker(_ span: TextSpan) -> TextSpan? {
    let slice = tokens(in: span)
    for place in slice.indices.prefix(10) where slice[place].isMark(":") {
      guard place > slice.startIndex, slice.indices.contains(place + 1), slice[place + 1].isSpaced else { return nil }
      let head = slice[..<place]
      guard head.contains(where: { $0.kind == .word }), head.count <= 10 else { return nil }
      return text.trimmed(TextSpan(Int(slice[place].end), span.end))
    }
    return nil
  }

  /// Whether a span starts with the name of a known person or a capital word before a colon or dash.
  func speaker(_ span: TextSpan) -> TextSpan? {
    let slice = tokens(in: span)
    guard slice.first?.isCapital ?? false else { return nil }
    let grammar = NameGrammar(text: text, tokens: slice)
    guard let name = grammar.name(slice.startIndex), name.words <= 3, let mark = grammar.token(name.end) else {
      return nil
    }
    guard mark.isMark(":") || mark.isMark("-") && mark.isSpaced || mark.isMark("–") && mark.isSpaced else { return nil }
    return text.trimmed(TextSpan(Int(mark.end), span.end))
  }
}
