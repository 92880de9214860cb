import Model

/// Days and moments told by their distance: "tomorrow", "in two weeks", "3 days ago", "a week from Tuesday".
extension DateGrammar {
  func relativeDay(_ index: Int) -> Part<[Day]>? {
    guard holds([.relativeDay, .unit, .weekday]) else { return nil }
    return namedDay(index) ?? neighbourDay(index) ?? countedWeekdays(index) ?? movedDay(index)
  }

  /// "today", "tomorrow", "the day after tomorrow".
  private func namedDay(_ index: Int) -> Part<[Day]>? {
    if keyword(index, .hier), !isFrench(around: index) { return nil }
    if has(index, .relativeDay), let token = token(index), !token.word.bits.contains(.dayPart) {
      // German "am Morgen" is a part of the day.
      if token.word.value >= 0, keyword(index + 1, .week), !has(index + 2, .cardinal),
        self.token(index + 2)?.kind != .number
      {
        return Part(end: index + 2, value: [today + (Int(token.word.value) + 7)])
      }
      return offsetDay(index, from: today + Int(token.word.value))
        ?? Part(end: index + 1, value: [today + Int(token.word.value)])
    }
    if keyword(index, .après), isMark(index + 1, "-"), has(index + 2, .relativeDay), token(index + 2)?.word.value == 1 {
      return Part(end: index + 3, value: [today + 2])
    }
    let start = skip(index, .the)
    guard keyword(start, .day) else { return nil }
    if keyword(start + 1, .after),
      keyword(start + 2, .tomorrow) || token(start + 2)?.word.value == 1 && has(start + 2, .relativeDay)
    {
      return Part(end: start + 3, value: [today + 2])
    }
    if keyword(start + 1, .before), has(start + 2, .relativeDay), let token = token(start + 2), token.word.value == -1 {
      return Part(end: start + 3, value: [today - 2])
    }
    return nil
  }

  /// "today+21", "tomorrow+2w", "today-3": days where no unit is said.
  private func offsetDay(_ index: Int, from day: Day) -> Part<[Day]>? {
    guard isMark(index + 1, "+", "-"), isGlued(index + 1), isGlued(index + 2), let count = token(index + 2),
      count.kind == .number, count.length <= 4
    else { return nil }
    let sign = isMark(index + 1, "-") ? -1 : 1
    let isGoingOn = isGlued(index + 3) && token(index + 3) != nil
    if isGoingOn, let unit = unit(index + 3), unit.value.rawValue >= TimeUnit.day.rawValue {
      let span = Span(parts: [(Double(count.number), unit.value)])
      return Part(end: unit.end, value: [stamp(DateStamp(day: day), plus: span, sign: sign).day ?? day])
    }
    guard !isGoingOn || token(index + 3).map(isSentenceEnd) ?? true, !isMark(index + 3, ":", "/", ".") else {
      return nil
    }
    return Part(end: index + 3, value: [day + sign * Int(count.number)])
  }

  /// "hier" is yesterday in French and "here" in German: the words beside it tell.
  private func isFrench(around index: Int) -> Bool {
    let beside = tokens[max(tokens.startIndex, index - 10)..<min(tokens.endIndex, index + 11)]
    return beside.count == 1
      || beside.contains { DateGrammar.french.contains($0.key) }
        && !beside.contains { DateGrammar.german.contains($0.key) }
  }

  private static let french = WordSet(
    "le la les un une des du et avec pour dans sur au aux à chez votre vos notre nos mon ma mes je j'ai nous vous ils elle est appel entretien merci mme monsieur soir matin téléphone téléphonique"
  )
  private static let german = WordSet(
    "der die das und ist bin sind war ich wir sie nicht auch bei mit ein eine den dem zu im am")

  /// "the next day", "last day", "next business day", "the day before", "the day".
  private func neighbourDay(_ index: Int) -> Part<[Day]>? {
    let start = skip(index, .the)
    // "the next business day".
    if has(start, .step), let step = token(start), step.word.value != 0, isWorkingDay(start + 1) {
      return Part(end: start + 3, value: [today.adding(businessDays: Int(step.word.value))])
    }
    if has(start, .step), let step = token(start), step.word.value != 0, keyword(start + 1, .day),
      !keyword(start + 2, .of, .and)
    {
      return Part(end: start + 2, value: [today + Int(step.word.value)])
    }
    guard start > index, keyword(start, .day), !keyword(start + 1, .of, .to) else { return nil }
    if keyword(start + 1, .before) {
      return token(start + 2).map(isSentenceEnd) ?? true ? Part(end: start + 2, value: [today - 1]) : nil
    }
    if keyword(start + 1, .after) {
      return token(start + 2).map(isSentenceEnd) ?? true ? Part(end: start + 2, value: [today + 1]) : nil
    }
    guard keyword(index - 1, .for, .of), token(start + 1).map(isSentenceEnd) ?? true else { return nil }
    return Part(end: start + 1, value: [today])
  }

  func isSentenceEnd(_ token: Token) -> Bool { token.kind == .mark && !token.isMark("-") && !token.isMark("'") }

  /// "two Sundays from now".
  private func countedWeekdays(_ index: Int) -> Part<[Day]>? {
    guard holds(.weekday), let count = cardinal(index), (1...20).contains(count.value),
      let name = weekdayName(count.end)
    else { return nil }
    let end: Int
    if keyword(name.end, .from), keyword(name.end + 1, .now) || keyword(name.end + 1, .today) {
      end = name.end + 2
    } else if keyword(name.end, .later, .hence) {
      end = name.end + 1
    } else {
      return nil
    }
    return Part(end: end, value: [after(name.value) + 7 * (count.value - 1)])
  }

  /// A day reached from another by whole days or larger steps.
  func movedDay(_ index: Int) -> Part<[Day]>? {
    guard let moved = movedStamps(index) else { return nil }
    let days = moved.value.compactMap { $0.second == nil ? $0.day : nil }
    return days.count == moved.value.count ? Part(end: moved.end, value: days) : nil
  }

  /// The same with smaller units: "in 3 hours", "12 seconds ago", "15 minutes from 1pm".
  func movedStamps(_ index: Int) -> Part<[DateStamp]>? {
    holds(.unit) ? ahead(index) ?? afterwards(index) : nil
  }

  /// "in two weeks", "in about 5 hours", "in less than an hour", "+15 minutes", "vor drei Tagen", "il y a deux jours".
  private func ahead(_ index: Int) -> Part<[DateStamp]>? {
    var start = index
    var sign = 1
    if keyword(index, .in, .dans) {
      start = skip(index + 1, .about, .around, .approximately, .approx, .the)
      start = skipMark(start, "~")
      if keyword(start, .less), keyword(start + 1, .than) { start += 2 }
      if has(start, .step), token(start)?.word.value == 1 { start += 1 }
    } else if keyword(index, .vor) {
      (start, sign) = (index + 1, -1)
    } else if keyword(index, .il), keyword(index + 1, .y), keyword(index + 2, .a) {
      (start, sign) = (index + 3, -1)
    } else if isMark(index, "+", "-"), isGlued(index + 1), token(index)?.isSpaced == true {
      (start, sign) = (index + 1, isMark(index, "-") ? -1 : 1)
      guard token(start)?.kind == .number else { return nil }
    } else {
      return nil
    }
    guard let length = duration(start) else { return nil }
    if keyword(index, .vor), length.value.parts.first?.count == 0 { return nil }
    var base = DateStamp(day: today)
    var end = length.end
    if keyword(end, .since), let year = year(end + 1), let day = Day(year: year.value, month: 1, day: 1) {
      base.day = day
      end = year.end
    }
    if keyword(end, .from), keyword(end + 1, .now, .today) { end += 2 }
    if has(end, .step), token(end)?.word.value == -1 { return nil }
    return Part(end: end, value: [stamp(base, plus: length.value, sign: sign)])
  }

  /// "3 days ago", "2 weeks later", "three weeks today", "a fortnight hence", "3 days from Tuesday", "a min before".
  private func afterwards(_ index: Int) -> Part<[DateStamp]>? {
    let isThe = keyword(index, .the) && has(index + 1, .unit) && keyword(index + 2, .before, .after)
    let isPlural = keyword(index, .a, .an) && has(index + 1, .unit)
    let length: Part<Span>
    if isThe, let unit = token(index + 1)?.word.unit, unit.rawValue < TimeUnit.day.rawValue {
      length = Part(end: index + 2, value: Span(parts: [(1, unit)]))
    } else if let found = duration(index) {
      length = found
    } else {
      return nil
    }
    let base = DateStamp(day: today)
    let end = length.end
    switch keyword(end) {
    case .ago, .back: return Part(end: end + 1, value: [stamp(base, plus: length.value, sign: -1)])
    case .later, .hence: return Part(end: end + 1, value: [stamp(base, plus: length.value, sign: 1)])
    case .from, .after, .since: return anchored(end + 1, length.value, sign: 1, isBare: isThe)
    case .before: return anchored(end + 1, length.value, sign: -1, isBare: isThe || isPlural)
    case .on where length.value.only == .week && has(end + 1, .weekday):
      return anchored(end + 1, length.value, sign: 1, isBare: false)
    case .today, .tomorrow:
      // "three weeks today": as many from then.
      guard let only = length.value.only, only == .week || only == .fortnight || only == .month,
        let day = token(end)?.word.value
      else { return nil }
      return Part(end: end + 1, value: [stamp(DateStamp(day: today + Int(day)), plus: length.value, sign: 1)])
    default: return nil
    }
  }

  /// Counts from what follows: "now", a day, a clock time; from today where nothing follows and `isBare` allows it.
  private func anchored(_ index: Int, _ span: Span, sign: Int, isBare: Bool) -> Part<[DateStamp]>? {
    let place = skip(index, .right)
    if keyword(place, .now) {
      return Part(end: place + 1, value: [stamp(DateStamp(day: today), plus: span, sign: sign)])
    }
    if let days = namedDay(place) ?? namedDate(place) ?? numericDate(place) ?? weekdayPhrase(place)
      ?? holiday(place) ?? neighbourDay(place)
    {
      return Part(end: days.end, value: days.value.map { stamp(DateStamp(day: $0), plus: span, sign: sign) })
    }
    if !span.isCalendar, let time = clock(place), time.value.isStrong, let second = time.value.seconds.first {
      return Part(end: time.end, value: [stamp(DateStamp(day: today, second: second), plus: span, sign: sign)])
    }
    guard isBare else { return nil }
    return Part(end: index, value: [stamp(DateStamp(day: today), plus: span, sign: sign)])
  }
}
