/// Times of day in words.
extension DateGrammar {
  /// "seven thirty five pm", "ten o'clock", "three thirty".
  func spokenTime(_ index: Int) -> Part<ClockTime>? {
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

  /// One to twelve in one word, not the start of "twenty one".
  private func singleHour(_ index: Int) -> Part<Int>? {
    guard let token = token(index), (1...12).contains(token.word.value) else { return nil }
    return Part(end: index + 1, value: Int(token.word.value))
  }
}
