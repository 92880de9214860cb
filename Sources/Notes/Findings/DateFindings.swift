import Model

/// Days of interviews.
extension NoteScanner {
  /// The day a match means here: one said in full as it is, else the nearest in the direction asked for.
  func day(_ match: DateMatch, lookingBack: Bool) -> (value: DateValue, others: [DateValue])? {
    let all = DatedReading.all(of: match)
    let pool = onWeekday(match, inOrder(all))
    guard let first = pool.first else { return nil }
    func distance(_ reading: DatedReading) -> Int {
      let gap = reading.day - reference
      if lookingBack { return gap <= 0 ? -gap : gap * 2 + 40 }
      // "by Friday" said on a Friday is the next one.
      return gap > 0 ? gap : gap == 0 ? 8 : -gap * 2 + 40
    }
    // Readings that differ in the day are told apart by direction; those of one day keep their order.
    let isOpen = pool.contains { $0.day != first.day }
    let isTold = isOpen && !isFixed(match)
    let best = isTold ? pool.min { distance($0) < distance($1) } ?? first : first
    let others = all.lazy.filter { $0.place != best.place }
    return (match.coreValues[best.place], others.map { match.coreValues[$0.place] })
  }

  /// A reading that has a day: its place among the readings of its phrase.
  private struct DatedReading {
    let place: Int
    let day: Day

    /// Those no longer than a day; all that have one where there is no such.
    static func all(of match: DateMatch) -> [DatedReading] {
      let values = match.coreValues
      let hasPoints = values.contains { $0.isPoint && $0.start?.day != nil }
      var all = [DatedReading]()
      all.reserveCapacity(values.count)
      for (place, value) in values.enumerated() where !hasPoints || value.isPoint {
        if let day = value.start?.day { all.append(DatedReading(place: place, day: day)) }
      }
      return all
    }
  }

  /// Readings in the order of day and month that holds; direction does not bring those in the other forward.
  private func inOrder(_ readings: [DatedReading]) -> [DatedReading] {
    guard let first = readings.first, readings.contains(where: { $0.day.isSwapped(first.day) }) else { return readings }
    return readings.filter { !$0.day.isSwapped(first.day) }
  }

  /// Where a weekday stands beside a date, only the years in which the date falls on it.
  private func onWeekday(_ match: DateMatch, _ readings: [DatedReading]) -> [DatedReading] {
    guard readings.count > 1 else { return readings }
    let slice = tokens(in: match.core)
    guard let said = slice.first(where: { $0.word.bits.contains(.weekday) }),
      slice.contains(where: { $0.kind == .number && $0.length <= 2 })
    else { return readings }
    let fitting = readings.filter { $0.day.weekday.rawValue == Int(said.word.value) }
    return fitting.isEmpty ? readings : fitting
  }

  /// Says that a day could be another with day and month the other way round, where a weekday does not settle it.
  func remarkOtherOrder(_ match: DateMatch, readAs day: Day) {
    guard mayHaveOtherOrder(match.core), let other = match.inOtherOrder(day) else { return }
    hasOpenOrder = true
    remark("\(text.text(match.core)) is read as \(day) and could be \(other)")
  }

  /// Dots are day first everywhere.
  private func mayHaveOtherOrder(_ date: TextSpan) -> Bool {
    guard order.source != .asked else { return false }
    let slice = tokens(in: date)
    return slice.contains { $0.isMark("/") || $0.isMark("-") }
      && !slice.contains { $0.word.bits.contains(.weekday) }
  }

  /// The same of the day that the note says it was written on.
  func remarkOtherOrder(of noteDate: NoteDate) {
    guard case .text(let moment, let span) = noteDate, mayHaveOtherOrder(span) else { return }
    index = lineNumber(at: span.start)
    for match in dates(in: span) { remarkOtherOrder(match, readAs: moment.day) }
    index = 0
  }

  /// The year was written: only the order of day and month may be open, and that is no matter of direction.
  private func isFixed(_ match: DateMatch) -> Bool {
    let slice = tokens(in: match.core)
    if slice.contains(where: { $0.kind == .number && $0.length == 4 && (1900...2199).contains($0.number) }) {
      return true
    }
    // "Half past" steps to no other week.
    return slice.contains { $0.word.bits.contains(.step) && $0.word.keyword != .past }
      && slice.contains { $0.word.bits.contains(.weekday) }
  }

  // MARK: - Interviews

  func interviewDate(_ match: DateMatch, in context: TextSpan, isSure: Bool) {
    guard !has(.interviewDate), !isPartOfDay(match), isAnchored || saysYear(match),
      let (best, others) = day(match, lookingBack: !isAhead(match, in: context)),
      let day = best.start?.day
    else { return }
    guard isSure || abs(day - reference) < 400 else { return }
    let value = stamp(inOfficeHours(best, others))
    let span = withoutRangeEnd(match)
    let alternatives = others.map { stamp($0) }.filter { $0 != value && !$0.isEmpty }.uniqued()
    remarkOtherOrder(match, readAs: day)
    add(.interviewDate, span, value: value, alternatives: Array(alternatives.prefix(4)))
  }

  /// The phrase means the same day whenever the note was written: it says the year.
  func saysYear(_ match: DateMatch) -> Bool {
    let days = NoteScanner.probes.map { probe in
      DatePhrases.find(in: text, tokens: tokens(in: match.core), reference: Moment(day: probe), order: order.order)
        .first?.coreValues.first?.start?.day
    }
    return days[0] != nil && days[0] == days[1]
  }

  /// Two days that no phrase counted from today means the same from.
  private static let probes = [Day(number: 11_000), Day(number: 22_500)]

  /// "morning" alone greets or says when in the day, not which day.
  func isPartOfDay(_ match: DateMatch) -> Bool {
    let slice = tokens(in: match.core)
    return slice.count == 1 && slice.allSatisfy { NoteScanner.partsOfDay.contains($0.key) }
  }

  private static let partsOfDay = WordSet("morning afternoon evening night noon midday vormittag nachmittag matin soir")

  /// "half past four" without am or pm is the afternoon: nobody interviews at night.
  func inOfficeHours(_ best: DateValue, _ others: [DateValue]) -> DateValue {
    guard let second = best.start?.second, second < 7 * 3600 else { return best }
    return others.first { $0.start?.day == best.start?.day && $0.start?.second == second + 12 * 3600 } ?? best
  }

  /// The phrase says so itself, or its clause invites.
  private func isAhead(_ match: DateMatch, in context: TextSpan) -> Bool {
    if tokens(in: match.core).contains(where: {
      ($0.word.bits.contains(.relativeDay) && $0.word.value > 0) || $0.word.keyword == .next
    }) {
      return true
    }
    let clause = clauses(in: context).first { $0.contains(match.core) } ?? context
    return NoteScanner.invitations.first(in: tokens(in: clause)) != nil
  }

  /// What asks somebody to an interview that is still to be.
  static let invitations = Phrases<Bool>([
    (
      "love to see you|like to see you|love to meet you|like to meet you|hope to see you|hope to meet you|like to speak with you|like to speak to you|like to talk to you|happy to meet you|forward to seeing you|forward to meeting you|forward to speaking|forward to talking|will see you|we'll see you|invite you|inviting you to|like to invite|are you available|are you free|would you be available|would you be free|can you come|could you come|can you make|could you make|laden wir sie|laden sie|sie einladen|möchten wir sie|würden wir sie gerne|würden sie gerne|freuen uns auf|freuen wir uns auf|würden uns freuen|passt ihnen|passt es ihnen|vous invitons|vous inviter|vous convier|souhaitons vous rencontrer|aimerions vous rencontrer|seriez-vous disponible|êtes-vous disponible",
      true
    )
  ]).listed(as: .invitations)

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
}
