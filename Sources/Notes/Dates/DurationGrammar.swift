import Model

/// A length of time by its parts, in the order said.
struct Span {
  var parts: [(count: Double, unit: TimeUnit)] = []

  /// Whole days and larger only: added to a day it gives a day.
  var isCalendar: Bool { parts.allSatisfy { $0.unit.rawValue >= TimeUnit.day.rawValue } }

  /// In seconds, a month as 30 days and a year as 365.
  var seconds: Int { Int(min(parts.reduce(0.5) { $0 + $1.count * Double($1.unit.seconds) }, 1e15)) }

  /// The unit where there is one part.
  var only: TimeUnit? { parts.count == 1 ? parts.first?.unit : nil }
}

extension TimeUnit {
  var seconds: Int {
    switch self {
    case .second: 1
    case .minute: 60
    case .hour: 3600
    case .day, .businessDay: 86400
    case .week: 7 * 86400
    case .weekend: 2 * 86400
    case .fortnight: 14 * 86400
    case .month: 30 * 86400
    case .quarter: 90 * 86400
    case .year: 365 * 86400
    case .decade: 3650 * 86400
    case .century: 36500 * 86400
    }
  }

  /// How many months a unit counts, where it counts months.
  var months: Int? {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year: 12
    case .decade: 120
    case .century: 1200
    default: nil
    }
  }

  var days: Int? {
    switch self {
    case .day: 1
    case .week, .weekend: 7
    case .fortnight: 14
    default: nil
    }
  }
}

extension DateGrammar {
  /// "3 hours", "1h30", "2 weeks and 2 days", "one hour and a half", "3–5 business days".
  func duration(_ index: Int) -> Part<Span>? {
    guard holds(.unit) else { return nil }
    var span = Span()
    var end = index
    while span.parts.count < 8, let part = durationPart(end, isFirst: span.parts.isEmpty) {
      if let last = span.parts.last, last.unit.rawValue <= part.value.unit.rawValue { break }
      span.parts.append(part.value)
      end = part.end
      if let minutes = gluedMinutes(end, after: part.value.unit) {
        span.parts.append((Double(minutes.value), .minute))
        return Part(end: minutes.end, value: span)
      }
      if keyword(end, .and), keyword(end + 1, .a), let more = fraction(end + 2), !has(more.end, .unit) {
        span.parts[span.parts.count - 1].count += more.value
        return Part(end: more.end, value: span)
      }
      let next = skip(skipMark(end, ","), .and)
      guard durationPart(next, isFirst: false) != nil else { break }
      end = next
    }
    guard !span.parts.isEmpty else { return nil }
    // A connector was taken only when another part followed it; give it back when that part was refused.
    while let last = token(end - 1), last.isMark(",") || last.word.keyword == .and { end -= 1 }
    return Part(end: end, value: span)
  }

  /// One count and unit. "3–5 days" counts as the larger, which is when it is over.
  private func durationPart(_ index: Int, isFirst: Bool) -> Part<(count: Double, unit: TimeUnit)>? {
    guard var count = quantity(index) else { return nil }
    if !isFirst, keyword(index, .a, .an) { return nil }
    if isDash(count.end) || keyword(count.end, .to, .or) || keyword(index - 1, .between) && keyword(count.end, .and),
      let upper = quantity(count.end + 1), unit(upper.end) != nil,
      upper.value > count.value
    {
      count = upper
    }
    guard let unit = unit(count.end) else { return nil }
    return Part(end: unit.end, value: (count.value, unit.value))
  }

  /// A unit after a count: single letters only where they touch a digit or another unit follows.
  func unit(_ index: Int) -> Part<TimeUnit>? {
    let place = skipHyphen(index)
    if keyword(place, .business, .working), let unit = token(place + 1)?.word.unit, unit == .day {
      return Part(end: place + 2, value: .businessDay)
    }
    guard let token = token(place), let unit = token.word.unit, token.kind == .word else { return nil }
    if token.length == 1 {
      guard self.token(place - 1)?.kind == .number else { return nil }
      // "21 h" counts, "5 m" and "3 s" do not.
      if token.isSpaced, !(unit == .hour) { return nil }
      // "1m" of money or metres: only where it is a signed offset or in a chain is decided by the caller.
      if isGlued(place + 1), self.token(place + 1)?.kind == .mark, isMark(place + 1, "&", "'") { return nil }
    }
    if unit == .second, token.word.bits.contains(.ordinal) {
      guard let before = self.token(place - 1),
        before.kind == .number || before.word.value == 1 || keyword(place - 1, .a, .an)
      else { return nil }
    }
    return Part(end: place + 1, value: unit)
  }

  private func gluedMinutes(_ index: Int, after unit: TimeUnit) -> Part<Int>? {
    guard unit == .hour, isGlued(index), let token = token(index), token.kind == .number, token.length == 2,
      token.number < 60, !has(index + 1, .unit)
    else { return nil }
    return Part(end: index + 1, value: Int(token.number))
  }

  /// A moment that much later (or earlier, with a negative sign).
  func stamp(_ base: DateStamp, plus span: Span, sign: Int) -> DateStamp {
    var day = base.day ?? today
    var seconds = 0
    for part in span.parts {
      let whole = nearest(part.count)
      if let months = part.unit.months {
        day = day.adding(months: sign * nearest(part.count * Double(months)))
      } else if part.unit == .businessDay {
        day = day.adding(businessDays: sign * whole)
      } else if let days = part.unit.days, part.count == Double(whole) || days > 1 {
        day = day + sign * nearest(part.count * Double(days))
      } else {
        seconds += sign * Int(min(part.count * Double(part.unit.seconds), 1e10))
      }
    }
    guard seconds != 0 || base.second != nil else { return DateStamp(day: day) }
    let total = (base.second ?? now) + seconds
    let days = total >= 0 ? total / 86400 : (total - 86399) / 86400
    return DateStamp(day: day + days, second: total - days * 86400)
  }
}

extension Day {
  /// The day that many working days on, Monday to Friday; holidays are the caller's.
  func adding(businessDays: Int) -> Day {
    var day = self
    var left = min(abs(businessDays), 5000)
    while left > 0 {
      day = day + (businessDays < 0 ? -1 : 1)
      if !day.weekday.isWeekend { left -= 1 }
    }
    return day
  }
}

/// The nearest whole number of a count that is not negative; counts said are never near the limit.
func nearest(_ count: Double) -> Int { Int(min(count, 1e9) + 0.5) }
