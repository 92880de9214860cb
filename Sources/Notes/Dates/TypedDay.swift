package import Model

/// A day as a person types it for an argument, a field or a filter: the whole text is one phrase.
package struct TypedDay: Hashable, Sendable {
  /// The day, with the time where one was said.
  package let moment: Moment
  /// The last day where a period was said ("next week"), else the day itself.
  package let last: Day
  /// What it would be with day and month the other way round; nil where it is not open to that.
  package let inOtherOrder: Day?
  /// A weekday that was said beside the day and is not its own.
  package let contradicted: Weekday?
  /// Written so that nothing had to be worked out: `2026-11-27`.
  package let isExact: Bool

  package var day: Day { moment.day }

  init(
    _ moment: Moment, last: Day? = nil, inOtherOrder: Day? = nil, contradicted: Weekday? = nil, isExact: Bool = false
  ) {
    self.moment = moment
    self.last = max(moment.day, last ?? moment.day)
    self.inOtherOrder = inOtherOrder
    self.contradicted = contradicted
    self.isExact = isExact
  }
}

/// Why a text is no day.
package enum TypedDayError: Error, Hashable, CustomStringConvertible {
  case noDay(String)
  /// It names a day that does not exist, and why there is none.
  case impossible(String, reason: String)

  package var description: String {
    switch self {
    case .noDay(let text): "\"\(text)\" is no day. Give one as 2026-11-27, yesterday or \"next tuesday\"."
    case .impossible(let text, let reason): "\"\(text)\" is no day: \(reason)."
    }
  }
}

/// The one reader of days that a person types: `2026-11-27`, "by friday", "15th", `3d`, "next business day".
package struct TypedDayReader: Sendable {
  package let today: Day
  package let order: DayMonthOrder

  package init(today: Day, order: DayMonthOrder) {
    self.today = today
    self.order = order
  }

  /// - Parameter tense: on which side of today it lies, where the text leaves that open: "tuesday" of what happened is the
  ///   last one.
  package func read(_ typed: String, _ tense: Tense) throws(TypedDayError) -> TypedDay {
    let text = Array(typed.unicodeScalars)
    let whole = text.trimmed(TextSpan(0, text.count))
    let phrase = text.text(whole)
    if let moment = TypedDayReader.written(phrase) { return TypedDay(moment, isExact: true) }
    if let reason = DatePhrases.impossibleDays(in: text, order: order).first?.reason ?? faultOfWritten(phrase) {
      throw .impossible(phrase, reason: reason)
    }
    if let short = ShortDay(phrase) { return try read(short, phrase, tense) }
    // "march" and "may" alone are a month here, if in no running text.
    let alone = phrase.allSatisfy(\.isLetter) ? "in " + phrase : String(phrase.trimmingPrefix("on "))
    guard let match = match(phrase) ?? match(alone), let found = choose(match, tense) else {
      throw .noDay(phrase)
    }
    return found
  }

  /// The phrase that a text is as a whole.
  private func match(_ phrase: String) -> DateMatch? {
    let text = Array(phrase.unicodeScalars)
    let found = DatePhrases.find(in: text, reference: Moment(day: today), order: order).first
    return found?.span == TextSpan(0, text.count) ? found : nil
  }

  /// The first day that a sentence names.
  package func first(in sentence: String, _ tense: Tense) -> TypedDay? {
    DatePhrases.find(in: Array(sentence.unicodeScalars), reference: Moment(day: today), order: order)
      .lazy.compactMap { choose($0, tense) }.first
  }

  /// `2026-11-27`, `2026-11-27T14:30` and `2026-11-27T14:30:00`, with a zone behind the minute or none. What people write
  /// for the `T`, a blank, would else make a zone of the hour.
  package static func written(_ typed: String) -> Moment? {
    let bytes = Array(typed.utf8)
    let isParted = bytes.count > 13 && bytes[10] == 0x20 && bytes[13] == 0x3A
    let text = isParted ? typed.prefix(10) + "T" + typed.dropFirst(11) : typed
    return Moment(text)
      ?? (text.utf8.count == 19 && text.utf8.dropFirst(16).first == 0x3A ? Moment(String(text.prefix(16))) : nil)
  }

  /// `2026-13-01`: what is written as a day of ISO 8601 is not turned round.
  private func faultOfWritten(_ text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], let month = Int(parts[1]), !(1...12).contains(month),
      Int(parts[2]) != nil,
      Int(parts[0]) != nil
    else { return nil }
    return DayFault.noMonth(month).reason
  }

  private func read(_ short: ShortDay, _ phrase: String, _ tense: Tense) throws(TypedDayError) -> TypedDay {
    switch short {
    case .away(let count, let unit, let isBack):
      return TypedDay(Moment(day: today.adding(count, unit, isBack: isBack ?? (tense == .past))))
    case .ofMonth(let number):
      guard let match = match("the \(number)th"), let day = choose(match, tense) else { throw .noDay(phrase) }
      return day
    }
  }

  // MARK: - The side

  private func choose(_ match: DateMatch, _ tense: Tense) -> TypedDay? {
    let pool = readings(match)
    guard let first = pool.first else { return nil }
    let value: DateValue
    switch tense {
    case .past: value = pool.first { day($0) <= today } ?? first
    case .coming: value = pool.first { lastDay(of: $0, match) >= today } ?? first
    case .nearest:
      // A weekday alone is the coming one; a date may as well have been.
      let isNear = abs(day(first) - today) <= 7
      value = isNear ? first : pool.min { abs(day($0) - today) < abs(day($1) - today) } ?? first
    }
    let last = lastDay(of: value, match)
    // "this week" for what is to come: by its end.
    let start = tense == .coming && day(value) <= today && last > today ? last : day(value)
    let minute = start == day(value) ? value.start?.second.map { $0 / 60 } : nil
    return TypedDay(
      Moment(day: start, minute: minute), last: last, inOtherOrder: match.inOtherOrder(start),
      contradicted: match.contradicted)
  }

  /// The readings that have a day, without those in the other order of day and month; where a weekday stands beside a date,
  /// those that it fits.
  private func readings(_ match: DateMatch) -> [DateValue] {
    let values = match.coreValues.filter { $0.start?.day != nil }
    guard let first = values.first else { return [] }
    let likeliest = day(first)
    let pool = values.filter { !day($0).isSwapped(likeliest) && (!first.isPoint || $0.isPoint) }
    guard let said = match.weekday else { return pool }
    let fitting = pool.filter { day($0).weekday == said && abs(day($0) - today) <= DateGrammar.farthestNamed }
    return fitting.isEmpty ? [first] : fitting
  }

  private func day(_ value: DateValue) -> Day { value.start?.day ?? today }

  private func lastDay(of value: DateValue, _ match: DateMatch) -> Day {
    max(day(value), match.coreValues.lastDay(of: value) ?? day(value))
  }
}
