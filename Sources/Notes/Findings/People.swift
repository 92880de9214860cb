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
  var further: [PersonDetails.Further] = []

  func matches(_ word: UInt64) -> Bool { words.contains(word) }
}

extension NoteScanner {
  func grammar(_ span: TextSpan) -> NameGrammar { NameGrammar(text: text, tokens: tokens(in: span)) }

  /// Reads a list of people: names with titles, roles, addresses, separated by commas, "and", "&", "/" or ";".
  @discardableResult
  func persons(_ span: TextSpan, _ role: PersonRole?, isNamed: Bool) -> Int {
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
        || token.word.keyword == .und || token.word.keyword == .et || token.isMark("–") || token.isMark("-")
    {
      next += 1
    }
    return next > place && next < grammar.tokens.endIndex ? next : nil
  }

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
    guard !employers.isEmpty else { return false }
    let own = wordKeys(span)
    return !own.isEmpty
      && employers.contains { words in
        words.indices.contains { words[$0...].starts(with: own) }
      }
  }

  func addPerson(_ span: TextSpan, title: NameGrammar.Title?, role: PersonRole?) {
    var span = withoutAddress(span)
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

  /// "Herrn Eberle": the address is no part of a name that goes on after it.
  private func withoutAddress(_ span: TextSpan) -> TextSpan {
    let slice = tokens(in: span)
    guard let first = slice.first, NoteScanner.obliqueAddresses.contains(first.key), slice.count > 1 else {
      return span
    }
    return TextSpan(Int(slice[slice.startIndex + 1].start), span.end)
  }

  private static let obliqueAddresses = WordSet("herrn herren maître")

  /// More people than any process has: beyond it a list is no note.
  private static let mostPeople = 200

  /// Somebody of this group with the same name, or one that has this single name in theirs.
  func knownPerson(_ words: [UInt64]) -> Int? {
    people[firstOfGroup...].firstIndex { person in
      guard person.group == group else { return false }
      if person.words == words { return true }
      if words.count == 1 { return person.words.contains(words[0]) }
      return person.words.count == 1 && words.contains(person.words[0]) || words.allSatisfy(person.words.contains)
    }
  }

  // MARK: - Lines of people

  /// A line of a people section: perhaps a time, then a name, a title and remarks.
  func peopleLine(_ line: NoteLine) {
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
}
