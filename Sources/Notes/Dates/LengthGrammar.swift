import Model

/// Stretches counted from now or from a day, and lengths of time by themselves.
extension DateGrammar {
  /// "next hour", "last 3 minutes": ranges up to or from now.
  func runningMoments(_ index: Int) -> Part<Phrase>? {
    guard held.isSuperset(of: [.unit, .step]) else { return nil }
    let start = skip(index, .the)
    var place = start
    var step = 0
    if has(place, .step), let token = token(place) { (place, step) = (place + 1, Int(token.word.value)) }
    let number = quantity(place)
    if let number { place = number.end }
    if step == 0, has(place, .step), let token = token(place) { (place, step) = (place + 1, Int(token.word.value)) }
    guard step != 0, let unit = unit(place), unit.value.rawValue <= TimeUnit.hour.rawValue,
      token(place)?.length ?? 0 > 1
    else { return nil }
    let span = Span(parts: [(min(number?.value ?? 1, 1e5), unit.value)])
    let base = DateStamp(day: today, second: now)
    let far = stamp(base, plus: span, sign: step)
    let floor = now - now % unit.value.seconds + (step > 0 ? unit.value.seconds : 0)
    let whole = stamp(DateStamp(day: today, second: 0), plus: Span(parts: [(Double(floor), .second)]), sign: 1)
    let wholeFar = stamp(whole, plus: span, sign: step)
    let pair = step > 0 ? (base, far, whole, wholeFar) : (far, base, wholeFar, whole)
    return Part(
      end: unit.end,
      value: Phrase(values: [
        DateValue(kind: .datetimerange, start: pair.0, end: pair.1),
        DateValue(kind: .datetimerange, start: pair.2, end: pair.3),
      ]))
  }

  /// A length of time by itself: "3 hours", "more than 4 days", "all week".
  func bareDuration(_ index: Int) -> Part<Phrase>? {
    guard holds(.unit) else { return nil }
    var place = index
    if keyword(index, .more, .less), keyword(index + 1, .than) { place = index + 2 }
    if keyword(index, .all, .full, .whole) || keyword(index, .the) && keyword(index + 1, .whole, .hour, .full) {
      let start = keyword(index, .the) ? (keyword(index + 1, .hour) ? index + 1 : index + 2) : skipHyphen(index + 1)
      guard let unit = token(start)?.word.unit, token(start)?.kind == .word, unit.rawValue >= TimeUnit.hour.rawValue
      else { return nil }
      return Part(end: start + 1, value: Phrase(values: [DateValue(kind: .duration, seconds: unit.seconds)]))
    }
    if keyword(index, .between) { place = index + 1 }
    if let start = lengthFromDay(index) { return start }
    guard let length = duration(place), length.value.seconds > 0 else { return nil }
    if keyword(length.end, .old) { return nil }
    return Part(end: length.end, value: Phrase(values: [DateValue(kind: .duration, seconds: length.value.seconds)]))
  }

  /// "3 days starting from next Monday", "18th Dec for 10 days".
  private func lengthFromDay(_ index: Int) -> Part<Phrase>? {
    if let length = duration(index), keyword(length.end, .starting, .beginning, .from), length.value.isCalendar {
      let place = skip(length.end + 1, .from, .on)
      guard keyword(length.end, .starting, .beginning), let days = calendarDay(place, isBeside: false, isFirst: true)
      else { return nil }
      return Part(end: days.end, value: Phrase(values: lengths(days.value, length.value)))
    }
    let start = skip(index, .from)
    guard tokens[min(start, tokens.endIndex)...].prefix(10).contains(where: { $0.word.keyword == .for }),
      let day = calendarDay(start, isBeside: false, isFirst: true), keyword(day.end, .for)
    else { return nil }
    guard let length = duration(day.end + 1) else { return nil }
    if length.value.isCalendar {
      guard token(index)?.kind == .number || start > index, !keyword(index - 1, .the) else { return nil }
      return Part(end: length.end, value: Phrase(values: lengths(day.value, length.value)))
    }
    guard keyword(length.end, .from), let time = clock(length.end + 1), let second = time.value.seconds.first else {
      return nil
    }
    let ranges = day.value.map { DateValue.moments($0, second, (second + length.value.seconds) % 86400) }
    return Part(end: time.end, value: Phrase(values: ranges))
  }

  private func lengths(_ days: [Day], _ span: Span) -> [DateValue] {
    days.flatMap { day -> [DateValue] in
      guard let end = stamp(DateStamp(day: day), plus: span, sign: 1).day else { return [] }
      return [.days(DayRange(start: day, end: end)), .days(DayRange(start: day, end: end + 1))]
    }
  }
}
