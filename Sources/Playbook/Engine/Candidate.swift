import Model

/// A follow-up before anybody looked at decisions and the cap: what one rule makes of one anchor.
struct Candidate {
  let rule: Rule
  let anchor: Subject
  var index = 0
  var person: RowID?
  var opportunity: RowID?
  /// The first day it makes sense; may come before it is due.
  var opens: Day
  var day: Day
  var until: Day
  var by: Instant?
  var missed = 0
  var needs: [String] = []
  /// Order among the recipients of one day: the interviewer before HR.
  var rank = 0
  /// "interview of Tue 2026-03-10".
  var anchorText: String
  /// "Tue 2026-03-10 + 2 days = Thu 2026-03-12".
  var arithmetic: String
  var notes: [String] = []
  /// The contact that already did what the item asks for.
  var fulfilled: Contact?

  var key: ItemKey { ItemKey(rule: rule.name, anchor: anchor, index: index, person: person) }
}

/// When a rule's item is due, counted from one anchor.
struct DueTime {
  let opens: Day
  let day: Day
  let until: Day
  let by: Instant?
  let arithmetic: String
}

extension Timing {
  /// The due time after an anchor day. `start` is the anchor's instant, where its time of day is known.
  func due(after anchor: Day, start: Instant?, calendar: WorkCalendar, zones: ZoneData) -> DueTime {
    if let within {
      return due(within: within, after: anchor, start: start, calendar: calendar, zones: zones)
    }
    let after = after ?? .days(0)
    let day = calendar.day(anchor, plus: after)
    var arithmetic = sum(anchor, "+", after, day)
    var last = day
    if let until {
      last = max(day, calendar.day(anchor, plus: until))
      arithmetic += "; last day: \(sum(anchor, "+", until, last))"
    }
    return DueTime(opens: day, day: day, until: last, by: nil, arithmetic: arithmetic)
  }

  private func due(within: Span, after anchor: Day, start: Instant?, calendar: WorkCalendar, zones: ZoneData) -> DueTime
  {
    if case .hours(let hours) = within, let start {
      let by = Instant(seconds: start.seconds + hours * 3600)
      let day = zones.wallTime(by).day
      let arithmetic = "\(zones.text(start)) + \(within.words) = \(zones.text(by))"
      return DueTime(opens: anchor, day: day, until: day, by: by, arithmetic: arithmetic)
    }
    let day = calendar.day(anchor, plus: within)
    return DueTime(opens: anchor, day: day, until: day, by: nil, arithmetic: sum(anchor, "+", within, day))
  }
}

/// "Tue 2026-03-10 + 2 days = Thu 2026-03-12", or "the same day: …" for nothing added.
func sum(_ from: Day, _ sign: String, _ span: Span, _ result: Day) -> String {
  from == result ? "the same day: \(spoken(result))" : "\(spoken(from)) \(sign) \(span.words) = \(spoken(result))"
}

/// "Tue 2026-03-10": 14 bytes, which a string holds without an allocation.
func spoken(_ day: Day) -> String {
  let (year, month, dayOfMonth) = day.parts
  let numbers = [(year / 100, 4), (year % 100, 6), (month, 9), (dayOfMonth, 12)]
  return String(unsafeUninitializedCapacity: 14) { bytes in
    for (offset, byte) in day.weekday.short.utf8.enumerated() { bytes[offset] = byte }
    (bytes[3], bytes[8], bytes[11]) = (0x20, 0x2D, 0x2D)
    for (number, offset) in numbers {
      bytes[offset] = UInt8(0x30 + number / 10)
      bytes[offset + 1] = UInt8(0x30 + number % 10)
    }
    return 14
  }
}

extension Candidate {
  /// With a note for each number the user set.
  var withSettings: Candidate {
    var item = self
    item.notes += rule.settings.sorted { $0.key < $1.key }.map { "your setting: \($0.key) \($0.value)" }
    return item
  }
}
