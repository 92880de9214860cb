import Model

/// Ranges: of days in a month, of clock times, and between any two phrases.
extension DateGrammar {
  /// The word or dash between a range's ends; `isOpened`: "from" or "between" stands before.
  func rangeLink(_ index: Int, opener: Keyword?) -> Int? {
    if isDash(index) { return isMark(index + 1, "-") ? index + 2 : index + 1 }
    switch keyword(index) {
    case .to, .till, .until, .untill, .through, .thru, .bis, .au: return index + 1
    case .and: return opener == .between ? index + 1 : nil
    default: return nil
    }
  }

  // MARK: - Days of one month

  /// "13 to 15 July", "from the 13th to the 15th of July", "July 13-15", "22-23 Feb", "4 till 23 of this month".
  func dayRun(_ index: Int) -> Part<[DayRange]>? {
    guard holds([.month, .unit]) else { return nil }
    let opener = keyword(index, .from, .between, .vom) ? keyword(index) : nil
    let start = opener == nil ? index : index + 1
    return monthLast(start, opener: opener) ?? monthFirst(start, opener: opener)
  }

  private func monthLast(_ index: Int, opener: Keyword?) -> Part<[DayRange]>? {
    let place = skip(index, .the)
    guard let first = dayNumber(place), !isMark(index - 1, "/", "-") else { return nil }
    let afterFirst = isMark(first.end, "."),
      link = rangeLink(afterFirst && isGlued(first.end) ? first.end + 1 : first.end, opener: opener)
    guard let link, let last = dayNumber(skip(link, .the, .zum)), last.value > first.value || opener != nil else {
      return nil
    }
    var end = last.end
    if isMark(end, "."), isGlued(end) { end += 1 }
    end = skip(end, .of)
    if let month = month(end) {
      let year = yearAfter(month.end)
      let ranges = runs(month: month.value, year: year?.value, from: first.value, to: last.value)
      return ranges.isEmpty ? nil : Part(end: year?.end ?? month.end, value: ranges)
    }
    guard let step = steppedUnit(skip(end, .the)), step.value.unit == .month,
      let month = range(of: .month, at: today, step: step.value.step)
    else { return nil }
    let ranges = runs(month: month.start.month, year: month.start.year, from: first.value, to: last.value)
    return ranges.isEmpty ? nil : Part(end: step.end, value: ranges)
  }

  private func monthFirst(_ index: Int, opener: Keyword?) -> Part<[DayRange]>? {
    guard let month = month(index) else { return nil }
    let inner = keyword(month.end, .between, .from) ? keyword(month.end) : nil
    guard let first = dayNumber(skip(inner == nil ? month.end : month.end + 1, .the)),
      let link = rangeLink(first.end, opener: inner ?? opener),
      let last = dayNumber(skip(link, .the)), last.value > first.value, !isMark(last.end, ":"),
      !has(last.end, [.meridiem, .unit]), self.month(skip(last.end, .of)) == nil
    else { return nil }
    let year = yearAfter(last.end)
    let ranges = runs(month: month.value, year: year?.value, from: first.value, to: last.value)
    return ranges.isEmpty ? nil : Part(end: year?.end ?? last.end, value: ranges)
  }

  private func runs(month: Int, year: Int?, from first: Int, to last: Int) -> [DayRange] {
    let starts =
      year.map { [Day(year: $0, month: month, day: first)].compactMap(\.self) } ?? yearless(month: month, day: first)
    let all = starts.compactMap { start in
      Day(year: start.year, month: month, day: last).map {
        DayRange(start: start, end: $0 < start ? $0.adding(months: 1) : $0)
      }
    }
    // A run that today lies in is this one, though it has begun.
    func isOn(_ run: DayRange) -> Bool { run.start <= today && today <= run.end }
    return all.filter(isOn) + all.filter { !isOn($0) }
  }

  // MARK: - Clock times

  /// "5 to 6pm", "from 9:30 until 11", "between 3 and 8", "10 am for 3 hours". Two bare hours count only after "from" or
  /// "between", or beside a day.
  func clockRange(_ index: Int, isBeside: Bool) -> Part<[(Int, Int)]>? {
    guard has(index, [.digits, .cardinal, .clock]) || keyword(index, .for, .from, .between, .later) else { return nil }
    if let lasting = lastingFrom(index) { return lasting }
    if let dotted = dottedRange(index) { return dotted }
    var opener = keyword(index, .from, .between) ? keyword(index) : nil
    var start = opener == nil ? index : index + 1
    if keyword(index, .later), keyword(index + 1, .than) { (opener, start) = (.between, index + 2) }
    guard let first = clock(start) ?? bareHour(start) ?? shortMilitary(start, opener: opener) else { return nil }
    var place = first.end
    var firstTime = first.value
    if let part = dayPart(place, isBeside: true), !keyword(place, .am, .pm) {
      firstTime.hour = part.value.placing(firstTime) / 3600
      (firstTime.isCertain, firstTime.isStrong, place) = (true, true, part.end)
    }
    if let length = lasting(place), firstTime.isStrong || firstTime.isCertain {
      return pairs(firstTime, length).map { Part(end: length.end, value: $0) }
    }
    var link = rangeLink(place, opener: opener)
    if keyword(place, .but), keyword(place + 1, .before) { link = place + 2 }
    guard let link, let last = clock(link) ?? bareHour(link) ?? shortMilitary(link, opener: opener) else { return nil }
    let isSure = firstTime.isStrong || last.value.isStrong
    guard isSure || opener != nil || isBeside else { return nil }
    if !isSure,
      month(last.end) != nil || has(last.end, [.unit, .cardinal, .weekday]) && opener == nil || keyword(last.end, .of)
        || isMark(last.end, "%", "/")
    {
      return nil
    }
    if !firstTime.isStrong, opener == nil, !isBeside, token(index)?.kind == .word { return nil }
    return Part(end: last.end, value: pairs(firstTime, last.value))
  }

  /// "9.30-11.00": points instead of colons on both sides, with quarters of the hour that are no months.
  func dottedRange(_ index: Int) -> Part<[(Int, Int)]>? {
    guard index == tokens.startIndex || !isGlued(index), let first = dottedTime(index), isDash(first.end),
      let last = dottedTime(first.end + 1), first.value < last.value,
      !isGlued(last.end) || token(last.end)?.kind == .mark,
      !isMark(last.end, "-", "/", "%")
    else { return nil }
    return Part(end: last.end, value: [(first.value, last.value)])
  }

  /// Seconds since midnight of "9.30", within the hours of business.
  private func dottedTime(_ index: Int) -> Part<Int>? {
    guard let hour = token(index), hour.kind == .number, hour.length <= 2, (6...21).contains(hour.number),
      isMark(index + 1, "."), isGlued(index + 1), isGlued(index + 2), let minutes = token(index + 2),
      minutes.kind == .number, minutes.length == 2, [0, 15, 30, 45].contains(minutes.number)
    else { return nil }
    return Part(end: index + 3, value: Int(hour.number) * 3600 + Int(minutes.number) * 60)
  }

  /// "0730-0930" between hours said as such.
  private func shortMilitary(_ index: Int, opener: Keyword?) -> Part<ClockTime>? {
    guard opener != nil, let first = token(index), first.kind == .number, first.length == 4, first.number / 100 < 24,
      first.number % 100 < 60, first.number < 1900 || first.number > 2100
    else { return nil }
    guard token(opener == nil ? index : index)?.number ?? 0 < 1000 else { return nil }
    return Part(end: index + 1, value: ClockTime(hour: Int(first.number / 100), minute: Int(first.number % 100)))
  }

  /// "for 3 hours" after a time.
  private func lasting(_ index: Int) -> Part<Span>? {
    guard keyword(index, .for), let length = duration(index + 1), !length.value.isCalendar else { return nil }
    return length
  }

  /// "for 3 hours from 10 am".
  private func lastingFrom(_ index: Int) -> Part<[(Int, Int)]>? {
    guard let length = lasting(index), keyword(length.end, .from), let time = clock(length.end + 1) else { return nil }
    return pairs(time.value, length).map { Part(end: time.end, value: $0) }
  }

  private func pairs(_ time: ClockTime, _ length: Part<Span>) -> [(Int, Int)]? {
    let seconds = length.value.seconds
    guard seconds > 0, seconds < 86400 else { return nil }
    return time.seconds.map { ($0, ($0 + seconds) % 86400) }
  }

  /// The pairs two times can mean: an end without "am" or "pm" takes its half of the day from the other.
  private func pairs(_ first: ClockTime, _ last: ClockTime) -> [(Int, Int)] {
    let half = 43200
    func base(_ time: ClockTime) -> Int { time.hour % 24 * 3600 + time.minute * 60 + time.second }
    let (a, b) = (base(first), base(last))
    switch (first.isCertain || first.hour > 12, last.isCertain || last.hour > 12) {
    case (true, true): return [(a, b)]
    case (true, false):
      let later = [b % half, b % half + half].filter { $0 > a }
      return [(a, later.first ?? b % half)]
    case (false, true):
      let earlier = [a % half + half, a % half].filter { $0 < b }
      return [(earlier.first ?? a, b)]
    case (false, false):
      let (x, y) = (a % half, b % half)
      let asSaid = (a == half ? 0 : a, b)
      if y > x {
        return [(x, y), (x + half, y + half)].map { first.hour == 12 ? $0 : $0 }
          + [(a, b)].filter { $0 != (x, y) && $0.0 < $0.1 }
      }
      return [(x, y + half), (x + half, y), asSaid].filter { $0.0 != $0.1 }
    }
  }
}
