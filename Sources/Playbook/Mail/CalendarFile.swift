package import Model

/// Follow-ups and interviews as an iCalendar file (RFC 5545).
package enum CalendarFile {
  /// One entry: a whole day, or an instant that ends it.
  package struct Entry: Hashable, Sendable {
    package let id: String
    package let day: Day
    package let until: Day
    package let summary: String
    package let description: String

    /// `id` stays the same for the same follow-up, so that importing again replaces it.
    package init(id: String, day: Day, until: Day, summary: String, description: String) {
      self.id = id
      self.day = day
      self.until = max(day, until)
      self.summary = summary
      self.description = description
    }

    /// A follow-up on the days it can be done.
    package init(_ item: PlanItem, facts: Facts) {
      let whom = item.person.map { ": " + facts.name($0) } ?? ""
      self.init(
        id: item.id, day: item.day, until: item.until, summary: item.title + whom,
        description: ([facts.name(opportunity: item.opportunity)] + item.reason.lines).joined(separator: "\n"))
    }
  }

  /// The file: CR LF, lines folded at 75 bytes, no text able to add a property. `stamp` is the present instant;
  /// `sequence` rises with each export of changed entries.
  package static func text(_ entries: [Entry], stamp: Instant, sequence: Int) -> String {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Afterword//EN", "CALSCALE:GREGORIAN"]
    for entry in entries {
      lines += [
        "BEGIN:VEVENT", "UID:\(escaped(entry.id))@afterword", "DTSTAMP:\(utc(stamp))", "SEQUENCE:\(max(0, sequence))",
        "DTSTART;VALUE=DATE:\(compact(entry.day))", "DTEND;VALUE=DATE:\(compact(entry.until + 1))",
        "SUMMARY:\(escaped(entry.summary))", "DESCRIPTION:\(escaped(entry.description))", "TRANSP:TRANSPARENT",
        "END:VEVENT",
      ]
    }
    return (lines + ["END:VCALENDAR"]).flatMap(folded).joined(separator: "\r\n") + "\r\n"
  }

  /// `20260310`.
  private static func compact(_ day: Day) -> String {
    String(day.description.filter { $0 != "-" })
  }

  /// `20260310T090000Z`.
  private static func utc(_ instant: Instant) -> String {
    let wall = ZoneData.utc.wallTime(instant)
    let minute = wall.minute ?? 0
    return "\(compact(wall.day))T\(twoDigits(minute / 60))\(twoDigits(minute % 60))\(twoDigits(instant.seconds % 60))Z"
  }

  /// Text with the characters escaped that mean something (RFC 5545, §3.3.11).
  private static func escaped(_ text: String) -> String {
    textLines(text).map { line in
      line.unicodeScalars.map { scalar in
        scalar == "\\" || scalar == ";" || scalar == "," ? "\\" + String(scalar) : String(scalar)
      }.joined()
    }.joined(separator: "\\n")
  }

  /// A line in parts of at most 75 bytes, no character cut in two (RFC 5545, §3.1).
  private static func folded(_ line: String) -> [String] {
    var parts = [""]
    for scalar in line.unicodeScalars {
      if parts[parts.count - 1].utf8.count + String(scalar).utf8.count > 75 { parts.append(" ") }
      parts[parts.count - 1].unicodeScalars.append(scalar)
    }
    return parts
  }
}
