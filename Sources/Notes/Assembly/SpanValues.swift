import Model
import Scorer

/// What scored stretches mean: days and amounts are read by their engines, the rest is what is written.
struct SpanValues {
  private let rules: Reading
  private let scanner: NoteScanner
  private let entries: EntryDays
  /// The paper's own day.
  private let whole: Day

  init(_ rules: Reading, order: DateOrder) {
    self.rules = rules
    let text = rules.text
    let tokenizer = Tokenizer(text: text)
    var tokens: [Token] = []
    for line in rules.lines where line.span.length <= NoteSource.longestLine {
      tokenizer.append(line.span, to: &tokens)
    }
    scanner = NoteScanner(
      text: text, lines: [], tokens: tokens, reference: rules.reference ?? rules.noteDate.day ?? Day(number: 0),
      order: order, container: rules.container)
    scanner.isAnchored = rules.reference != nil
    whole = scanner.reference
    entries = EntryDays(rules.lines, scanner, written: whole)
  }

  /// The stretch without marks at its ends; nil where nothing is left.
  func stretch(_ span: ScoredSpan) -> TextSpan? {
    var found = rules.text.trimmed(TextSpan(span.start, span.end))
    let isClause = Labels.clauses.contains(span.field)
    while !found.isEmpty, isLoose(rules.text[found.end - 1], isClause: isClause || !endsShortened(found)) {
      found = rules.text.trimmed(TextSpan(found.start, found.end - 1))
    }
    while !found.isEmpty, isLoose(rules.text[found.start], isClause: true), rules.text[found.start] != "." {
      found = rules.text.trimmed(TextSpan(found.start + 1, found.end))
    }
    if span.field == FactField.commitment.rawValue { found.start = commitmentStart(found) }
    if span.field == FactField.interviewDate.rawValue { found = withHourBelow(found) }
    return found.isEmpty ? nil : found
  }

  /// "on Thursday 1 October at", and in the next line "10:30": a line that was broken parts no day from its hour.
  private func withHourBelow(_ stretch: TextSpan) -> TextSpan {
    guard !stretch.isEmpty, let line = rules.lines.index(at: stretch.end - 1), line + 1 < rules.lines.count else {
      return stretch
    }
    let next = rules.lines[line + 1].span
    guard rules.lines[line].span.end - stretch.end < 6, !next.isEmpty else { return stretch }
    let broken = TextSpan(stretch.start, min(next.end, next.start + 12))
    guard let match = match(broken), match.core.start == stretch.start, match.core.end > next.start,
      match.coreValues.contains(where: { $0.start?.second != nil })
    else { return stretch }
    return match.core
  }

  /// Behind the words that only say that something is promised, where others are left.
  private func commitmentStart(_ stretch: TextSpan) -> Int {
    let words = scanner.tokens(in: stretch).filter { $0.kind == .word }
    let lead = words.prefix { Self.promising.contains(rules.text($0.span).lowercased()) }
    guard !lead.isEmpty else { return stretch.start }
    // "I promised Ingrid that I'd send": whom it was promised to is said before what.
    let told = words.dropFirst(lead.count).prefix(3).lastIndex {
      Self.promising.contains(rules.text($0.span).lowercased())
    }
    let rest = words[(told.map { $0 + 1 } ?? words.startIndex + lead.count)...]
    return rest.first?.span.start ?? stretch.start
  }

  private static let promising: Set<String> = [
    "i", "i'd", "i'll", "i’d", "i’ll", "agreed", "d", "ll", "promised", "said", "shall", "that", "to", "will", "would",
  ]

  /// Whether the dot at the end belongs to its word: an initial, a word with dots inside, a shortened word.
  private func endsShortened(_ stretch: TextSpan) -> Bool {
    let word = rules.text[stretch.start..<stretch.end - 1].reversed().prefix { !$0.isSpace }
    let letters = String(String.UnicodeScalarView(word.reversed())).lowercased()
    return word.count < 2 || letters.contains(".") || Self.shortened.contains(letters)
  }

  private static let shortened: Set<String> = [
    "bros", "co", "corp", "dept", "esq", "inc", "jr", "ltd", "mfg", "mgr", "pty", "sr",
  ]

  private func isLoose(_ scalar: Unicode.Scalar, isClause: Bool) -> Bool {
    switch scalar {
    case ",", ";", ":", "*", "_", "|", "\"": true
    case ".": isClause
    default: false
    }
  }

  func value(_ span: ScoredSpan, in stretch: TextSpan) -> String? {
    switch span.field {
    case "interview.date":
      isFirstDayAtWork(stretch) ? nil : counted(stretch) { day(stretch, isAhead: span.value == "ahead") }
    case "promised_date": isFirstDayAtWork(stretch) ? nil : counted(stretch) { promised(stretch) }
    case "compensation": pay(stretch)
    case "stage": refusal(at: stretch) ?? span.value
    case "interview.kind": span.value
    case "interview.round": digit(stretch) ?? span.value
    default: collapsed(rules.text(stretch))
    }
  }

  /// The sentence that a stretch stands in; nil for one that is too long to be one.
  private func sentence(of stretch: TextSpan) -> TextSpan? {
    guard let line = rules.lines.index(at: stretch.start).map({ rules.lines[$0].span }) else { return nil }
    let sentence = SentenceText.spans(rules.text, line).first { $0.overlaps(stretch) }
    return sentence.flatMap { $0.length <= SentenceText.longest ? $0 : nil }
  }

  private func isFirstDayAtWork(_ stretch: TextSpan) -> Bool {
    guard let sentence = sentence(of: stretch), sentence.start <= stretch.start else { return false }
    return MeetingChange.isFirstDayAtWork(
      after: rules.text.text(TextSpan(sentence.start, stretch.start)), in: rules.text.text(sentence))
  }

  /// What a sentence of notes says of who refused; in a mail "I" may be anybody.
  private func refusal(at stretch: TextSpan) -> String? {
    guard !rules.container.isMail, let sentence = sentence(of: stretch) else { return nil }
    return Refusal.outcome(StageMatcher.words(rules.text.text(sentence)))?.rawValue
  }

  /// Reads a day as it counts from that of its entry.
  private func counted(_ stretch: TextSpan, _ read: () -> String?) -> String? {
    guard let day = entries.day(at: stretch) else { return read() }
    scanner.reference = day
    defer { scanner.reference = whole }
    return read()
  }

  /// A rule's value where a rule read the same words; rules count from the whole paper's day.
  private func ruled(_ field: FactField, _ stretch: TextSpan) -> Fact? {
    guard scanner.reference == whole || field == .compensation else { return nil }
    return rules.facts.first {
      $0.field == field && ($0.span == stretch || $0.span.overlaps(stretch) && covers($0.span, stretch))
    }
  }

  private func covers(_ one: TextSpan, _ two: TextSpan) -> Bool {
    2 * (min(one.end, two.end) - max(one.start, two.start)) >= max(one.length, two.length)
  }

  private func match(_ stretch: TextSpan) -> DateMatch? {
    let slice = scanner.tokens(in: stretch)
    let reference = Moment(day: scanner.reference)
    let found = DatePhrases.find(
      in: rules.text, tokens: slice, reference: reference, order: scanner.order.order)
    return found.first { $0.coreValues.contains { $0.start?.day != nil } }
  }

  /// A day or an hour of one; "last week" is no day on which somebody met.
  private func day(_ stretch: TextSpan, isAhead: Bool) -> String? {
    // A rule reads line by line.
    if rules.lines.index(at: stretch.start) == rules.lines.index(at: stretch.end - 1),
      let ruled = ruled(.interviewDate, stretch)
    {
      return ruled.value
    }
    guard let match = match(stretch), !scanner.isPartOfDay(match), scanner.isAnchored || scanner.saysYear(match),
      let (best, others) = scanner.day(match, lookingBack: !isAhead), best.isPoint
    else { return nil }
    let stamp = scanner.stamp(scanner.inOfficeHours(best, others))
    return stamp.isEmpty ? nil : stamp
  }

  private func promised(_ stretch: TextSpan) -> String? {
    if let ruled = ruled(.promisedDate, stretch) { return ruled.value }
    guard let match = match(stretch), scanner.isAnchored || scanner.saysYear(match) else { return nil }
    return scanner.promisedValue(match)?.first
  }

  private func pay(_ stretch: TextSpan) -> String? {
    guard let own = PayValue(rules.text[stretch.start..<stretch.end]).value else { return nil }
    // The rules know whose dollars a note speaks of.
    guard let ruled = ruled(.compensation, stretch), own.hasPrefix("USD"), own.dropFirst(3) == ruled.value.dropFirst(3)
    else {
      return own
    }
    return ruled.value
  }

  private func digit(_ stretch: TextSpan) -> String? {
    let digits = scanner.tokens(in: stretch).filter { $0.kind == .number && (1...9).contains($0.number) }
    return digits.first.map { String($0.number) }
  }

  func isJobTitle(_ stretch: TextSpan) -> Bool { scanner.isJobTitle(stretch) }

  /// The words of a name, by their keys.
  func words(_ stretch: TextSpan) -> [UInt64] { scanner.wordKeys(stretch) }
}
