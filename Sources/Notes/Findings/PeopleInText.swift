/// People named in running text.
extension NoteScanner {
  static let meetingCues = Phrases<PersonRole>([
    (
      "her deputy|his deputy|their deputy|her colleague|his colleague|a colleague of hers|a colleague of his|her boss|his boss|her number two|his number two|her co-founder|his co-founder|co-founder|alongside|that was|this was|sat opposite|across from me was|in the chair was|on the other end was|on the line was|at the other end was|facing me were|facing me was|hiring mgr is|hiring mgr|hiring manager is|hiring manager was|hiring manager would be|seen by|grilling from|quizzed by|face to face with|opposite|shown round by|shown around by|greeted by|welcomed by|w/|with|met|met with|spoke to|spoke with|talked to|talked with|interviewed by|interviewer|interviewers|interviewer was|hiring manager|line manager|call from|email from|panel|chat with|chatted with|joined by|grilled by|introduced to|introduced me to|gespräch mit|mit|avec|conversation with|report to|reports to|reporting to|boss is|boss would be|boss|manager is|manager would be|manager|led by|run by|interview with|call with|plus|and|rang|called|wrote|message from|heard from|meeting with|1:1 with|panel of|panel was|panel:|rencontré|entretien avec|saw|phoned by|rung by|voicemail from|interviewers were|host was",
      .interviewer
    ),
    (
      "recruiter|recruiter is|recruiter was|talent partner|headhunter|agency recruiter|sourcer|in-house recruiter|recruiting coordinator|recruiterin|talent acquisition partner",
      .recruiter
    ),
    (
      "coffee with|referred by|referral from|intro from|introduced by|introduction from|intro via|lunch with my|recommended by|beer with|drinks with|tip from|catch-up with|catch up with|lunch with|pint with|thanks to",
      .referrer
    ),
    ("hr contact|hr person|hr is|hr was|from hr", .hr),
  ]).listed(as: .meetingCues)

  /// People named in running text after a telling word, or with an honorific or a title beside them.
  func readPeople(_ span: TextSpan) {
    let slice = tokens(in: span)
    guard slice.contains(where: { $0.isCapital }) else { return attachAddresses(span) }
    let grammar = NameGrammar(text: text, tokens: slice)
    var place = slice.startIndex
    while place < slice.endIndex {
      if let found = NoteScanner.meetingCues.match(slice, at: place),
        !(place > slice.startIndex && NoteScanner.past.contains(slice[place - 1].key))
      {
        var next = found.end
        while let token = grammar.token(next),
          token.isMark(":") || token.isMark(",") || token.isMark("=")
            || token.kind == .word && NameWords.articles.contains(token.key) && grammar.isNameWord(next + 1)
        { next += 1 }
        if let name = grammar.name(next), isPersonInText(name, grammar, cue: slice[place], count: found.end - place) {
          let isPlain = slice[place].word.keyword == .and || slice[place].word.keyword == .plus
          let isFullName = name.words >= 2 && NameWords.firstNames.contains(grammar.tokens[next].key)
          if !isPlain || isFullName || name.hasHonorific || grammar.title(after: name.end)?.span != nil
            || grammar.title(after: name.end)?.role != nil
          {
            persons(
              TextSpan(name.span.start, span.end), found.meaning == .interviewer ? nil : found.meaning, isNamed: false)
            if people.isEmpty
              || !people[firstOfGroup...].contains(where: { $0.name.span.start >= name.span.start })
                && knownPerson(words(name.span)) == nil
            {
              addPerson(
                name.span, title: grammar.title(after: name.end),
                role: found.meaning == .interviewer ? nil : found.meaning)
            }
          }
          employer(after: name.end, grammar)
          firm(behind: grammar.title(after: name.end), grammar)
          place = name.end
          continue
        }
        place = max(place + 1, found.end)
        continue
      }
      if titlesLastPerson(place, grammar) {
        place += 2
        continue
      }
      if slice[place].kind == .word, !slice[place].isCapital, let titled = titleBefore(place, grammar) {
        addPerson(titled.name, title: titled.title, role: nil)
        place = titled.end
        continue
      }
      if slice[place].isCapital, let name = grammar.name(place) {
        let title = grammar.title(after: name.end)
        let isTitled =
          (name.words >= 2 || title?.span != nil && grammar.token(name.end)?.isMark("(") ?? false)
          && !isOrganisation(name.span) && !isEmployed(place, grammar)
          && (!isJobTitle(name.span) || NameWords.firstNames.contains(slice[place].key))
          && (title?.role != nil || title?.span != nil && grammar.token(name.end)?.kind == .mark)
          || title?.role != nil && NameWords.firstNames.contains(slice[place].key)
        let isCaller =
          (NameWords.firstNames.contains(slice[place].key) || name.words == 2 && !isOrganisation(name.span))
          && grammar.token(name.end).map { NoteScanner.callVerbs.contains($0.key) } ?? false
        let isKnown = title?.span != nil && knownPerson(words(name.span)) != nil
        if name.hasHonorific && name.words >= 1 || isKnown || isTitled || isCaller
          || isFullName(name, place, grammar) || isAddressed(name, in: span)
        {
          addPerson(name.span, title: title, role: nil)
          employer(after: name.end, grammar)
          firm(behind: title, grammar)
        }
        place = name.end
        continue
      }
      place += 1
    }
    attachAddresses(span)
  }

  /// Two capital words right before an address or a phone number: "Jess Tran 0491 570 156".
  private func isAddressed(
    _ name: (span: TextSpan, end: Int, words: Int, hasHonorific: Bool), in span: TextSpan
  ) -> Bool {
    guard name.words == 2, !isOrganisation(name.span), !NoteScanner.agencyWords.contains(tokens[name.end - 1].key)
    else { return false }
    return claims(in: span).contains {
      ($0.kind == .phone || $0.kind == .email) && (1...3).contains($0.span.start - name.span.end)
    }
  }

  /// A known first name with a family name, of nobody's past and not joined to an employer by "of".
  private func isFullName(
    _ name: (span: TextSpan, end: Int, words: Int, hasHonorific: Bool), _ place: Int, _ grammar: NameGrammar
  ) -> Bool {
    let isKnown = NameWords.firstNames.contains(grammar.tokens[place].key)
    let isPresented = grammar.token(name.end)?.word.keyword == .who
    let isPaired =
      grammar.token(name.end)?.word.keyword == .and
      && grammar.token(name.end + 1).map { NameWords.firstNames.contains($0.key) } ?? false
      && grammar.name(name.end + 1).map { $0.words >= 2 } ?? false
    guard name.words >= 2, name.words <= 3, isKnown || isPresented || isPaired,
      !isOrganisation(name.span), section != .connection
    else { return false }
    if let before = grammar.token(place - 1), NoteScanner.past.contains(before.key) || before.word.keyword == .at {
      return false
    }
    if let next = grammar.token(name.end), NameWords.legalForms.contains(next.key) || next.isMark("&") { return false }
    if isPresented || isPaired { return true }
    return NoteScanner.doings.first(in: grammar.tokens[name.end...].prefix(3)) != nil
  }

  static let doings = Phrases<Bool>([
    (
      "did the|did most|did all|took notes|took minutes|sat|smiled|timed|nodded|kept|showed|walked|started|began|finished|closed|introduced|had the|had a|made a|welcomed|greeted|grilled|talked|spoke|listened|liked|loved|hated|pushed|raised|flagged|worries|worried|reckons|wondered|wonders|admitted|promised|will call|will ring|will email|does|handles|looks after|is in charge of|took the|led the|ran the|chaired|hosted|joined|was there|already there|came in|sat in|who is|who runs|ran it|runs it|would be|will be|is the|is their|was the|runs|leads|heads|is my|said|says|asked|wants|wanted|thinks|thought|mentioned|told|opened|explained|was lovely|was nice|was friendly",
      true
    )
  ]).listed(as: .doings)

  private static let callVerbs = WordSet("rang called phoned emailed wrote interviewed texted messaged")

  /// "Mr Okonkwo of Fairwater Utilities": who employs the person just named is the employer.
  private func employer(after end: Int, _ grammar: NameGrammar) {
    guard !has(.organisation), section == nil, isEmployed(end + 1, grammar),
      let name = capitalRun(grammar.tokens, from: end + 1), name.length > 2,
      grammar.token(end)?.word.keyword != .from || tokens(in: name).count > 1
    else { return }
    add(.organisation, name)
  }

  /// "Stuart Pell, clinical lead, Moorside Physio Group".
  private func firm(behind title: NameGrammar.Title?, _ grammar: NameGrammar) {
    guard !has(.organisation), section == nil, let title, title.span != nil, title.role == nil,
      grammar.token(title.end)?.isMark(",") ?? false, let name = capitalRun(grammar.tokens, from: title.end + 1),
      let last = tokens(in: name).last, NameWords.legalForms.contains(last.key)
    else { return }
    add(.organisation, name)
  }

  /// After "of" or "at" stands an employer: "Mr Okonkwo of Fairwater (Network Planner)"; after "from" perhaps.
  private func isEmployed(_ place: Int, _ grammar: NameGrammar) -> Bool {
    guard let before = grammar.token(place - 1) else { return false }
    return before.word.keyword == .of || before.word.keyword == .at || before.word.keyword == .from
  }

  /// "practice manager Bev Coates", "recruiter Jess Okoro": a title in small letters right before a name.
  private func titleBefore(_ place: Int, _ grammar: NameGrammar) -> (
    name: TextSpan, title: NameGrammar.Title, end: Int
  )? {
    guard let next = grammar.token(place + 1), next.isCapital || next.isMark(","),
      RoleWords.nouns.contains(grammar.tokens[place].key)
        || RoleWords.recruiterTitles.contains(grammar.tokens[place].key),
      let name = grammar.name(nameStart(place, grammar)), !isOrganisation(name.span),
      grammar.token(nameStart(place, grammar))?.isSpaced ?? false,
      name.words >= 2 || NameWords.firstNames.contains(grammar.tokens[nameStart(place, grammar)].key),
      !NoteScanner.past.contains(grammar.token(place - 1)?.key ?? 0)
    else { return nil }
    var start = place
    while start > grammar.tokens.startIndex, grammar.tokens[start - 1].kind == .word,
      RoleWords.modifiers.contains(grammar.tokens[start - 1].key)
        || NoteScanner.titleWords.contains(grammar.tokens[start - 1].key)
    { start -= 1 }
    let run = grammar.tokens[start...place]
    let role = grammar.personRole(ofTitle: run)
    let isBare =
      run.count == 1 && (role != nil || RoleWords.recruiterTitles.contains(grammar.tokens[place].key))
      || run.contains { $0.word.keyword == .hiring }
    let span = isBare ? nil : self.span(of: run)
    let after = grammar.title(after: name.end)
    return (
      name.span, NameGrammar.Title(span: after?.span ?? span, role: role ?? after?.role, agency: nil, end: name.end),
      after?.end ?? name.end
    )
  }

  /// After "the deputy, " the name stands behind the comma.
  private func nameStart(_ place: Int, _ grammar: NameGrammar) -> Int {
    guard grammar.token(place + 1)?.isMark(",") ?? false else { return place + 1 }
    var start = place
    while start > grammar.tokens.startIndex, place - start < 3, grammar.tokens[start].word.keyword != .the {
      start -= 1
    }
    return grammar.tokens[start].word.keyword == .the ? place + 2 : place + 1
  }

  private static let titleWords = WordSet(
    "practice plant works site shop store branch department area line hiring team office floor ward lab night day shift agency in-house deputy"
  )

  /// "my old boss Lena" is nobody of the interview.
  private static let past = WordSet("my old former ex previous previously mein meine mon ma")

  private func words(_ span: TextSpan) -> [UInt64] {
    tokens(in: span).filter { $0.kind == .word && !NameGrammar.honorifics.contains($0.key) }.map(\.key)
  }

  /// After "with" and the like a single capital word is a person when it is a first name, or is followed by a bracket,
  /// a title or nothing.
  private func isPersonInText(
    _ name: (span: TextSpan, end: Int, words: Int, hasHonorific: Bool), _ grammar: NameGrammar, cue: Token, count: Int
  ) -> Bool {
    if name.hasHonorific { return true }
    if isOrganisation(name.span) { return false }
    // "with the Columbus partner" is not Columbus.
    if name.words == 1, let next = grammar.token(name.end), next.kind == .word, !next.isCapital,
      grammar.tokens.contains(where: { Int($0.end) == name.span.start - 1 && $0.word.keyword == .the })
    {
      return false
    }
    if let next = grammar.token(name.end), next.kind == .word, NameWords.legalForms.contains(next.key) { return false }
    let first = grammar.tokens[
      grammar.tokens.firstIndex { Int($0.start) >= name.span.start } ?? grammar.tokens.startIndex]
    if NameWords.firstNames.contains(first.key)
      || grammar.title(after: name.end).map({ $0.span != nil || $0.role != nil }) ?? false
    {
      return true
    }
    // Every noun has a capital in German: "mit Schweizer Mehrwertsteuer".
    if cue.word.keyword == .mit, count == 1 { return false }
    let isWeak =
      cue.word.keyword == .and || cue.word.keyword == .with && count == 1 || cue.word.keyword == .panel
      || cue.word.keyword == .manager || cue.word.keyword == .boss
      || cue.word.keyword == .plus
    return name.words >= 2 || !isWeak
  }
}
