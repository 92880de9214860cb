/// Sentences with a telling phrase.
extension NoteScanner {
  /// The first cue of a sentence, of one field if asked.
  func cue(in sentence: TextSpan, for field: FactField? = nil) -> (Cue, Range<Int>)? {
    let slice = tokens(in: sentence)
    for place in slice.indices {
      guard let found = CueWords.table.match(slice, at: place) else { continue }
      if let field, found.meaning.field != field { continue }
      if accepts(found.meaning, place..<found.end, slice) { return (found.meaning, place..<found.end) }
    }
    return nil
  }

  private static let thirds = WordSet(
    "they their them they're they've they'd she he her his she's he's company team teams firm business department client clients boss manager management site office plant claims we our nobody staff people store stores system systems churn attrition sie ihr ihre ils elle il leur leurs everything"
  )
  private static let firsts = WordSet("i i'm i've i'd i'll my me mine ich mein meine mir je mon ma mes j'ai")
  private static let conditionals = WordSet("if unless wenn falls si")

  func accepts(_ cue: Cue, _ range: Range<Int>, _ slice: ArraySlice<Token>) -> Bool {
    let before = slice[..<range.lowerBound]
    if cue.field == .commitment {
      if slice.first.map({ NoteScanner.conditionals.contains($0.key) }) ?? false { return false }
      if !isCandidate { return false }
      // "she said she'd send": another's promise.
      if let said = slice[range].first,
        said.word.keyword == .said || said.word.keyword == .told || said.word.keyword == .promised
          || said.word.keyword == .owe || said.word.keyword == .agreed || said.word.keyword == .offered,
        let subject = ownClause(before).last(where: { $0.kind == .word }), !NoteScanner.firsts.contains(subject.key),
        subject.word.keyword != .and, subject.isCapital || NoteScanner.thirds.contains(subject.key)
      {
        return false
      }
      return true
    }
    if cue.subject == .third {
      let own =
        before.contains { NoteScanner.firsts.contains($0.key) && $0.word.keyword != .me }
        && !before.contains { NoteScanner.thirds.contains($0.key) }
      return !own
    }
    if cue.field == .connection, let next = slice[range].last.flatMap({ _ in slice[range.upperBound...].first }),
      slice[range].count == 1, next.isCapital, slice[range.lowerBound].isCapital
    {
      // "Sister Moira Kinsella".
      return false
    }
    // "My brother and I felt you knew the yard": the writer's own ties.
    if cue.field == .connection, !isCandidate, container == .mail || container == .mbox {
      return slice.contains { NoteScanner.yours.contains($0.key) && Int($0.start) < Int(slice[range.lowerBound].start) }
    }
    if cue.field == .objection, isPraise(slice[range.upperBound...]) { return false }
    if cue.field == .objection, cue.extent == .clause {
      // About them, not about the candidate: "they are not sure of the budget".
      let isTheirs =
        before.last { $0.kind == .word }.map { $0.word.keyword == .their || $0.word.keyword == .theyAre } ?? false
      return !isTheirs
    }
    return true
  }

  private static let yours = WordSet("you your you're you've")

  /// "thought I was a great fit": no doubt, unless denied.
  private func isPraise(_ rest: ArraySlice<Token>) -> Bool {
    let words = rest.prefix { !$0.isMark(",") && !$0.isMark(".") && !$0.isMark(";") }
    return words.contains { NoteScanner.praise.contains($0.key) }
      && !words.contains { NoteScanner.denials.contains($0.key) }
  }

  private static let praise = WordSet(
    "great good perfect excellent brilliant strong ideal impressive wonderful fantastic right best nice lovely")
  private static let denials = WordSet(
    "not no too never lack lacked lacks hardly less enough wouldn't don't didn't isn't wasn't can't couldn't but without"
  )

  /// What stands before in the same clause.
  func ownClause(_ before: ArraySlice<Token>) -> ArraySlice<Token> {
    guard
      let cut = before.indices.last(where: {
        before[$0].isMark(",") || before[$0].isMark(";") || isDashOrArrow($0, before)
      })
    else { return before }
    return before[(cut + 1)...]
  }

  /// "worried about …" is a doubt where it speaks of the candidate, and a trouble of theirs otherwise.
  func settled(_ cue: Cue, _ range: Range<Int>, in sentence: TextSpan) -> Cue {
    guard cue.field == .objection, cue.subject == .third else { return cue }
    let rest = tokens[range.lowerBound...].prefix { Int($0.start) < sentence.end }
    let isMine = rest.contains { NoteScanner.firsts.contains($0.key) || NoteScanner.ownWords.contains($0.key) }
    return isMine ? cue : Cue(field: .challenge, extent: .after)
  }

  private static let ownWords = WordSet(
    "whether commute notice experience background level overqualified seniority salary age gap gaps degree relocation relocating cv accent english german qualifications qualification references stay leave bored fit me"
  )

  /// Adds what a cue says, with the extent it asks for.
  func finding(_ cue: Cue, _ range: Range<Int>, in sentence: TextSpan) {
    let cue = settled(cue, range, in: sentence)
    // The "I" that ends a phrase of doubt begins the doubt itself.
    let last = tokens[range.upperBound - 1]
    let isSubject =
      cue.field == .objection && (NoteScanner.firsts.contains(last.key) || NoteScanner.yours.contains(last.key))
    let after = TextSpan(min(Int(isSubject ? last.start : last.end), sentence.end), sentence.end)
    let from = TextSpan(Int(tokens[range.lowerBound].start), sentence.end)
    switch cue.field {
    case .commitment:
      // "need to send references": the verb belongs to what is to be done.
      let isAction = CueWords.actionVerbs.contains(last.key) && after.start > Int(last.start)
      return commitment(isAction ? TextSpan(Int(last.start), after.end) : after)
    case .topic: return topics(after)
    case .nextStep: return nextStep(sentence)
    default: break
    }
    switch cue.extent {
    case .after:
      let rest = text.trimmed(after)
      clause(cue.field, rest.length >= 4 ? rest : sentence)
    case .from: clause(cue.field, from)
    case .clause:
      clause(cue.field, withoutLeadIn(clauseAround(from, in: sentence, cue.field), before: from.start))
    case .sentence:
      let said = withoutLeadIn(sentence, before: from.start)
      guard cue.field == .challenge else { return clause(cue.field, said, keepsStop: true) }
      for part in negatedParts(said).flatMap(joinedTroubles) { clause(cue.field, part) }
    }
  }

  /// "audits eat half of every release and the rigs are booked solid": troubles on both sides of "and".
  private func joinedTroubles(_ span: TextSpan) -> [TextSpan] {
    let slice = tokens(in: span)
    for place in slice.indices.dropFirst(3).dropLast(3) where slice[place].word.keyword == .and {
      let parts = [TextSpan(span.start, Int(slice[place].start)), TextSpan(Int(slice[place + 1].start), span.end)]
      guard begins(slice[(place + 1)...]) else { continue }
      if parts.allSatisfy({ cue(in: $0, for: .challenge) != nil }) { return parts.map(text.trimmed) }
    }
    return [span]
  }

  /// A clause of its own: "the rigs are …", "nobody knows", "tenants have stopped".
  private func begins(_ rest: ArraySlice<Token>) -> Bool {
    guard let first = rest.first, let second = rest.dropFirst().first else { return false }
    return NameWords.articles.contains(first.key) || NoteScanner.thirds.contains(first.key)
      || first.word.keyword == .that || first.word.keyword == .on && second.key == NoteScanner.topWord
      || NoteScanner.auxiliaries.contains(second.key)
  }

  /// "and on top of that …"
  private static let topWord = wordKey("top")
  private static let auxiliaries = WordSet("is are was were has have had keep keeps")

  private static let sayings = WordSet(
    "said says explained explains mentioned mentions admitted admits added adds thinks thought believes reckons feels felt reckoned turns sagte meint erklärte dit explique"
  )
  private static let thats = WordSet("that whether dass que")
  private static let copulas = WordSet("is was ist war")
  private static let sayingTails = WordSet("me us out that dass que also")

  /// Without "He explained that", "It turns out", "Rashida was frank:" before the phrase that tells.
  private func withoutLeadIn(_ span: TextSpan, before phrase: Int) -> TextSpan {
    let slice = tokens(in: TextSpan(span.start, max(span.start, phrase)))
    var next: Int?
    if let that = slice.indices.dropFirst(2).prefix(10).last(where: {
      NoteScanner.thats.contains(slice[$0].key) && NoteScanner.copulas.contains(slice[$0 - 1].key)
    }) {
      next = that + 1
    } else if let colon = slice.indices.last(where: { slice[$0].isMark(":") }), colon - slice.startIndex <= 12 {
      next = colon + 1
    } else if let verb = slice.indices.prefix(3).first(where: { NoteScanner.sayings.contains(slice[$0].key) }),
      verb > slice.startIndex
    {
      var place = verb + 1
      while slice.indices.contains(place), NoteScanner.sayingTails.contains(slice[place].key) { place += 1 }
      next = place
    }
    guard let next else { return span }
    return TextSpan(slice.indices.contains(next) ? Int(slice[next].start) : phrase, span.end)
  }

  /// The part of a sentence around a phrase, cut at dashes, and at commas before "so", "but", "and", "two others".
  func clauseAround(_ phrase: TextSpan, in sentence: TextSpan, _ field: FactField) -> TextSpan {
    let part = clauses(in: sentence).first { $0.end > phrase.start } ?? sentence
    let slice = tokens(in: part)
    var start = part.start
    for place in slice.indices where slice[place].isMark(",") && Int(slice[place].start) < phrase.start {
      guard slice.indices.contains(place + 1) else { continue }
      let next = slice[place + 1]
      if NoteScanner.splitters.contains(next.key) || Int(next.start) == phrase.start { start = Int(next.start) }
    }
    let turn = slice.indices.first {
      Int(slice[$0].start) > phrase.start && slice.indices.contains($0 + 1)
        && (slice[$0].isMark(",") && slice[$0 + 1].word.keyword == .but
          || slice[$0].word.keyword == .and && NoteScanner.newVerbs.contains(slice[$0 + 1].key))
    }
    return TextSpan(start, turn.map { Int(slice[$0].start) } ?? part.end)
  }

  /// What begins another statement after "and".
  private static let newVerbs = WordSet(
    "will is are was were has have had would should can they she he i we then wird ist hat va est a")

  private static let splitters = WordSet(
    "so but although though while whereas because they she he there and aber denn weil mais car")
}
