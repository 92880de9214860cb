import Formats
import Foundation
import Model
import Playbook

/// An entry as the store has it and as it stands in the folder, property by property, by what both said when they were last
/// in step. What somebody wrote into their calendar stays where the store cannot have it.
struct EventMerge {
  private(set) var event: EventFile
  /// A new start of the interview, and whether the store moved it too; likewise its place.
  private(set) var start: (moment: Moment, isConflict: Bool)?
  private(set) var place: (text: String?, isConflict: Bool)?
  /// What both sides say now.
  private(set) var pairs: [String: MirrorMemory.Pair] = [:]
  private let before: EventFile
  private let own: EventFile
  private let interview: Interview?
  private let memory: MirrorMemory
  private let times: EventTimes

  /// The fields of an interview that go both ways.
  private static let fields: [EventFile.Field: String] = [.start: "start", .end: "start", .place: "place"]

  /// - Parameters:
  ///   - event: as it stands in the folder.
  ///   - own: as this program would write it now.
  ///   - interview: the row that it is; what is moved in a calendar moves it.
  ///   - contested: the fields of that row that machines say differently: they wait for an answer.
  ///   - isTaken: what the calendar says of those is in the store already.
  init(
    _ event: EventFile, own: EventFile, interview: Interview?, contested: Set<String>, isTaken: Bool,
    _ memory: MirrorMemory, _ zones: ZoneData
  ) {
    (self.event, before, self.own, self.interview, self.memory) = (event, event, own, interview, memory)
    times = EventTimes(zones: zones)
    for field in EventFile.Field.allCases {
      let known = memory.entries[event.uid]?.fields[field.rawValue]
      let there = memory.digest(times.text(field, before))
      if let name = Self.fields[field], contested.contains(name) {
        pairs[field.rawValue] = .init(there: isTaken ? there : known?.there ?? there, here: MirrorMemory.contested)
        continue
      }
      merge(field, known)
      pairs[field.rawValue] = .init(
        there: memory.digest(times.text(field, self.event)), here: memory.digest(times.text(field, own)))
    }
  }

  var isChanged: Bool { event.file.bytes != before.file.bytes }

  mutating func count(now: Int) { if isChanged { event.count(now: now) } }

  private mutating func merge(_ field: EventFile.Field, _ known: MirrorMemory.Pair?) {
    let (here, there) = (times.text(field, own), times.text(field, before))
    guard here != there else { return }
    let isChangedHere = known.map { $0.here != memory.digest(here) } ?? true
    let isChangedThere = known.map { $0.there != memory.digest(there) } ?? true
    let isOfInterview = interview != nil && Self.fields[field] != nil
    if isChangedThere {
      // Without a memory of it, an invitation is left to who sent it.
      if isOfInterview, known != nil || event.uid.hasSuffix(CalendarFile.ownDomain) {
        take(field, isConflict: isChangedHere)
      }
    } else if isChangedHere, !event.isOrganised, isOfInterview || known?.there == known?.here {
      write(field)
    }
  }

  private mutating func take(_ field: EventFile.Field, isConflict: Bool) {
    guard let interview else { return }
    if field == .start, let moment = times.moment(before.time(.start), interview) { start = (moment, isConflict) }
    if field == .place { place = (times.text(.place, before), isConflict) }
  }

  /// A meeting that is moved lasts as long as it did.
  private mutating func write(_ field: EventFile.Field) {
    let starts = times.seconds(before.time(.start)).flatMap { old in times.seconds(own.time(.start)).map { (old, $0) } }
    guard let (old, new) = starts, field == .start || field == .end else { return event.take(field, from: own) }
    guard field == .start else { return }
    event.take(.start, from: own)
    if let end = times.seconds(before.time(.end)), end > old { event.setEnd(new + end - old) }
  }
}

/// The times of entries, as instants and as moments.
struct EventTimes {
  let zones: ZoneData

  /// A property as it is compared; times as instants, whichever zone they are written in.
  func text(_ field: EventFile.Field, _ file: EventFile) -> String? {
    guard field == .start || field == .end, let time = file.time(field) else { return file[field] }
    if case .day(let day) = time { return day.description }
    return seconds(time).map { "@\($0)" } ?? file[field]
  }

  func seconds(_ time: EventFile.Time?) -> Int? {
    switch time {
    case .instant(let seconds): seconds
    case .wall(let moment): zones.instant(moment)?.seconds
    case .day, nil: nil
    }
  }

  /// In the zone that the interview is said in, else on the user's clock.
  func moment(_ time: EventFile.Time?, _ interview: Interview) -> Moment? {
    if case .day(let day) = time { return Moment(day: day) }
    guard let seconds = seconds(time) else { return nil }
    guard let name = interview.start?.zone, let zone = TimeZone(identifier: name) else {
      return zones.wallTime(Instant(seconds: seconds))
    }
    var moment = ZoneData(zone).wallTime(Instant(seconds: seconds))
    moment.zone = name
    return moment
  }
}
