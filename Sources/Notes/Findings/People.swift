/// A person while the note is read.
struct PersonDraft {
  var group: Int
  var name: Attribute
  /// Folded keys of the name's words, for later mentions by one of them.
  var words: [UInt64]
  var title: Attribute?
  var email: Attribute?
  var phone: Attribute?
  var role: PersonRole?
  var line: Int

  func matches(_ word: UInt64) -> Bool { words.contains(word) }
}

extension NoteScanner {
  func grammar(_ span: TextSpan) -> NameGrammar { NameGrammar(text: text, tokens: tokens(in: span)) }

  /// Reads a list of people: names with titles, roles, addresses, separated by commas, "and", "&", "/" or ";".
  @discardableResult
  mutating func persons(_ span: TextSpan, _ role: PersonRole?, isNamed: Bool) -> Int {
    let grammar = grammar(span)
    var place = grammar.tokens.startIndex
    var count = 0
    while place < grammar.tokens.endIndex, count < 12 {
      guard let name = grammar.name(place),
        isPerson(
          name, grammar,
          isSure: (isNamed || count > 0 && name.words > 1)
            && (count == 0 || name.words > 1 || NameWords.firstNames.contains(grammar.tokens[place].key) || role != nil)
        )
      else {
        if !isNamed, count == 0 { return 0 }
        guard let next = nextName(place, grammar) else { break }
        place = next
        continue
      }
      let title = grammar.title(after: name.end)
      addPerson(name.span, title: title, role: role)
      count += 1
      place = title?.end ?? name.end
      guard let after = separator(place, grammar, isList: isNamed) else { break }
      place = after
    }
    attachAddresses(span)
    return count
  }

  private func nextName(_ place: Int, _ grammar: NameGrammar) -> Int? {
    var next = place + 1
    while next < min(grammar.tokens.endIndex, place + 6) {
      if grammar.tokens[next].isMark("@") { return nil }
      if grammar.isNameWord(next), grammar.tokens[next].isSpaced || grammar.tokens[next - 1].kind == .mark {
        return next
      }
      next += 1
    }
    return nil
  }

  private func separator(_ place: Int, _ grammar: NameGrammar, isList: Bool) -> Int? {
    var next = place
    while let token = grammar.token(next),
      token.isMark(",") || token.isMark("&") || token.isMark("+") || token.isMark(";") || token.isMark("/")
        || token.isMark("<") || token.isMark(">") || token.isMark("|") || token.word.keyword == .and
        || token.key == NoteScanner.und || token.key == NoteScanner.et || token.isMark("–") || token.isMark("-")
    {
      next += 1
    }
    return next > place && next < grammar.tokens.endIndex ? next : nil
  }

  private static let und = wordKey("und")
  private static let et = wordKey("et")

  /// Whether a run of capital words is a person and no employer.
  private func isPerson(
    _ name: (span: TextSpan, end: Int, words: Int, hasHonorific: Bool), _ grammar: NameGrammar, isSure: Bool
  ) -> Bool {
    if name.hasHonorific { return true }
    let first = grammar.tokens[
      grammar.tokens.firstIndex { Int($0.start) >= name.span.start } ?? grammar.tokens.startIndex]
    if name.words > 4 || isOrganisation(name.span) { return false }
    if let next = grammar.token(name.end), next.kind == .word, NameWords.legalForms.contains(next.key) { return false }
    if isSure { return true }
    if NameWords.firstNames.contains(first.key) { return true }
    if name.words >= 2 { return grammar.title(after: name.end).map { $0.span != nil || $0.role != nil } ?? false }
    return grammar.title(after: name.end).map {
      $0.role != nil || $0.span != nil && grammar.token(name.end)?.isMark("(") ?? false
    } ?? false
  }

  func isOrganisation(_ span: TextSpan) -> Bool {
    let own = text.text(span)
    return employers.contains { $0 == own || $0.contains(own) }
  }

  mutating func addPerson(_ span: TextSpan, title: NameGrammar.Title?, role: PersonRole?) {
    var span = span
    let slice = tokens(in: span)
    var words = slice.filter { $0.kind == .word && !NameGrammar.honorifics.contains($0.key) }.map(\.key)
    // "Dana's": the genitive is no part of the name.
    if let last = slice.last, last.length > 2, text[span.end - 1] == "s",
      text[span.end - 2] == "'" || text[span.end - 2] == "’"
    {
      span.end -= 2
      words[words.count - 1] = wordKey(text[Int(last.start)..<span.end])
    }
    guard !words.isEmpty else { return }
    if let agency = title?.agency { add(.ignore, agency) }
    let own = text.text(span)
    let attribute = Attribute(value: collapsed(own), span: span, text: own)
    let titled = title?.span.map { Attribute(value: collapsed(text.text($0)), span: $0, text: text.text($0)) }
    let said = title?.agency != nil ? .recruiter : title?.role ?? role
    if let known = knownPerson(words) {
      if people[known].name.span != span { people[known].name.mentions.append(span) }
      if words.count > people[known].words.count {
        let old = people[known].name
        people[known].name = attribute
        people[known].name.mentions = old.mentions.filter { $0 != span } + [old.span]
        people[known].words = words
      }
      if people[known].title == nil { people[known].title = titled }
      if let said, people[known].role == nil || title?.role != nil { people[known].role = said }
      return
    }
    guard people.count - firstOfGroup < NoteScanner.mostPeople else { return }
    people.append(PersonDraft(group: group, name: attribute, words: words, title: titled, role: said, line: index))
  }

  /// More people than any process has: beyond it a list is no note.
  private static let mostPeople = 200

  /// Somebody of this group with the same name, or one that has this single name in theirs.
  private func knownPerson(_ words: [UInt64]) -> Int? {
    people[firstOfGroup...].firstIndex { person in
      guard person.group == group else { return false }
      if person.words == words { return true }
      if words.count == 1 { return person.words.contains(words[0]) }
      return person.words.count == 1 && words.contains(person.words[0]) || words.allSatisfy(person.words.contains)
    }
  }

  // MARK: - Addresses

  /// Gives e-mail addresses and phone numbers of a span to whom they belong.
  mutating func attachAddresses(_ span: TextSpan, reach: Int = 6) {
    var last: Int?
    for claim in ClaimFinder(text: text).claims(in: span) {
      let own = text.text(claim.span)
      switch claim.kind {
      case .email:
        guard let owner = owner(ofAddress: own, at: claim.span, reach) ?? mentioned(before: claim.span, in: span),
          people[owner].email == nil
        else { continue }
        last = owner
        people[owner].email = Attribute(value: own.lowercased(), span: claim.span, text: own)
      case .phone:
        guard let owner = last ?? mentioned(before: claim.span, in: span) ?? nearestPerson(before: claim.span, reach),
          people[owner].phone == nil
        else { continue }
        give(phone: claim.span, to: owner)
      case .url, .amount: continue
      }
    }
  }

  mutating func give(phone span: TextSpan, to owner: Int) {
    let own = text.text(span)
    people[owner].phone = Attribute(value: phoneDigits(own), span: span, text: own)
  }

  private func phoneDigits(_ own: String) -> String {
    let digits = String(own.unicodeScalars.filter(\.isASCIIDigit).map(Character.init))
    if own.unicodeScalars.contains("+") { return "+" + (own.contains("(0)") ? digits.replacingZero() : digits) }
    return digits
  }

  /// By a name in the local part, else the nearest person named before it.
  private func owner(ofAddress address: String, at span: TextSpan, _ reach: Int) -> Int? {
    let local = address.prefix { $0 != "@" }.lowercased()
    let parts = local.split { !$0.isLetter }.map(String.init).filter { $0.count > 1 }
    let named = (firstOfGroup..<people.count).filter { index in
      people[index].group == group && parts.contains { people[index].matches(wordKey($0)) }
    }
    if let best = named.last(where: { people[$0].email == nil }) ?? named.last { return best }
    let squeezed = (firstOfGroup..<people.count).filter { index in
      people[index].group == group
        && tokens(in: people[index].name.span).contains {
          $0.kind == .word && $0.length > 2 && local.contains(text.text($0.span).lowercased())
        }
    }
    return squeezed.last ?? mentioned(before: span, in: TextSpan(lines[index].span.start, span.end))
      ?? nearestPerson(before: span, reach)
  }

  /// Somebody known whose name or a part of it stands before in the span, the nearest first.
  private func mentioned(before claim: TextSpan, in span: TextSpan) -> Int? {
    for token in tokens(in: TextSpan(span.start, claim.start)).reversed() where token.isCapital {
      if let found = people[firstOfGroup...].lastIndex(where: { $0.matches(token.key) }) { return found }
    }
    return nil
  }

  private func nearestPerson(before span: TextSpan, _ reach: Int) -> Int? {
    (firstOfGroup..<people.count).filter {
      people[$0].group == group && people[$0].name.span.start < span.start && index - people[$0].line <= reach
    }.max { people[$0].name.span.start < people[$1].name.span.start }
  }

  /// A label of its own for a title, an address or a number: it belongs to the person named last.
  mutating func personDetail(_ value: TextSpan) {
    attachAddresses(value)
    guard ClaimFinder(text: text).claims(in: value).isEmpty, let last = people.indices.last,
      people[last].group == group, people[last].title == nil
    else { return }
    guard tokens(in: value).contains(where: { RoleWords.nouns.contains($0.key) }) else { return }
    people[last].title = Attribute(value: collapsed(text.text(value)), span: value, text: text.text(value))
  }

  // MARK: - Lines of people

  /// A line of a people section: perhaps a time, then a name, a title and remarks.
  mutating func peopleLine(_ line: NoteLine) {
    let role: PersonRole? =
      switch section {
      case .recruiter: .recruiter
      case .hr: .hr
      case .referrer: .referrer
      default: nil
      }
    let slice = tokens(in: line.content)
    var place = slice.startIndex
    // "13:00 - Name", "09:30–10:15 Name", "1st: Name".
    while place < slice.endIndex, place - slice.startIndex < 10,
      slice[place].kind != .word || slice[place].word.bits.contains(.meridiem) || slice[place].word.keyword == .to
        || slice[place].word.keyword == .uhr
    { place += 1 }
    guard place < slice.endIndex else { return }
    let head = NameGrammar(text: text, tokens: slice)
    guard head.name(place) != nil else { return freeText(line.content) }
    let before = people.count
    let first = nameStretch(slice, from: place, line)
    persons(first, role, isNamed: true)
    attachAddresses(line.content)
    let rest = TextSpan(
      max(first.end, people.count > before ? people[people.count - 1].title?.span.end ?? first.end : first.end),
      line.content.end)
    if rest.length > 10 { freeText(rest) }
  }

  /// Up to the first full stop or closing emphasis after the name.
  private func nameStretch(_ slice: ArraySlice<Token>, from place: Int, _ line: NoteLine) -> TextSpan {
    let start = Int(slice[place].start)
    for index in slice.indices where index > place {
      let token = slice[index]
      if token.isMark("*"), slice.indices.contains(index + 1), slice[index + 1].isMark("*") {
        return TextSpan(start, Int(token.start))
      }
      if token.isMark("."), slice.indices.contains(index + 1), slice[index + 1].isSpaced,
        !NameGrammar.honorifics.contains(slice[index - 1].key), slice[index - 1].length > 1
      {
        return TextSpan(start, Int(token.start))
      }
    }
    return TextSpan(start, line.content.end)
  }

  private static let meetingCues = PhraseTable<PersonRole>([
    (
      "w/|with|met|met with|spoke to|spoke with|talked to|talked with|interviewed by|interviewer|interviewers|interviewer was|hiring manager|line manager|call from|email from|panel|chat with|chatted with|joined by|grilled by|introduced to|introduced me to|gespräch mit|mit|avec|conversation with|report to|reports to|reporting to|boss is|boss would be|boss|manager is|manager would be|manager|led by|run by|interview with|call with|plus|and|rang|called|wrote|message from|heard from|meeting with|1:1 with|panel of|panel was|panel:|rencontré|entretien avec|saw|phoned by|rung by|voicemail from|interviewers were|host was",
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
  ])

  /// People named in running text after a telling word, or with an honorific or a title beside them.
  mutating func readPeople(_ span: TextSpan) {
    let slice = tokens(in: span)
    guard slice.contains(where: { $0.isCapital }) else { return }
    let grammar = NameGrammar(text: text, tokens: slice)
    var place = slice.startIndex
    while place < slice.endIndex {
      if let found = NoteScanner.meetingCues.match(slice, at: place),
        !(place > slice.startIndex && NoteScanner.past.contains(slice[place - 1].key))
      {
        var next = found.end
        while let token = grammar.token(next),
          token.isMark(":") || token.isMark(",")
            || token.kind == .word && NameWords.articles.contains(token.key) && grammar.isNameWord(next + 1)
        { next += 1 }
        if let name = grammar.name(next), isPersonInText(name, grammar, cue: slice[place], count: found.end - place) {
          let isPlain = slice[place].word.keyword == .and || slice[place].key == NoteScanner.plusKey
          if !isPlain || name.hasHonorific || grammar.title(after: name.end)?.span != nil
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
          place = name.end
          continue
        }
        place = max(place + 1, found.end)
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
          name.words >= 2 && !isOrganisation(name.span)
          && (title?.role != nil || title?.span != nil && grammar.token(name.end)?.kind == .mark)
        if name.hasHonorific && name.words >= 1 || isTitled { addPerson(name.span, title: title, role: nil) }
        place = name.end
        continue
      }
      place += 1
    }
    attachAddresses(span)
  }

  /// "practice manager Bev Coates", "recruiter Jess Okoro": a title in small letters right before a name.
  private func titleBefore(_ place: Int, _ grammar: NameGrammar) -> (
    name: TextSpan, title: NameGrammar.Title, end: Int
  )? {
    guard
      RoleWords.nouns.contains(grammar.tokens[place].key)
        || RoleWords.recruiterTitles.contains(grammar.tokens[place].key), let name = grammar.name(place + 1),
      !isOrganisation(name.span), grammar.token(place + 1)?.isSpaced ?? false,
      name.words >= 2 || NameWords.firstNames.contains(grammar.tokens[place + 1].key),
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

  private static let titleWords = RoleWords.keys(
    "practice plant works site shop store branch department area line hiring team office floor ward lab night day shift agency in-house deputy"
  )

  /// "my old boss Lena" is nobody of the interview.
  private static let past = RoleWords.keys("my old former ex previous previously mein meine mon ma")
  private static let plusKey = wordKey("plus")

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
    if let next = grammar.token(name.end), next.kind == .word, NameWords.legalForms.contains(next.key) { return false }
    let first = grammar.tokens[
      grammar.tokens.firstIndex { Int($0.start) >= name.span.start } ?? grammar.tokens.startIndex]
    if NameWords.firstNames.contains(first.key)
      || grammar.title(after: name.end).map({ $0.span != nil || $0.role != nil }) ?? false
    {
      return true
    }
    let isWeak =
      cue.word.keyword == .and || cue.word.keyword == .with && count == 1 || cue.word.keyword == .mit
      || cue.word.keyword == .panel || cue.word.keyword == .manager || cue.word.keyword == .boss
      || cue.key == NoteScanner.plusKey
    return name.words >= 2 || !isWeak
  }
}

extension String {
  /// International digits with the "(0)" of national dialling left out: `44(0)20…`.
  fileprivate func replacingZero() -> String {
    guard let place = indices.dropFirst(2).first(where: { self[$0] == "0" }) else { return self }
    return String(self[..<place] + self[index(after: place)...])
  }
}
