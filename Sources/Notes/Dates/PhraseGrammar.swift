import Model

/// A phrase found at a place: its readings, and those of the part without a leading "by" or "since".
struct Phrase {
  var values: [DateValue]
  var core: Range<Int>?
  var coreValues: [DateValue]?
}

/// Whole phrases: a range between two phrases, an open range, or one phrase alone.
extension DateGrammar {
  func phrase(_ index: Int) -> Part<Phrase>? {
    let all = [
      recurrence(index), simple(index), between(index), bounded(index), within(index), runningMoments(index),
      bareDuration(index), present(index),
    ]
    return all.compactMap(\.self).max { $0.end < $1.end }
  }

  private func simple(_ index: Int) -> Part<Phrase>? {
    var place = index
    if keyword(index, .around, .about, .approximately, .approx) {
      guard !keyword(index - 1, .how, .what, .but) else { return nil }
      place = index + 1
    }
    guard let found = temporal(place), !found.value.isWeak else { return nil }
    let values = values(of: found.value)
    guard !values.isEmpty else { return nil }
    if let after = suffix(found.end, values) { return after }
    if !found.value.days.isEmpty, !found.value.hasTime, let open = boundedTime(found.end, on: found.value.days) {
      return open
    }
    return Part(end: found.end, value: Phrase(values: values, core: place..<found.end, coreValues: values))
  }

  // MARK: - Between two phrases

  /// "from Monday to Wednesday", "2014 - May 2018", "between 4pm on Jan 1 and 5pm today".
  private func between(_ index: Int) -> Part<Phrase>? {
    let opener = keyword(index, .from, .between, .vom) ? keyword(index) : nil
    let start = opener == nil ? index : index + 1
    guard let first = endpoint(start, opener: opener), let link = rangeLink(first.end, opener: opener),
      let last = endpoint(link, opener: opener ?? .to)
    else { return nil }
    let values = joined(first.value, last.value)
    guard !values.isEmpty else { return nil }
    return Part(end: last.end, value: Phrase(values: values))
  }

  /// One end of a range: a phrase, a bare year or month, "now", a bare hour beside a day.
  private func endpoint(_ index: Int, opener: Keyword?) -> Part<Temporal>? {
    var best = temporal(index)
    if opener != nil, let year = yearOrYears(index), year.end > best?.end ?? index { best = year }
    if opener == nil, let year = year(index), best == nil, rangeLink(year.end, opener: nil) != nil {
      best = yearOrYears(index)
    }
    if best == nil, keyword(index, .now) || keyword(index, .date) && opener != nil {
      var moment = Temporal()
      moment.days = [today]
      if keyword(index, .now) {
        moment.clock = ClockTime(hour: now / 3600, minute: now / 60 % 60, second: now % 60, isCertain: true)
      }
      best = Part(end: index + 1, value: moment)
    }
    if best == nil, opener != nil, let hour = bareHour(index) {
      var time = Temporal()
      time.clock = hour.value
      best = Part(end: hour.end, value: time)
    }
    return best
  }

  private func yearOrYears(_ index: Int) -> Part<Temporal>? {
    guard let year = year(index), let range = DayRange.year(year.value),
      !isGlued(year.end) || token(year.end)?.kind == .mark
    else { return nil }
    var found = Temporal()
    found.period = Period(ranges: [range])
    if let month = monthPeriod(index), month.end > year.end { return nil }
    return Part(end: year.end, value: found)
  }

  private func joined(_ first: Temporal, _ last: Temporal) -> [DateValue] {
    let isTimed = (first.hasTime && first.part == nil) || (last.hasTime && last.part == nil) || !first.moments.isEmpty
    guard isTimed else { return joinedDays(first, last) }
    // "between Jan 22 and now" is also a run of days.
    let isDaily = first.hasDay && last.hasDay && (first.clock == nil || last.clock == nil)
    if !first.hasDay, !last.hasDay, let a = first.clock, let b = last.clock {
      let nowish = last.days.isEmpty
      return a.seconds.flatMap { x in b.seconds.filter { $0 > x || !nowish }.map { DateValue.times(x, $0) } }
    }
    let firstDays = first.days.isEmpty ? (last.days.isEmpty ? [today] : last.days) : first.days
    let lastDays = last.days.isEmpty ? firstDays : last.days
    var out = [DateValue]()
    for a in firstDays.prefix(3) {
      for b in lastDays.prefix(3) where b >= a {
        for x in first.clock?.seconds ?? [0] {
          for y in last.clock?.seconds ?? [0] where b > a || y > x {
            out.append(
              DateValue(kind: .datetimerange, start: DateStamp(day: a, second: x), end: DateStamp(day: b, second: y)))
          }
        }
      }
    }
    return Array(((isDaily ? joinedDays(first, last) : []) + out).prefix(24))
  }

  private func starts(_ found: Temporal) -> [Day] {
    if !found.days.isEmpty { return found.days }
    if let run = found.dayRanges.first { return [run.start] }
    return (found.period?.ranges ?? []).map(\.start)
  }

  private func joinedDays(_ first: Temporal, _ last: Temporal) -> [DateValue] {
    var (from, to) = (starts(first), starts(last))
    if let period = last.period, period.days.isEmpty == false { to = period.ranges.map(\.end) }
    // A month without a year takes the other end's year; from December to May goes over the year's end.
    var ranges = [DayRange]()
    for b in to.prefix(4) {
      let fitting = from.filter { $0 < b }
      if let a = fitting.first, last.days.count == 1 || last.period != nil,
        first.days.first.map({ abs($0 - today) < 15 }) ?? false
      {
        ranges.append(DayRange(start: a, end: b))
      }
      if let a = fitting.max(), b - a < 370 || from.count == 1 {
        ranges.append(DayRange(start: a, end: b))
      } else if from.count > 1, let any = from.first,
        let a = Day(
          year: any.month > b.month || any.month == b.month && any.dayOfMonth >= b.dayOfMonth ? b.year - 1 : b.year,
          month: any.month, day: any.dayOfMonth)
      {
        ranges.append(DayRange(start: a, end: b))
      }
    }
    if from.count == 1, let a = from.first {
      from = to.filter { $0 > a }; ranges += from.prefix(2).map { DayRange(start: a, end: $0) }
    }
    return ranges.uniqued().flatMap { [DateValue.days($0), .days(DayRange(start: $0.start, end: $0.end + 1))] }
  }

  // MARK: - Open ranges

  private enum Side { case before, after, since, until }

  /// "before 2.30pm", "since March", "no later than tomorrow", "after 2016", "> 6pm today".
  private func bounded(_ index: Int) -> Part<Phrase>? {
    guard let (place, side) = bound(index) else { return nil }
    // "till date", "to date".
    if keyword(place, .date), side == .until {
      return Part(end: place + 1, value: Phrase(values: [DateValue(kind: .daterange, end: DateStamp(day: today))]))
    }
    let start = skip(place, .the)
    let found: Part<Temporal>
    if let year = yearOrYears(place) ?? yearOrYears(start), (temporal(place)?.end ?? 0) <= year.end {
      found = year
    } else if let direct = temporal(place) {
      found = direct
    } else {
      return nil
    }
    if found.value.isWeak, found.value.clock?.minute == 0 { return nil }
    let core = values(of: found.value)
    let open = opened(core, side)
    guard !open.isEmpty else { return nil }
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
    case .since: return (index + 1, .since)
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
    if isMark(index, "=") { return year(index + 1) == nil ? nil : nil }
    return nil
  }

  /// "today before 4pm", "Tuesday after 1pm".
  private func boundedTime(_ index: Int, on days: [Day]) -> Part<Phrase>? {
    guard let (place, side) = bound(index), let found = temporal(place), !found.value.hasDay,
      let clock = found.value.clock
    else { return nil }
    var timed = Temporal()
    (timed.days, timed.clock, timed.part) = (days, clock, found.value.part)
    let values = values(of: timed)
    return Part(end: found.end, value: Phrase(values: opened(values, side) + values))
  }

  /// "2012 or later", "3 pm or later on Monday".
  private func suffix(_ index: Int, _ values: [DateValue]) -> Part<Phrase>? {
    guard keyword(index, .or, .and), keyword(index + 1, .later, .after, .before, .earlier) else { return nil }
    guard token(index + 2)?.kind != .number, !has(index + 2, .cardinal) else { return nil }
    let side: Side = keyword(index + 1, .later, .after) ? .since : .until
    return Part(end: index + 2, value: Phrase(values: opened(values, side)))
  }

  private func opened(_ values: [DateValue], _ side: Side) -> [DateValue] {
    values.compactMap { value -> DateValue? in
      let kind: DateValue.Kind
      switch value.kind {
      case .date, .daterange: kind = .daterange
      case .datetime, .datetimerange: kind = .datetimerange
      case .time, .timerange: kind = .timerange
      case .duration, .set, .timezone: return nil
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
  private func within(_ index: Int) -> Part<Phrase>? {
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

  // MARK: - The present, running moments, durations

  /// "now", "at the moment", "asap", "as soon as possible", "EOD".
  private func present(_ index: Int) -> Part<Phrase>? {
    let nowValue = DateValue(kind: .datetime, start: DateStamp(day: today, second: now))
    switch keyword(index) {
    case .now: return Part(end: index + 1, value: Phrase(values: [nowValue]))
    case .right, .just: return keyword(index + 1, .now) ? Part(end: index + 2, value: Phrase(values: [nowValue])) : nil
    case .asap, .atm:
      guard keyword(index, .asap) || token(index)?.isAllCapital == true else { return nil }
      return Part(
        end: index + 1, value: Phrase(values: [nowValue, DateValue(kind: .datetimerange, start: nowValue.start)]))
    case .as where keyword(index + 1, .soon) && keyword(index + 2, .as) && keyword(index + 3, .possible):
      return Part(end: index + 4, value: Phrase(values: [nowValue]))
    case .at:
      if keyword(index + 1, .the), keyword(index + 2, .moment) {
        return Part(end: index + 3, value: Phrase(values: [nowValue]))
      }
      if keyword(index + 1, .the), keyword(index + 2, .present), keyword(index + 3, .time) {
        return Part(end: index + 4, value: Phrase(values: [nowValue]))
      }
      return keyword(index + 1, .this) && keyword(index + 2, .time)
        ? Part(end: index + 3, value: Phrase(values: [nowValue])) : nil
    default: return endOfDay(index)
    }
  }

  /// "EOD", "end of the day", "end of today", "EOD Friday", "close of business tomorrow".
  private func endOfDay(_ index: Int) -> Part<Phrase>? {
    let start = skip(index, .the)
    var place: Int
    if keyword(start, .eod, .cob) {
      place = start + 1
    } else if keyword(start, .end, .close), keyword(start + 1, .of) {
      place = skip(start + 2, .the)
      if keyword(place, .day, .business, .play) {
        place += 1
      } else {
        guard calendarDay(place, isBeside: false, isFirst: false) != nil else { return nil }
      }
    } else {
      return nil
    }
    let days = calendarDay(skip(place, .on), isBeside: true, isFirst: false)
    let list = days?.value ?? [today]
    return Part(end: days?.end ?? place, value: Phrase(values: list.map { .moment($0, 86399) } + list.map { .day($0) }))
  }

  /// "next hour", "last 3 minutes": ranges up to or from now.
  private func runningMoments(_ index: Int) -> Part<Phrase>? {
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
  private func bareDuration(_ index: Int) -> Part<Phrase>? {
    var place = index
    if keyword(index, .more, .less), keyword(index + 1, .than) { place = index + 2 }
    if keyword(index, .all, .full, .whole) || keyword(index, .the) && keyword(index + 1, .whole, .hour, .full) {
      let start = keyword(index, .the) ? (keyword(index + 1, .hour) ? index + 1 : index + 2) : skipHyphen(index + 1)
      guard let unit = token(start)?.word.unit, token(start)?.kind == .word, unit.rawValue >= TimeUnit.hour.rawValue
      else { return nil }
      return Part(end: start + 1, value: Phrase(values: [DateValue(kind: .duration, seconds: unit.seconds)]))
    }
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
    guard let day = calendarDay(start, isBeside: false, isFirst: true), keyword(day.end, .for) else { return nil }
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
