import Model

/// A text cut into sentences by the reader's own rule: a dot of "5. Mai", "17.09." or "p.m. on" ends none.
package enum SentenceText {
  /// No sentence is longer: what stands further apart is asked for no bounds, so that a long line costs no more than its
  /// length.
  static let longest = 1_000

  /// The sentences of a text, line by line, in order.
  package static func sentences(of words: String) -> [String] {
    let text = Array(words.unicodeScalars)
    return spans(text, TextSpan(0, text.count)).map { span in
      String(String.UnicodeScalarView(text[span.start..<span.end]))
    }
  }

  /// The sentences of a stretch of text, none longer than its line.
  static func spans(_ text: [Unicode.Scalar], _ stretch: TextSpan) -> [TextSpan] {
    var spans: [TextSpan] = []
    var start = stretch.start
    while start < stretch.end {
      let end = text[start..<stretch.end].firstIndex { $0 == "\n" || $0 == "\r" } ?? stretch.end
      let line = TextSpan(start, end)
      if !line.isEmpty, line.length <= NoteSource.longestLine { spans += scanner(text, line).sentences(in: line) }
      start = end + 1
    }
    return spans
  }

  private static func scanner(_ text: [Unicode.Scalar], _ line: TextSpan) -> NoteScanner {
    NoteScanner(
      text: text, lines: [], tokens: Tokenizer(text: text).tokens(in: line), reference: Day(number: 0),
      order: .undecided, container: .plain)
  }
}

extension Reading {
  /// Whether no sentence and no line ends between two stretches.
  package func isOneSentence(_ one: TextSpan, _ other: TextSpan) -> Bool {
    let (first, last) = one.start < other.start ? (one, other) : (other, one)
    guard first.end < last.start else { return true }
    guard last.end - first.start <= SentenceText.longest else { return false }
    return SentenceText.spans(text, TextSpan(first.start, last.end)).count == 1
  }
}

extension Reading {
  /// What a short note may say came of a search, by words that trackers use, where nothing surer was read.
  package var maybeOutcome: ApplicationStage? {
    guard text.count <= SentenceText.longest else { return nil }
    if let refusal = Refusal.outcome(StageMatcher.words(text.text(wholeText))) { return refusal }
    guard case .is(let stage)? = StageMatcher.shared.stage(text.text(wholeText)),
      ![.applied, .interviewing, .silent].contains(stage)
    else { return nil }
    return stage
  }

  /// The first line without the day that it begins with.
  private var wholeText: TextSpan {
    let line = lines.first?.span ?? TextSpan(0, 0)
    guard case .text(_, let day) = noteDate, day.start == line.start else { return line }
    return TextSpan(day.end, line.end)
  }

  /// Whether a stretch stands in a sentence that begins with what the writer does: "must ring Toby by Friday". What they hear
  /// by a day is others' to do.
  package func isOwnDeed(_ stretch: TextSpan) -> Bool {
    let line = lines.index(at: stretch.start).map { lines[$0].span } ?? TextSpan(0, text.count)
    guard let sentence = SentenceText.spans(text, line).first(where: { $0.overlaps(stretch) }) else { return false }
    let words = StageMatcher.words(text.text(sentence)).drop { $0.allSatisfy(\.isNumber) }
    return TouchOpening.isOwn(words) && !words.contains(where: TouchOpening.hearing.contains)
  }

  /// Whether a stage is told by a no that its sentence goes on from: "said no decision yet", "said no, Tuesday is fine".
  package func isOpenNo(_ fact: Fact) -> Bool {
    guard fact.field == .stage, fact.span.end <= text.count else { return false }
    let words = Tokenizer(text: text).tokens(in: TextSpan(fact.span.start, min(fact.span.end + 60, text.count)))
    let names = words.map { text.text($0.span).lowercased() }
    guard
      let place = words.indices.dropFirst().first(where: {
        words[$0].start < fact.span.end && StageWords.plainNos.contains(names[$0])
          && StageWords.sayings.contains(names[$0 - 1])
      })
    else { return false }
    guard let next = words[(place + 1)...].first(where: { !$0.isMark(",") }) else { return false }
    let between = text[Int(words[place].end)..<Int(next.start)]
    return next.kind == .word && !between.contains { $0 == "\n" || $0 == "\r" }
  }
}
