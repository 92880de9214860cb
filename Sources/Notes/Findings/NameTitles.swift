/// The job title beside a name.
extension NameGrammar {
  struct Title {
    var span: TextSpan?
    /// "HR" or "recruiter" beside the name, no title proper.
    var role: PersonRole?
    /// An agency's name in brackets.
    var agency: TextSpan?
    var end: Int
  }

  /// What stands after a name: ", Title", "(Title)", "– Title", "from HR".
  func title(after end: Int) -> Title? {
    var index = end
    while let emphasis = token(index), emphasis.isMark("*") || emphasis.isMark("_") { index += 1 }
    guard let mark = token(index) else { return nil }
    if mark.isMark("("), let close = closing(index) { return bracketed(index + 1, close) }
    if mark.isMark(",") || mark.isMark("–") || mark.isMark("—") || mark.isMark("-") && mark.isSpaced || mark.isMark("|")
      || mark.isMark("/") && mark.isSpaced || mark.isMark(";")
    {
      let start = skipArticle(index + 1)
      if let next = token(start), next.word.keyword == .and { return nil }
      if mark.isMark(","), let presented = presented(start) { return presented }
      return plainTitle(start, isDash: !mark.isMark(","))
    }
    if mark.word.keyword == .at, let agency = agency(index + 1) {
      return Title(role: .recruiter, agency: agency.span, end: agency.end)
    }
    if mark.word.keyword == .from || mark.word.keyword == .in || mark.word.keyword == .of || mark.word.keyword == .aus
      || mark.word.keyword == .des,
      let dept = token(skipArticle(index + 1)), dept.kind == .word
    {
      let place = skipArticle(index + 1)
      if RoleWords.hrTitles.contains(dept.key), dept.word.keyword != .people || dept.isCapital {
        return Title(role: .hr, end: departmentEnd(place))
      }
      if RoleWords.recruiterTitles.contains(dept.key) { return Title(role: .recruiter, end: departmentEnd(place)) }
      if let agency = agency(place) { return Title(role: .recruiter, agency: agency.span, end: agency.end) }
    }
    if let presented = presented(index) { return presented }
    if mark.word.keyword == .is { return stated(index + 1) }
    if mark.kind == .word,
      mark.word.keyword == .as || mark.word.keyword == .the || mark.word.keyword == .their
    {
      return plainTitle(index + 1, isDash: false)
    }
    // "Jo CTO".
    if mark.kind == .word, mark.isAllCapital, mark.length >= 2,
      RoleWords.nouns.contains(mark.key) || RoleWords.hrTitles.contains(mark.key)
    {
      return plainTitle(index, isDash: false)
    }
    return nil
  }

  /// "who is the director of operations".
  private func presented(_ index: Int) -> Title? {
    guard token(index)?.word.keyword == .who, token(index + 1)?.word.keyword == .is else { return nil }
    return plainTitle(skipArticle(index + 2), isDash: false)
  }

  /// "is their sales director", "is head of production": a title proper, nothing like "is a good manager".
  func stated(_ index: Int) -> Title? {
    guard let first = token(index), first.word.keyword != .a else { return nil }
    let start = skipArticle(index)
    guard let word = token(start), RoleWords.nouns.contains(word.key) || RoleWords.modifiers.contains(word.key),
      let title = plainTitle(start, isDash: false), title.span != nil || title.role != nil
    else { return nil }
    return title
  }

  /// "Palisade Search": capital words, the last of which says that it places people.
  private func agency(_ start: Int) -> (span: TextSpan, end: Int)? {
    var end = start
    while let word = token(end), word.kind == .word, word.isCapital, end - start < 4 { end += 1 }
    guard end - start >= 2, NoteScanner.agencyWords.contains(tokens[end - 1].key) else { return nil }
    return (TextSpan(Int(tokens[start].start), Int(tokens[end - 1].end)), end)
  }

  private func departmentEnd(_ index: Int) -> Int {
    var end = index + 1
    while end < tokens.endIndex, tokens[end].kind == .word, NameWords.department.contains(tokens[end].key) { end += 1 }
    return end
  }

  private func skipArticle(_ index: Int) -> Int {
    guard let token = token(index), token.kind == .word, NameWords.articles.contains(token.key) else { return index }
    return index + 1
  }

  func closing(_ index: Int) -> Int? {
    var place = index + 1
    while place < min(tokens.endIndex, index + 24) {
      if tokens[place].isMark(")") { return place }
      place += 1
    }
    return nil
  }

  private func bracketed(_ start: Int, _ close: Int) -> Title? {
    guard start < close else { return nil }
    let inner = tokens[start..<close]
    let span = TextSpan(Int(tokens[start].start), Int(tokens[close - 1].end))
    // "(HR)", "(HR, f.jansen@…)"
    let head = inner.prefix { !$0.isMark(",") && !$0.isMark(";") }
    if let role = pureRole(head) { return Title(role: role, end: close + 1) }
    if inner.contains(where: { RoleWords.nouns.contains($0.key) && $0.kind == .word }) {
      // "(eng mgr, 5 yrs)" and "(HR Manager; Berlin)": the title is the first part.
      let stop = inner.firstIndex { $0.isMark(",") || $0.isMark(";") } ?? close
      let titled =
        tokens[start..<stop].contains { RoleWords.nouns.contains($0.key) }
        ? TextSpan(span.start, Int(tokens[stop - 1].end)) : span
      return Title(span: titled, role: personRole(ofTitle: inner), end: close + 1)
    }
    if isDepartment(inner) { return Title(span: span, role: personRole(ofTitle: inner), end: close + 1) }
    // "(DOSM)": an abbreviation is what somebody is, an agency has a name.
    if inner.count == 1, let word = inner.first, word.isAllCapital, (3...5).contains(word.length) {
      return Title(span: span, end: close + 1)
    }
    if inner.first?.isCapital ?? false,
      inner.allSatisfy({ $0.kind == .word || $0.isMark("&") || $0.isMark("-") || $0.isMark(".") })
    {
      return Title(agency: span, end: close + 1)
    }
    return Title(end: close + 1)
  }

  /// "HR", "the recruiter", "talent": a role and no title.
  private func pureRole(_ inner: ArraySlice<Token>) -> PersonRole? {
    var words = inner.lazy.filter { $0.kind == .word && !NameWords.articles.contains($0.key) }.makeIterator()
    guard let word = words.next(), words.next() == nil else { return nil }
    // "Personalreferentin" is a title of its own.
    if RoleWords.hrTitles.contains(word.key), RoleWords.nouns.contains(word.key) { return nil }
    if RoleWords.recruiterTitles.contains(word.key) { return .recruiter }
    if RoleWords.hrTitles.contains(word.key) { return .hr }
    return NameWords.referrers.contains(word.key) ? .referrer : nil
  }

  /// A run of words that holds a title's noun.
  func plainTitle(_ start: Int, isDash: Bool) -> Title? {
    var end = start
    var hasNoun = false
    while end < tokens.endIndex, end - start < 12 {
      let token = tokens[end]
      if token.kind == .word {
        if end > start, !hasNoun, NameWords.breaks.contains(token.key) { break }
        if hasNoun, NameWords.breaks.contains(token.key) || token.word.keyword == .and && !continuesTitle(end) { break }
        if RoleWords.nouns.contains(token.key) { hasNoun = true }
      } else if token.isMark("&") || token.isMark("/") || token.isMark("-") && !token.isSpaced {
        if !continuesTitle(end) { break }
      } else if token.isMark(".") && !token.isSpaced && end + 1 < tokens.endIndex && !tokens[end + 1].isSpaced {
        // An abbreviation inside a title.
      } else {
        break
      }
      end += 1
    }
    guard end > start, !NameGrammar.noTitleStarts.contains(tokens[start].key) else { return nil }
    let run = tokens[start..<end]
    if let role = pureRole(run), end - start <= 2 { return Title(role: role, end: end) }
    guard hasNoun else {
      // "Anna, from HR"
      if run.count >= 2, run.first?.word.keyword == .from, let role = pureRole(run.dropFirst()) {
        return Title(role: role, end: end)
      }
      guard isDepartment(run) else { return nil }
      return Title(span: span(of: run), role: personRole(ofTitle: run), end: end)
    }
    return Title(
      span: TextSpan(Int(tokens[start].start), Int(tokens[end - 1].end)), role: personRole(ofTitle: run), end: end)
  }

  private static let noTitleStarts = WordSet("about regarding re for concerning über zu")

  /// "Talent Acquisition", "people ops": no noun of a trade, but nothing else than words of titles.
  private func isDepartment(_ run: ArraySlice<Token>) -> Bool {
    let words = run.lazy.filter { $0.kind == .word }
    return words.count >= 2
      && words.allSatisfy {
        RoleWords.modifiers.contains($0.key) || RoleWords.hrTitles.contains($0.key)
          || RoleWords.recruiterTitles.contains($0.key)
      }
  }

  private func span(of run: ArraySlice<Token>) -> TextSpan? {
    guard let first = run.first, let last = run.last else { return nil }
    return TextSpan(Int(first.start), Int(last.end))
  }

  /// Another title word follows "and", "&", "/", not a new name, a number or nothing.
  private func continuesTitle(_ index: Int) -> Bool {
    guard let next = token(index + 1), next.kind == .word else { return false }
    if RoleWords.nouns.contains(next.key) || RoleWords.modifiers.contains(next.key) { return true }
    guard !next.isCapital else {
      return !NameWords.firstNames.contains(next.key)
        && !(token(index + 2)?.isCapital ?? false && token(index + 2)?.kind == .word
          && !RoleWords.nouns.contains(token(index + 2)?.key ?? 0))
    }
    return !NameWords.breaks.contains(next.key)
  }

  /// HR or recruiter by the words of a title; an interviewer otherwise.
  func personRole(ofTitle title: ArraySlice<Token>) -> PersonRole? {
    let words = title.lazy.filter { $0.kind == .word }
    if words.contains(where: { RoleWords.recruiterTitles.contains($0.key) }) { return .recruiter }
    if words.contains(where: { RoleWords.hrTitles.contains($0.key) }) { return .hr }
    if words.count >= 2, words.contains(where: { $0.word.keyword == .human }),
      words.contains(where: { $0.word.keyword == .resources })
    {
      return .hr
    }
    return nil
  }
}
