/// The employer as running text names it.
extension NoteScanner {
  static let employerCues = Phrases<Bool>([
    (
      "is now|now called|now trading as|the big one at|startup called|company called|firm called|business called|charity called|agency called|place called|head at|boss at|post at|@|refer me at|she left|he left|they left|used to work at|used to work for|used to be at|knows somebody at|knows someone at|knows people at|close to someone at|ex of|formerly of|still friends at|refer me to|opening at|w/|zoom with|teams with|video with|out of the|interview at|interviewed at|it was with|it was at|done it was|came out of|come out of|coming out of|just out of|walked out of|back from|interview with|interviewed with|screen at|screening with|screening at|call with|call at|round at|round with|role at|position at|job at|panel at|offer from|offered by|rejected by|rejection from|visit to|visited|meeting at|run qa at|went to see|been to|over at|down at|up at|popped into|client called|met at|she's at|he's at|they're at|now at|she works for|he works for|works at|worked at|manager at|ran _ at|run _ at|vorstellungsgespräch bei|gespräch bei|termin bei|stelle bei|entretien chez|poste chez|debrief of|on-site at|onsite at|in person at|lead at|director at|head of _ at|team at|applied to|applied at|heard from|employed by|employed at|engineer at|interviewing at|interviewing with|coffee chat with|back to|opening at|opportunity at|vacancy at|friend at|contact at|someone at|people at|working at|working for|works for|still at|is at|went to|he is with|job with|role with|role for|analyst at|developer at|recruiting for|hiring for|representing|on behalf of|client is|client:|the client|bei der|bei|chez",
      true
    )
  ]).listed(as: .employerCues)

  /// An employer after "interview at" and the like.
  func readEmployer(_ span: TextSpan) {
    guard !has(.organisation), section != .next, section != .commitment, section != .connection, section != .preparation
    else { return }
    let slice = tokens(in: span)
    for place in slice.indices {
      guard let found = NoteScanner.employerCues.match(slice, at: place), slice.indices.contains(found.end),
        let name = capitalRun(slice, from: found.end)
      else { continue }
      let words = tokens(in: name)
      guard let first = words.first,
        !people[firstOfGroup...].contains(where: { $0.name.span.overlaps(name) || $0.matches(first.key) }),
        !NameWords.firstNames.contains(first.key) || words.contains(where: { NameWords.legalForms.contains($0.key) })
      else { continue }
      if NoteScanner.weakEmployerCues.match(slice, at: place) != nil, words.count == 1,
        !NameWords.legalForms.contains(first.key)
      {
        continue
      }
      if words.count > 1, let last = words.last, NoteScanner.buildings.contains(last.key) { continue }
      return add(.organisation, name)
    }
    if let name = employerAsSubject(slice) { add(.organisation, name) }
  }

  /// "the Civic Centre", "Tower Road": where they met, not whom.
  private static let buildings = WordSet("centre center building road street square tower floor airport station room")

  /// After these a single word may as well be a town.
  static let weakEmployerCues = Phrases<Bool>([("back from|out of|visit to|visited|just out of", true)]).listed(
    as: .weakEmployerCues)

  /// "Quernstone Mills want to see me", "the Sablewood Hotels thing": capital words that act as an employer does.
  private func employerAsSubject(_ slice: ArraySlice<Token>) -> TextSpan? {
    var place = slice.startIndex
    while place < slice.endIndex {
      guard slice[place].isCapital, slice[place].kind == .word, let name = capitalRun(slice, from: place) else {
        place += 1
        continue
      }
      // A run that ends the text does nothing.
      guard let end = slice[place...].indices.first(where: { Int(slice[$0].start) >= name.end }) else { return nil }
      let words = tokens(in: name)
      let isAfterThe = place > slice.startIndex && slice[place - 1].word.keyword == .the
      let acts = NoteScanner.employerActs.match(slice, at: end) != nil
      let isThing = isAfterThe && NoteScanner.things.contains(slice[end].key)
      if acts || isThing,
        words.first.map({ !NameWords.firstNames.contains($0.key) && !NameWords.never.contains($0.key) }) ?? false,
        !isJobTitle(name), !people[firstOfGroup...].contains(where: { $0.name.span.overlaps(name) })
      {
        return name
      }
      place = max(end, place + 1)
    }
    return nil
  }

  static let employerActs = Phrases<Bool>([
    (
      "went ok|went okay|went well|went fine|went great|went badly|went alright|went all right|went quite well|went really well|rang me|called me back|want to see me|want to meet me|wants to see me|wants to meet me|want me|wants me|are hiring|is hiring|are looking for|is looking for|have a vacancy|has a vacancy|offered me|invited me|rejected me|turned me down|have invited me|has invited me|would like to meet|like to meet you|suchen|sucht|cherche|recrute",
      true
    )
  ]).listed(as: .employerActs)
  private static let things = WordSet("thing job gig interview role offer call lot position")

  /// Capital words in a row with "&", "of" and hyphens between.
  func capitalRun(_ slice: ArraySlice<Token>, from start: Int) -> TextSpan? {
    var place = start
    if slice.indices.contains(place), slice[place].word.keyword == .the || slice[place].word.keyword == .der {
      place += 1
    }
    var end = place
    while slice.indices.contains(end) {
      let token = slice[end]
      let isWord =
        token.kind == .word && token.isCapital && (token.word.bits.isDisjoint(with: [.weekday, .month]) || end > place)
        && !NoteScanner.notEmployers.contains(token.key)
      let isJoint =
        end > place && slice.indices.contains(end + 1) && slice[end + 1].kind == .word && slice[end + 1].isCapital
        && (token.isMark("&") || token.isMark("-") && !token.isSpaced || token.isMark("'") || token.isMark("’")
          || token.isMark(".") && !slice[end + 1].isSpaced || token.word.keyword == .of || token.word.keyword == .du
          || token.isMark("+"))
      guard isWord || isJoint || token.kind == .number && end > place && !token.isSpaced else { break }
      end += 1
    }
    guard end > place else { return nil }
    if let last = slice.indices.contains(end - 1) ? slice[end - 1] : nil, last.kind == .mark { end -= 1 }
    return self.span(of: slice[place..<end])
  }

  private static let notEmployers = WordSet(
    """
    i zoom teams google meet skype hr the they she he we my their our ceo cto cfo coo vp it qa monday christmas
    you me him her ihnen ihr ihm ihrem ihrer ihren sie euch dir mir uns vous nous lui moi elle eux
    """)
}
