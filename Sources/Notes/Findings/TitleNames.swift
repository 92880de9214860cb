/// The employer among the pieces of a title line.
extension NoteScanner {
  /// "Sarah & Dev", "Jill Ostler and Ming Zhao": names that begin with first names, and what joins them.
  func isListOfNames(_ piece: TextSpan) -> Bool {
    let grammar = grammar(piece)
    guard !isOrganisation(piece), !isNoise(piece) else { return false }
    var place = grammar.tokens.startIndex
    var isKnown = false
    while let first = grammar.token(place) {
      guard let name = grammar.name(place) else { return false }
      isKnown = isKnown || name.hasHonorific || NameWords.firstNames.contains(first.key)
      place = name.end
      guard let joint = grammar.token(place) else { return isKnown }
      guard joint.word.keyword == .and || joint.isMark("&") || joint.isMark("+") || joint.isMark("/") else {
        return false
      }
      place += 1
    }
    return false
  }

  func takeOrganisation(_ pieces: inout [TextSpan]) {
    guard !has(.organisation) else { return }
    for piece in pieces where isAgencyName(piece) { add(.ignore, piece) }
    var candidates = pieces.filter { !isAgencyName($0) }.map { core($0) }.filter {
      isNameLike($0) && !opensWithPerson($0) && !isPresented($0) && !isOfPast($0)
    }
    // "Coffee with Naomi, Costa by the station": where they sat.
    if isSocial(lines[index].content) {
      candidates.removeAll { !tokens(in: $0).contains { NameWords.legalForms.contains($0.key) } }
    }
    if candidates.isEmpty, let first = pieces.first.map({ core($0) }), isSmallName(first) { candidates = [first] }
    guard
      let best = candidates.first(where: { tokens(in: $0).contains { NameWords.legalForms.contains($0.key) } })
        ?? candidates.first
    else { return }
    add(.organisation, tidied(nameOnly(best)))
  }

  /// "Coffee with …", "beer w/ …"
  private func isSocial(_ span: TextSpan) -> Bool {
    let slice = tokens(in: span)
    return slice.indices.dropLast().contains {
      NoteScanner.socials.contains(slice[$0].key)
        && [.with, .w, .mit, .avec].contains(slice[$0 + 1].word.keyword)
    }
  }

  /// "Larch & Finch just rang": the name ends where small words begin.
  private func nameOnly(_ span: TextSpan) -> TextSpan {
    let slice = tokens(in: span)
    // "Hask Logistics depot".
    if let tail = slice.indices.dropFirst(2).first(where: {
      slice[$0].kind == .word && !slice[$0].isCapital && slice[$0 - 1].isCapital
        && NameWords.legalForms.contains(slice[$0 - 1].key) && !NoteScanner.nameJoints.contains(slice[$0].key)
    }) {
      return self.span(of: slice[..<tail]) ?? span
    }
    guard slice.first?.isCapital ?? false,
      let end = slice.indices.dropFirst().first(where: { place in
        let token = slice[place]
        return token.kind == .word && !token.isCapital && !NoteScanner.nameJoints.contains(token.key)
          && !NameWords.legalForms.contains(token.key)
      }),
      slice[end...].contains(where: { NoteScanner.newsWords.contains($0.key) })
    else { return span }
    return self.span(of: slice[..<end]) ?? span
  }

  private static let nameJoints = WordSet("of and the for de du la le des und für der die das van von in on to y e")
  private static let newsWords = WordSet(
    "rang went interview chat call meeting visit trial done called emailed wrote phoned rejected offered replied messaged texted said want wants have has had is are was were went just again angerufen abgesagt zugesagt"
  )

  /// "at Northstar Search": who places people, not who employs them.
  func isAgencyName(_ piece: TextSpan) -> Bool {
    let slice = tokens(in: piece)
    return slice.count > 1 && slice.last.map { $0.isCapital && NoteScanner.agencyWords.contains($0.key) } ?? false
  }

  static let agencyWords = WordSet(
    "search recruitment recruiting staffing resourcing personnel talent headhunters personalberatung")

  /// "Oona Kelly and Stephen Marsh of Larkhall".
  private func opensWithPerson(_ span: TextSpan) -> Bool {
    let grammar = grammar(span)
    let start = grammar.tokens.startIndex
    guard let first = grammar.token(start), NameWords.firstNames.contains(first.key), let name = grammar.name(start),
      name.words >= 2, let next = grammar.token(name.end)
    else { return false }
    return next.word.keyword == .and || next.word.keyword == .of
      || next.kind == .word && !next.isCapital && !NameWords.legalForms.contains(next.key)
  }

  /// "greenfield dairy, 3 april": the line knows no capitals, and names a day, a form or a round too.
  private func isSmallName(_ span: TextSpan) -> Bool {
    let line = tokens(in: lines[index].content)
    guard span.start - lines[index].content.start <= 2, !line.contains(where: \.isCapital),
      has(.interviewDate) || has(.interviewKind) || has(.interviewRound)
    else { return false }
    let words = tokens(in: span)
    return words.count <= 4 && words.allSatisfy { $0.kind == .word || $0.isMark("&") || $0.isMark("'") }
      && !isJobTitle(span) && words.first.map { !NoteScanner.notEmployer.contains($0.key) } ?? false
  }

  /// "we interned together at Tidewell": no employer of today.
  private func isOfPast(_ piece: TextSpan) -> Bool {
    let before = tokens(in: TextSpan(lines[index].content.start, piece.start)).suffix(5)
    return before.last?.word.keyword == .at && before.contains { NoteScanner.pastSharers.contains($0.key) }
  }

  private static let pastSharers = WordSet("together both studied interned trained")

  /// "Clementine Frost, who runs data": a person.
  private func isPresented(_ span: TextSpan) -> Bool {
    let after = tokens(in: TextSpan(span.end, lines[index].content.end)).prefix(2)
    return after.contains { $0.word.keyword == .who }
  }

  /// Begins with a capital or a digit and is short.
  private func isNameLike(_ span: TextSpan) -> Bool {
    let slice = tokens(in: span)
    guard let first = slice.first(where: { $0.kind != .mark }), slice.count <= 8,
      !NoteScanner.notEmployer.contains(first.key)
    else { return false }
    // "at the Wellcome café": where, not whom.
    if let last = slice.last, slice.count > 1, !last.isCapital, NoteScanner.meetingPlaces.contains(last.key) {
      return false
    }
    // "God help me"
    if slice.last?.word.keyword == .me, !(slice.dropFirst().first?.isCapital ?? false) { return false }
    // "Two in one week"
    if !first.word.bits.isDisjoint(with: .cardinal), !slice.dropFirst().contains(where: \.isCapital) { return false }
    guard first.isCapital || first.kind == .number && slice.count > 1 && slice.contains(where: \.isCapital) else {
      return false
    }
    return first.word.bits.isDisjoint(with: [.weekday, .month]) || slice.count > 1
  }

  private static let meetingPlaces = WordSet(
    "café cafe bar pub restaurant canteen place station airport library lobby lounge garden park tearoom canal bistro")

  /// Words that begin a sentence, not a name.
  static let notEmployer = WordSet(
    "saw seen his her their your he's she's they're i'm it's there's interviewed had went got met spoke talked was were is came finally just had i we he she they it my our this that after before during when while so ok good great bad back long short started finished second first third final hatte war bin j'ai nous annoyed sad happy update"
  )
}
