import Model

/// Ranges open on one side: "before 2.30pm", "since March", "no later than tomorrow", "within 5 minutes".
extension DateGrammar {
  // MARK: - Open ranges

  private enum Side { case before, after, since, until }

  /// "before 2.30pm", "since March", "no later than tomorrow", "after 2016", "> 6pm today".
  func bounded(_ index: Int) -> Part<Phrase>? {
    guard let (place, side) = bound(index) else { return nil }
    // "till date", "to date".
    if keyword(place, .date), side == .until {
      return Part(end: place + 1, value: Phrase(values: [DateValue(kind: .daterange, end: DateStamp(day: today))]))
    }
    let start = skip(place, .the)
    let found: Temporal
    if let year = yearOrYears(place) ?? yearOrYears(start), (temporal(place)?.end ?? 0) <= year.end {
      found = year
    } else if let direct = temporal(place) {
      found = direct
    } else {
      return nil
    }
    if found.isWeak, found.clock?.minute == 0 { return nil }
    let isBegun = keyword(index, .since, .seit, .depuis)
    let isDue = side == .until || side == .before
    let core = isBegun || isDue ? directed(values(of: found), isPast: isBegun) : values(of: found)
    let open = opened(core, side)
    // `<2026-01-28 Wed>` is a timestamp in its brackets.
    guard !open.isEmpty, !(isMark(index, "<") && isMark(found.end, ">")) else { return nil }
    return Part(end: found.end, value: Phrase(values: open, core: place..<found.end, coreValues: core))
  }

  private func bound(_ index: Int) -> (Int, Side)? {
    switch keyword(index) {
    case .before, .by: return (index + 1, keyword(index, .by) ? .until : .before)
    case .until, .till, .untill, .bis, .avant, .jusqu: return (index + 1, .until)
    case .through, .thru: return (index + 1, .before)
    case .prior where keyword(index + 1, .to): return (index + 2, .before)
    case .after:
      return keyword(index + 1, .or) && keyword(index + 2, .equal) && keyword(index + 3, .to)
        ? (index + 4, .since) : (index + 1, .after)
    case .since, .seit, .depuis: return (index + 1, .since)
    case .starting, .beginning: return (skip(index + 1, .on, .from), .since)
    case .later, .earlier:
      guard keyword(index + 1, .than) else { return nil }
      let isLater = keyword(index, .later)
      if keyword(index + 2, .or) { return (index + 4, isLater ? .since : .until) }
      return (index + 2, isLater ? .after : .before)
    case .no where keyword(index + 1, .later, .more) && keyword(index + 2, .than): return (index + 3, .until)
    case .no where keyword(index + 1, .earlier) && keyword(index + 2, .than): return (index + 3, .since)
    case .at where keyword(index + 1, .or) && keyword(index + 2, .after): return (index + 3, .since)
    case .at where keyword(index + 1, .the) && keyword(index + 2, .latest): return nil
    case .as where keyword(index + 1, .early, .late) && keyword(index + 2, .as):
      return (index + 3, keyword(index + 1, .early) ? .since : .until)
    case .anytime, .sometime, .sometimes: return bound(index + 1)
    case .to where keyword(index + 1, .date): return (index + 1, .until)
    default: break
    }
    if isMark(index, ">", "<") {
      let isEqual = isMark(index + 1, "=")
      return (isEqual ? index + 2 : index + 1, isMark(index, ">") ? (isEqual ? .since : .after) : .before)
    }
    return nil
  }

  /// "today before 4pm", "Tuesday after 1pm".
  func boundedTime(_ index: Int, on days: [Day]) -> Part<Phrase>? {
    guard let (place, side) = bound(index), let found = temporal(place), !found.hasDay, let clock = found.clock
    else { return nil }
    let values = values(of: Temporal(end: found.end, days: days, clock: clock, part: found.part))
    return Part(end: found.end, value: Phrase(values: opened(values, side) + values))
  }

  /// "2012 or later", "3 pm or later on Monday".
  func suffix(_ index: Int, _ values: [DateValue]) -> Part<Phrase>? {
    guard keyword(index, .or, .and), keyword(index + 1, .later, .after, .before, .earlier) else { return nil }
    guard token(index + 2)?.kind != .number, !has(index + 2, .cardinal) else { return nil }
    let side: Side = keyword(index + 1, .later, .after) ? .since : .until
    return Part(end: index + 2, value: Phrase(values: opened(values, side)))
  }

  /// What lasts since a day has begun, and what is to be by a day is to come: those readings go first. Direction does not
  /// turn day and month round.
  private func directed(_ values: [DateValue], isPast: Bool) -> [DateValue] {
    guard let likeliest = values.first?.start?.day else { return values }
    func isMeant(_ value: DateValue) -> Bool {
      guard let day = value.start?.day, !day.isSwapped(likeliest) else { return false }
      return (day < today) == isPast
    }
    return values.filter(isMeant) + values.filter { !isMeant($0) }
  }

  private func opened(_ values: [DateValue], _ side: Side) -> [DateValue] {
    values.compactMap { value -> DateValue? in
      let kind: DateValue.Kind
      switch value.kind {
      case .date, .daterange: kind = .daterange
      case .datetime, .datetimerange: kind = .datetimerange
      case .time, .timerange: kind = .timerange
      case .duration, .set: return nil
      }
      switch side {
      case .before, .until:
        return DateValue(
          kind: kind, start: nil, end: side == .until && value.kind == .daterange ? value.start : value.start)
      case .since: return DateValue(kind: kind, start: value.start, end: nil)
      case .after: return DateValue(kind: kind, start: value.end ?? value.start, end: nil)
      }
    }.uniqued()
  }

  /// "within 5 minutes", "within the next 2 weeks".
  func within(_ index: Int) -> Part<Phrase>? {
    guard keyword(index, .within) || keyword(index, .in) && has(skip(index + 1, .the), .step) else { return nil }
    var place = skip(skip(index + 1, .the), .around, .about)
    if has(place, .step), let step = token(place), step.word.value == 1 {
      place += 1
      if token(place)?.word.unit == .day, !has(place + 1, .unit), keyword(place + 1, .and),
        let more = duration(place + 2)
      {
        var span = Span(parts: [(1, .day)])
        span.parts += more.value.parts
        return Part(end: more.end, value: Phrase(values: spanValues(span)))
      }
    }
    guard keyword(index, .within), let length = duration(place) else { return nil }
    let end = keyword(length.end, .from) && keyword(length.end + 1, .today, .now) ? length.end + 2 : length.end
    guard !keyword(end, .after, .before) else { return nil }
    return Part(end: end, value: Phrase(values: spanValues(length.value)))
  }

  private func spanValues(_ span: Span) -> [DateValue] {
    if span.isCalendar {
      let far = stamp(DateStamp(day: today), plus: span, sign: 1)
      return [.day(far.day), DateValue(kind: .daterange, start: DateStamp(day: today), end: far)]
    }
    let base = DateStamp(day: today, second: now)
    let far = stamp(base, plus: span, sign: 1)
    return [DateValue(kind: .datetimerange, start: base, end: far), DateValue(kind: .datetime, start: far)]
  }
}
