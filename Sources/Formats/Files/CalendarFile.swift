package import Model

/// Interviews, deadlines and follow-ups as an iCalendar file (RFC 5545).
package struct CalendarFile: Sendable {
  package enum Time: Hashable, Sendable {
    /// Whole days, from the first to the last.
    case days(Day, Day)
    /// From a second since 1970 on, so many minutes long.
    case instant(Int, minutes: Int)
  }

  package struct Entry: Hashable, Sendable {
    /// Stays the same for the same thing, so that importing again replaces it.
    package var uid: String
    package var time: Time
    package var summary: String
    package var description: String
    package var place: String?
    /// Of a meeting by video.
    package var link: String?
    /// Minutes from its start to the alarm; negative before it.
    package var alarm: Int?
    package var isCancelled = false
    /// Of an entry that somebody else keeps, how often they changed it: their next change has to count as later.
    package var sequenceOfOrganiser: Int?
    /// Held with others, so that it stays in a calendar when it is over.
    package var isMeeting = false
    /// The interview that it is.
    package var interview: RowID?

    package init(
      uid: String, time: Time, summary: String, description: String, place: String? = nil, link: String? = nil,
      alarm: Int? = nil
    ) {
      (self.uid, self.time, self.summary, self.description) = (uid, time, summary, description)
      (self.place, self.link, self.alarm) = (place, link, alarm)
    }
  }

  /// How often an entry was changed, and when it was last: a calendar takes an entry anew whose number has risen.
  package struct Version: Hashable, Sendable {
    package let sequence: Int
    /// Seconds since 1970.
    package let stamp: Int

    package init(sequence: Int, stamp: Int) { (self.sequence, self.stamp) = (sequence, stamp) }

    /// Minutes since 2020: rises with time, and stays within the range that calendars read.
    package static func number(at seconds: Int) -> Int { max(0, seconds / 60 - 26_297_280) }
  }

  package let name: String
  package let entries: [(entry: Entry, version: Version)]

  package init(name: String, entries: [(entry: Entry, version: Version)]) {
    (self.name, self.entries) = (name, entries)
  }

  package var text: String {
    let head = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Afterword//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "NAME:" + ContentLines.escaped(name), "X-WR-CALNAME:" + ContentLines.escaped(name),
    ]
    return ContentLines.text(head + entries.flatMap { Self.lines($0.entry, $0.version) } + ["END:VCALENDAR"])
  }

  /// Ends the identities of entries that this program makes.
  package static let ownDomain = "@afterword"

  /// One entry as a file of its own, as calendar servers keep them: without what is said to whoever imports (RFC 4791, §4.1).
  ///
  /// - Parameter now: seconds since 1970.
  package static func item(_ entry: Entry, now: Int) -> String {
    let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Afterword//EN"]
    let version = Version(sequence: entry.sequenceOfOrganiser ?? 0, stamp: now)
    return ContentLines.text(head + lines(entry, version) + ["END:VCALENDAR"])
  }

  private static func lines(_ entry: Entry, _ version: Version) -> [String] {
    var lines = [
      "BEGIN:VEVENT", "UID:" + ContentLines.escaped(entry.uid), "DTSTAMP:" + utc(version.stamp),
      "SEQUENCE:\(max(0, version.sequence))",
    ]
    switch entry.time {
    case .days(let first, let last):
      lines += ["DTSTART;VALUE=DATE:" + compact(first), "DTEND;VALUE=DATE:" + compact(max(first, last) + 1)]
    case .instant(let seconds, let minutes):
      lines += ["DTSTART:" + utc(seconds), "DTEND:" + utc(seconds + minutes * 60)]
    }
    lines += [
      "SUMMARY:" + ContentLines.escaped(entry.summary), "DESCRIPTION:" + ContentLines.escaped(entry.description),
    ]
    if let place = entry.place { lines.append("LOCATION:" + ContentLines.escaped(place)) }
    if let link = entry.link.flatMap(ContentLines.link) {
      lines += ["URL:" + link, "CONFERENCE;VALUE=URI;FEATURE=VIDEO:" + link]
    }
    lines += [
      "STATUS:" + (entry.isCancelled ? "CANCELLED" : "CONFIRMED"),
      "TRANSP:" + (isBusy(entry) ? "OPAQUE" : "TRANSPARENT"),
    ]
    if let alarm = entry.alarm, !entry.isCancelled {
      lines += [
        "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:" + ContentLines.escaped(entry.summary),
        "TRIGGER:\(alarm < 0 ? "-" : "")PT\(abs(alarm))M", "END:VALARM",
      ]
    }
    return lines + ["END:VEVENT"]
  }

  /// What has an hour takes it up; a day's task does not.
  private static func isBusy(_ entry: Entry) -> Bool {
    if case .instant = entry.time { !entry.isCancelled } else { false }
  }

  /// `20260310`.
  private static func compact(_ day: Day) -> String { String(day.description.filter { $0 != "-" }) }

  /// `20260310T090000Z`.
  package static func utc(_ seconds: Int) -> String {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - days * 86_400
    let parts = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return compact(Day(number: days)) + "T" + parts.joined() + "Z"
  }
}
