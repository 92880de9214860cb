package import Model

/// A calendar's entry in a file of its own, as other programs may have changed it. What is not asked for stays.
package struct EventFile: Sendable {
  package private(set) var file: PropertyFile

  /// What this program writes of an entry.
  package enum Field: String, CaseIterable, Sendable {
    case start = "DTSTART"
    case end = "DTEND"
    case summary = "SUMMARY"
    case description = "DESCRIPTION"
    case place = "LOCATION"
    case link = "URL"
    case meeting = "CONFERENCE"
    case status = "STATUS"
    case busy = "TRANSP"
  }

  package enum Time: Hashable, Sendable {
    case day(Day)
    /// Seconds since 1970.
    case instant(Int)
    /// On a wall, in the zone named; without one wherever one is.
    case wall(Moment)
  }

  /// An entry and its changed repetitions.
  private static let mostBlocks = 200

  /// Nil for what is no calendar of one entry. Changed repetitions of it may stand beside it.
  package init?(_ bytes: [UInt8]) {
    guard let file = PropertyFile(bytes, of: "VCALENDAR") else { return nil }
    self.file = file
    guard file.blocks("VEVENT").count <= Self.mostBlocks else { return nil }
    let identities = Set(file.blocks("VEVENT").flatMap { file.places("UID", in: $0) }.map { file[$0].value.trimmed })
    guard identities.count == 1, !uid.isEmpty else { return nil }
  }

  /// The entry itself rather than a repetition.
  private var block: Range<Int> {
    let all = file.blocks("VEVENT")
    return all.first { file.places("RECURRENCE-ID", in: $0).isEmpty } ?? all.first ?? 0..<0
  }

  private func place(_ name: String) -> Int? { file.places(name, in: block).first }

  package var uid: String { place("UID").map { file[$0].text.trimmed } ?? "" }

  /// Somebody else keeps it: it is changed by them alone.
  package var isOrganised: Bool { place("ORGANIZER") != nil }

  /// Nil where it says nothing; of times as they are written.
  package subscript(field: Field) -> String? {
    guard let place = place(field.rawValue) else { return nil }
    switch field {
    case .start, .end: return file[place].head + ":" + file[place].value
    default: return PersonCard.plain(file[place].text)
    }
  }

  package func time(_ field: Field) -> Time? {
    guard let place = place(field.rawValue) else { return nil }
    let digits = file[place].value.trimmed
    guard let day = Day(compact: digits.prefix(8)) else { return nil }
    if digits.utf8.count == 8 { return .day(day) }
    let clock = digits.dropFirst(9).prefix(4)
    guard digits.dropFirst(8).first == "T", clock.utf8.count == 4,
      clock.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let hour = Int(clock.prefix(2)), let minute = Int(clock.suffix(2)), hour < 24, minute < 60
    else { return nil }
    if digits.hasSuffix("Z") { return .instant(day.number * 86_400 + (hour * 60 + minute) * 60) }
    return .wall(Moment(day: day, minute: hour * 60 + minute, zone: file[place].parameter("TZID")))
  }

  // MARK: Writing

  /// Makes one property what it is in another file of the entry.
  package mutating func take(_ field: Field, from other: EventFile) {
    let line = other.place(field.rawValue).map { other.file[$0] }
    guard let place = place(field.rawValue) else {
      if let line { file.add(line.head + ":" + line.value, to: block) }
      return
    }
    if let line { file.replace(place, line: line.head + ":" + line.value) } else { file.remove(place) }
  }

  /// - Parameter seconds: since 1970.
  package mutating func setEnd(_ seconds: Int) {
    let line = "DTEND:" + CalendarFile.utc(seconds)
    if let place = place("DTEND") { file.replace(place, line: line) } else { file.add(line, to: block) }
  }

  /// Counts as changed once more.
  ///
  /// - Parameter now: seconds since 1970.
  package mutating func count(now: Int) {
    let stamp = CalendarFile.utc(now)
    let number = place("SEQUENCE").flatMap { Int(file[$0].value.trimmed) } ?? 0
    put("SEQUENCE", String(min(max(number, 0), 1 << 30) + 1))
    put("DTSTAMP", stamp)
    if place("LAST-MODIFIED") != nil { put("LAST-MODIFIED", stamp) }
  }

  private mutating func put(_ name: String, _ value: String) {
    if let place = place(name) { file.replace(place, value: value) } else { file.add(name + ":" + value, to: block) }
  }
}

extension Day {
  /// `20260512`.
  fileprivate init?(compact digits: Substring) {
    guard digits.utf8.count == 8, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let year = Int(digits.prefix(4)), let month = Int(digits.dropFirst(4).prefix(2)),
      let number = Int(digits.dropFirst(6))
    else { return nil }
    self.init(year: year, month: month, day: number)
  }
}
