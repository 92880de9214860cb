import Model

/// Recurrences as TIMEX3 sets: "every other Friday", "twice a week", "each quarter", "Mondays at 9".
extension DateGrammar {
  func recurrence(_ index: Int) -> Part<Phrase>? {
    guard holds([.recurring, .plural]),
      let set = every(index) ?? adverb(index) ?? times(index) ?? plural(index) ?? timeThenSet(index)
    else { return nil }
    return Part(end: set.end, value: Phrase(values: set.value.map { DateValue(kind: .set, text: $0) }))
  }

  private func every(_ index: Int) -> Part<[String]>? {
    guard keyword(index, .every, .each, .any) || keyword(index, .jeden, .chaque) else { return nil }
    let isOther = keyword(index + 1, .other)
    let start = isOther ? index + 2 : index + 1
    if let name = weekdayName(start) {
      let day = "XXXX-WXX-" + String(name.value.rawValue)
      return withTime(Part(end: name.end, value: day))
    }
    if keyword(start, .weekday), !isOther { return Part(end: start + 1, value: ["P1WD"]) }
    if let part = dayPart(start, isBeside: true), !keyword(index, .any) {
      let time = withTime(Part(end: part.end, value: ""), part: part.value)
      return time.value[0].isEmpty ? Part(end: part.end, value: [code(part.value)]) : time
    }
    if keyword(index, .any), token(start)?.word.unit != .weekend { return nil }
    if let date = numericDate(start, inContext: true) ?? namedDate(start), let day = date.value.first {
      return Part(end: date.end, value: ["XXXX-" + twoDigits(day.month) + "-" + twoDigits(day.dayOfMonth)])
    }
    return everyUnit(start, isOther: isOther)
  }

  private func everyUnit(_ index: Int, isOther: Bool) -> Part<[String]>? {
    var counts = [isOther ? 2 : 1]
    var place = index
    if let number = cardinal(index) ?? ordinal(index), (1...100).contains(number.value) {
      (counts, place) = ([number.value], number.end)
      if let link = rangeLink(place, opener: nil) ?? (keyword(place, .or) ? place + 1 : nil), let upper = cardinal(link)
      {
        (counts, place) = ([number.value, upper.value], upper.end)
      }
    } else if keyword(index, .few, .couple) {
      (counts, place) = ([3], skip(index + 1, .of))
    }
    if let name = weekdayName(place), counts.count == 1 {
      return Part(end: name.end, value: ["XXXX-WXX-" + String(name.value.rawValue)])
    }
    guard let unit = unit(place), token(place)?.length ?? 0 > 1 else { return nil }
    let texts = counts.compactMap { code(unit.value, Double($0)) }
    guard texts.count == counts.count else { return nil }
    return counts.count == 1
      ? withTime(Part(end: unit.end, value: texts[0]))
      : Part(end: unit.end, value: [texts.joined(separator: "/")] + texts)
  }

  private func code(_ unit: TimeUnit, _ count: Double) -> String? {
    let number = count == Double(Int(count)) ? String(Int(count)) : String(count)
    return switch unit {
    case .second: "PT" + number + "S"
    case .minute: "PT" + number + "M"
    case .hour: "PT" + number + "H"
    case .day: "P" + number + "D"
    case .businessDay: "P" + number + "BD"
    case .week: "P" + number + "W"
    case .weekend: "P" + number + "WE"
    case .fortnight: "P" + String(Int(count * 2)) + "W"
    case .month: "P" + number + "M"
    case .quarter: "P" + String(Int(count * 3)) + "M"
    case .year: "P" + number + "Y"
    case .decade: "P" + String(Int(count * 10)) + "Y"
    case .century: nil
    }
  }

  private func code(_ part: DayPart) -> String {
    switch part.name {
    case .morning: "TMO"
    case .afternoon: "TAF"
    case .evening: "TEV"
    case .night, .nighttime: "TNI"
    case .daytime: "TDT"
    case .lunch: "TMEL"
    case .breakfast: "TMEB"
    case .dinner: "TMED"
    }
  }

  /// Adds "at 9" and the like.
  private func withTime(_ set: Part<String>, part: DayPart? = nil) -> Part<[String]> {
    let place = skip(set.end, .at)
    guard let time = clock(place) ?? (place > set.end ? bareHour(place) : nil), place > set.end || time.value.isStrong
    else { return Part(end: set.end, value: [set.value]) }
    var second = time.value.seconds[0]
    if let part { second = part.placing(time.value) }
    var text = "T" + twoDigits(second / 3600)
    if second % 3600 != 0 { text += ":" + twoDigits(second / 60 % 60) }
    return Part(end: time.end, value: [set.value == "P1D" ? text : set.value + text])
  }

  private func adverb(_ index: Int) -> Part<[String]>? {
    let text: String? =
      switch keyword(index) {
      case .daily, .everyday, .täglich: "P1D"
      case .weekly, .wöchentlich: "P1W"
      case .monthly: "P1M"
      case .yearly, .annually, .annual: "P1Y"
      case .quarterly: "P3M"
      case .biweekly, .fortnightly: "P2W"
      case .bimonthly: "P2M"
      case .hourly: "PT1H"
      case .semiannual, .semiannually, .biannual: "P0.5Y"
      case .weekends: "P1WE"
      case .weekdays: "P1WD"
      default: nil
      }
    return text.map { withTime(Part(end: index + 1, value: $0)) }
  }

  /// "once a week", "three times per month".
  private func times(_ index: Int) -> Part<[String]>? {
    var place: Int
    var count = 1
    switch keyword(index) {
    case .once: place = index + 1
    case .twice: (place, count) = (index + 1, 2)
    case .thrice: (place, count) = (index + 1, 3)
    default:
      guard let number = cardinal(index), keyword(number.end, .times), (1...50).contains(number.value) else {
        return nil
      }
      (place, count) = (number.end + 1, number.value)
    }
    guard keyword(place, .a, .an, .each, .every, .per) else { return nil }
    if let number = cardinal(place + 1), let unit = unit(number.end), let text = code(unit.value, Double(number.value))
    {
      return Part(end: unit.end, value: [text])
    }
    guard let unit = unit(place + 1), let whole = code(unit.value, 1) else { return nil }
    return Part(end: unit.end, value: count == 1 ? [whole] : [whole, code(unit.value, 1 / Double(count)) ?? whole])
  }

  /// "Mondays", "on mornings at 9".
  private func plural(_ index: Int) -> Part<[String]>? {
    let start = skip(index, .on)
    if has(start, .plural), let name = weekdayName(start) {
      return withTime(Part(end: name.end, value: "XXXX-WXX-" + String(name.value.rawValue)))
    }
    guard start > index, keyword(start, .mornings, .afternoons, .evenings, .nights),
      let part = dayPart(start, isBeside: true)
    else { return nil }
    let timed = withTime(Part(end: part.end, value: ""), part: part.value)
    return timed.value[0].isEmpty ? Part(end: part.end, value: [code(part.value)]) : timed
  }

  /// "6am everyday", "9am Sundays".
  private func timeThenSet(_ index: Int) -> Part<[String]>? {
    guard let time = clock(index), time.value.isStrong else { return nil }
    guard let set = every(time.end) ?? adverb(time.end) ?? plural(time.end), let text = set.value.first,
      !text.contains("T")
    else { return nil }
    let second = time.value.seconds[0]
    var suffix = "T" + twoDigits(second / 3600)
    if second % 3600 != 0 { suffix += ":" + twoDigits(second / 60 % 60) }
    return Part(end: set.end, value: [text == "P1D" ? suffix : text + suffix])
  }
}
