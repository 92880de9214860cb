import BundleFile
import Crypto
import Formats
import Foundation
import Model

/// What a calendar file held that was written last, kept on this machine: so that only what changed counts as changed, and
/// what was done is taken out of calendars. It holds no words, so that what is forgotten is in it neither. Losing it costs
/// a calendar program one look at every entry.
struct CalendarMemory: Codable {
  private struct Known: Codable {
    var digest: String
    var sequence: Int
    var stamp: Int
    var first: String
    var isCancelled: Bool
    /// Nil in memories of before this was kept.
    var isMeeting: Bool?
  }

  private var entries: [String: Known] = [:]

  /// A cancelled entry is said to be so for this long.
  private static let daysOfCancelled = 90
  /// What an entry is called that is taken out; a calendar that has it knows it by its UID.
  private static let gone = "Done or called off"
  private static let limit = 16 << 20

  static func read(_ path: String) -> CalendarMemory {
    guard let data = FileManager.default.contents(atPath: path), data.count < limit,
      let memory = try? JSONDecoder().decode(CalendarMemory.self, from: data)
    else { return CalendarMemory() }
    return memory
  }

  func write(_ path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    try Folders.make((path as NSString).deletingLastPathComponent)
    try SafeFile.write(String(decoding: try encoder.encode(self), as: UTF8.self), to: path, replace: true)
  }

  /// The entries with how often each was changed, and those that are no more as cancelled.
  ///
  /// - Parameter now: seconds since 1970.
  mutating func versions(_ current: [CalendarFile.Entry], now: Int, today: Day)
    -> [(entry: CalendarFile.Entry, version: CalendarFile.Version)]
  {
    var seen: Set<String> = []
    var versions: [(entry: CalendarFile.Entry, version: CalendarFile.Version)] = []
    for entry in current where seen.insert(entry.uid).inserted { versions.append((entry, note(entry, now))) }
    for (uid, known) in entries.sorted(by: { $0.key < $1.key }) where !seen.contains(uid) {
      if let gone = cancelled(uid, known, now, today) { versions.append(gone) }
    }
    return versions
  }

  private mutating func note(_ entry: CalendarFile.Entry, _ now: Int) -> CalendarFile.Version {
    let content = CalendarFile(name: "", entries: [(entry, .init(sequence: 0, stamp: 0))]).text
    let digest = SHA256.hash(data: Data(content.utf8)).description
    if let known = entries[entry.uid], known.digest == digest {
      return .init(sequence: known.sequence, stamp: known.stamp)
    }
    let version = entry.sequenceOfOrganiser.map { .init(sequence: $0, stamp: now) } ?? version(entry.uid, now)
    entries[entry.uid] = Known(
      digest: digest, sequence: version.sequence, stamp: version.stamp,
      first: entry.firstDay.description, isCancelled: entry.isCancelled, isMeeting: entry.isMeeting)
    return version
  }

  /// Rises with time, so that another machine's number of a later change is higher, and with every change.
  private func version(_ uid: String, _ now: Int) -> CalendarFile.Version {
    .init(sequence: max(CalendarFile.Version.number(at: now), (entries[uid]?.sequence ?? -1) + 1), stamp: now)
  }

  /// What is gone was done, or is off; an interview that is over stays where it was.
  private mutating func cancelled(_ uid: String, _ known: Known, _ now: Int, _ today: Day)
    -> (entry: CalendarFile.Entry, version: CalendarFile.Version)?
  {
    let day = Day(known.first) ?? today
    let isHeld = known.isMeeting ?? uid.hasPrefix("interview-") && day <= today
    guard !isHeld, !known.isCancelled || now - known.stamp < Self.daysOfCancelled * 86_400 else {
      entries[uid] = nil
      return nil
    }
    var entry = CalendarFile.Entry(uid: uid, time: .days(day, day), summary: Self.gone, description: "")
    entry.isCancelled = true
    return (entry, note(entry, now))
  }
}

extension CalendarFile.Entry {
  fileprivate var firstDay: Day {
    switch time {
    case .days(let first, _): first
    case .instant(let seconds, _): Day(number: seconds / 86_400)
    }
  }
}

extension Store {
  /// Writes the calendar file; what is in it is remembered only once it is written.
  package func exportCalendar(_ write: (String) throws -> Void) throws -> Int {
    let path = try markPath() + ".calendar"
    var memory = CalendarMemory.read(path)
    let entries = memory.versions(
      try agenda().calendarEntries, now: environment.now() / 1000, today: today)
    try write(CalendarFile(name: "Afterword", entries: entries).text)
    // Where this machine keeps nothing, the next file counts every entry as changed.
    try? memory.write(path)
    return entries.count { !$0.entry.isCancelled }
  }
}
