import Model

/// Weekdays and what is said beside them.
extension DateGrammar {
  func weekdayName(_ index: Int) -> Part<Weekday>? {
    guard let token = token(index), token.kind == .word, token.word.bits.contains(.weekday),
      let day = Weekday(rawValue: Int(token.word.value))
    else { return nil }
    return Part(
      end: isMark(index + 1, ".") && isGlued(index + 1) && token.length <= 5 ? index + 2 : index + 1, value: day)
  }

  /// A weekday with whatever fixes it: "next Tuesday", "Friday week", "Tue 21 Apr", "Tuesday of next week",
  /// "the first Friday of July".
  func weekdayPhrase(_ index: Int) -> Part<[Day]>? {
    guard holds(.weekday) else { return nil }
    var best = steppedWeekday(index)
    best.extend(countedWeekday(index))
    best.extend(plainWeekday(index))
    best.extend(weekThenWeekday(index))
    return best
  }

  /// "next Tuesday": that day of the next Monday-based week; "last …" likewise; "this …" of this week.
  private func steppedWeekday(_ index: Int) -> Part<[Day]>? {
    guard has(index, .step), let step = token(index) else { return nil }
    // "this past Friday", "this coming Friday".
    var (start, word, value) = (index, step, Int(step.word.value))
    if value == 0, has(index + 1, .step), let inner = token(index + 1) {
      (start, word, value) = (index + 1, inner, Int(inner.word.value))
    }
    // "this week Monday" is read from the week.
    guard let name = weekdayName(start + 1) else { return nil }
    if let dated = dateAfterWeekday(name.end, name.value) { return dated }
    let inWeek = today.monday + (7 * value + name.value.rawValue - 1)
    let days: [Day]
    switch word.word.keyword {
    case .coming, .upcoming, .following: days = [after(name.value)]
    case .past: days = [before(name.value)]
    case _ where DateGrammar.comingWords.contains(word.key): days = [after(name.value)]
    case _ where value > 0: days = [inWeek, after(name.value)]
    case _ where value < 0: days = [before(name.value), inWeek]
    default: days = [inWeek, after(name.value)]
    }
    return Part(end: name.end, value: days.uniqued())
  }

  private static let comingWords = WordSet("kommende kommenden kommender kommendes")

  /// The first such weekday strictly after today.
  func after(_ weekday: Weekday) -> Day {
    let gap = (weekday.rawValue - today.weekday.rawValue + 7) % 7
    return today + (gap == 0 ? 7 : gap)
  }

  func before(_ weekday: Weekday) -> Day {
    let gap = (today.weekday.rawValue - weekday.rawValue + 7) % 7
    return today - (gap == 0 ? 7 : gap)
  }

  private func plainWeekday(_ index: Int) -> Part<[Day]>? {
    guard let name = weekdayName(index), !has(index, .plural) else { return nil }
    if let dated = dateAfterWeekday(name.end, name.value) { return dated }
    if let ordinal = ordinalAfterWeekday(name.end, name.value) { return ordinal }
    var end = name.end
    if let whole = weekAfterWeekday(end, name.value) { return whole }
    if keyword(end, .week), !has(end + 1, .cardinal), token(end + 1)?.kind != .number {
      return Part(end: end + 1, value: [after(name.value) + 7])
    }
    if token(end)?.word.unit == .fortnight { return Part(end: end + 1, value: [after(name.value) + 14]) }
    if keyword(end, .just), token(end + 1)?.word.keyword == .gone {
      return Part(end: end + 2, value: [before(name.value)])
    }
    if keyword(end, .prochain) { return Part(end: end + 1, value: [after(name.value)]) }
    if keyword(end, .dernier) { return Part(end: end + 1, value: [before(name.value)]) }
    if keyword(end, .after), keyword(end + 1, .next) {
      return Part(end: end + 2, value: [after(name.value) + 7, after(name.value) + 14])
    }
    // "Sunday 3 weeks after January 15th".
    if let moved = movedDay(end), let day = moved.value.first {
      return Part(end: moved.end, value: [day.monday + (name.value.rawValue - 1)])
    }
    end = name.end
    if isMark(end - 1, "."), end - 1 > index { end -= has(index, .weak) || token(index)?.length ?? 0 > 5 ? 1 : 0 }
    var days = [after(name.value), before(name.value)]
    if today.weekday == name.value { days.insert(today, at: 1) }
    return Part(end: end, value: days)
  }

  /// "Tue, 21 April 2026", "friday 5/12", "Fri 17.9.".
  private func dateAfterWeekday(_ index: Int, _ weekday: Weekday) -> Part<[Day]>? {
    let place = skip(skip(skipMark(index, ","), .on), .the, .den, .dem)
    guard let date = namedDate(place) ?? numericDate(place, inContext: true) else { return nil }
    let fitting = date.value.filter { $0.weekday == weekday }
    guard let day = date.value.first, date.value.contains(where: { $0.year != day.year && !$0.isSwapped(day) }) else {
      return Part(end: date.end, value: (fitting + date.value).uniqued())
    }
    // No year was said: the weekday tells it, unless that year is far; then the two contradict each other.
    let years = date.value.flatMap { other in
      (-2...2).compactMap { Day(year: today.year + $0, month: other.month, day: other.dayOfMonth) }
    }
    let named = years.uniqued().filter { $0.weekday == weekday }.sorted { abs($0 - today) < abs($1 - today) }
    let near = named.filter { abs($0 - today) <= DateGrammar.farthestNamed }
    return Part(end: date.end, value: (near + date.value + named).uniqued())
  }

  /// How many days away a date without a year is looked for by its weekday alone.
  static let farthestNamed = 240

  /// "Friday the 22nd", "Thu 15th": the nearest such day on that weekday.
  private func ordinalAfterWeekday(_ index: Int, _ weekday: Weekday) -> Part<[Day]>? {
    let place = skip(skipMark(index, ","), .the)
    guard let number = ordinal(place) ?? (place > index && keyword(place - 1, .the) ? cardinal(place) : nil),
      (1...31).contains(number.value), month(skip(number.end, .of)) == nil
    else { return nil }
    let first = today - (today.dayOfMonth - 1)
    let all = (-12...12).compactMap { offset -> Day? in
      let month = first.adding(months: offset)
      guard let day = Day(year: month.year, month: month.month, day: number.value), day.weekday == weekday else {
        return nil
      }
      return day
    }
    let days = [all.first { $0 >= today }, all.last { $0 < today }].compactMap(\.self)
    guard !days.isEmpty else { return nil }
    let far = days.filter { abs($0 - today) > 150 }
    return Part(
      end: number.end, value: far.count == days.count ? days : days.sorted { abs($0 - today) < abs($1 - today) })
  }

  /// "Tuesday of next week", "Friday next week", "Wednesday in the week of 9 March".
  private func weekAfterWeekday(_ index: Int, _ weekday: Weekday) -> Part<[Day]>? {
    let place = skip(skip(skipMark(index, ","), .of, .in), .the)
    guard let week = steppedUnit(place), week.value.unit == .week else { return nil }
    return Part(end: week.end, value: [today.monday + (7 * week.value.step + weekday.rawValue - 1)])
  }

  /// "next week on Tuesday", "this week Monday".
  private func weekThenWeekday(_ index: Int) -> Part<[Day]>? {
    guard let week = steppedUnit(index), week.value.unit == .week else { return nil }
    let place = skip(skipMark(week.end, ","), .on)
    guard let name = weekdayName(place) else { return nil }
    return Part(end: name.end, value: [today.monday + (7 * week.value.step + name.value.rawValue - 1)])
  }

  /// "next week", "last month", "this year": the step and the unit.
  func steppedUnit(_ index: Int) -> Part<(step: Int, unit: TimeUnit)>? {
    guard holds(.unit) else { return nil }
    if let french = unitThenStep(index) { return french }
    let start = skip(index, .the)
    guard has(start, .step), let token = token(start) else { return nil }
    var (place, step) = (start, Int(token.word.value))
    if step == 0, has(start + 1, .step), let inner = self.token(start + 1) {
      (place, step) = (start + 1, Int(inner.word.value))
    }
    let unitPlace = place + 1
    guard let word = self.token(unitPlace), word.kind == .word, let unit = word.word.unit, word.length > 1,
      !keyword(unitPlace, .second, .nights)
    else { return nil }
    if keyword(unitPlace, .weekend) == false, unit == .week, isMark(unitPlace + 1, "-"), keyword(unitPlace + 2, .end) {
      return Part(end: unitPlace + 3, value: (step, .weekend))
    }
    return Part(end: unitPlace + 1, value: (step, unit))
  }

  /// "la semaine prochaine", "le mois dernier".
  private func unitThenStep(_ index: Int) -> Part<(step: Int, unit: TimeUnit)>? {
    let start = skip(index, .la, .le)
    guard let unit = token(start)?.word.unit, token(start)?.kind == .word else { return nil }
    if keyword(start + 1, .prochain, .prochaine) { return Part(end: start + 2, value: (1, unit)) }
    return keyword(start + 1, .dernier, .dernière) ? Part(end: start + 2, value: (-1, unit)) : nil
  }

  /// "the first Friday of July", "last Sunday of March 2014", "second Sunday", "first Monday in the month".
  private func countedWeekday(_ index: Int) -> Part<[Day]>? {
    if let said = countedWeekdayParts(index) {
      let days = said.value.months.compactMap { nth(said.value.count, said.value.weekday, ofMonth: $0) }
      return days.isEmpty ? nil : Part(end: said.end, value: days)
    }
    guard let count = weekdayCount(skip(index, .the)), count.value > 0, let name = weekdayName(count.end) else {
      return nil
    }
    return nth(count.value, name.value, ofMonth: today).map { Part(end: name.end, value: [$0]) }
  }

  typealias CountedWeekday = (count: Int, weekday: Weekday, months: [Day])

  /// Which weekday of which months, whether they have it or not: "2nd Sunday of next May", "5th Tuesday this October".
  func countedWeekdayParts(_ index: Int) -> Part<CountedWeekday>? {
    guard let count = weekdayCount(skip(index, .the)), let name = weekdayName(count.end),
      let months = monthOfCount(name.end)
    else { return nil }
    return Part(end: months.end, value: (count.value, name.value, months.value))
  }

  /// "first", "2nd", "last", "second last": counted from the end below zero.
  private func weekdayCount(_ index: Int) -> Part<Int>? {
    if keyword(index, .last) { return Part(end: index + 1, value: -1) }
    guard let count = ordinal(index), (1...5).contains(count.value) else { return nil }
    let place = skipHyphen(count.end)
    return keyword(place, .last) ? Part(end: place + 1, value: -count.value) : count
  }

  /// The first days of the months that something is counted in.
  private func monthOfCount(_ index: Int) -> Part<[Day]>? {
    let place = skip(index, .of, .in)
    guard place > index || has(place, .step) else { return nil }
    if let months = monthPeriod(place) { return Part(end: months.end, value: months.value.map(\.start)) }
    guard has(place, .step), let step = token(place), let month = month(place + 1) else { return nil }
    let months = monthRanges(month.value, year: nil).map(\.start)
    let inYear = Day(year: today.year + Int(step.word.value), month: month.value, day: 1)
    // "next May" is the coming one, "this October" this year's.
    let first = step.word.value > 0 ? months.first { $0 > today } : inYear
    return Part(end: month.end, value: [first ?? inYear].compactMap(\.self))
  }

  /// "the last weekday in March", "2nd last weekday next month": its working days, Monday to Friday.
  func countedWorkingDay(_ index: Int) -> Part<[Day]>? {
    guard let count = weekdayCount(skip(index, .the)), keyword(count.end, .weekday) || isWorkingDay(count.end),
      let months = monthOfCount(keyword(count.end, .weekday) ? count.end + 1 : count.end + 2)
    else { return nil }
    let days = months.value.map { first -> Day in
      let edge = count.value > 0 ? first - 1 : first.endOfMonth + 1
      return edge.adding(businessDays: count.value)
    }
    return Part(end: months.end, value: days)
  }

  /// "business day", "working day".
  func isWorkingDay(_ index: Int) -> Bool {
    keyword(index, .business, .working) && token(index + 1)?.word.unit == .day
  }

  /// The nth such weekday of a day's month; -1 is the last, -2 the one before it.
  func nth(_ count: Int, _ weekday: Weekday, ofMonth day: Day) -> Day? {
    let first = day - (day.dayOfMonth - 1)
    if count < 0 {
      let last = first.endOfMonth
      let found = last - ((last.weekday.rawValue - weekday.rawValue + 7) % 7 + 7 * (-1 - count))
      return found.month == first.month ? found : nil
    }
    let found = first + ((weekday.rawValue - first.weekday.rawValue + 7) % 7 + 7 * (count - 1))
    return found.month == first.month ? found : nil
  }
}

extension Array where Element: Hashable {
  /// Without repeats, the first of each kept. For the few readings of a phrase: quadratic.
  func uniqued() -> [Element] {
    guard indices.contains(where: { self[..<$0].contains(self[$0]) }) else { return self }
    var out = [Element]()
    out.reserveCapacity(count)
    for element in self where !out.contains(element) { out.append(element) }
    return out
  }
}
