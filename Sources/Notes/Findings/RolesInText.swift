/// The job title in running text: after "role was" and the like, or a line of its own.
extension NoteScanner {
  static let roleCues = Phrases<Bool>([
    (
      "vacancy is for a|vacancy is for an|vacancy is for|budget for a|budget for an|needs a|needs an|they need a|they need an|are after a|are after an|is after a|seeking a|seeking an|opening for a|opening for an|looking to hire a|looking to hire an|want to hire a|wants to hire a|short of a|room for a|a slot for a|position for a|going to hire a|will hire a|suchen einen|suchen eine|sucht einen|sucht eine|suchen|gesucht wird|gesucht werden|gesucht|cherchent un|cherchent une|cherche un|cherche une|recrutent un|recrutent une|recrute un|recrute une|ist die stelle|posting said|advert said|ad said|posting says|advert says|ad says|advertised as|advertised for|posting was for|advert was for|ad was for|billed as|listed as|the job ad says|vacancy is|it's for|its for|stelle als|position als|rolle als|opening:|opening is|about a|about an|rang about the|called about the|role was|role is|role:|role of|position of|position is|position was|position:|the job is|job is|job:|post of|post is|hiring a|hiring an|looking for a|looking for an|looking for their|applied for|applied as|interview for|interview for the|interview for a|interviewing for|applying for|offered me the|offered the|job as|role as|work as|vacancy for|opening for|title is|title would be|title:|isn't posted yet:|not posted yet:|posted yet:|stelle als|stelle:|position als|poste de|poste:|bewerbung als|bewerbung um|application for|candidature au poste de|recruiting a|recruiting an|need a new|need a|after a|they want a|backfill for|replacement for the|screening for|conversation about the|chat about the|spoke about the|talk about the|for the|interest in the|regarding the|your application as",
      true
    )
  ]).listed(as: .roleCues)

  /// A job title after "role was", "interview for" and the like, or a line of its own.
  func readRole(_ span: TextSpan) {
    guard !has(.role), section != .next, section != .people, section != .commitment else { return }
    let slice = tokens(in: span)
    if let title = titleBeforeJob(slice) ?? statedTitle(slice) { return add(.role, title) }
    for place in slice.indices {
      guard let found = NoteScanner.roleCues.match(slice, at: place) else { continue }
      if let title = jobTitle(slice, from: found.end) { return add(.role, title) }
    }
    // A terse line that begins with a title: "FE lead, team 6, react".
    guard index - start < 6, lines[index].headingLevel == nil, section == nil, slice.count < 24 else { return }
    if span == lines[index].content, isCapitalTitle(span) || isPlainTitle(span) { return add(.role, span) }
    if isSentenceTitle(span) { return add(.role, tidied(listed(in: span).first ?? span)) }
    if let piece = listed(in: span).first(where: { isCapitalTitle($0) || isPlainTitle(tidied($0)) }),
      !MoneyGrammar(text: text, tokens: slice).amounts(isSaid: true).isEmpty
    {
      return add(.role, tidied(piece))
    }
    if slice.first.map({ RoleWords.modifiers.contains($0.key) }) ?? false,
      let title = jobTitle(slice, from: slice.startIndex), tokens(in: title).count >= 2
    {
      add(.role, title)
    } else if NoteScanner.headWords.first(in: slice) != nil {
      // "On site, first round, Production Editor".
      for piece in listed(in: span) where isCapitalTitle(piece) { return add(.role, piece) }
    }
  }

  /// "a Load Forecasting Analyst post", "the deputy picture editor job": from the article to the word for a job.
  private func titleBeforeJob(_ slice: ArraySlice<Token>) -> TextSpan? {
    for place in slice.indices.dropFirst(2)
    where NoteScanner.jobWords.contains(slice[place].key) && RoleWords.nouns.contains(slice[place - 1].key) {
      var first = place - 1
      while first > slice.startIndex, place - first < 6, slice[first - 1].kind == .word,
        !NameWords.articles.contains(slice[first - 1].key), slice[first - 1].word.keyword != .for
      { first -= 1 }
      // "Head nurse post."
      if first == slice.startIndex, slice[first].isCapital, (2...4).contains(place - first) {
        return self.span(of: slice[first..<place])
      }
      guard first > slice.startIndex, place - first <= 5, NameWords.articles.contains(slice[first - 1].key) else {
        continue
      }
      return self.span(of: slice[first..<place])
    }
    return nil
  }

  /// "It is Facilities Coordinator, £34-36k".
  private func statedTitle(_ slice: ArraySlice<Token>) -> TextSpan? {
    guard let first = slice.first, first.isCapital, let second = slice.dropFirst().first else { return nil }
    let start =
      first.word.keyword == .itIs ? 1 : first.word.keyword == .it && second.word.keyword == .is ? 2 : 0
    guard start > 0, let head = slice.dropFirst(start).first, head.isCapital else { return nil }
    return jobTitle(slice, from: slice.startIndex + start)
  }

  private static let jobWords = WordSet("role position job post vacancy opening slot gig stelle poste")

  static let headWords = Phrases<Bool>([
    ("round|interview|stage|onsite|on-site|on site|zoom|teams|phone|video|call|screen|gespräch|entretien", true)
  ]).listed(as: .headWords)

  /// Two to five words in capitals that make a job title.
  private func isCapitalTitle(_ piece: TextSpan) -> Bool {
    let words = tokens(in: piece)
    return (2...5).contains(words.count) && words.allSatisfy { $0.kind == .word && $0.isCapital }
      && words.last.map { RoleWords.nouns.contains($0.key) } ?? false
      && !NameWords.firstNames.contains(words[words.startIndex].key)
      || isFrenchTitle(words)
  }

  /// "Vet receptionist, 80 %.": a sentence whose first part is a title in small letters but for its first.
  private func isSentenceTitle(_ span: TextSpan) -> Bool {
    let parts = listed(in: span)
    guard let head = parts.first.map(tidied), parts.count <= 3,
      !parts.dropFirst().contains(where: { tokens(in: $0).first?.isCapital ?? true })
    else { return false }
    let words = tokens(in: head)
    guard (2...4).contains(words.count), let first = words.first, first.isCapital,
      !words.dropFirst().contains(where: \.isCapital)
    else { return false }
    return isPlainTitle(TextSpan(Int(words[words.startIndex + 1].start), head.end), least: 1)
      && !NoteScanner.notTitles.contains(first.key) && !NameWords.firstNames.contains(first.key)
      && !NameWords.articles.contains(first.key) && !NameWords.never.contains(first.key)
      && first.word.keyword != .hiring
  }

  /// "Responsable maintenance".
  private func isFrenchTitle(_ words: ArraySlice<Token>) -> Bool {
    guard let first = words.first else { return false }
    return (2...6).contains(words.count) && first.isCapital && RoleWords.frenchNouns.contains(first.key)
      && words.allSatisfy { $0.kind == .word }
  }

  /// "duty scheduler", "class 1 driver": a line of small letters that is a title and nothing else.
  private func isPlainTitle(_ piece: TextSpan, least: Int = 2) -> Bool {
    let words = tokens(in: piece)
    return (least...4).contains(words.count) && !words.contains { $0.isCapital || $0.kind == .mark }
      && isJobTitle(piece) && words.last.map { RoleWords.nouns.contains($0.key) } ?? false
      && !words.contains { NameWords.articles.contains($0.key) || NoteScanner.notTitles.contains($0.key) }
  }

  private static let notTitles = WordSet(
    "better another longer different whole real possible potential proper new good bad no my old hiring nice great same other next more line some"
  )

  private func jobTitle(_ slice: ArraySlice<Token>, from start: Int) -> TextSpan? {
    var place = start
    while slice.indices.contains(place),
      slice[place].isMark(":") || slice[place].isMark("\"") || slice[place].isMark("“")
        || slice[place].kind == .word && NameWords.articles.contains(slice[place].key)
        || slice[place].word.keyword == .new
    { place += 1 }
    var end = place
    var noun: Int?
    var frenchEnd: Int?
    var strangers = 0
    while slice.indices.contains(end), end - place < 9 {
      let token = slice[end]
      if token.kind == .word {
        if isTradeNoun(token) {
          noun = end
        } else if noun == place, isFrenchTail(end, slice) {
          frenchEnd = end
        } else if !RoleWords.modifiers.contains(token.key), !token.isCapital, token.word.keyword != .of,
          token.word.keyword != .for, token.word.keyword != .de, !NoteScanner.roleWords.contains(token.key)
        {
          // "a customs compliance manager": a trade that no list knows, before its noun.
          strangers += 1
          guard noun == nil, strangers <= 2, isTradeWord(token) else { break }
        }
        if NoteScanner.roleWords.contains(token.key) { break }
      } else if !(token.isMark("-") || token.isMark("/") || token.isMark("&") || token.isMark("'") && frenchEnd != nil)
      {
        break
      }
      end += 1
    }
    guard let noun else { return nil }
    if let frenchEnd { return self.span(of: slice[place...frenchEnd]) }
    // "Tragwerksplaner Brückenbau": what of, behind a German trade.
    if isGermanTrade(slice[noun]), slice.indices.contains(noun + 1), slice[noun + 1].kind == .word,
      slice[noun + 1].isCapital, slice[noun + 1].length > 4, !NameWords.firstNames.contains(slice[noun + 1].key)
    {
      return self.span(of: slice[place...(noun + 1)])
    }
    // "Head of Claims": the noun comes first, what it heads follows.
    let tail =
      slice.indices.contains(noun + 1)
      && (slice[noun + 1].word.keyword == .of
        || slice[noun + 1].word.keyword == .for && slice.indices.contains(noun + 2) && slice[noun + 2].isCapital
        || slice[noun + 1].word.keyword == .de)
    var last = noun
    if tail {
      last = end - 1
      while last > noun,
        slice[last].kind == .mark || slice[last].word.keyword == .of || slice[last].word.keyword == .for
      { last -= 1 }
    }
    return self.span(of: slice[place...last])
  }

  /// A word in small letters that may stand before a title's noun.
  private func isTradeWord(_ token: Token) -> Bool {
    token.length > 3 && token.word.bits.isEmpty && token.word.keyword == nil && !NameWords.breaks.contains(token.key)
      && !NameWords.articles.contains(token.key) && !NoteScanner.notTitles.contains(token.key)
  }

  /// A noun of a trade, or a German compound that ends in one: "Optikentwickler".
  private func isTradeNoun(_ token: Token) -> Bool {
    if RoleWords.nouns.contains(token.key) { return true }
    return isGermanTrade(token)
  }

  private func isGermanTrade(_ token: Token) -> Bool {
    guard token.kind == .word, token.isCapital, token.length > 8 else { return false }
    let word = text.text(token.span).lowercased()
    return RoleWords.germanHeads.contains { word.hasSuffix($0) || word.hasSuffix($0 + "in") }
  }

  /// The French way the noun comes first: "technicien qualité", "chargée d'affaires réglementaires".
  private func isFrenchTail(_ place: Int, _ slice: ArraySlice<Token>) -> Bool {
    guard
      RoleWords.frenchNouns.contains(
        slice[slice.startIndex...place].last { RoleWords.nouns.contains($0.key) }?.key ?? 0)
    else { return false }
    return !NameWords.breaks.contains(slice[place].key) && !NoteScanner.frenchStops.contains(slice[place].key)
  }

  private static let frenchStops = WordSet("chez à avec pour qui dans sur et le la les un une rencontré entretien")

  static let roleWords = WordSet(
    "role position job post vacancy opening interview at with which that who")
}
