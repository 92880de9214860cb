/// Times of day in words.
extension DateGrammar {
  /// "seven thirty five pm", "ten o'clock", "three thirty".
  func spokenTime(_ index: Int) -> Part<ClockTime>? {
    if let german = germanTime(index) { return german }
    guard let first = token(index), first.kind == .word, first.word.bits.contains(.cardinal),
      let hour = singleHour(index)
    else { return nil }
    var time = ClockTime(hour: hour.value, isStrong: false)
    var end = hour.end
    if let minutes = cardinal(end), (10...59).contains(minutes.value), token(end)?.kind == .word {
      time.minute = minutes.value
      end = minutes.end
    }
    if let clock = oclock(end) {
      time.isStrong = true
      end = clock
    }
    if let meridiem = meridiem(end, wide: true) {
      apply(meridiem.value, to: &time)
      return Part(end: meridiem.end, value: time)
    }
    guard time.isStrong || time.minute > 0 else { return nil }
    return Part(end: end, value: time)
  }

  /// "half 3", as the British say "half past three": beside a day, after a preposition, or for itself.
  func britishHalf(_ index: Int) -> Part<ClockTime>? {
    guard let hour = singleHour(index + 1), let number = token(index + 1), number.isSpaced,
      !has(index - 1, [.ordinal, .step, .cardinal])
    else { return nil }
    let isAlone = token(hour.end).map { $0.kind == .mark && !isMark(hour.end, "%", "/", "-", "–") } ?? true
    let isBesideDay = has(hour.end, [.weekday, .relativeDay]) || keyword(hour.end, .on)
    guard
      isClockLead(index - 1) || isBesideDay || isAlone && (index == tokens.startIndex || isMark(index - 1, ",", "("))
    else { return nil }
    if isMark(hour.end, ".", ","), isGlued(hour.end + 1), token(hour.end + 1)?.kind == .number { return nil }
    return Part(end: hour.end, value: ClockTime(hour: hour.value, minute: 30))
  }

  /// "halb drei" is half past two; "Viertel nach drei", "viertel vor neun".
  private func germanTime(_ index: Int) -> Part<ClockTime>? {
    if keyword(index, .halb), let hour = cardinal(index + 1), (1...12).contains(hour.value) {
      return Part(end: hour.end, value: ClockTime(hour: (hour.value + 11) % 12, minute: 30))
    }
    guard keyword(index, .viertel), keyword(index + 1, .nach, .vor), let hour = cardinal(index + 2),
      (1...12).contains(hour.value)
    else { return nil }
    let isAfter = keyword(index + 1, .nach)
    return Part(
      end: hour.end,
      value: ClockTime(hour: isAfter ? hour.value : (hour.value + 11) % 12, minute: isAfter ? 15 : 45))
  }

  /// One to twelve in one word, not the start of "twenty one".
  private func singleHour(_ index: Int) -> Part<Int>? {
    guard let token = token(index) else { return nil }
    let value = token.kind == .number && token.length <= 2 ? Int(token.number) : Int(token.word.value)
    return (1...12).contains(value) ? Part(end: index + 1, value: value) : nil
  }
}
