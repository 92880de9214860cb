import Model

/// A phrase found at a place: its readings, and those of the part without a leading "by" or "since".
struct Phrase {
  var values: [DateValue]
  var core: Range<Int>?
  var coreValues: [DateValue]?
}

/// Whole phrases: a range between two phrases, an open range, or one phrase alone.
extension DateGrammar {
  func phrase(_ index: Int) -> Part<Phrase>? {
    let first = temporal(index)
    var best = recurrence(index)
    best.extend(simple(index, first))
    best.extend(between(index, first))
    best.extend(bounded(index))
    best.extend(within(index))
    best.extend(runningMoments(index))
    best.extend(bareDuration(index))
    best.extend(present(index))
    return best
  }

  /// `first` is what `temporal` finds at the place.
  private func simple(_ index: Int, _ first: Temporal?) -> Part<Phrase>? {
    guard keyword(index, .around, .about, .approximately, .approx) else {
      return first.flatMap { phrase(of: $0, from: index) }
    }
    guard !keyword(index - 1, .how, .what, .but) else { return nil }
    return temporal(index + 1).flatMap { phrase(of: $0, from: index + 1) }
  }

  private func phrase(of found: Temporal, from place: Int) -> Part<Phrase>? {
    guard !found.isWeak else { return nil }
    let values = values(of: found)
    guard !values.isEmpty else { return nil }
    if let after = suffix(found.end, values) { return after }
    if !found.days.isEmpty, !found.hasTime, let open = boundedTime(found.end, on: found.days) { return open }
    return Part(end: found.end, value: Phrase(values: values, core: place..<found.end, coreValues: values))
  }

  // MARK: - The present

  /// "now", "at the moment", "asap", "as soon as possible", "EOD".
  private func present(_ index: Int) -> Part<Phrase>? {
    let nowValue = DateValue(kind: .datetime, start: DateStamp(day: today, second: now))
    switch keyword(index) {
    case .now: return Part(end: index + 1, value: Phrase(values: [nowValue]))
    case .right, .just: return keyword(index + 1, .now) ? Part(end: index + 2, value: Phrase(values: [nowValue])) : nil
    case .asap, .atm:
      guard keyword(index, .asap) || token(index)?.isAllCapital == true else { return nil }
      return Part(
        end: index + 1, value: Phrase(values: [nowValue, DateValue(kind: .datetimerange, start: nowValue.start)]))
    case .as where keyword(index + 1, .soon) && keyword(index + 2, .as) && keyword(index + 3, .possible):
      return Part(end: index + 4, value: Phrase(values: [nowValue]))
    case .at:
      if keyword(index + 1, .the), keyword(index + 2, .moment) {
        return Part(end: index + 3, value: Phrase(values: [nowValue]))
      }
      if keyword(index + 1, .the), keyword(index + 2, .present), keyword(index + 3, .time) {
        return Part(end: index + 4, value: Phrase(values: [nowValue]))
      }
      return keyword(index + 1, .this) && keyword(index + 2, .time)
        ? Part(end: index + 3, value: Phrase(values: [nowValue])) : nil
    default: return endOfDay(index)
    }
  }

  /// "EOD", "end of the day", "end of today", "EOD Friday", "close of business tomorrow".
  private func endOfDay(_ index: Int) -> Part<Phrase>? {
    let start = skip(index, .the)
    var place: Int
    if keyword(start, .eod, .cob) {
      place = start + 1
    } else if keyword(start, .end, .close), keyword(start + 1, .of) {
      place = skip(start + 2, .the)
      if keyword(place, .day, .business, .play) {
        place += 1
      } else {
        guard calendarDay(place, isBeside: false, isFirst: false) != nil else { return nil }
      }
    } else {
      return nil
    }
    let days = calendarDay(skip(place, .on), isBeside: true, isFirst: false)
    let list = days?.value ?? [today]
    return Part(end: days?.end ?? place, value: Phrase(values: list.map { .moment($0, 86399) } + list.map { .day($0) }))
  }
}
