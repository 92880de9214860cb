import Model

/// A day, a time of day or both, as put together from the phrases beside each other.
struct Temporal {
  /// The token after it.
  var end: Int
  /// Candidates, the likelier first.
  var days: [Day] = []
  var period: Period?
  /// A run of days said as such: "13 to 15 July".
  var dayRanges: [DayRange] = []
  var clock: ClockTime?
  var part: DayPart?
  /// Pairs of seconds; an end not after its start is on the next day.
  var clockRanges: [(Int, Int)] = []
  /// Moments computed already: "in 3 hours".
  var moments: [DateStamp] = []

  /// The zone said beside the time, as written.
  var zone: String?

  var hasDay: Bool { !days.isEmpty || !dayRanges.isEmpty || period != nil }
  var hasTime: Bool { clock != nil || part != nil || !clockRanges.isEmpty }
  /// Whether it is only a bare hour.
  var isWeak: Bool { !hasDay && moments.isEmpty && part == nil && clockRanges.isEmpty && clock?.isStrong == false }
}

extension DateGrammar {
  /// The longest run of a day, a time and a part of the day from one place, in any order.
  func temporal(_ index: Int) -> Temporal? {
    var found = Temporal(end: index)
    guard let end = component(index, link: nil, into: &found) else { return nil }
    found.end = end
    for _ in 0..<4 {
      let (place, link) = connector(found.end, after: found)
      guard let next = component(place, link: link, into: &found) else { break }
      found.end = next
    }
    takeYear(&found)
    return found
  }

  /// "Tue Jan 12 00:00:00 UTC 2016": the year behind the time.
  private func takeYear(_ found: inout Temporal) {
    guard found.hasTime, let first = found.days.first, found.days.contains(where: { $0.year != first.year }),
      let year = year(found.end), token(found.end)?.kind == .number, !isGlued(found.end),
      (1900...2199).contains(year.value)
    else { return }
    let days = found.days.compactMap { Day(year: year.value, month: $0.month, day: $0.dayOfMonth) }.uniqued()
    guard !days.isEmpty else { return }
    (found.days, found.end) = (days, year.end)
  }

  enum Link { case at, comma, of, none, dash }

  /// What may stand between a day and its time.
  private func connector(_ index: Int, after found: Temporal) -> (Int, Link) {
    var place = index
    var link = Link.none
    if isMark(place, ",") { (place, link) = (place + 1, .comma) }
    if isMark(place, "@") { return (place + 1, .at) }
    if isMark(place, "-", "–", ":"), found.hasDay, !found.hasTime, token(place)?.isSpaced == token(place + 1)?.isSpaced,
      token(place + 1)?.kind == .number
    {
      return (place + 1, .dash)
    }
    switch keyword(place) {
    case .at, .around, .about, .approximately: return (skip(place + 1, .around, .about), .at)
    case .um, .à: return (place + 1, .at)
    case .on, .of: return (place + 1, keyword(place, .of) ? .of : link)
    case .between, .from, .in, .during: return (place, link)
    default: return (place, link)
    }
  }

  /// Adds the phrase at a place to what is there; the place after it, or nil where nothing fits.
  private func component(_ index: Int, link: Link?, into found: inout Temporal) -> Int? {
    let first = link == nil
    if !found.hasDay, found.moments.isEmpty {
      if let run = dayRun(index), first || found.hasTime {
        found.dayRanges = run.value
        return run.end
      }
      if let day = calendarDay(index, isBeside: !first && found.hasTime, isFirst: first) {
        found.days = day.value
        if has(index, .dayPart), has(index, .relativeDay), found.clock == nil, found.part == nil {
          found.part = DayPart(name: .night)
        }
        return day.end
      }
      if let stamps = movedStamps(index), first {
        found.moments = stamps.value
        return stamps.end
      }
    }
    if found.moments.isEmpty, let end = timeComponent(index, link: link, into: &found) {
      guard found.zone == nil, found.clock?.isStrong ?? !found.clockRanges.isEmpty, let zone = zone(end) else {
        return end
      }
      found.zone = zone.value
      return zone.end
    }
    if first, let period = period(index) {
      found.period = period.value
      return period.end
    }
    return nil
  }

  private func timeComponent(_ index: Int, link: Link?, into found: inout Temporal) -> Int? {
    let beside = found.hasDay || found.part != nil
    let isAfterAt = link == nil && (keyword(index - 1, .at) || isMark(index - 1, "@"))
    if found.clock == nil, found.clockRanges.isEmpty, found.period == nil {
      if let range = clockRange(index, isBeside: beside) {
        found.clockRanges = range.value
        return range.end
      }
      if let time = clock(index),
        time.value.isStrong || time.value.minute > 0 && (beside || link == .at) || link == .at
          || beside && keyword(index + 1, .h) || partFollows(time.end)
      {
        found.clock = time.value
        return time.end
      }
      if let hour = bareHour(index),
        link == .at && !found.days.isEmpty || link == .at && found.part != nil || partFollows(hour.end)
      {
        found.clock = hour.value
        return hour.end
      }
      if isAfterAt, let hour = bareHour(index), hour.value.hour < 24, token(hour.end).map(isSentenceEnd) ?? true,
        !isMark(hour.end, ":", "/")
      {
        found.clock = hour.value
        found.clock?.isStrong = true
        return hour.end
      }
      if link == .at || isAfterAt, let spaced = spacedTime(index) {
        found.clock = spaced.value
        return spaced.end
      }
    }
    // "this morning", "last night", "next evening".
    if found.part == nil, found.days.isEmpty, has(index, .step), let step = token(index),
      let part = dayPart(index + 1, isBeside: true),
      !keyword(index + 1, .am, .pm)
    {
      found.part = part.value
      found.days = [today + Int(step.word.value)]
      return part.end
    }
    if found.part == nil, found.period == nil,
      let part = dayPart(index, isBeside: !found.days.isEmpty || found.clock != nil)
    {
      if found.days.isEmpty, has(part.end - 1, .relativeDay) { found.days = [today] }
      if found.days.isEmpty, keyword(part.end - 2, .this) { found.days = [today] }
      found.part = part.value
      return part.end
    }
    return nil
  }

  /// "8 tonight", "9 tomorrow morning", "1 in the afternoon": a part of the day after an hour.
  private func partFollows(_ index: Int) -> Bool {
    if has(index, .relativeDay) {
      return has(index, .dayPart) || dayPart(index + 1, isBeside: true) != nil && !keyword(index + 1, .am, .pm)
    }
    if has(index, .step), dayPart(index + 1, isBeside: true) != nil { return true }
    guard let part = dayPart(index, isBeside: true) else { return false }
    return !keyword(part.end - 1, .lunch, .am, .pm, .nights, .mornings, .evenings) && part.value.name != .lunch
  }

  /// "at 3 15".
  private func spacedTime(_ index: Int) -> Part<ClockTime>? {
    guard let hour = token(index), hour.kind == .number, hour.length <= 2, hour.number < 24,
      let minutes = token(index + 1), minutes.kind == .number, minutes.length == 2, minutes.number < 60
    else { return nil }
    return Part(
      end: index + 2, value: ClockTime(hour: Int(hour.number), minute: Int(minutes.number), isCertain: hour.number > 12)
    )
  }

  /// The longest phrase for one day.
  func calendarDay(_ index: Int, isBeside: Bool, isFirst: Bool) -> Part<[Day]>? {
    if has(index, .relativeDay), has(index, .dayPart) { return Part(end: index + 1, value: [today]) }
    let context = isBeside || keyword(index - 1, .on)
    var found = namedDate(index)
    found.extend(numericDate(index, inContext: context))
    found.extend(weekdayPhrase(index))
    found.extend(countedWorkingDay(index))
    found.extend(relativeDay(index))
    found.extend(dayOfPeriod(index))
    found.extend(holiday(index))
    found.extend(theDayOfMonth(index, isBeside: isBeside))
    guard var best = found else { return nil }
    // "tomorrow, 13/04/21": the date says which day it is.
    if has(index, .relativeDay), isMark(best.end, ","), let date = numericDate(best.end + 1) ?? namedDate(best.end + 1)
    {
      best = date
    }
    // "Jul 18, Fri".
    if !has(index, .weekday), namedDate(index) != nil || numericDate(index) != nil {
      let place = isMark(best.end, "(") ? best.end + 1 : skipMark(best.end, ",")
      if let name = weekdayName(place), !has(place, .plural), token(place)?.isCapital == true,
        best.value.contains(where: { $0.weekday == name.value })
      {
        best = Part(
          end: isMark(best.end, "(") && isMark(name.end, ")") ? name.end + 1 : name.end,
          value: best.value.filter { $0.weekday == name.value })
        if isMark(best.end - 1, ")") == false, isMark(place - 1, "(") { return Part(end: place - 1, value: best.value) }
      }
    }
    return best
  }

  /// "20th of next month", "the twenty-sixth day of the month", "the 3rd day of October".
  private func dayOfPeriod(_ index: Int) -> Part<[Day]>? {
    let start = skip(index, .the)
    guard holds([.unit, .step]), let number = dayNumber(start) else { return nil }
    let place = skip(number.end, .day)
    guard keyword(place, .of, .in) || has(place, .step),
      let month = monthPeriod(skip(skip(place, .of, .in), .the)) ?? monthPeriod(skip(place, .of)),
      token(skip(skip(place, .of, .in), .the))?.word.unit == .month || has(skip(skip(place, .of), .the), .step)
    else { return nil }
    let days = month.value.compactMap { Day(year: $0.start.year, month: $0.start.month, day: number.value) }
    return days.isEmpty ? nil : Part(end: month.end, value: days)
  }

  /// "the 21st", "the 27", "on 15".
  private func theDayOfMonth(_ index: Int, isBeside: Bool) -> Part<[Day]>? {
    if keyword(index, .the) {
      guard let number = dayNumber(index + 1) else { return nil }
      let isOrdinal = ordinal(index + 1) != nil && token(index + 1)?.kind == .number
      let isBounded =
        token(number.end).map { isSentenceEnd($0) || keyword(number.end, .between, .from, .at, .and, .or, .this) }
        ?? true
      guard
        isOrdinal ? !has(number.end, [.unit, .month]) && isNotOrdinalUse(number.end) : isBounded && number.value > 12
      else { return nil }
      if keyword(number.end, .this), token(number.end + 1)?.word.unit == .month {
        return Part(end: number.end + 2, value: dayOfMonth(number)?.value ?? [])
      }
      return dayOfMonth(number)
    }
    guard keyword(index - 1, .on), let number = dayNumber(index), token(index)?.kind == .number,
      token(number.end).map({ isSentenceEnd($0) && !$0.isMark("/") && !$0.isMark("%") }) ?? true,
      !(isMark(number.end, ".", ",") && token(number.end + 1)?.kind == .number && isGlued(number.end + 1))
    else { return nil }
    return dayOfMonth(number)
  }

  /// "the 2nd interview" is no day.
  private func isNotOrdinalUse(_ index: Int) -> Bool {
    guard let next = token(index), next.kind == .word else { return true }
    return !DateGrammar.countedNouns.contains(next.key)
  }

  private static let countedNouns = WordSet(
    """
    interview interviews round rounds stage stages floor time times call calls half week weekend quarter person one part step
    question place candidate day month year edition version century grade class option choice chance thing point panel
    interviewer meeting session team tier line level screen conversation chat of order largest biggest best last
    """)
}
