/// The role among the pieces of a title line.
extension NoteScanner {
  func takeRole(_ pieces: inout [TextSpan]) {
    guard !has(.role),
      let found = pieces.firstIndex(where: { isJobTitle(core($0)) && !isFirmOfTrade($0) })
        ?? pieces.firstIndex(where: { isJobTitle(core($0)) && !isFirm($0) }) ?? unknownTrade(pieces)
    else { return }
    if let (employer, role) = employerThenRole(core(pieces[found])) {
      add(.role, role)
      if !has(.organisation) { add(.organisation, employer) }
      pieces.remove(at: found)
      return
    }
    add(.role, withField(withBrackets(withoutRoleWord(core(pieces[found]))), pieces[(found + 1)...].first))
    pieces.remove(at: found)
  }

  /// "Sr Biostatistician" beside another name: ends as trades do that no list knows.
  private func unknownTrade(_ pieces: [TextSpan]) -> Int? {
    guard pieces.count > 1 else { return nil }
    return pieces.indices.dropFirst().first { place in
      let words = tokens(in: core(pieces[place]))
      guard (1...4).contains(words.count), words.allSatisfy({ $0.kind == .word }), let last = words.last,
        last.length >= 6, !NameWords.legalForms.contains(last.key), !NameWords.never.contains(last.key),
        !NoteScanner.noise.contains(last.key), last.word.bits.isEmpty,
        !words.contains(where: { NameWords.firstNames.contains($0.key) })
      else { return false }
      return NoteScanner.tradeEndings.contains {
        text[Int(last.start)..<Int(last.end)].suffix($0.count).elementsEqual($0)
      }
        && pieces.contains { $0 != pieces[place] && tokens(in: $0).first?.isCapital ?? false && !isNoise($0) }
    }
  }

  private static let tradeEndings = ["ologist", "ician", "grapher", "keeper", "smith", "wright", "maker", "monger"].map
  {
    Array($0.unicodeScalars)
  }

  /// "Harlan & Boyle Engineers": named for its people and their trade.
  private func isFirmOfTrade(_ piece: TextSpan) -> Bool {
    let words = tokens(in: piece)
    guard words.count > 1, let last = words.last, last.isCapital, last.length > 3, text[Int(last.end) - 1] == "s"
    else { return false }
    return words.allSatisfy { $0.isCapital || $0.isMark("&") || $0.isMark("+") || $0.isMark("-") }
      && words.first.map { !RoleWords.modifiers.contains($0.key) } ?? false
  }

  /// "Mulcahy Reid Architects"
  private func isFirm(_ piece: TextSpan) -> Bool {
    isFirmOfTrade(piece) && tokens(in: piece).last.map { NameWords.legalForms.contains($0.key) } ?? false
  }

  /// "policy adviser, energy", "maths teacher, years 7–9": small letters behind a title and a comma say what of.
  private func withField(_ role: TextSpan, _ next: TextSpan?) -> TextSpan {
    guard let next, next.start >= role.end, text[role.end..<next.start].elementsEqual(", ".unicodeScalars),
      !isNoise(next), !isJobTitle(next)
    else { return role }
    let words = tokens(in: next)
    guard words.count <= 4,
      words.allSatisfy({
        (!$0.isCapital || RoleWords.modifiers.contains($0.key)) && !$0.isMark("$") && !$0.isMark("£") && !$0.isMark("€")
      }),
      words.first?.kind == .word, !words.contains(where: { NoteScanner.noFields.contains($0.key) }),
      RoleWords.forms.first(in: words) == nil, RoleWords.rounds.first(in: words) == nil,
      tokens(in: lines[index].content).contains(where: \.isCapital)
    else { return role }
    return TextSpan(role.start, next.end)
  }

  private static let noFields = WordSet(
    "remote hybrid perm permanent full part time contract fixed ftc temp temporary based team in with via from at office location town city"
  )

  /// "Ambleside Outdoor store manager": capital words that are no part of a title, then one in small letters.
  private func employerThenRole(_ piece: TextSpan) -> (employer: TextSpan, role: TextSpan)? {
    let slice = tokens(in: withoutRoleWord(piece))
    guard
      let cut = slice.firstIndex(where: {
        !$0.isCapital || RoleWords.modifiers.contains($0.key) || RoleWords.nouns.contains($0.key)
      }), cut > slice.startIndex, slice[cut].word.keyword != .and, !NameWords.articles.contains(slice[cut].key),
      !NameWords.firstNames.contains(slice[slice.startIndex].key),
      slice[cut...].allSatisfy({ $0.kind == .word && !$0.isCapital }),
      let employer = span(of: slice[..<cut]), let role = span(of: slice[cut...]), isJobTitle(role)
    else { return nil }
    return (employer, role)
  }

  /// "category buyer role" is a category buyer.
  func withoutRoleWord(_ span: TextSpan) -> TextSpan {
    var slice = tokens(in: span)
    while slice.count > 1, let last = slice.last, NoteScanner.roleWords.contains(last.key) { slice = slice.dropLast() }
    return self.span(of: slice) ?? span
  }

  func withBrackets(_ span: TextSpan) -> TextSpan {
    let rest = tokens(in: TextSpan(span.end, lines[index].content.end))
    guard let open = rest.first, open.isMark("("), let close = rest.firstIndex(where: { $0.isMark(")") }),
      close - rest.startIndex < 12,
      isField(rest[(rest.startIndex + 1)..<close])
    else { return span }
    return TextSpan(span.start, Int(rest[close].end))
  }

  /// "(contract, 6 months)", "(HGV)", "(5-axis)": how or of what, not where or with whom.
  private func isField(_ inner: ArraySlice<Token>) -> Bool {
    !inner.isEmpty && RoleWords.forms.first(in: inner) == nil && RoleWords.rounds.first(in: inner) == nil
      && inner.allSatisfy {
        $0.kind != .word || !$0.isCapital || RoleWords.modifiers.contains($0.key)
          || $0.isAllCapital && $0.length <= 5 && !RoleWords.hrTitles.contains($0.key)
      }
      && !inner.contains { $0.isDayWord || NoteScanner.noise.contains($0.key) }
  }

  /// A run of title words that ends in a job's noun, or begins with one in the French way.
  func isJobTitle(_ span: TextSpan) -> Bool {
    let slice = tokens(in: span)
    guard slice.contains(where: { $0.kind == .word && RoleWords.nouns.contains($0.key) }) else { return false }
    let words = slice.filter { $0.kind == .word }
    guard let first = words.first, words.count <= 8, !NoteScanner.notEmployer.contains(first.key),
      let noun = words.lastIndex(where: { RoleWords.nouns.contains($0.key) })
    else { return false }
    if words.count < 3, let last = words.last, NameWords.legalForms.contains(last.key),
      !RoleWords.nouns.contains(last.key), !RoleWords.modifiers.contains(last.key)
    {
      return false
    }
    let isPlaced =
      noun >= words.count - 2 || noun == 0
      || words.contains { $0.word.keyword == .of || $0.word.keyword == .for || $0.word.keyword == .de }
    return isPlaced && !dates(in: span).contains { $0.coreValues.contains { $0.start != nil } }
  }
}
