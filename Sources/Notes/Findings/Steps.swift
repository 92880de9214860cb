/// What happens next and what the candidate is to do.
extension NoteScanner {
  /// A check box outside any section: an action of the candidate, or a step of the process.
  func task(_ line: NoteLine, isDone: Bool) {
    guard !isDone else { return }
    if startsWithStep(line.content) { return nextStep(line.content) }
    commitment(line.content)
  }

  static let stepWords = Phrases<Bool>([
    (
      "lab day|test day|trial day|trial shift|panel|interview|second interview|final interview|second round|third round|final round|next round|2nd round|3rd round|2nd rd|3rd rd|technical test|tech test|technical interview|case study|site visit|site walk|call with|chat with|meeting with|meet the|lunch with|onsite|on-site|assessment|presentation to|coding|live coding|pairing session|take-home|demo day|reference check|background check|offer|contract|final chat|zweitgespräch|probetag|probearbeiten|entretien",
      true
    )
  ]).listed(as: .stepWords)

  private func startsWithStep(_ span: TextSpan) -> Bool {
    let slice = tokens(in: span)
    for place in slice.indices.prefix(3) where NoteScanner.stepWords.match(slice, at: place) != nil { return true }
    return false
  }

  static let commitmentLeads = Phrases<Bool>([
    (
      "i promised to|i promised|i will|i'll|i said i'd|i said i would|i need to|i have to|i must|i owe|i am to|i'm to|i should|me to|need to|have to|must|remember to|also|then|to|please|owe|promised to|promised|she'll get|todo|to do|action|and|ich schicke|muss|je dois|i agreed to|agreed to|i offered to|offered to|still|also to|myself|i'd",
      true
    )
  ]).listed(as: .commitmentLeads)

  /// The action alone: no "I'll", no name of whom it is owed to, no date behind it.
  func commitment(_ span: TextSpan) {
    // "I also owe myself a stiff drink"
    if tokens(in: span).first?.key == NoteScanner.myselfKey { return }
    for part in commitmentParts(span) {
      var rest = tidied(part)
      for _ in 0..<3 {
        let slice = tokens(in: rest)
        guard let lead = slice.first.flatMap({ _ in NoteScanner.commitmentLeads.match(slice, at: slice.startIndex) }),
          slice.indices.contains(lead.end)
        else { break }
        let isOwed = slice[slice.startIndex..<lead.end].contains { $0.word.keyword == .owe }
        var start = lead.end
        if slice[start].isMark(":") { start += 1 }
        if isOwed, slice.indices.contains(start + 1),
          slice[start].isCapital || slice[start].word.keyword == .them || slice[start].word.keyword == .her
            || slice[start].word.keyword == .him
        {
          start += 1
        }
        guard slice.indices.contains(start) else { break }
        rest = tidied(TextSpan(Int(slice[start].start), rest.end))
      }
      rest = withoutRecipient(withoutTrailingDate(rest))
      // "[ ] sleep" is nothing promised to anybody.
      if case .task = lines[index].kind, section == nil, tokens(in: rest).count < 2 { continue }
      clause(.commitment, rest)
    }
  }

  private static let myselfKey = wordKey("myself")

  /// "I'll send A. She wants B": one action; "send A; call B": two.
  private func commitmentParts(_ span: TextSpan) -> [TextSpan] {
    let all = sentences(in: span)
    guard let first = all.first else { return [] }
    return [first] + all.dropFirst().filter { tokens(in: TextSpan(span.start, $0.start)).last?.isMark(";") ?? false }
  }

  /// "Ihnen bis Montag die Zeugnisse", which is how German says "send": without whom it goes to and by when.
  private func withoutLeadingCircumstance(_ span: TextSpan) -> TextSpan {
    var rest = tokens(in: span)
    if let first = rest.first, NoteScanner.recipients.contains(first.key) {
      rest = rest.dropFirst()
    } else if let person = people[firstOfGroup...].first(where: { $0.name.span.start == span.start }) {
      rest = rest.drop { Int($0.start) < person.name.span.end }
    }
    if let start = rest.first, NoteScanner.bounds.contains(start.key),
      let match = dates(in: TextSpan(Int(start.start), span.end)).first,
      tokens(in: TextSpan(Int(start.start), match.core.start)).allSatisfy({ NoteScanner.dateLeads.contains($0.key) })
    {
      rest = rest.drop { Int($0.start) < match.span.end }
    }
    guard let first = rest.first, first.kind == .word else { return span }
    return TextSpan(Int(first.start), span.end)
  }

  private static let recipients = WordSet("ihnen ihm ihr dir euch vous lui leur")

  /// "the one-page plan to Annalise" without whom it goes to, where a known or capital name ends it.
  private func withoutRecipient(_ span: TextSpan) -> TextSpan {
    let span = withoutLeadingCircumstance(span)
    let slice = tokens(in: span)
    guard slice.count > 4, let last = slice.last, last.isCapital, let to = slice.indices.dropLast().last,
      slice[to].word.keyword == .to,
      NameWords.firstNames.contains(last.key) || people[firstOfGroup...].contains(where: { $0.matches(last.key) })
    else { return span }
    return text.trimmed(TextSpan(span.start, Int(slice[to].start)))
  }

  private static let dateLeads = WordSet(
    "by on before until till for at w in around approx from due bis am im avant le pour en")

  /// A date phrase at the end is when, not what.
  func withoutTrailingDate(_ span: TextSpan) -> TextSpan {
    var span = tidied(span)
    for _ in 0..<2 {
      guard let match = dates(in: span).last, isTrailing(match.span, in: span), !isPartOfDay(match),
        match.values.contains(where: {
          $0.kind == .date || $0.kind == .datetime || $0.kind == .daterange || $0.kind == .datetimerange
        })
      else { return span }
      var slice = tokens(in: TextSpan(span.start, match.core.start))
      while let last = slice.last,
        last.kind == .mark && !last.isMark(")") && !last.isMark("\"")
          || last.kind == .word && NoteScanner.dateLeads.contains(last.key)
      { slice = slice.dropLast() }
      guard let rest = self.span(of: slice), slice.count >= 2 else { return span }
      span = tidied(TextSpan(span.start, rest.end))
    }
    return span
  }

  private func isTrailing(_ match: TextSpan, in span: TextSpan) -> Bool {
    tokens(in: TextSpan(match.end, span.end)).allSatisfy { $0.kind == .mark }
  }

  /// A line of the section on next steps: a step, their promise of an answer, or the candidate's own action.
  func nextLine(_ span: TextSpan) {
    let whole = sentences(in: span)
    for (number, sentence) in whole.enumerated() {
      readPeople(sentence)
      if number > 0, isOnlyWhen(sentence) { continue }
      if let (cue, range) = cue(in: sentence, for: .commitment) {
        finding(cue, range, in: sentence)
      } else if let (cue, range) = strongCue(sentence, besides: .nextStep) {
        finding(cue, range, in: sentence)
      } else if !promiseOrMeeting(sentence) || isStepBesidePromise(sentence) {
        if isOwnAction(sentence) { commitment(sentence) } else { nextStep(sentence) }
      }
    }
  }

  /// "They are aiming for the week of 30 March": when, and no step.
  private func isOnlyWhen(_ span: TextSpan) -> Bool {
    guard dates(in: span).contains(where: { $0.coreValues.contains { $0.start?.day != nil } }),
      CueWords.promised.first(in: tokens(in: span)) == nil
    else { return false }
    return !startsWithStep(span) && tokens(in: withoutTrailingDate(span)).count < 6
  }

  private func isStepBesidePromise(_ span: TextSpan) -> Bool { startsWithStep(span) && clauses(in: span).count > 1 }

  static let actionVerbs = WordSet(
    "send email mail call ring write prepare draft forward share check ask thank update upload return sign fill finish read practise practice research book buy print bring chase confirm collect compile put"
  )

  private func isOwnAction(_ span: TextSpan) -> Bool {
    guard let first = tokens(in: span).first(where: { $0.kind == .word }) else { return false }
    let second = tokens(in: span).filter { $0.kind == .word }.dropFirst().first
    let isCall = second?.word.keyword == .with || second?.word.keyword == .from
    return NoteScanner.actionVerbs.contains(first.key) && !isCall || first.word.keyword == .i
      || first.word.keyword == .iWill
  }

  static let stepLeads = Phrases<Bool>([
    (
      "next step is|next step|next steps|next round is|next stage is|next is|then|next up|and then|after that|nächster schritt|next will be|next comes|she said|he said|they said",
      true
    )
  ]).listed(as: .stepLeads)

  /// A step without "next" before it and without its date.
  func nextStep(_ span: TextSpan) {
    for sentence in sentences(in: span).prefix(3).map(withoutCondition) {
      readPeople(sentence)
      let parts = clauses(in: sentence)
      var head = sentence
      if parts.count > 1 {
        let later = parts.dropFirst().filter { promiseOrMeeting($0) || rivalClause($0) }
        if !later.isEmpty { head = TextSpan(sentence.start, later[later.startIndex].start) }
      } else if head.start == span.start || isStepless(head) {
        if promiseOrMeeting(sentence), isStepless(head) { continue }
      }
      head = withoutTrailingDate(tidied(withoutPromise(head)))
      let slice = tokens(in: head)
      if let lead = slice.first.flatMap({ _ in NoteScanner.stepLeads.match(slice, at: slice.startIndex) }),
        slice.indices.contains(lead.end),
        slice[lead.end].isMark(":") || lead.end - slice.startIndex == 1
          || !NoteScanner.verbs.contains(slice[lead.end - 1].key)
      {
        let start = slice[lead.end].isMark(":") ? lead.end + 1 : lead.end
        if slice.indices.contains(start) { head = tidied(TextSpan(Int(slice[start].start), head.end)) }
      }
      if head.length > 4 { clause(.nextStep, head) }
    }
  }

  /// "If you are successful, the next step is …" without the condition.
  private func withoutCondition(_ span: TextSpan) -> TextSpan {
    let slice = tokens(in: span)
    guard let first = slice.first, first.word.keyword == .if || first.word.keyword == .falls,
      let comma = slice.indices.prefix(9).first(where: { slice[$0].isMark(",") }), slice.endIndex - comma > 4
    else { return span }
    return text.trimmed(TextSpan(Int(slice[comma].end), span.end))
  }

  /// "Fachaufgabe, Rückmeldung bis 4. September": the step ends where the answer's day begins.
  private func withoutPromise(_ span: TextSpan) -> TextSpan {
    let slice = tokens(in: span)
    for place in slice.indices.dropFirst().dropLast() where slice[place].isMark(",") {
      let rest = TextSpan(Int(slice[place].end), span.end)
      if CueWords.promised.match(slice, at: place + 1) != nil, !dates(in: rest).isEmpty {
        return TextSpan(span.start, Int(slice[place].start))
      }
    }
    return span
  }

  private func rivalClause(_ span: TextSpan) -> Bool {
    guard let (cue, range) = cue(in: span, for: .competition) else { return false }
    finding(cue, range, in: span)
    return true
  }

  /// A sentence that only says when an answer is due.
  private func isStepless(_ whole: TextSpan) -> Bool {
    let span = withoutPromise(whole)
    return CueWords.promised.first(in: tokens(in: span)) != nil && !startsWithStep(span)
  }
}
