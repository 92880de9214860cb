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
    package let uid: String
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
    return ContentLines.text(head + entries.flatMap { lines($0.entry, $0.version) } + ["END:VCALENDAR"])
  }

  private func lines(_ entry: Entry, _ version: Version) -> [String] {
    var lines = [
      "BEGIN:VEVENT", "UID:" + ContentLines.escaped(entry.uid), "DTSTAMP:" + Self.utc(version.stamp),
      "SEQUENCE:\(max(0, version.sequence))",
    ]
    switch entry.time {
    case .days(let first, let last):
      lines += ["DTSTART;VALUE=DATE:" + Self.compact(first), "DTEND;VALUE=DATE:" + Self.compact(max(first, last) + 1)]
    case .instant(let seconds, let minutes):
      lines += ["DTSTART:" + Self.utc(seconds), "DTEND:" + Self.utc(seconds + minutes * 60)]
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
  private func isBusy(_ entry: Entry) -> Bool {
    if case .instant = entry.time { !entry.isCancelled } else { false }
  }

  /// `20260310`.
  private static func compact(_ day: Day) -> String { String(day.description.filter { $0 != "-" }) }

  /// `20260310T090000Z`.
  private static func utc(_ seconds: Int) -> String {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - days * 86_400
    let parts = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return compact(Day(number: days)) + "T" + parts.joined() + "Z"
  }
}
