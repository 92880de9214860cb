/// A time of day as said.
struct ClockTime {
  var hour: Int
  var minute = 0
  var second = 0
  /// Said with "am" or "pm", or as an hour over twelve.
  var isCertain = false
  /// A colon, "pm", "o'clock", "noon": a time by itself. A bare number needs a neighbour that says so.
  var isStrong = true
  /// "2ish": about that hour, as one speaks of a meeting.
  var isRough = false

  /// Seconds since midnight, the likelier first: an hour up to twelve may be in the morning or the afternoon.
  var seconds: [Int] {
    let base = hour % 24 * 3600 + minute * 60 + second
    guard !isCertain, hour <= 12, hour > 0 else { return [base] }
    let other = (base + 43200) % 86400
    return (!isStrong || isRough) && hour < 7 ? [other, base] : [base, other]
  }

  func shifted(minutes: Int) -> ClockTime {
    var copy = self
    let total = (hour * 60 + minute + minutes + 1440) % 1440
    (copy.hour, copy.minute) = (total / 60, total % 60)
    if !isCertain, copy.hour == 0 { copy.hour = 12 }
    return copy
  }
}

extension DateGrammar {
  func clock(_ index: Int) -> Part<ClockTime>? {
    guard has(index, [.digits, .cardinal, .clock]) else { return nil }
    return namedTime(index) ?? pastOrTo(index) ?? digitalTime(index) ?? spokenTime(index)
  }

  /// "noon", "midday", "midnight", "12 midnight".
  private func namedTime(_ index: Int) -> Part<ClockTime>? {
    let start = token(index)?.number == 12 && token(index)?.kind == .number ? index + 1 : index
    switch keyword(start) {
    case .noon, .midday: return Part(end: start + 1, value: ClockTime(hour: 12, isCertain: true))
    case .midnight: return Part(end: start + 1, value: ClockTime(hour: 0, isCertain: true))
    case .mid where keyword(start + 1, .night): return Part(end: start + 2, value: ClockTime(hour: 0, isCertain: true))
    default: return nil
    }
  }

  /// "half past three", "20 minutes to 2pm", "a quarter past noon", "twenty after 3pm", "15 past seven o'clock".
  private func pastOrTo(_ index: Int) -> Part<ClockTime>? {
    var place = skip(index, .a)
    var minutes: Int
    if keyword(place, .half) {
      guard keyword(place + 1, .past) else { return britishHalf(place) }
      (minutes, place) = (30, place + 1)
    } else if keyword(place, .quarter) {
      (minutes, place) = (15, place + 1)
    } else if place == index, let number = cardinal(place), (1...59).contains(number.value),
      !isGlued(number.end) || token(number.end)?.kind == .word
    {
      (minutes, place) = (number.value, number.end)
      if token(place)?.word.unit == .minute { place += 1 }
    } else {
      return nil
    }
    let hasUnit = token(place - 1)?.word.unit == .minute
    guard let link = keyword(place), [.past, .to, .after, .before, .till, .from].contains(link) else { return nil }
    if link == .from, !hasUnit { return nil }
    guard let hour = namedTime(place + 1) ?? digitalTime(place + 1) ?? spokenTime(place + 1) ?? bareHour(place + 1)
    else { return nil }
    // "2 to 4" is a range; a bare hour needs "past", or minutes said as such or by name.
    if link != .past, !hour.value.isStrong, !hasUnit, minutes != 15 || token(index)?.kind == .number { return nil }
    if link == .to || link == .before || link == .till, !hasUnit, minutes != 15,
      hour.value.minute != 0 || token(index)?.kind == .number
    {
      return nil
    }
    let isBefore = link == .to || link == .before || link == .till
    var time = hour.value.shifted(minutes: isBefore ? -minutes : minutes)
    time.isStrong = true
    return Part(end: hour.end, value: time)
  }

  /// A number that may be an hour, with nothing to say so.
  func bareHour(_ index: Int) -> Part<ClockTime>? {
    guard let number = cardinal(index), (0...24).contains(number.value), !isMark(index - 1, ".", ":") || !isGlued(index)
    else { return nil }
    if let next = token(number.end), !next.isSpaced, next.kind == .word, next.word.keyword != .ish { return nil }
    if isMark(number.end, "%", "/", "£", "€", "$"), isGlued(number.end) { return nil }
    if isMark(number.end, ".", ","), isGlued(number.end), token(number.end + 1)?.kind == .number,
      isGlued(number.end + 1)
    {
      return nil
    }
    if token(index)?.kind == .number, token(index)?.length ?? 0 > 2 { return nil }
    if isMark(index - 1, "$", "£", "€", "#", "+"), index > tokens.startIndex { return nil }
    return Part(
      end: number.end,
      value: ClockTime(hour: number.value, isCertain: number.value > 12 || number.value == 0, isStrong: false))
  }

  /// "3:15pm", "8.30 pm", "15h00", "1430h", "7 o'clock", "14:00 Uhr", "11ish", "0730".
  private func digitalTime(_ index: Int) -> Part<ClockTime>? {
    guard let first = token(index), first.kind == .number, first.number >= 0, first.length <= 4 else { return nil }
    if index > tokens.startIndex, isGlued(index),
      isMark(index - 1, "$", "£", "€", ".", "#", "+") || token(index - 1)?.kind == .word && !keyword(index - 1, .t)
    {
      return nil
    }
    if first.length >= 3 { return militaryTime(index) }
    guard first.number <= 24 else { return nil }
    var time = ClockTime(hour: Int(first.number))
    var end = index + 1
    var hasMinutes = false
    let isColon = isMark(end, ":")
    if isColon || isMark(end, "."), isGlued(end), isGlued(end + 1), let minutes = token(end + 1),
      minutes.kind == .number, minutes.length == 2, minutes.number < 60
    {
      time.minute = Int(minutes.number)
      end += 2
      hasMinutes = true
      if isColon, isMark(end, ":"), isGlued(end), let seconds = token(end + 1), seconds.kind == .number,
        seconds.length == 2, seconds.number < 60
      {
        time.second = Int(seconds.number)
        end += 2
      }
    } else if isGlued(end), keyword(end, .h) {
      return hourMark(index)
    }
    if let meridiem = meridiem(end, wide: true) {
      guard time.hour <= 12 || meridiem.value == nil || time.hour < 24 else { return nil }
      apply(meridiem.value, to: &time)
      return Part(end: meridiem.end, value: time)
    }
    if let clock = oclock(end) {
      if keyword(end, .uhr) {
        time.isCertain = true;
        if let minutes = token(clock), minutes.kind == .number, minutes.length == 2, minutes.number < 60, !hasMinutes {
          time.minute = Int(minutes.number); return Part(end: clock + 1, value: time)
        }
      }
      if let meridiem = meridiem(clock, wide: true) {
        apply(meridiem.value, to: &time)
        return Part(end: meridiem.end, value: time)
      }
      return Part(end: clock, value: time)
    }
    if keyword(end, .ish), isGlued(end) || isMark(end, "-") {
      time.isRough = true
      return Part(end: end + 1, value: time)
    }
    guard hasMinutes, isColon || keyword(index - 1, .at, .between, .from) || isMark(index - 1, "@") else { return nil }
    if isGlued(end),
      token(end)?.kind == .word || isMark(end, "%")
        || isMark(end, ":", "/") && isGlued(end + 1) && token(end + 1)?.kind == .number
    {
      return nil
    }
    if time.hour == 0 || time.hour > 12 || first.length == 2 && first.number < 10 { time.isCertain = true }
    return Part(end: end, value: time)
  }

  /// "o'clock" in its spellings: the place after it.
  func oclock(_ index: Int) -> Int? {
    if keyword(index, .oclock, .uhr) { return index + 1 }
    return token(index)?.key == DateGrammar.oClock ? index + 1 : nil
  }

  private static let oClock = wordKey("o'clock")

  private func hourMark(_ index: Int) -> Part<ClockTime>? {
    guard let first = token(index) else { return nil }
    var time = ClockTime(hour: Int(first.number), isCertain: true)
    if isGlued(index + 2), let minutes = token(index + 2), minutes.kind == .number {
      guard minutes.length == 2, minutes.number < 60 else { return nil }
      time.minute = Int(minutes.number)
      // "1h30" is rather a length of time.
      time.isStrong = time.hour > 5 || isClockLead(index - 1)
      return Part(end: index + 3, value: time)
    }
    // "3h" alone is a length of time; beside a day or after "at" it is an hour.
    time.isStrong = false
    return Part(end: index + 2, value: time)
  }

  /// "1430h", "0730", "1030" after "at".
  private func militaryTime(_ index: Int) -> Part<ClockTime>? {
    guard let first = token(index), first.number / 100 < 24, first.number % 100 < 60 else { return nil }
    let said = keyword(index - 1, .at, .around, .approximately, .about, .approx)
    var time = ClockTime(hour: Int(first.number / 100), minute: Int(first.number % 100))
    time.isCertain = time.hour > 12 || time.hour == 0
    var end = index + 1
    if isGlued(end), keyword(end, .h) {
      time.isCertain = true
      return Part(end: end + 1, value: time)
    }
    if isGlued(end), keyword(end, .ish) { return Part(end: end + 1, value: time) }
    if let meridiem = meridiem(end, wide: false) {
      end = meridiem.end
      apply(meridiem.value, to: &time)
      return Part(end: end, value: time)
    }
    guard !isGlued(end) || token(end)?.kind == .mark && !isMark(end, ",", ".") || token(end + 1)?.kind != .number,
      !isMark(end, "-", "/"), !has(end, .unit)
    else { return nil }
    guard said || first.length == 4 && first.number < 1000 && keyword(index - 1, .between, .from) else { return nil }
    return Part(end: end, value: time)
  }

  /// "am", "p.m.", "a m", "9.am"; a lone "a" or "p" must touch a digit. nil value: "ampm".
  func meridiem(_ index: Int, wide: Bool) -> Part<Bool?>? {
    let place =
      isMark(index, ".") && isGlued(index) && isGlued(index + 1) && has(index + 1, .meridiem) ? index + 1 : index
    switch keyword(place) {
    case .am: return Part(end: place + 1, value: false)
    case .pm: return Part(end: place + 1, value: true)
    case .ampm: return Part(end: place + 1, value: nil)
    case .a, .p:
      let isAfternoon = keyword(place, .p)
      if keyword(place + 1, .m), wide { return Part(end: place + 2, value: isAfternoon) }
      if isMark(place + 1, "."), keyword(place + 2, .m), isGlued(place + 2) {
        return Part(end: skipMark(place + 3, "."), value: isAfternoon)
      }
      guard isGlued(place), token(place - 1)?.kind == .number else { return nil }
      // "4a" alone is a label; with minutes, or after a preposition, it is a time.
      let isSaid =
        isMark(place - 2, ":") || isClockLead(place - 2) || keyword(place + 1, .to, .until, .on)
        || has(place + 1, .relativeDay)
      return isSaid ? Part(end: place + 1, value: isAfternoon) : nil
    default: return nil
    }
  }

  /// A word or sign before a place that announces a time.
  func isClockLead(_ index: Int) -> Bool {
    keyword(index, .at, .between, .from, .to, .until) || keyword(index, .till, .before, .after, .by, .around)
      || isMark(index, "@") || has(index, [.weekday, .relativeDay])
  }

  func apply(_ isAfternoon: Bool?, to time: inout ClockTime) {
    guard let isAfternoon else { return }
    if isAfternoon, time.hour < 12 { time.hour += 12 } else if !isAfternoon, time.hour == 12 { time.hour = 0 }
    time.isCertain = true
    time.isStrong = true
  }
}
