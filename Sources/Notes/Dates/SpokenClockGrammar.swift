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
    guard let token = token(index), (1...12).contains(token.word.value) else { return nil }
    return Part(end: index + 1, value: Int(token.word.value))
  }
}
