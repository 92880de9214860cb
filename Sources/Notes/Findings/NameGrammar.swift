/// Names of people, and the job title beside them.
struct NameGrammar {
  let text: [Unicode.Scalar]
  let tokens: ArraySlice<Token>

  static let honorifics = WordSet(
    "maître cllr councillor lord lady judge dr mr mrs ms miss prof professor sir sister frau herr herrn mme mlle m madame monsieur dame rev ing dipl"
  )
  /// Honorifics that are no family names.
  private static let addresses = WordSet("mr mrs ms miss dr prof frau herr herrn mme mlle")
  static let particles = WordSet(
    "de da di do du del della der den van von zu zur la le el al bin ibn bint abu umm ould ben ter ten dos das af av ap y e mac mc st san"
  )

  func token(_ index: Int) -> Token? { index >= tokens.startIndex && index < tokens.endIndex ? tokens[index] : nil }

  /// A word that can be part of a name: a capital and then small letters, or an initial.
  func isNameWord(_ index: Int) -> Bool {
    guard let token = token(index), token.kind == .word, token.isCapital else { return false }
    if token.length == 1 {
      return tokens.indices.contains(index + 1) && tokens[index + 1].isMark(".")
        || token.length == 1 && isNameWordAfterInitial(index)
    }
    if token.isAllCapital, token.length > 2 || !token.word.bits.isEmpty { return false }
    if token.isAllCapital { return NameWords.firstNames.contains(token.key) }
    if !isNameBefore(index), RoleWords.nouns.contains(token.key), !NameWords.firstNames.contains(token.key) {
      return false
    }
    return !NameWords.never.contains(token.key) && !NameGrammar.addresses.contains(token.key) && !isCalendarWord(token)
  }

  private func isNameBefore(_ index: Int) -> Bool {
    token(index - 1).map { $0.kind == .word && $0.isCapital && !NameWords.never.contains($0.key) } ?? false
  }

  private func isNameWordAfterInitial(_ index: Int) -> Bool {
    guard let next = token(index + 1), next.kind == .word, next.isCapital, !next.isAllCapital, next.length > 1 else {
      return false
    }
    return token(index)?.word.keyword != .a && !(text[Int(tokens[index].start)] == "I")
  }

  private func isCalendarWord(_ token: Token) -> Bool {
    guard !token.word.bits.isDisjoint(with: [.weekday, .month, .relativeDay]) else { return false }
    return !NameWords.firstNames.contains(token.key)
  }

  /// A name from a place: an honorific, one to four capital words with particles, a nickname in quotes.
  func name(_ index: Int) -> (span: TextSpan, end: Int, words: Int, hasHonorific: Bool)? {
    var place = index
    var hasHonorific = false
    while let title = token(place), title.kind == .word, NameGrammar.honorifics.contains(title.key),
      title.isCapital || hasHonorific
    {
      if title.length == 1, !(token(place + 1)?.isMark(".") ?? false) { break }
      hasHonorific = true
      place += 1
      if token(place)?.isMark(".") ?? false { place += 1 }
    }
    var words = 0
    var end = place
    while words < 4, end < tokens.endIndex {
      if isNameWord(end) {
        if words > 0, !tokens[end].isSpaced, !tokens[end - 1].isMark("-"), !tokens[end - 1].isMark("."),
          !tokens[end - 1].isMark("'"), !tokens[end - 1].isMark("’")
        {
          break
        }
        words += 1
        end += 1
        if tokens[end - 1].length == 1, token(end)?.isMark(".") ?? false { end += 1 }
        if let hyphen = token(end), hyphen.isMark("-") || hyphen.isMark("’") || hyphen.isMark("'"), !hyphen.isSpaced,
          isNameWord(end + 1), !(token(end + 1)?.isSpaced ?? true)
        {
          end += 1; words -= 1
        }
      } else if words > 0, let nickname = nickname(end) {
        end = nickname
      } else if words > 0, let article = joinedArticle(end) {
        end = article
      } else if words > 0 || hasHonorific, let particle = token(end), NameGrammar.particles.contains(particle.key),
        particle.kind == .word,
        isNameWord(end + 1) || NameGrammar.particles.contains(token(end + 1)?.key ?? 0) && isNameWord(end + 2),
        particle.length > 1
      {
        end += 1
      } else {
        break
      }
    }
    // "Rev Mgr" is no reverend.
    if hasHonorific, words == 1, RoleWords.nouns.contains(tokens[end - 1].key), !tokens[end - 1].isMark(".") {
      return nil
    }
    guard words > 0, end > index, hasHonorific || !isTitleRun(index..<end) && !isFirm(index..<end) else { return nil }
    // "Anna Berg CTO": a title in capitals ends the name; "Dana's" is Dana.
    return (TextSpan(Int(tokens[index].start), Int(tokens[end - 1].end)), end, words, hasHonorific)
  }

  /// The "al-" of "Yusuf al-Khatib": the place of the name after it.
  private func joinedArticle(_ index: Int) -> Int? {
    guard let article = token(index), article.kind == .word, NameGrammar.joinedArticles.contains(article.key),
      token(index + 1)?.isMark("-") ?? false, isGlued(index + 1), isGlued(index + 2), isNameWord(index + 2)
    else { return nil }
    return index + 2
  }

  private func isGlued(_ index: Int) -> Bool { token(index).map { !$0.isSpaced } ?? false }

  private static let joinedArticles = WordSet("al el ar as ash at ad an az ul")

  /// "Cobalt Learning", "Fairwater Utilities": ends as firms do, and does not begin with a first name.
  private func isFirm(_ range: Range<Int>) -> Bool {
    NameWords.legalForms.contains(tokens[range.upperBound - 1].key)
      && !NameWords.firstNames.contains(tokens[range.lowerBound].key)
  }

  /// "Managing Director": every word belongs to a title.
  private func isTitleRun(_ range: Range<Int>) -> Bool {
    range.count > 1 && RoleWords.nouns.contains(tokens[range.upperBound - 1].key)
      && range.allSatisfy { RoleWords.modifiers.contains(tokens[$0].key) || RoleWords.nouns.contains(tokens[$0].key) }
  }

  /// `"Dev"` or `(Dev)` between first and last name: the place after it.
  private func nickname(_ index: Int) -> Int? {
    guard let open = token(index), open.isMark("\"") || open.isMark("“") || open.isMark("'") || open.isMark("‘"),
      isNameWord(index + 1), let close = token(index + 2), close.kind == .mark, !close.isSpaced, isNameWord(index + 3)
    else { return nil }
    return close.isMark("\"") || close.isMark("”") || close.isMark("'") || close.isMark("’") ? index + 3 : nil
  }
}
