/// A part of the day: its windows in seconds since midnight, by the conventions in use, the narrower first.
struct DayPart {
  enum Name { case morning, afternoon, evening, night, lunch, breakfast, dinner, daytime, nighttime }
  var name: Name
  var edge: DateGrammar.Edge?
  /// A single time that the words also stand for ("mid morning").
  var point: Int?

  var isLater: Bool { name == .afternoon || name == .evening || name == .night || name == .dinner }

  var windows: [(Int, Int)] {
    let hour = 3600
    let end = 86399
    switch (name, edge) {
    case (.morning, .early): return [(8 * hour, 10 * hour), (0, 9 * hour)]
    case (.morning, .late): return [(10 * hour, 12 * hour)]
    case (.morning, _): return [(8 * hour, 12 * hour), (0, 12 * hour), (4 * hour, 12 * hour)]
    case (.afternoon, .early): return [(12 * hour, 14 * hour)]
    case (.afternoon, .late): return [(14 * hour, 16 * hour)]
    case (.afternoon, _): return [(12 * hour, 16 * hour), (12 * hour, 19 * hour)]
    case (.evening, .early): return [(16 * hour, 18 * hour)]
    case (.evening, .late): return [(18 * hour, 20 * hour)]
    case (.evening, _): return [(16 * hour, 20 * hour), (18 * hour, 86400)]
    case (.night, .early): return [(20 * hour, 22 * hour)]
    case (.night, .late): return [(22 * hour, end), (21 * hour, 86400)]
    case (.night, _): return [(20 * hour, end), (18 * hour, 86400)]
    case (.lunch, _): return [(11 * hour, 13 * hour), (12 * hour, 14 * hour)]
    case (.breakfast, _): return [(8 * hour, 12 * hour)]
    case (.dinner, _): return [(16 * hour, 20 * hour)]
    case (.daytime, _): return [(8 * hour, 18 * hour)]
    case (.nighttime, _): return [(0, 8 * hour)]
    }
  }

  /// A clock time as it is meant within this part: "8 in the evening" is 20:00.
  func placing(_ time: ClockTime) -> Int {
    let base = time.hour % 24 * 3600 + time.minute * 60 + time.second
    guard !time.isCertain, time.hour <= 12 else { return base }
    if isLater {
      if time.hour == 12 { return name == .afternoon ? base : base - 43200 }
      return name == .night && time.hour < 5 && edge != nil ? base : base + 43200
    }
    if name == .lunch { return time.hour < 10 ? base + 43200 : base }
    return time.hour == 12 && name == .morning ? base - 43200 : base
  }
}

extension DateGrammar {
  /// "in the morning", "early-afternoon", "at lunch", "tonight" without its day. `isSaid`: a preposition or a day stands
  /// before it, so that "lunch" is a time.
  func dayPart(_ index: Int, isBeside: Bool) -> Part<DayPart>? {
    var place = index
    var isLinked = isBeside
    if keyword(index, .in, .during, .at) {
      place = skip(index + 1, .the)
      isLinked = true
      if keyword(place, .early, .late), keyword(place + 1, .hours), keyword(place + 2, .of) {
        let part = dayPart(skip(place + 3, .the), isBeside: true)
        return part.map {
          Part(end: $0.end, value: DayPart(name: $0.value.name, edge: keyword(place, .early) ? .early : .late))
        }
      }
    }
    var edge: Edge?
    switch keyword(place) {
    case .early: edge = .early
    case .late, .later: edge = .late
    case .mid:
      if keyword(place + 1, .night) { return nil }
      edge = .mid
    default: break
    }
    if edge != nil {
      place = skipHyphen(place + 1)
      if keyword(place, .in) { place = skip(place + 1, .the) }
      if keyword(place, .this), edge != .mid { place += 1 }
    }
    guard let token = token(place), token.kind == .word,
      let name = partName(place, isLinked: isLinked || edge != nil, isBeside: isBeside && edge == nil)
    else { return nil }
    var end = isFrenchAfternoon(place) ? place + 3 : place + 1
    if isMark(end, "-"), isGlued(end), keyword(end + 1, .time) { end += 2 }
    if keyword(end, .ish), isGlued(end) { end += 1 }
    if keyword(place, .lunch, .night), keyword(end, .time) { end += 1 }
    var part = DayPart(name: name, edge: edge == .mid ? nil : edge)
    if edge == .mid || keyword(place, .midmorning, .midafternoon) { part.point = name == .morning ? 36000 : 50400 }
    if name == .night, end > place + 1 { part.name = .nighttime }
    return Part(end: end, value: part)
  }

  private func partName(_ index: Int, isLinked: Bool, isBeside: Bool) -> DayPart.Name? {
    switch keyword(index) {
    case .morning, .matin, .mornings, .midmorning: .morning
    case .afternoon, .nachmittag, .midafternoon, .afternoons: .afternoon
    case .evening, .abend, .soir, .evenings, .eve: .evening
    case .night, .tonight, .tonite, .nights: .night
    case .nighttime: .nighttime
    case .daytime: .daytime
    case .lunchtime: .lunch
    case .lunch where isLinked || keyword(index + 1, .time): .lunch
    case .pm where isBeside: .afternoon
    case .am where isBeside: .morning
    default: token(index)?.key == DateGrammar.afternoonish || isFrenchAfternoon(index) ? .afternoon : nil
    }
  }

  /// "après-midi".
  private func isFrenchAfternoon(_ index: Int) -> Bool {
    keyword(index, .après) && skipHyphen(index + 1) > index + 1 && keyword(index + 2, .midi)
  }

  private static let afternoonish = wordKey("afternoonish")
}
