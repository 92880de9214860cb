import Model

/// The edges of periods: "early next week", "the end of the month", "mid May", "EOW", "the rest of the year".
extension DateGrammar {
  enum Edge { case early, mid, late, beginning, end }

  /// A modifier and a period after it.
  func edge(_ index: Int) -> Part<Period>? {
    let start = skip(index, .the)
    guard let word = edgeWord(start) else { return nil }
    var place = skipMark(word.end, "-")
    let linked = skip(place, .of, .in, .der, .des, .du, .de)
    if word.value.needsOf, linked == place, !has(place, .step), month(place) == nil, token(place)?.word.unit == nil {
      return nil
    }
    let isLinked = linked != place
    place = skip(linked, .around, .about)
    if keyword(place, .my) { place += 1 }
    guard let whole = edgedPeriod(place) else { return nil }
    if word.value.needsRelative, !isLinked, !has(place, .step), month(place) == nil { return nil }
    return Part(end: whole.end, value: narrowed(whole.value, word.value.edge, isVerbal: word.value.needsRelative))
  }

  private typealias EdgeWord = (edge: Edge, needsOf: Bool, needsRelative: Bool)

  private func edgeWord(_ index: Int) -> Part<EdgeWord>? {
    switch keyword(index) {
    case .early: Part(end: index + 1, value: (.early, false, false))
    case .late: Part(end: index + 1, value: (.late, false, false))
    case .earlier: Part(end: index + 1, value: (.early, false, true))
    case .later: Part(end: index + 1, value: (.late, false, true))
    case .mid: Part(end: index + 1, value: (.mid, false, false))
    // "mi-avril"; alone the syllable is a word of other languages.
    case .mi where skipHyphen(index + 1) > index + 1: Part(end: index + 1, value: (.mid, false, false))
    case .middle, .mitte: Part(end: index + 1, value: (.mid, true, false))
    case .beginning, .start, .anfang, .début: Part(end: index + 1, value: (.beginning, true, false))
    case .end, .ende, .fin: Part(end: index + 1, value: (.end, true, false))
    default: nil
    }
  }

  /// A period that a word for its edge or half stands before.
  func edgedPeriod(_ index: Int) -> Part<[DayRange]>? {
    if let base = basePeriod(index) { return base }
    if let year = year(index) { return DayRange.year(year.value).map { Part(end: year.end, value: [$0]) } }
    // "end of month", "end week".
    if let token = token(index), token.kind == .word, let unit = token.word.unit, token.length > 3,
      [.week, .month, .quarter, .year].contains(unit)
    {
      return range(of: unit, at: today, step: 0).map { Part(end: index + 1, value: [$0]) }
    }
    return nil
  }

  private func narrowed(_ ranges: [DayRange], _ edge: Edge, isVerbal: Bool) -> Period {
    var period = Period(ranges: [])
    for range in ranges {
      period.ranges += windows(range, edge)
      guard edge == .end else { continue }
      // The end of a working week is its Friday; of anything else its last day.
      period.days.append(range.end - range.start == 7 ? range.end - 3 : range.end - 1)
    }
    if isVerbal, let first = ranges.first, first.start <= today, today < first.end {
      let turn =
        edge == .late
        ? DayRange(start: max(today, period.ranges[0].start), end: first.end)
        : DayRange(start: first.start, end: min(max(today, first.start), period.ranges[0].end))
      period.ranges.insert(turn, at: 0)
      period.ranges.append(
        edge == .late ? DayRange(start: today, end: first.end) : DayRange(start: first.start, end: today))
    }
    return period
  }

  /// The days an edge covers; conventions differ, so a narrow and a wide window.
  private func windows(_ range: DayRange, _ edge: Edge) -> [DayRange] {
    let (start, end, length) = (range.start, range.end, range.end - range.start)
    func months(_ from: Int, _ to: Int) -> DayRange {
      DayRange(start: start.adding(months: from), end: start.adding(months: to))
    }
    switch edge {
    case .early, .beginning:
      if length <= 7 { return [DayRange(start: start, end: start + 3)] }
      if length <= 31 {
        return edge == .early
          ? [DayRange(start: start, end: start + 15), DayRange(start: start, end: start + 10)]
          : [DayRange(start: start, end: start + 10), DayRange(start: start, end: start + 15)]
      }
      return edge == .early ? [months(0, 6), months(0, 3)] : [months(0, 3), months(0, 6), months(0, 4)]
    case .mid:
      if length <= 7 { return [DayRange(start: start + 1, end: start + 4)] }
      if length <= 31 { return [DayRange(start: start + 10, end: start + 20)] }
      return [months(3, 9), DayRange(start: start + (length + 1) / 2 - 1, end: end)]
    case .late, .end:
      if length <= 7 {
        return edge == .late
          ? [DayRange(start: end - 4, end: end), DayRange(start: end - 3, end: end)]
          : [DayRange(start: end - 3, end: end), DayRange(start: end - 4, end: end)]
      }
      if length <= 31 { return [DayRange(start: start + 20, end: end), DayRange(start: start + 15, end: end)] }
      return length > 300 ? [months(8, 12), months(6, 12)] : [DayRange(start: end - 31, end: end)]
    }
  }

  /// "EOD" is a day; "EOW", "EOM", "EOY", "BOM" and the like edges of the present period.
  func abbreviation(_ index: Int) -> Part<Period>? {
    let start = skip(index, .the)
    let found: (TimeUnit, Edge)? =
      switch keyword(start) {
      case .eow: (.week, .end)
      case .eom: (.month, .end)
      case .eoy: (.year, .end)
      case .eoq: (.quarter, .end)
      case .bom: (.month, .beginning)
      case .boy where token(start)?.isAllCapital == true: (.year, .beginning)
      case .bow where token(start)?.isAllCapital == true: (.week, .beginning)
      default: nil
      }
    guard let (unit, edge) = found, let range = range(of: unit, at: today, step: 0) else { return nil }
    return Part(end: start + 1, value: narrowed([range], edge, isVerbal: false))
  }

  /// "the rest of the week", "remainder of the month", "year to date".
  func rest(_ index: Int) -> Part<Period>? {
    if keyword(index, .year), keyword(index + 1, .to), keyword(index + 2, .date),
      let year = range(of: .year, at: today, step: 0)
    {
      return Part(end: index + 3, value: Period(ranges: [DayRange(start: year.start, end: today)]))
    }
    let start = skip(index, .the)
    guard keyword(start, .rest, .remainder, .remaining), keyword(start + 1, .of) else { return nil }
    let place = skip(start + 2, .the, .my, .this)
    guard let unit = token(place)?.word.unit, [.week, .month, .year, .day].contains(unit),
      let range = range(of: unit, at: today, step: 0)
    else { return nil }
    return Part(
      end: place + 1,
      value: Period(ranges: [DayRange(start: today, end: range.end - 1), DayRange(start: today, end: range.end)]))
  }
}
