/// People among the pieces of a title line.
extension NoteScanner {
  /// "w/ Jo (eng mgr)", "with Sam from HR": people, not an employer.
  func takesPeople(_ piece: TextSpan) -> Bool {
    let slice = tokens(in: piece)
    guard let first = slice.first else { return true }
    let isShort = first.word.keyword == .w && slice.count > 1
    let isSlashed = isShort && slice[slice.startIndex + 1].isMark("/")
    let isWith =
      first.word.keyword == .with || first.word.keyword == .mit || first.word.keyword == .avec
      || first.word.keyword == .from
    guard isShort || isWith else { return knownName(piece) || namesPerson(piece) }
    let line = TextSpan(piece.start, lines[index].content.end)
    let grammar = grammar(line)
    var place = grammar.tokens.startIndex + (isSlashed ? 2 : 1)
    let isIntroduced = grammar.token(place).map { RoleWords.recruiterTitles.contains($0.key) } ?? false
    while let token = grammar.token(place), token.kind == .word, !token.isCapital, place < grammar.tokens.startIndex + 4
    { place += 1 }
    guard let name = grammar.name(place) else {
      return isShort && !tokens(in: piece).contains { NameWords.legalForms.contains($0.key) }
    }
    // "w/ Thornbury Council" names the employer.
    if let next = grammar.token(name.end), next.kind == .word, NameWords.legalForms.contains(next.key) { return false }
    let title = grammar.title(after: name.end)
    let isPersonal =
      isShort || isIntroduced || title?.role != nil || title?.span != nil
      || NameWords.firstNames.contains(grammar.tokens[place].key) && name.words <= 3 || name.hasHonorific
    // "and Dev from Penhallow Cider": after a person "from" names the employer.
    let isEmployed = first.word.keyword == .from && namesEmployer(before: piece, name, grammar.tokens[place])
    guard isPersonal, !isEmployed,
      !(name.words == 1 && !isShort && title == nil && !NameWords.firstNames.contains(grammar.tokens[place].key))
    else { return false }
    let role = title?.role ?? (isIntroduced ? .recruiter : nil) ?? (isSocial(before: piece) ? .referrer : nil)
    persons(TextSpan(name.span.start, line.end), role, isNamed: false)
    if !people[firstOfGroup...].contains(where: { $0.name.span == name.span || $0.name.mentions.contains(name.span) }) {
      addPerson(name.span, title: title, role: role)
    }
    return true
  }

  private func namesEmployer(
    before piece: TextSpan, _ name: (span: TextSpan, end: Int, words: Int, hasHonorific: Bool), _ first: Token
  ) -> Bool {
    guard !name.hasHonorific, !NameWords.firstNames.contains(first.key) else { return false }
    return tokens(in: TextSpan(lines[index].content.start, piece.start)).contains {
      NameWords.firstNames.contains($0.key)
    }
  }

  /// "Coffee with …": somebody who helps, not an interviewer.
  private func isSocial(before piece: TextSpan) -> Bool {
    tokens(in: TextSpan(lines[index].content.start, piece.start)).contains { NoteScanner.socials.contains($0.key) }
  }

  static let socials = WordSet(
    "coffee kopi chai cuppa espresso lunch beer beers drinks pint tea walk breakfast referral intro introduction catch-up kaffee café déjeuner"
  )

  /// A first name and a family name by themselves: the person, not an employer.
  private func namesPerson(_ piece: TextSpan) -> Bool {
    let slice = tokens(in: piece)
    let grammar = NameGrammar(text: text, tokens: tokens(in: TextSpan(piece.start, lines[index].content.end)))
    let isBracketed = piece.start > 0 && text[piece.start - 1] == "("
    guard let first = slice.first, isBracketed || NameWords.firstNames.contains(first.key),
      let name = grammar.name(grammar.tokens.startIndex), name.words == 2, name.span == piece
    else { return false }
    if let next = listed(in: TextSpan(piece.start, lines[index].content.end)).dropFirst().first, isAgencyName(next),
      !isBracketed
    {
      addPerson(name.span, title: nil, role: .recruiter)
      attachAddresses(TextSpan(piece.start, lines[index].content.end))
      return true
    }
    guard
      let title = grammar.title(after: name.end), title.role != nil || title.span != nil
    else { return false }
    addPerson(name.span, title: title, role: title.role)
    attachAddresses(TextSpan(piece.start, lines[index].content.end))
    return true
  }

  /// "Jolyon Crabb, head baker" behind the employer: two capital words and a title in small letters.
  func takesTitled(_ pieces: [TextSpan]) {
    for (piece, title) in zip(pieces.dropFirst(), pieces.dropFirst(2)) where isJobTitle(title) {
      let (own, words) = (tokens(in: piece), tokens(in: title))
      guard own.count == 2, own.allSatisfy({ $0.kind == .word && $0.isCapital }), !words.contains(where: \.isCapital),
        text.text(TextSpan(piece.end, title.start)) == ", ", !isJobTitle(piece), !isNoise(piece),
        !own.contains(where: { NameWords.legalForms.contains($0.key) || NameWords.never.contains($0.key) })
      else { continue }
      persons(TextSpan(piece.start, title.end), nil, isNamed: true)
    }
  }

  private func knownName(_ piece: TextSpan) -> Bool {
    people[firstOfGroup...].contains { $0.name.span.overlaps(piece) || $0.title?.span.overlaps(piece) ?? false }
  }
}
