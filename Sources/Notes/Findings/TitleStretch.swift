/// How far a line of several sentences goes on naming an interview, and what in it names nothing.
extension NoteScanner {
  /// A title of several sentences names things in its first ones; running text starts where a sentence is long.
  func titleStretch(_ span: TextSpan) -> TextSpan {
    var (start, end) = (span.start, span.start)
    for sentence in sentences(in: span) {
      // "Ugh." and "Big day!" name nothing.
      if end == span.start, sentence.end < span.end,
        tokens(in: sentence).count <= (text[sentence.end - 1] == "!" ? 3 : 2)
      {
        continue
      }
      if end == span.start { start = sentence.start }
      // Dictated: what is named stands before the first pause.
      if tokens(in: sentence).count >= NoteScanner.longestBreath {
        return end > span.start ? TextSpan(start, end) : dictatedTitle(sentence)
      }
      if end > span.start, tokens(in: sentence).count > 14, lines[index].headingLevel == nil { break }
      if end > span.start, cue(in: sentence) != nil || isTelling(sentence) { break }
      end = sentence.end
    }
    return TextSpan(start, end)
  }

  /// The first breath, and the second where only that says the day.
  private func dictatedTitle(_ sentence: TextSpan) -> TextSpan {
    let parts = statements(sentence).prefix(2)
    guard let first = parts.first, let last = parts.last else { return sentence }
    let isDayInSecond = dates(in: first).isEmpty && !dates(in: last).isEmpty && cue(in: last) == nil
    return isDayInSecond ? TextSpan(first.start, last.end) : first
  }

  /// "I met …", "They said …": running text, no more of a title.
  private func isTelling(_ sentence: TextSpan) -> Bool {
    let slice = tokens(in: sentence)
    guard let first = slice.first else { return false }
    return NoteScanner.tellers.contains(first.key) || slice.count > 8 && first.kind == .word && !first.isCapital
  }

  private static let tellers = WordSet("i we they she he met spoke talked ich wir sie je nous ils elle")

  static let noise = WordSet(
    """
    am um vom den le du et und notes note rejected declined failed passed accepted debrief interview interviews call calls recruiter recruiting screening screen phone video onsite on-site site panel offer
    hey hi hello so well right lol omg btw ok okay yo trial chat done over finished self myself re tea beer beers drinks drink pint walk breakfast brunch kaffee tee bier verre pot kopi chai cuppa espresso voice hq dictated dictation transcript recording walking home zweites erstes drittes zweite erste dritte drh rh offers rejection rejected meeting chat coffee lunch round first second third final 1st 2nd 3rd stage zoom teams meet google skype
    telefoninterview videointerview videogespräch telefongespräch bewerbungsgespräch kennenlerngespräch interviewtermin reminders
    feedback outcome result rejection letter mail email thank thanks webex job search application applications prep recap summary follow-up follow up gespräch vorstellungsgespräch telefonat termin
    absage angebot entretien appel visio today yesterday my the a an with at for re of and on in to from intro catch-up catch session
    conversation informational info initial quick prescreen recruitment agency log journal diary update thoughts writeup write-up ph
    scrn rd scr int iv intvw int'view min mins minutes minute hour hours h about post after interviewnotizen notizen protokoll bewerbung
    telefonnotiz gesprächsnotiz aktennotiz notiz memo voicemail ugh phew quick one jobsuche réunion compte rendu refus offre premier second deuxième téléphonique vor ort sur place uhr w tech technical hr culture hm
    manager record hiring external internal face-to-face person remote virtual microsoft ms erstgespräch zweitgespräch preliminary day afternoon morning loop
    """)

  func isNoise(_ piece: TextSpan) -> Bool {
    let slice = tokens(in: piece)
    if let first = slice.indices.first, slice.count == 2, letteredRound(first, slice) != nil { return true }
    return slice.allSatisfy { $0.kind != .word || NoteScanner.noise.contains($0.key) || $0.word.keyword == .i }
  }

  /// Words that are noise at both ends of a segment, such as "Interview" in "Interview Acme".
  func core(_ piece: TextSpan) -> TextSpan {
    var slice = tokens(in: piece)
    while let first = slice.first,
      first.kind == .mark && !first.isMark("(")
        || NoteScanner.noise.contains(first.key) && !isNameArticle(slice) && !isSocialName(slice)
        || NoteScanner.joints.contains(first.key) && !first.isCapital, slice.count > 1
    { slice = slice.dropFirst() }
    while let last = slice.last, slice.count > 1,
      last.kind == .mark && !last.isMark(")") && !last.isMark(".")
        || NoteScanner.noise.contains(last.key) && !(last.isCapital && NoteScanner.socials.contains(last.key))
          && !isTitleNoun(last, after: slice.dropLast().last) && !endsName(slice)
    { slice = slice.dropLast() }
    return span(of: slice) ?? piece
  }

  /// The "Post" of "Brindle Post": a word of names as well as of notes, with capitals throughout.
  private func endsName(_ slice: ArraySlice<Token>) -> Bool {
    guard let last = slice.last, slice.count > 1, NoteScanner.nameEnds.contains(last.key) else { return false }
    return slice.allSatisfy { $0.kind != .word || $0.isCapital }
  }

  private static let nameEnds = WordSet("post record records tech one agency")

  /// The "Chai" of "Chai Junction".
  private func isSocialName(_ slice: ArraySlice<Token>) -> Bool {
    guard let first = slice.first, first.isCapital, NoteScanner.socials.contains(first.key) else { return false }
    return slice.dropFirst().first.map { $0.isCapital && $0.kind == .word } ?? false
  }

  /// The article of "The Old Mill".
  private func isNameArticle(_ slice: ArraySlice<Token>) -> Bool {
    guard let first = slice.first, first.word.keyword == .the, first.isCapital else { return false }
    return slice.dropFirst().first.map { $0.isCapital && !NoteScanner.noise.contains($0.key) } ?? false
  }

  /// The "Manager" of "Quality Manager", not that of "hiring manager".
  private func isTitleNoun(_ last: Token, after word: Token?) -> Bool {
    guard RoleWords.nouns.contains(last.key), let word, word.kind == .word else { return false }
    return !NoteScanner.noise.contains(word.key)
  }
}
