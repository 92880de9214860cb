import Model

/// Days on which an answer is due, told from those of meetings and of other appointments.
extension NoteScanner {
  func promisedDate(_ match: DateMatch, in context: TextSpan) {
    guard !isTaken(match.core, by: .promisedDate), isAnchored || saysYear(match),
      let value = promisedValue(match)
    else { return }
    if let day = Day(value.first) { remarkOtherOrder(match, readAs: day) }
    add(.promisedDate, match.core, value: value.first, alternatives: value.rest)
  }

  /// A day, or a week's part as `start/end`.
  func promisedValue(_ match: DateMatch) -> (first: String, rest: [String])? {
    let hasEdgeDay = match.coreValues.first?.kind == .date || match.coreValues.first?.kind == .datetime
    if !hasEdgeDay,
      let range = match.coreValues.first(where: { $0.kind == .daterange && $0.start != nil && $0.end != nil })
    {
      let all = match.coreValues.filter { $0.kind == .daterange && $0.start != nil && $0.end != nil }.map(\.value)
        .uniqued()
      let value = match.coreValues.withExclusiveEnd(range).value
      return (value, Array(all.filter { $0 != value }.prefix(3)))
    }
    guard let (best, others) = day(match, lookingBack: false), let start = best.start?.day else { return nil }
    guard !isAnchored || abs(start - reference) < 400 else { return nil }
    return (
      start.description,
      Array(others.compactMap { $0.start?.day?.description }.filter { $0 != start.description }.uniqued().prefix(3))
    )
  }

  /// Reads the dates of a sentence: the day an answer is due, or the day of the interview told of. True for the former.
  func promiseOrMeeting(_ sentence: TextSpan) -> Bool {
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
        if isStamp(match) { claimForm(sentence, isSure: false) }
      }
    }
    return isPromise
  }

  /// Whether a sentence has a phrase of answering or of meeting, without which no date in it is a finding.
  private func speaksOfDays(_ sentence: TextSpan) -> Bool {
    let slice = tokens(in: sentence)
    let isForMe =
      slice.contains { $0.word.keyword == .me } && slice.contains { NoteScanner.bounds.contains($0.key) }
    return CueWords.promised.first(in: slice) != nil || isForMe
      || slice.dropFirst().first.map { NoteScanner.answerVerbs.contains($0.key) } ?? false
      || !has(.interviewDate)
        && (container == .org || NoteScanner.meetings.first(in: slice) != nil
          || RoleWords.forms.first(in: slice) != nil)
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
    guard
      let cue = nearest(CueWords.promised, slice, match.core)
        ?? (isBoundForMe(slice, match) || isCaller(slice, match) ? 0 : nil)
    else {
      return false
    }
    guard let first = slice.first, !isConditional(first) else { return false }
    if let other = nearest(CueWords.appointment, slice, match.core), other < cue { return false }
    if isOwnPromise(slice, match) || isHope(slice, match) { return false }
    guard let (best, _) = day(match, lookingBack: false), let day = best.start?.day else { return false }
    return day >= reference || match.coreValues.contains { ($0.start?.day ?? reference - 1) >= reference }
  }

  /// "Tammy calls Monday."
  private func isCaller(_ slice: ArraySlice<Token>, _ match: DateMatch) -> Bool {
    guard let name = slice.first, name.isCapital, let verb = slice.dropFirst().first,
      NoteScanner.answerVerbs.contains(verb.key), match.span.start - Int(verb.end) <= 4
    else { return false }
    return people[firstOfGroup...].contains { $0.matches(name.key) }
  }

  private static let answerVerbs = WordSet(
    "calls rings phones emails mails writes texts messages decides answers replies confirms ruft schreibt meldet appelle écrit rappelle"
  )

  /// "Nasreen to drop me a note by Thursday": somebody else does a thing for me, up to a day.
  private func isBoundForMe(_ slice: ArraySlice<Token>, _ match: DateMatch) -> Bool {
    let before = slice.prefix { Int($0.start) < match.core.start }
    guard let bound = before.last ?? tokens(in: match.span).first, NoteScanner.bounds.contains(bound.key),
      let me = before.firstIndex(where: { $0.word.keyword == .me }), me > before.startIndex,
      slice.indices.contains(me + 1), slice[me + 1].word.keyword != .to
    else { return false }
    return !before[..<me].contains { $0.word.keyword == .i || $0.word.keyword == .iWill || $0.word.keyword == .iWould }
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
    guard isCandidate else { return false }
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
  private static let hearWords = WordSet("hear hearing know until till")
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

  /// `[2026-05-21 Thu 16:30]`: org's time of something that was or is to be, with its hour.
  private func isStamp(_ match: DateMatch) -> Bool {
    container == .org && match.core.start > 0
      && !(tokens(in: lines[index].content).first.map { NoteScanner.orgStamps.contains($0.key) } ?? true)
      && (text[match.core.start - 1] == "[" || text[match.core.start - 1] == "<")
      && match.coreValues.contains { $0.kind == .datetime || $0.kind == .datetimerange }
  }

  static let meetings = Phrases<Bool>([
    (
      "rang|called|telephoned|good to talk|good to speak|great to talk|great to speak|nice to talk|nice to speak|lovely to talk|lovely to speak|good to meet|great to meet|nice to meet|lovely to meet|pleasure to meet|pleasure meeting|good talking|great talking|good speaking|great speaking|good to have you|great to have you|good to see you|nice to see you|lovely to see you|great to see you|good catching up|coming to|coming over|coming down|coming up|coming all the way|having come|making the trip|schön sie|ravi de vous|ravie de vous|plaisir de vous|freut mich dass sie|good shift|great shift|good session|good interview|good chat|great chat|good meeting|nice chat|good having you|great having you|time you spent|you spent with|spent with|seen on|seen by|war ich|ich war|j'étais|talking to|thank you for coming|thanks for coming|coming in|came in|meeting me|seeing me|having me|votre visite|votre venue|votre entretien|ihren besuch|ihr besuch|met|meet you on|meet you at|to meet you|see you on|interview on|interviewed on|interviewed|interview was|interview is|interview at|call on|call was|spoke on|spoke with|spoke to|talked to|had a call|had the call|had my|visited|went in|went to|was there|first round on|second round on|third round on|phone screen|screening on|meeting you|meeting us|meeting on|held on|vorstellungsgespräch am|gespräch am|gespräch war|written on|coffee with|round on|panel on|was invited|visit on|entretien le|our conversation|our chat|your interview|your visit|speaking with you|talking to you|time on|written|chat on|interview with|interview moved|moved to|rescheduled to|rescheduled for|rebooked for",
      true
    )
  ]).listed(as: .meetings)

  /// The sentence tells of the interview itself.
  private func isMeeting(_ sentence: TextSpan, _ match: DateMatch) -> Bool {
    guard !has(.interviewDate), section != .next, section != .commitment else { return false }
    let slice = tokens(in: sentence)
    guard
      isStamp(match) || NoteScanner.meetings.first(in: slice) != nil
        || RoleWords.forms.first(in: slice) != nil && slice.count < 14,
      nearest(CueWords.appointment, slice, match.core).map({ $0 > 6 }) ?? true
    else { return false }
    return match.coreValues.contains { $0.kind == .date || $0.kind == .datetime || $0.kind == .datetimerange }
  }
}
