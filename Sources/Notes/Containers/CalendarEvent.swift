import Model

/// What tells an entry of a calendar from others, and its versions from each other.
package struct CalendarEntry: Hashable, Sendable {
  /// The number of the facts that were read from it; 0 for one that is off.
  package let group: Int
  package let uid: String?
  package let sequence: Int
  package let isCancelled: Bool
}

/// One entry of a calendar (RFC 5545 §3.6.1).
struct CalendarEvent {
  private let properties: [CardProperty]
  /// The whole calendar says so (RFC 5546 §3.2.5).
  private var isOfCancellation = false

  /// The events, without what stands in them: alarms, and the rules of time zones.
  static func all(_ properties: [CardProperty]) -> [CalendarEvent] {
    var (events, open, own) = ([CalendarEvent](), [String](), [CardProperty]())
    for property in properties {
      switch property.name {
      case "BEGIN":
        open.append(property.word)
        if open.last == "VEVENT" { own = [] }
      case "END":
        if open.popLast() == "VEVENT" { events.append(CalendarEvent(properties: own)) }
      default: if open.last == "VEVENT" { own.append(property) }
      }
    }
    if open.contains("VEVENT") { events.append(CalendarEvent(properties: own)) }
    let isCancellation = properties.contains { $0.name == "METHOD" && $0.word == "CANCEL" }
    return events.map { CalendarEvent(properties: $0.properties, isOfCancellation: isCancellation) }
  }

  /// What of a calendar is left as text: tasks, and what no interview is.
  static func remarks(_ events: [CalendarEvent], tasks: Int) -> [Remark] {
    let cancelled = events.count(where: \.isCancelled)
    let others = events.count { !$0.isCancelled && !$0.isInterview(alone: events.count == 1) }
    return [(cancelled, "cancelled"), (others, "not called interviews"), (tasks, "tasks or journals")].filter {
      $0.0 > 0
    }.map { count, what in
      Remark(
        line: nil, text: count == 1 ? "1 entry is \(what): left as text" : "\(count) entries are \(what): left as text")
    }
  }

  private func first(_ name: String) -> CardProperty? { properties.first { $0.name == name } }

  var isCancelled: Bool { isOfCancellation || first("STATUS")?.word == "CANCELLED" }

  /// - Parameter group: the number of the facts that are read from it.
  func entry(group: Int) -> CalendarEntry {
    CalendarEntry(
      group: group, uid: first("UID").map { collapsed(string($0.text.scalars.prefix(500))) },
      sequence: first("SEQUENCE").flatMap { Int32($0.word) }.map { max(Int($0), 0) } ?? 0, isCancelled: isCancelled)
  }

  /// Of a whole calendar only entries that say so; one that was saved by itself and that somebody sent is an invitation.
  ///
  /// - Parameter alone: the file has no other.
  func isInterview(alone: Bool) -> Bool {
    guard !isCancelled else { return false }
    return alone && first("ORGANIZER") != nil
      || ["SUMMARY", "DESCRIPTION", "CATEGORIES"].contains { name in
        guard let text = first(name)?.text.scalars else { return false }
        let tokens = Tokenizer(text: text).tokens(in: TextSpan(0, text.count))
        return tokens.contains { CalendarEvent.words.contains($0.key) }
          || name == "SUMMARY" && RoleWords.rounds.first(in: tokens[...]).map { $0.range.count > 1 } ?? false
      }
  }

  private static let words = WordSet(
    "interview interviews interviewing vorstellungsgespräch bewerbungsgespräch jobinterview erstgespräch zweitgespräch kennenlerngespräch vorstellungstermin bewerbung entretien candidature recrutement entrevista colloquio sollicitatiegesprek screening prescreen recruiter recruiting recruitment hiring"
  )

  // MARK: - Reading

  func write(on page: inout CardPage) {
    page.begin()
    if let start = first("DTSTART"), let value = CalendarEvent.moment(start) { page.write(.start(value), start.text) }
    if let summary = first("SUMMARY") { page.write(.summary, summary.text) }
    for person in participants {
      guard let name = person.name else { continue }
      page.write(.person(role: .interviewer), name)
      if person.host != nil { page.write(.email, person.address) }
    }
    if let place = first("LOCATION") { page.write(.place, place.text) }
    if let description = first("DESCRIPTION") { write(description.text, on: &page) }
  }

  /// Line by line, up to where the meeting's own service says how to join: the first lines of that name its form.
  private func write(_ description: TextView, on page: inout CardPage) {
    let lines = lineSpans(of: description.scalars, in: TextSpan(0, description.scalars.count))
    let joining = lines.firstIndex { line in
      let start = collapsed(string(description.scalars[line.start..<line.end].prefix(60))).lowercased()
      return CalendarEvent.invitations.contains(where: start.hasPrefix)
    }
    for line in lines[..<(joining ?? lines.count)] {
      page.write(.text(isOwn: first("ORGANIZER") == nil), description[line.start..<line.end])
    }
    for line in lines[(joining ?? lines.count)...].prefix(3) {
      page.write(.invitation, description[line.start..<line.end])
    }
  }

  private static let invitations = [
    "____", "----", "-::~", "~~~~", "microsoft teams", "join microsoft teams", "join zoom", "join on your",
    "join with google meet", "join the meeting", "join from", "click here to join", "one tap mobile", "meeting id",
    "besprechungs-id", "hier klicken, um an", "nehmen sie auf", "an zoom meeting teilnehmen",
    "cliquez ici pour rejoindre",
    "rejoindre", "participer", "réunion microsoft teams",
  ]

  /// `20260512T143000`: wall time as written, with its zone; `20260512` is a whole day.
  private static func moment(_ start: CardProperty) -> String? {
    let digits = string(start.text.scalars.prefix(32))
    guard let day = Day(compact: digits.prefix(8)) else { return nil }
    let time = digits.dropFirst(9)
    guard digits.dropFirst(8).first == "T", time.count >= 4, let hour = Int(time.prefix(2)), hour < 24,
      let minute = Int(time.dropFirst(2).prefix(2)), minute < 60
    else { return day.description }
    let named = start.parameter("TZID").map { string($0.scalars[...]) }
    let zone = digits.hasSuffix("Z") ? "UTC" : named.map(CalendarZone.standard)
    // Other names are the writing program's own.
    let isKnown = zone.map {
      $0 == "UTC" || $0.contains("/") && !$0.hasPrefix("/") && Moment("2000-01-01 " + $0) != nil
    }
    return Moment(day: day, minute: hour * 60 + minute, zone: isKnown ?? false ? zone : nil).description
  }

  // MARK: - People

  private struct Participant {
    let name: TextView?
    let address: TextView
    /// What stands behind the address's "@", in small letters; nil where it is no mail address.
    let host: String?
  }

  /// Who called the meeting and who comes: no rooms, nobody who declined, and beside people of a company nobody with a
  /// private address, who is the candidate.
  private var participants: [Participant] {
    let all = properties.filter { ($0.name == "ORGANIZER" || $0.name == "ATTENDEE") && !$0.isAbsent }.prefix(200)
      .map { property in
        let address = property.address
        let at = address.scalars.lastIndex(of: "@")
        return Participant(
          name: property.parameter("CN").flatMap(CalendarEvent.name), address: address,
          host: at.map { string(address.scalars[($0 + 1)...]).lowercased() })
      }
    let isPrivate = all.map { $0.host.map(CalendarEvent.isPrivate) ?? false }
    guard all.indices.contains(where: { all[$0].host != nil && !isPrivate[$0] }) else { return all }
    return all.indices.filter { !isPrivate[$0] }.map { all[$0] }
  }

  private static func isPrivate(_ host: String) -> Bool {
    host.split(separator: ".").first.map { NoteScanner.privateHosts.contains(wordKey(String($0))) } ?? false
  }

  /// "Whitfield, Dana" is Dana Whitfield; an address is no name.
  private static func name(_ shown: TextView) -> TextView? {
    guard !shown.isBlank, !shown.scalars.contains("@") else { return nil }
    let marks = shown.scalars.indices.filter { shown.scalars[$0] == "," }
    guard marks.count == 1 else { return shown }
    let after = shown.scalars.trimmed(TextSpan(marks[0] + 1, shown.scalars.count))
    return TextView.name(given: shown[after.start..<after.end], family: shown[0..<marks[0]])
  }
}

extension CardProperty {
  /// The value in capitals, without blanks at its ends.
  fileprivate var word: String { collapsed(string(text.scalars[...])).uppercased() }

  /// A room or other thing, or somebody who said no.
  fileprivate var isAbsent: Bool {
    ["ROOM", "RESOURCE", "GROUP", "DECLINED"].contains(where: isOfType)
  }
}

extension Day {
  /// `20260512`.
  fileprivate init?(compact digits: Substring) {
    guard digits.utf8.count == 8, let year = Int(digits.prefix(4)), let month = Int(digits.dropFirst(4).prefix(2)),
      let number = Int(digits.dropFirst(6))
    else { return nil }
    self.init(year: year, month: month, day: number)
  }
}
