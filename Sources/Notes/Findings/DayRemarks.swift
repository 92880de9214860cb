import Model

/// What the user should know of days that were not read as they stand.
extension NoteScanner {
  /// Days that no calendar has, and weekdays that contradict their day, line by line.
  func remarkDays() {
    let line = index
    defer { index = line }
    for number in lines.indices where lines[number].kind != .blank && lines[number].kind != .syntax {
      index = number
      remarkDays(in: lines[number].content)
    }
  }

  /// The same in a stretch of the present line.
  ///
  /// - Parameter isDay: whether it should be a day as a whole: the cell of a column of days.
  func remarkDays(in span: TextSpan, isDay: Bool = false) {
    let slice = tokens(in: span)
    guard slice.contains(where: { $0.kind == .number || $0.word.bits.contains(.ordinal) }) else { return }
    let impossible = DatePhrases.impossibleDays(in: text, tokens: slice, order: order.order)
    for day in impossible where day.isSure || isDay {
      remark("\(day.text) is no day: \(day.reason)", leavesUnread: true)
    }
    if isDay, impossible.isEmpty, dates(in: span).isEmpty {
      remark("\(text.text(span)) is no day", leavesUnread: true)
    }
    guard slice.contains(where: { $0.word.bits.contains(.weekday) }) else { return }
    for match in dates(in: span) {
      guard let said = match.contradicted, let day = match.coreValues.first?.start?.day else { continue }
      remark("\(text.text(match.core)): \(day) is a \(day.weekday.name), no \(said.name)")
    }
  }
}
