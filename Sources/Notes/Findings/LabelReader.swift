/// A label and what stands after it: `Role: Analyst`, `Key:: value`, `obj = …`, `Rate   500 a day`.
struct Label {
  var rubric: Rubric
  /// The label's words.
  var name: TextSpan
  var value: TextSpan
}

extension NoteScanner {
  /// The label at the start of a line, where there is one.
  func label(in span: TextSpan) -> Label? {
    let slice = tokens(in: span)
    if let question = bareQuestion(slice, span) ?? pictured(slice, span) ?? bareDecision(slice, span) {
      return question
    }
    var words = 0
    for place in slice.indices.prefix(14) {
      let token = slice[place]
      if token.kind != .mark { words += 1 }
      if words > 8, !(slice.last?.isMark(":") ?? false) { return nil }
      if place > slice.startIndex, isGap(before: place, in: slice),
        let label = gapLabel(slice[..<place], span, at: Int(token.start))
      {
        return label
      }
      guard token.kind == .mark, place > slice.startIndex || token.isMark("[") else { continue }
      if token.isMark(":"), !isTimeColon(place, slice) {
        return colonLabel(slice[..<place], span, from: place, in: slice)
      }
      if isAnswerStop(place, slice) { return colonLabel(slice[..<place], span, from: place, in: slice) }
      if let end = leaderEnd(place, slice) { return colonLabel(slice[..<place], span, from: end - 1, in: slice) }
      if token.isMark("="), let label = exactLabel(slice[..<place], span, at: place, in: slice) { return label }
      // "me → CV to Ravi"
      if token.isMark("→") || token.isMark("➜"),
        let label = exactLabel(slice[..<place], span, at: place, in: slice)
      {
        return label
      }
      if token.isMark("-") || token.isMark("–") || token.isMark("—"), token.isSpaced, slice.indices.contains(place + 1),
        slice[place + 1].isSpaced,
        let label = exactLabel(slice[..<place], span, at: place, in: slice), label.rubric != .interviewer || words > 1
      {
        return label
      }
      if token.isMark(".") || token.isMark("?") || token.isMark("!"), words > 2 { return nil }
    }
    return nil
  }

  private func isTimeColon(_ place: Int, _ slice: ArraySlice<Token>) -> Bool {
    guard slice.indices.contains(place + 1), slice.indices.contains(place - 1) else { return false }
    if slice[place + 1].isMark("/"), !slice[place + 1].isSpaced { return true }
    return slice[place - 1].kind == .number && slice[place + 1].kind == .number && !slice[place + 1].isSpaced
  }

  private func isGap(before place: Int, in slice: ArraySlice<Token>) -> Bool {
    let gap = slice[place].start - slice[place - 1].end
    return gap >= 2 || gap == 1 && text[Int(slice[place - 1].end)] == "\t"
  }

  private func value(after place: Int, in slice: ArraySlice<Token>, _ span: TextSpan) -> TextSpan {
    var next = place + 1
    while slice.indices.contains(next),
      slice[next].isMark(":") || slice[next].isMark("*") || slice[next].isMark("_") && !slice[next].isSpaced
    { next += 1 }
    let start = slice.indices.contains(next) ? Int(slice[next].start) : span.end
    return text.trimmed(TextSpan(start, span.end))
  }

  private func colonLabel(_ name: ArraySlice<Token>, _ span: TextSpan, from place: Int, in slice: ArraySlice<Token>)
    -> Label?
  {
    let bare = plain(name)
    guard !bare.isEmpty else { return nil }
    // "Also: …" goes on with the label above.
    if bare.count == 1, let word = bare.first, word.word.keyword == .also || word.word.keyword == .and,
      lastRubric?.textField != nil,
      let lastRubric, let named = self.span(of: name)
    {
      return Label(rubric: lastRubric, name: named, value: value(after: place, in: slice, span))
    }
    guard let rubric = rubric(ofLabel: bare), let named = self.span(of: name) else { return nil }
    return Label(rubric: rubric, name: named, value: value(after: place, in: slice, span))
  }

  private func exactLabel(_ name: ArraySlice<Token>, _ span: TextSpan, at place: Int, in slice: ArraySlice<Token>)
    -> Label?
  {
    let bare = plain(name)
    guard !bare.isEmpty, bare.count <= 5, let rubric = exactRubric(bare), rubric != .general, rubric != .ignore,
      rubric != .contact, rubric != .organisation || slice[place].isMark("="), let named = self.span(of: name)
    else { return nil }
    let value = value(after: place, in: slice, span)
    // "When – Thursday, half past six".
    if rubric == .date, name.count == 1, dates(in: value).first?.span.start == value.start {
      return Label(rubric: rubric, name: named, value: value)
    }
    if rubric == .date || rubric == .stage || rubric == .format || rubric == .round { return nil }
    return Label(rubric: rubric, name: named, value: value)
  }

  /// A label set off by a gap instead of a colon.
  private func gapLabel(_ name: ArraySlice<Token>, _ span: TextSpan, at start: Int) -> Label? {
    let bare = plain(name)
    guard !bare.isEmpty, bare.count <= 4, let rubric = exactRubric(bare), rubric != .general,
      let named = self.span(of: name)
    else { return nil }
    return Label(rubric: rubric, name: named, value: text.trimmed(TextSpan(start, span.end)))
  }

  /// Without emphasis, brackets' contents and question marks.
  private func plain(_ name: ArraySlice<Token>) -> ArraySlice<Token> {
    if name.allSatisfy({ $0.kind != .mark }) { return name }
    var out = ArraySlice<Token>()
    out.reserveCapacity(name.count)
    var depth = 0
    for token in name {
      if token.isMark("(") || token.isMark("[") { depth += 1 }
      if depth == 0, token.kind != .mark || token.isMark("/") || token.isMark("&") || token.isMark("-") {
        out.append(token)
      }
      if token.isMark(")") || token.isMark("]") { depth = max(0, depth - 1) }
    }
    return out
  }

  private static let openers = WordSet(
    "the their my main key our her his any some a an biggest big other some more possible die das der meine ihre ihr unser les mes leurs leur notre sa son"
  )
  static let tails = Phrases<Bool>([
    (
      "from his side|from her side|from their side|on his side|on her side|at their end|there|discussed|offered|given|flagged|expressed|shared|proposé|proposée|annoncé|évoqué|évoquée|souhaité|geboten|genannt|by me|by them|by her|by him|on my part|on their part|at my end|from them all|in short|honestly|frankly|as i see it|as far as i can tell|as far as i know|for them|for her|for him|for me|on their side|about me|so far|today|as well|from them|on my side|from me|at the end|raised|for the team|i noticed|mentioned|of theirs|here|for now|again|them|him|us|they have|they face|re me|regarding me|with me|on me|dort|là-bas|chez eux",
      true
    )
  ]).listed(as: .tails)

  /// The rubric of a whole phrase, leading determiners and trailing qualifiers aside.
  func exactRubric(_ name: ArraySlice<Token>) -> Rubric? {
    var slice = name
    for _ in 0..<3 {
      guard let first = slice.first else { return nil }
      if let found = RubricWords.exact.match(slice, at: slice.startIndex), found.end == slice.endIndex {
        return found.meaning
      }
      if let tail = slice.indices.first(where: {
        $0 > slice.startIndex && NoteScanner.tails.match(slice, at: $0)?.end == slice.endIndex
      }) {
        slice = slice[..<tail]
      } else if slice.count > 1, NoteScanner.openers.contains(first.key) || isGenitive(first) {
        slice = slice.dropFirst()
      } else if let last = slice.last, last.kind == .number, slice.count > 1 {
        // "Interviewer 2", "Q1".
        slice = slice.dropLast()
      } else {
        return nil
      }
    }
    return nil
  }

  /// The "Rosa's" of "Rosa's concern".
  private func isGenitive(_ token: Token) -> Bool {
    token.kind == .word && token.length > 3 && text[Int(token.end) - 1] == "s"
      && (text[Int(token.end) - 2] == "'" || text[Int(token.end) - 2] == "\u{2019}")
  }

  /// By the whole label, else by a telling word in it; a name before a colon is a speaker and no label.
  private func rubric(ofLabel name: ArraySlice<Token>) -> Rubric? {
    if let exact = exactRubric(name) { return exact }
    // "Asked by Prudence:"
    if let first = name.indices.first, let opening = RubricWords.words.match(name, at: first), name.count <= 5,
      opening.meaning == .theirQuestion, opening.end > first + 1
    {
      return .theirQuestion
    }
    // A heading in the midst of text may be a whole sentence: "What they hold against me, as far as I can tell:".
    guard name.count >= 2, name.count <= 7 || followsItem() else { return nil }
    if name.contains(where: { NoteScanner.verbs.contains($0.key) }),
      !name.contains(where: { NoteScanner.questionWords.contains($0.key) })
    {
      return nil
    }
    return (RubricWords.unasked.first(in: name) ?? RubricWords.words.first(in: name))?.meaning
  }

  private static let questionWords = WordSet("question questions fragen")
  static let verbs = WordSet(
    "said says spent added told asked replied mentioned explained is was were are has had will would sat think thought went came gave answered wants"
  )

  /// A heading's rubric: numbers before it and emphasis are no part of it.
  func rubric(ofHeading slice: ArraySlice<Token>, isSure: Bool) -> Rubric? {
    var bare = plain(slice)
    while let first = bare.first, first.kind == .number { bare.removeFirst() }
    guard !bare.isEmpty, bare.count <= 8 else { return nil }
    if let exact = exactRubric(bare) { return exact }
    // "Prep (not asked!)": the brackets may tell more.
    if RubricWords.unasked.first(in: slice) != nil { return .preparation }
    guard
      isSure
        || bare.count >= 2 && bare.count <= 5
          && !bare.contains(where: { NoteScanner.verbs.contains($0.key) || $0.kind == .number })
    else { return nil }
    guard let found = RubricWords.words.first(in: bare) else { return nil }
    // In plain text the phrase must be most of the line.
    return isSure || found.range.count * 2 >= bare.count ? found.meaning : nil
  }
}
