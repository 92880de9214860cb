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
    case .status: return file[place].value.trimmed.uppercased()
    default:
      let text = PersonCard.plain(file[place].text)
      return text.isEmpty ? nil : text
    }
  }

  /// Whether what it says of a property can be read, if it says anything.
  package func isReadable(_ field: Field) -> Bool {
    guard let place = place(field.rawValue) else { return true }
    return file[place].isReadable && (field != .start && field != .end || time(field) != nil)
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
    return .wall(Moment(day: day, minute: hour * 60 + minute, zone: zone(file[place])))
  }

  /// The standard's name of a zone; some programs write the name that Windows gives it, or their own before the standard's.
  private func zone(_ line: PropertyLine) -> String? {
    guard let name = line.parameter("TZID") else { return nil }
    return name.hasPrefix("/") ? name.split(separator: "/").suffix(2).joined(separator: "/") : name
  }

  // MARK: What this program wrote

  private static let marks = "X-AFTERWORD-WROTE"

  /// Whether a property is as some machine of the owner's wrote it: nobody else changed it since.
  package func isAsWritten(_ field: Field) -> Bool { written[field.rawValue] == mark(field) }

  private var written: [String: String] {
    let words = place(Self.marks).map { file[$0].value.split(separator: " ") } ?? []
    let pairs = words.compactMap { word -> (String, String)? in
      let halves = word.split(separator: "=")
      return halves.count == 2 ? (String(halves[0]), String(halves[1])) : nil
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// A checksum (FNV-1a, 32 bits) of what it says.
  private func mark(_ field: Field) -> String {
    let sum = (self[field] ?? "").utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return String(sum, radix: 16)
  }

  /// Says that these properties are this program's.
  package mutating func markAsWritten(_ fields: some Sequence<Field>) {
    put(Self.marks, fields.map { $0.rawValue + "=" + mark($0) }.joined(separator: " "))
  }

  // MARK: Writing

  /// How long it takes is said otherwise than by its end.
  package var hasDuration: Bool { place("DURATION") != nil }

  /// Makes one property what it is in another file of the entry.
  package mutating func take(_ field: Field, from other: EventFile) {
    if field == .end, hasDuration { return }
    let line = other.place(field.rawValue).map { other.file[$0] }
    guard let place = place(field.rawValue) else {
      if let line { file.add(line.head + ":" + line.value, to: block) }
      return
    }
    if let line { file.replace(place, line: line.head + ":" + line.value) } else { file.remove(place) }
  }

  /// - Parameter seconds: since 1970.
  package mutating func setEnd(_ seconds: Int) {
    if hasDuration { return }
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
