import Model

/// What is a date phrase and what only looks like one.
extension DateGrammar {
  /// A cheap test that keeps the rules away from most tokens.
  @inline(__always)
  func mayStart(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .number: return true
    case .word: return !token.word.bits.isDisjoint(with: .startsDate)
    case .mark: return token.isMark("<") || token.isMark(">") || token.isMark("+") || token.isMark("-")
    }
  }

  /// The end of the run of numbers, marks and words of dates that begins at a place; phrases hold nothing else.
  func runEnd(from index: Int) -> Int {
    var place = index
    while place < tokens.endIndex, tokens[place].kind != .word || tokens[place].word.isOfDates { place += 1 }
    return place
  }

  /// Whether a run has a word that is never mere grammar, several numbers, or a number that says more than a count.
  func mayHoldPhrase(_ run: Range<Int>) -> Bool {
    var (numbers, words, isTelling) = (0, 0, false)
    for token in tokens[run] {
      switch token.kind {
      case .word:
        words += 1
        if !token.word.bits.isDisjoint(with: .solid) { return true }
      case .number:
        numbers += 1
        isTelling = isTelling || token.length == 8 || token.length == 4 && (1900...2199).contains(token.number)
      case .mark: break
      }
    }
    return numbers > 1 || isTelling || numbers == 1 && words > 0
  }

  func isAccepted(_ index: Int, _ found: Part<Phrase>) -> Bool {
    guard let first = token(index), !found.value.values.isEmpty else { return false }
    if first.kind == .number, isNumberInAnother(index, end: found.end) { return false }
    // "whom this may concern".
    if found.end == index + 2, has(index, .step), has(index + 1, .month), has(index + 1, .weak),
      token(index + 1)?.isCapital == false, let next = token(index + 2), next.kind == .word, !next.word.isOfDates
    {
      return false
    }
    guard found.end == index + 1, first.kind == .word else { return true }
    return isWordAlone(first, index, found.value)
  }

  /// A number inside an amount, a phone number, an address or a version.
  private func isNumberInAnother(_ index: Int, end: Int) -> Bool {
    if index > tokens.startIndex, isMark(index - 1, "$", "£", "€", "#") { return true }
    if isMark(end, "%", "€", "£", "$") { return true }
    if index > tokens.startIndex, isGlued(index), isMark(index - 1, ".", ",", "/", ":"), index - 2 >= tokens.startIndex,
      isGlued(index - 1), token(index - 2)?.kind == .number
    {
      return true
    }
    if index > tokens.startIndex, isGlued(index), token(index - 1)?.kind == .word, end == index + 1 { return true }
    if end == index + 1, let before = token(index - 1), DateGrammar.numbered.contains(before.key) { return true }
    if isMark(end, "/"), isGlued(end), isGlued(end + 1), token(end + 1)?.kind == .number { return true }
    return isFraction(index, end: end)
  }

  /// "24/7", and "1/2 cup" or "3/4 of it", which are shares.
  private func isFraction(_ index: Int, end: Int) -> Bool {
    guard end == index + 3, isMark(index + 1, "/"), let over = token(index)?.number,
      let under = token(index + 2)?.number
    else { return false }
    if over == 24, under == 7 { return true }
    guard over < under, [2, 3, 4].contains(under), let next = token(end), next.kind == .word, !next.isCapital else {
      return false
    }
    return keyword(end, .of, .a, .the) || has(end, .unit) || DateGrammar.measures.contains(next.key)
  }

  private static let measures = WordSet(
    "cup cups mile miles price pint inch share teaspoon tsp")

  /// What has a number after it that is no year and no day.
  private static let numbered = WordSet(
    "extension ext room page pages no nr number ref reference version flat suite gate platform extn po invoice ticket id pin code"
  )

  /// One word by itself: "may" and "sun" in small letters, "second", "lunch" and the like say nothing.
  private func isWordAlone(_ word: Token, _ index: Int, _ phrase: Phrase) -> Bool {
    let bits = word.word.bits
    if bits.contains(.month) {
      if isGlued(index), isMark(index - 1, "-", "/", "'", "’") { return false }
      if bits.contains(.weak) { return isMayAMonth(index) }
      if keyword(index) == nil, wordLength(word) <= 3 || word.key == DateGrammar.march {
        return word.isCapital && !word.isAllCapital || keyword(index - 1, .in, .of, .since, .until, .by, .from)
      }
      return true
    }
    if bits.contains(.weekday), bits.contains(.weak) {
      return wordLength(word) == 3
        && (tokens.count == 1 || tokens.count == 2 && tokens.contains { $0.kind != .word }
          || word.isCapital && !isSentenceStart(index) || isMark(index + 1, ","))
    }
    if bits.contains(.cardinal) || bits.contains(.ordinal) { return false }
    if bits.contains(.unit), phrase.values.first?.kind == .duration { return false }
    return true
  }

  private static let march = wordKey("march")

  private func wordLength(_ token: Token) -> Int { token.length }

  private func isMayAMonth(_ index: Int) -> Bool {
    guard let before = token(index - 1), DateGrammar.mayLeads.contains(before.key) else { return false }
    return !keyword(index - 1, .and, .or, .this) || token(index)?.isCapital == true
  }

  private static let mayLeads = WordSet(
    "in of since until till by from to before after during through mid early late this next last and or")

  private func isSentenceStart(_ index: Int) -> Bool {
    guard let before = token(index - 1) else { return true }
    return before.isMark(".") || before.isMark("!") || before.isMark("?")
  }

  /// The match for a phrase. Alone in its text it takes a preposition before it along.
  func match(from start: Int, _ found: Part<Phrase>) -> DateMatch {
    var whole = span(from: start, to: found.end)
    let core = found.value.core.map { span(from: $0.lowerBound, to: $0.upperBound) } ?? whole
    let first = tokens.startIndex
    if found.end == tokens.endIndex, start == first + 1, keyword(first, .at, .from, .by, .in) {
      whole = span(from: first, to: found.end)
    }
    return DateMatch(
      span: whole, core: core, values: found.value.values, coreValues: found.value.coreValues ?? found.value.values,
      weekday: weekdayBesideDate(start..<found.end))
  }

  /// The one weekday of a phrase that holds a date, too.
  private func weekdayBesideDate(_ range: Range<Int>) -> Weekday? {
    guard holds(.weekday), let place = range.first(where: { has($0, .weekday) && !has($0, .plural) }),
      !range.contains(where: { $0 != place && has($0, [.weekday, .step, .unit, .relativeDay]) }),
      let weekday = weekdayName(place)
    else { return nil }
    let after = skip(skip(skipMark(weekday.end, ","), .on), .the, .den, .dem)
    let isDated =
      namedDate(after) != nil || numericDate(after, inContext: true) != nil
      || range.lowerBound < place && (namedDate(range.lowerBound) ?? numericDate(range.lowerBound)) != nil
    return isDated ? weekday.value : nil
  }
}
