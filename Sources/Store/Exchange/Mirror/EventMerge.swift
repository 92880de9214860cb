import Formats
import Foundation
import Model
import Notes
import Playbook

/// What an interview's entry says that is taken into the store.
enum EventChange: Equatable {
  case start(Moment)
  case place(String?)
  case isCancelled(Bool)
}

/// An entry as the store has it and as it stands in the folder, property by property, by what both said when they were last
/// in step. What somebody wrote into their calendar stays where the store cannot have it.
struct EventMerge {
  private(set) var event: EventFile
  private(set) var changes: [(change: EventChange, isConflict: Bool)] = []
  /// Properties that cannot be read.
  private(set) var unreadable: [String] = []
  /// What is remembered as soon as the store has the changes, and once the file is written too.
  private(set) var whenTaken: [String: MirrorMemory.Pair]
  private(set) var whenWritten: [String: MirrorMemory.Pair]
  private let before: EventFile
  private let own: EventFile
  private let interview: Interview?
  private let contested: Set<String>
  private let memory: MirrorMemory
  private let times: EventTimes
  /// The properties that are this program's as they stand.
  private var written: Set<EventFile.Field>

  /// The fields of an interview that go both ways.
  private static let fields: [EventFile.Field: String] = [.start: "start", .place: "place", .status: "cancelled"]

  /// - Parameters:
  ///   - event: as it stands in the folder.
  ///   - own: as this program would write it now.
  ///   - interview: the row that it is; what is moved in a calendar moves it.
  ///   - contested: the fields of that row that machines say differently: they wait for an answer.
  init(
    _ event: EventFile, own: EventFile, interview: Interview?, contested: Set<String>, _ memory: MirrorMemory,
    _ zones: ZoneData
  ) {
    (self.event, before, self.own, self.interview) = (event, event, own, interview)
    (self.contested, self.memory, times) = (contested, memory, EventTimes(zones: zones))
    written = Set(EventFile.Field.allCases.filter(event.isAsWritten))
    (whenTaken, whenWritten) = (memory.entries[event.uid]?.fields ?? [:], [:])
    whenWritten = whenTaken
    EventFile.Field.allCases.forEach { merge($0) }
  }

  /// Whether nothing in it is anybody else's.
  var isOurs: Bool {
    EventFile.Field.allCases.allSatisfy { times.text($0, own) == times.text($0, before) || isOurs($0) }
  }

  var isChanged: Bool { event.file.bytes != before.file.bytes }

  /// Counts a change, which is to be told from what somebody else changes.
  mutating func count(now: Int) {
    guard isChanged else { return }
    event.markAsWritten(EventFile.Field.allCases.filter(written.contains))
    event.count(now: now)
  }

  private func digest(_ field: EventFile.Field, _ file: EventFile) -> String { memory.digest(times.text(field, file)) }

  private mutating func merge(_ field: EventFile.Field) {
    guard times.isReadable(field, before) else {
      unreadable.append(field.rawValue)
      return
    }
    // The end of a meeting goes with its start.
    if field == .end, interview != nil { return }
    let step = interview != nil && Self.fields[field] != nil ? bothWays(field) : oneWay(field)
    if step == .toFolder { write(field) }
    if case .toStore(let isConflict) = step, let change = change(field) { changes.append((change, isConflict)) }
    remember(field, step)
  }

  /// Without a memory of it, an invitation is left to who sent it.
  private func bothWays(_ field: EventFile.Field) -> ValueMerge {
    if let name = Self.fields[field], contested.contains(name) { return .wait }
    let step = ValueMerge(
      here: digest(field, own), there: digest(field, before), whenTaken[field.rawValue],
      isTaken: change(field) != nil, isAdopted: !event.uid.hasSuffix(CalendarFile.ownDomain)
    ) { before.isAsWritten(field) }
    return step == .toFolder && event.isOrganised ? .stay : step
  }

  private func oneWay(_ field: EventFile.Field) -> ValueMerge {
    let (here, there) = (digest(field, own), digest(field, before))
    guard here != there else { return .agree }
    guard !event.isOrganised, isOurs(field) else { return .stay }
    // What another machine wrote may be newer.
    return whenTaken[field.rawValue].map { $0.here != here } ?? true ? .toFolder : .stay
  }

  /// Whether nobody changed a property since this program wrote it.
  private func isOurs(_ field: EventFile.Field) -> Bool {
    guard !before.isAsWritten(field) else { return true }
    guard let pair = memory.entries[before.uid]?.fields[field.rawValue] else { return false }
    return pair.there == pair.here && pair.there == digest(field, before)
  }

  private func change(_ field: EventFile.Field) -> EventChange? {
    guard let interview else { return nil }
    switch field {
    case .start: return times.moment(before.time(.start), interview).map { .start($0) }
    case .place:
      let text = times.text(.place, before)
      return (text?.utf8.count ?? 0) <= 2000 ? .place(text) : nil
    case .status: return .isCancelled(times.text(.status, before) != nil)
    default: return nil
    }
  }

  private mutating func remember(_ field: EventFile.Field, _ step: ValueMerge) {
    let name = field.rawValue
    let (here, there) = (digest(field, own), digest(field, before))
    switch step {
    case .wait: return
    case .agree, .stay: whenTaken[name] = .init(there: there, here: here)
    case .toStore(let isConflict):
      whenTaken[name] = .init(there: there, here: isConflict ? MirrorMemory.contested : there)
    case .toFolder:
      whenWritten[name] = .init(there: digest(field, event), here: here)
      return
    }
    whenWritten[name] = whenTaken[name]
  }

  /// A meeting that is moved lasts as long as it did.
  private mutating func write(_ field: EventFile.Field) {
    event.take(field, from: own)
    written.insert(field)
    guard field == .start, interview != nil else { return }
    let starts = times.seconds(before.time(.start)).flatMap { old in times.seconds(own.time(.start)).map { (old, $0) } }
    if let (old, new) = starts, let end = times.seconds(before.time(.end)), end > old {
      event.setEnd(new + end - old)
    } else {
      event.take(.end, from: own)
    }
  }
}

/// The times of entries, as instants and as moments.
struct EventTimes {
  let zones: ZoneData

  /// A property as it is compared; times as instants, whichever zone they are written in; of the status whether it is
  /// called off.
  func text(_ field: EventFile.Field, _ file: EventFile) -> String? {
    if field == .status { return file[.status] == "CANCELLED" ? "CANCELLED" : nil }
    guard field == .start || field == .end, let time = file.time(field) else { return file[field] }
    if case .day(let day) = time { return day.description }
    return seconds(time).map { "@\($0)" } ?? file[field]
  }

  /// A time in a zone that nobody knows is none.
  func isReadable(_ field: EventFile.Field, _ file: EventFile) -> Bool {
    guard file.isReadable(field) else { return false }
    if case .wall? = file.time(field) { return seconds(file.time(field)) != nil }
    return true
  }

  func seconds(_ time: EventFile.Time?) -> Int? {
    switch time {
    case .instant(let seconds): return seconds
    case .wall(var moment):
      moment.zone = moment.zone.map(CalendarZone.standard)
      return zones.instant(moment)?.seconds
    case .day, nil: return nil
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
