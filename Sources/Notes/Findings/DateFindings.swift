import Model

/// Days of interviews and of promised answers.
extension NoteScanner {
  /// The day a match means here: one said in full as it is, else the nearest in the direction asked for.
  func day(_ match: DateMatch, lookingBack: Bool) -> (value: DateValue, others: [DateValue])? {
    let dated = match.coreValues.filter { $0.start?.day != nil }
    guard !dated.isEmpty else { return nil }
    let points = dated.filter { $0.kind == .date || $0.kind == .datetime || $0.kind == .datetimerange }
    let pool = points.isEmpty ? dated : points
    func distance(_ value: DateValue) -> Int {
      guard let day = value.start?.day else { return .max }
      let gap = day - reference
      if lookingBack { return gap <= 0 ? -gap : gap * 2 + 40 }
      return gap >= 0 ? gap : -gap * 2 + 40
    }
    // Readings that differ in the day are told apart by direction; those of one day keep their order.
    let first = pool[0].start?.day
    guard pool.contains(where: { $0.start?.day != first }) else { return (pool[0], Array(pool.dropFirst())) }
    if isFixed(match) { return (pool[0], Array(pool.dropFirst())) }
    guard let best = pool.min(by: { distance($0) < distance($1) }) else { return nil }
    return (best, pool.filter { $0 != best })
  }

  /// The year was written: only the order of day and month may be open, and that is no matter of direction.
  private func isFixed(_ match: DateMatch) -> Bool {
    let slice = tokens(in: match.core)
    if slice.contains(where: { $0.kind == .number && $0.length == 4 && (1900...2199).contains($0.number) }) {
      return true
    }
    return slice.contains { !$0.word.bits.isDisjoint(with: .step) }
      && slice.contains { $0.word.bits.contains(.weekday) }
  }

  // MARK: - Interviews

  mutating func interviewDate(_ match: DateMatch, in context: TextSpan, isSure: Bool) {
    guard !has(.interviewDate), let (best, others) = day(match, lookingBack: !isAhead(match)), let day = best.start?.day
    else { return }
    guard isSure || abs(day - reference) < 400 else { return }
    let value = stamp(inOfficeHours(best, others))
    let span = withoutRangeEnd(match)
    let alternatives = others.map(stamp).filter { $0 != value && !$0.isEmpty }.uniqued()
    if let other = others.first(where: { $0.start?.day != day }), isNumericOpen(match), let otherDay = other.start?.day
    {
      remark("read as \(day), could also be \(otherDay)")
    }
    add(.interviewDate, span, value: value, alternatives: Array(alternatives.prefix(4)))
  }

  /// "half past four" without am or pm is the afternoon: nobody interviews at night.
  private func inOfficeHours(_ best: DateValue, _ others: [DateValue]) -> DateValue {
    guard let second = best.start?.second, second < 7 * 3600 else { return best }
    return others.first { $0.start?.day == best.start?.day && $0.start?.second == second + 12 * 3600 } ?? best
  }

  private func isNumericOpen(_ match: DateMatch) -> Bool {
    order == .unknown && tokens(in: match.core).contains { $0.isMark("/") }
  }

  private func isAhead(_ match: DateMatch) -> Bool {
    tokens(in: match.core).contains {
      ($0.word.bits.contains(.relativeDay) && $0.word.value > 0) || $0.word.keyword == .next
    }
  }

  /// `2026-04-21` or `2026-04-21T09:30`.
  func stamp(_ value: DateValue) -> String {
    guard let start = value.start, let day = start.day else { return "" }
    guard let second = start.second, value.kind != .datetimerange || second % 3600 != 0 || second >= 28800 else {
      return day.description
    }
    return day.description + "T" + twoDigits(second / 3600) + ":" + twoDigits(second / 60 % 60)
  }

  /// "09:30–12:45": the start is the interview's time.
  private func withoutRangeEnd(_ match: DateMatch) -> TextSpan {
    let slice = tokens(in: match.core)
    guard match.coreValues.first?.kind == .datetimerange else { return match.core }
    for place in slice.indices.dropFirst()
    where slice[place].isMark("–") || slice[place].isMark("-") || slice[place].isMark("—")
      || slice[place].word.keyword == .to || slice[place].word.keyword == .bis
    {
      if slice[place - 1].kind == .number || has(slice[place - 1]) {
        return TextSpan(match.core.start, Int(slice[place - 1].end))
      }
    }
    return match.core
  }

  private func has(_ token: Token) -> Bool { token.word.bits.contains(.meridiem) }

  // MARK: - Promised answers

  mutating func promisedDate(_ match: DateMatch, in context: TextSpan) {
    guard !isTaken(match.core, by: .promisedDate),
      let value = promisedValue(match)
    else { return }
    add(.promisedDate, match.core, value: value.first, alternatives: value.rest)
  }

  /// A day, or a week's part as `start/end`.
  private func promisedValue(_ match: DateMatch) -> (first: String, rest: [String])? {
    let hasEdgeDay = match.coreValues.first?.kind == .date || match.coreValues.first?.kind == .datetime
    if !hasEdgeDay,
      let range = match.coreValues.first(where: { $0.kind == .daterange && $0.start != nil && $0.end != nil })
    {
      let all = match.coreValues.filter { $0.kind == .daterange && $0.start != nil && $0.end != nil }.map(\.value)
        .uniqued()
      return (range.value, Array(all.dropFirst().prefix(3)))
    }
    guard let (best, others) = day(match, lookingBack: false), let start = best.start?.day else { return nil }
    guard abs(start - reference) < 400 else { return nil }
    return (
      start.description,
      Array(others.compactMap { $0.start?.day?.description }.filter { $0 != start.description }.uniqued().prefix(3))
    )
  }

  /// Reads the dates of a sentence: the day an answer is due, or the day of the interview told of. True for the former.
  mutating func promiseOrMeeting(_ sentence: TextSpan) -> Bool {
    guard speaksOfDays(sentence) else { return false }
    let found = dates(in: sentence).filter { match in
      !isPresent(match) && match.coreValues.contains { $0.start?.day != nil }
        && !match.coreValues.allSatisfy { $0.kind == .duration || $0.kind == .set }
    }
    guard !found.isEmpty else { return false }
    let parts = clauses(in: sentence)
    var isPromise = false
    for match in found {
      let part = parts.first { $0.contains(match.core) } ?? sentence
      if isDue(part, match) || parts.count > 1 && isDue(sentence, match) && !isAppointment(part, match) {
        promisedDate(match, in: part)
        isPromise = true
      } else if isMeeting(sentence, match) {
        interviewDate(match, in: sentence, isSure: false)
      }
    }
    return isPromise
  }

  /// Whether a sentence has a phrase of answering or of meeting, without which no date in it is a finding.
  private func speaksOfDays(_ sentence: TextSpan) -> Bool {
    let slice = tokens(in: sentence)
    return CueWords.promised.first(in: slice) != nil
      || !has(.interviewDate) && (NoteScanner.meetings.first(in: slice) != nil || RoleWords.forms.first(in: slice) != nil)
  }

  /// "now" and "at the moment" name no day of their own.
  func isPresent(_ match: DateMatch) -> Bool {
    tokens(in: match.core).allSatisfy { $0.kind == .word && NoteScanner.presentWords.contains($0.key) }
  }

  private static let presentWords = WordSet(
    "now right just at the moment present time asap as soon possible this atm today's")

  /// A phrase of answering stands in the clause, and none of another appointment nearer to the date.
  private func isDue(_ part: TextSpan, _ match: DateMatch) -> Bool {
    let slice = tokens(in: part)
    guard let cue = nearest(CueWords.promised, slice, match.core) else { return false }
    guard let first = slice.first, !isConditional(first) else { return false }
    if let other = nearest(CueWords.appointment, slice, match.core), other < cue { return false }
    if isOwnPromise(slice, match) || isHope(slice, match) { return false }
    guard let (best, _) = day(match, lookingBack: false), let day = best.start?.day else { return false }
    return day >= reference || match.coreValues.contains { ($0.start?.day ?? reference - 1) >= reference }
  }

  private func isConditional(_ token: Token) -> Bool {
    token.word.keyword == .if || token.word.keyword == .unless || token.word.keyword == .falls
  }

  /// "should ring me some time next week" is a step, no promised day.
  private func isHope(_ slice: ArraySlice<Token>, _ match: DateMatch) -> Bool {
    slice.contains { $0.word.keyword == .should } && match.coreValues.first?.kind == .daterange
      && slice.contains { $0.word.keyword == .sometime || $0.word.keyword == .some || $0.word.keyword == .maybe }
  }

  /// "I said I'd call by Friday" is the candidate's promise.
  private func isOwnPromise(_ slice: ArraySlice<Token>, _ match: DateMatch) -> Bool {
    let before = slice.prefix { Int($0.start) < match.core.start }
    // "Promised Elliot a page by Friday": nobody else is the subject.
    if let first = before.first, first.word.keyword == .promised || first.word.keyword == .owe { return true }
    guard
      let place = before.lastIndex(where: {
        $0.word.keyword == .iWill || $0.word.keyword == .iWould || $0.word.keyword == .i || $0.word.keyword == .told
      })
    else { return false }
    if slice[place].word.keyword == .told {
      return slice.indices.contains(place + 1) && slice[place + 1].word.keyword == .them
    }
    if before[place...].contains(where: { NoteScanner.sendWords.contains($0.key) }) { return true }
    let isTold =
      before[place...].contains { NoteScanner.hearWords.contains($0.key) }
      || before[..<place].contains { NoteScanner.letWords.contains($0.key) }
    return !isTold
  }

  private static let sendWords = WordSet("send come")
  private static let hearWords = WordSet("hear know")
  private static let letWords = WordSet("let tell told need answer promised")

  private func isAppointment(_ part: TextSpan, _ match: DateMatch) -> Bool {
    nearest(CueWords.appointment, tokens(in: part), match.core) != nil
  }

  /// The distance in scalars from a date to the nearest phrase of a table.
  private func nearest(_ table: PhraseTable<Bool>, _ slice: ArraySlice<Token>, _ date: TextSpan) -> Int? {
    var best: Int?
    for place in slice.indices {
      guard let found = table.match(slice, at: place) else { continue }
      let span = TextSpan(Int(slice[place].start), Int(slice[found.end - 1].end))
      let gap =
        span.end <= date.start ? date.start - span.end : span.start >= date.end ? (span.start - date.end) * 2 : 0
      best = min(best ?? gap, gap)
    }
    return best
  }

  private static let meetings = PhraseTable<Bool>([
    (
      "thank you for coming|thanks for coming|coming in|came in|meeting me|seeing me|having me|votre visite|votre venue|votre entretien|ihren besuch|ihr besuch|met|meet you on|meet you at|to meet you|see you on|interview on|interviewed on|interviewed|interview was|interview is|interview at|call on|call was|spoke on|spoke with|spoke to|talked to|had a call|had the call|had my|visited|went in|went to|was there|first round on|second round on|third round on|phone screen|screening on|meeting you|meeting us|meeting on|held on|vorstellungsgespräch am|gespräch am|gespräch war|written on|coffee with|round on|panel on|was invited|visit on|entretien le|our conversation|our chat|your interview|your visit|speaking with you|talking to you|time on|written|chat on|interview with|interview moved|moved to|rescheduled to|rescheduled for|rebooked for",
      true
    )
  ])

  /// The sentence tells of the interview itself.
  private func isMeeting(_ sentence: TextSpan, _ match: DateMatch) -> Bool {
    guard !has(.interviewDate), section != .next, section != .commitment else { return false }
    let slice = tokens(in: sentence)
    guard NoteScanner.meetings.first(in: slice) != nil || RoleWords.forms.first(in: slice) != nil && slice.count < 14,
      nearest(CueWords.appointment, slice, match.core).map({ $0 > 6 }) ?? true
    else { return false }
    return match.coreValues.contains { $0.kind == .date || $0.kind == .datetime || $0.kind == .datetimerange }
  }

  // MARK: - Corrections

  private static let corrections = PhraseTable<Bool>([
    (
      "update|edit|correction|corrected|nachtrag|korrektur|scrap that|no wait|actually|now moved|moved to|rescheduled|postponed|pushed to|pushed back to|brought forward to|verschoben auf|reporté au|delayed to|delayed until",
      true
    )
  ])

  /// What follows is the day that no longer holds.
  private static let withdrawals = PhraseTable<Bool>([
    ("instead of|rather than|not|was|were|it was|from|statt|anstatt|au lieu", true)
  ])

  private static let meetingWords = WordSet(
    "interview call meeting panel termin gespräch entretien rescheduled chat visit")

  /// "UPDATE: now Thursday": a date that replaces one said before.
  func isCorrection(_ span: TextSpan) -> Bool {
    let slice = tokens(in: span)
    guard slice.count < 40, slice.count > 1,
      has(.promisedDate) || has(.interviewDate)
    else { return false }
    for place in slice.indices.prefix(4) where NoteScanner.corrections.match(slice, at: place) != nil {
      return !dates(in: span).isEmpty
    }
    return false
  }

  mutating func correct(_ span: TextSpan) {
    let slice = tokens(in: span)
    let withdrawn = NoteScanner.withdrawals.first(in: slice).map { Int(slice[$0.range.lowerBound].start) } ?? span.end
    guard
      let match = dates(in: TextSpan(span.start, withdrawn)).last(where: {
        !isPresent($0) && $0.coreValues.contains { $0.start?.day != nil }
      })
    else { return }
    let isMeeting = slice.contains { NoteScanner.meetingWords.contains($0.key) }
    let isAnswer = CueWords.promised.first(in: slice) != nil
    let field: FactField = isAnswer || !isMeeting && has(.promisedDate) ? .promisedDate : .interviewDate
    facts.removeAll { $0.field == field && $0.interview == group }
    openQuestion = nil
    if field == .interviewDate {
      guard let (best, _) = day(match, lookingBack: false) else { return }
      add(field, match.core, value: stamp(best))
    } else {
      promisedDate(match, in: span)
    }
  }
}
