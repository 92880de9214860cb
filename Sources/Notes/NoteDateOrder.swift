import Model

/// Tells from a note's own dates whether its days or its months come first.
struct NoteDateOrder {
  let text: [Unicode.Scalar]
  let tokens: ArraySlice<Token>
  /// The day the note is known to be written on, other than by its text.
  let written: Day?
  /// A day near which dates without a year lie; nil where none is known.
  let near: Day?

  /// Nil where no date tells, or where two contradict each other.
  func told() -> DateOrder? {
    var votes: [DayMonthOrder: String] = [:]
    for place in tokens.indices where tokens[place].kind == .number && tokens[place].length <= 2 {
      guard let date = date(at: place), let order = order(date, weekdayBefore(place)) ?? orderOfKnownDay(date) else {
        continue
      }
      votes[order] = votes[order] ?? text.text(date.span)
    }
    guard votes.count == 1, let (order, written) = votes.first else { return nil }
    return DateOrder(order, .note(written))
  }

  private struct WrittenDate {
    let first: Int
    let second: Int
    let year: Int?
    let span: TextSpan
  }

  /// `13/4`, `13/4/26`, `13-04-2026`.
  private func date(at place: Int) -> WrittenDate? {
    guard let mark = mark(place + 1), let second = number(place + 2), second.length <= 2, !continues(place) else {
      return nil
    }
    var last = place + 2
    var year: Int?
    if self.mark(place + 3) == mark, let third = number(place + 4), third.length == 2 || third.length == 4 {
      year = Int(third.number) + (third.length == 2 ? 2000 : 0)
      last = place + 4
    }
    // A dash alone joins a range, and more parts make a version.
    guard mark == "/" || year ?? 0 > 1900 && tokens[last].length == 4, self.mark(last + 1) == nil else { return nil }
    return WrittenDate(
      first: Int(tokens[place].number), second: Int(second.number), year: year,
      span: TextSpan(Int(tokens[place].start), Int(tokens[last].end)))
  }

  private func number(_ place: Int) -> Token? {
    tokens.indices.contains(place) && tokens[place].kind == .number ? tokens[place] : nil
  }

  private func mark(_ place: Int) -> Unicode.Scalar? {
    guard tokens.indices.contains(place), number(place + 1) != nil else { return nil }
    return tokens[place].isMark("/") ? "/" : tokens[place].isMark("-") ? "-" : nil
  }

  /// Part of a longer row of numbers.
  private func continues(_ place: Int) -> Bool {
    guard number(place - 2) != nil else { return false }
    return mark(place - 1) != nil || tokens[place - 1].isMark(".") && !tokens[place].isSpaced
  }

  private func weekdayBefore(_ place: Int) -> Weekday? {
    for before in [place - 1, place - 2] where tokens.indices.contains(before) {
      let token = tokens[before]
      if token.kind == .word, token.word.bits.contains(.weekday) { return Weekday(rawValue: Int(token.word.value)) }
      guard token.isMark(",") || token.isMark(".") else { return nil }
    }
    return nil
  }

  private func order(_ date: WrittenDate, _ weekday: Weekday?) -> DayMonthOrder? {
    let possible = DayMonthOrder.allCases.filter { order in
      let (day, month) = order == .dayFirst ? (date.first, date.second) : (date.second, date.first)
      guard (1...12).contains(month), (1...31).contains(day) else { return false }
      guard let weekday, let found = self.day(date.year, month, day) else { return true }
      return found.weekday == weekday
    }
    return possible.count == 1 && date.first != date.second ? possible[0] : nil
  }

  /// `10/8` in a note known to be written on 8 October.
  private func orderOfKnownDay(_ date: WrittenDate) -> DayMonthOrder? {
    guard let written, date.first != date.second, date.year ?? written.year == written.year else { return nil }
    if (date.first, date.second) == (written.dayOfMonth, written.month) { return .dayFirst }
    return (date.first, date.second) == (written.month, written.dayOfMonth) ? .monthFirst : nil
  }

  /// The day itself, or without a year the one nearest to the known day.
  private func day(_ year: Int?, _ month: Int, _ day: Int) -> Day? {
    if let year { return Day(year: year, month: month, day: day) }
    guard let near else { return nil }
    let all = ((near.year - 1)...(near.year + 1)).compactMap { Day(year: $0, month: month, day: day) }
    return all.min { abs($0 - near) < abs($1 - near) }
  }
}
