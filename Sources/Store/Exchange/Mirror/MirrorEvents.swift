import Formats
import Model
import Playbook

/// The interviews, days and follow-ups of a mirror. Interviews go both ways; all else is written only.
struct MirrorEvents {
  typealias File = MirrorFolder<EventFile>.File

  struct Entry {
    /// As this program would write it now.
    let own: EventFile
    let interview: Interview?
    let isCancelled: Bool

    var uid: String { own.uid }
  }

  private(set) var merges: [(entry: Entry, file: File, merge: EventMerge)] = []
  /// Entries to be written for the first time.
  private(set) var without: [Entry] = []
  /// Follow-ups and days that are no more.
  private(set) var over: [(uid: String, file: File)] = []
  private(set) var goneHere: [(uid: String, file: File, row: Subject)] = []
  private(set) var goneThere: [Entry] = []
  /// Identities to be forgotten, and those that somebody took out.
  private var dropped: [String] = []
  private var out: [String] = []
  /// Entries of others.
  let foreign: Int
  private let folder: MirrorFolder<EventFile>
  private let agenda: Agenda

  /// - Parameter taken: entries of which the store has what the calendar says already.
  init(
    _ folder: MirrorFolder<EventFile>, _ agenda: Agenda, _ memory: MirrorMemory, _ session: Session, now: Int,
    taken: Set<String>
  ) throws {
    (self.folder, self.agenda) = (folder, agenda)
    let entries = agenda.calendarEntries
    let current = Set(entries.map(\.uid))
    foreign = folder.files.keys.count { !current.contains($0) && memory.entries[$0] == nil }
    let contested = try session.contestedFields()
    for entry in entries {
      guard let own = EventFile(Array(CalendarFile.item(entry, now: now).utf8)) else { continue }
      let interview = try entry.interview.flatMap { try session.record(Interview.self, $0) }
      let planned = Entry(own: own, interview: interview, isCancelled: entry.isCancelled)
      guard let file = folder.files[own.uid] else {
        place(planned, memory)
        continue
      }
      let waiting = interview.flatMap { contested[$0.subject] } ?? []
      var merge = EventMerge(
        file.item, own: own, interview: interview, contested: waiting, isTaken: taken.contains(own.uid), memory,
        agenda.planner.zones)
      merge.count(now: now)
      merges.append((planned, file, merge))
    }
    for (uid, known) in memory.entries.sorted(by: { $0.key < $1.key }) where !current.contains(uid) {
      try takeLeave(uid, known, memory, session)
    }
  }

  /// An entry without a file.
  private mutating func place(_ entry: Entry, _ memory: MirrorMemory) {
    guard let known = memory.entries[entry.uid] else {
      if !entry.isCancelled, !folder.doubled.contains(entry.uid) { without.append(entry) }
      return
    }
    // A file that cannot be read now may be it.
    guard !known.isOut, folder.problems.isEmpty else { return }
    if let day = entry.interview?.start?.day, day >= agenda.today {
      goneThere.append(entry)
    } else {
      out.append(entry.uid)
    }
  }

  /// Of what is no more: follow-ups that are done go, interviews that are over stay, those deleted here are asked about.
  private mutating func takeLeave(
    _ uid: String, _ known: MirrorMemory.Entry, _ memory: MirrorMemory, _ session: Session
  ) throws {
    guard let file = folder.files[uid] else {
      if folder.problems.isEmpty { dropped.append(uid) }
      return
    }
    guard let row = known.row.flatMap({ RowID($0) }).map({ Subject(kind: Interview.kind, id: $0) }) else {
      let times = EventTimes(zones: agenda.planner.zones)
      let isOurs = EventFile.Field.allCases.allSatisfy { field in
        let pair = known.fields[field.rawValue]
        return pair?.here == pair?.there && pair?.there == memory.digest(times.text(field, file.item))
      }
      // What somebody wrote into it makes it theirs.
      if isOurs { over.append((uid, file)) } else { dropped.append(uid) }
      return
    }
    if try session.isAlive(row) { dropped.append(uid) } else { goneHere.append((uid, file, row)) }
  }

  func tell(_ report: inout MirrorReport) {
    for (_, _, merge) in merges where merge.start != nil || merge.place != nil {
      report.taken.append(merge.event[.summary] ?? "")
      report.conflicts += [merge.start?.isConflict, merge.place?.isConflict].count { $0 == true }
    }
    report.foreignEntries = foreign
  }

  // MARK: Deletions

  var deletions: [MirrorDeletion] {
    goneHere.map { .init(row: $0.row, title: $0.file.item[.summary] ?? $0.file.name, side: .here) }
      + goneThere.compactMap { entry in
        entry.interview.map { .init(row: $0.subject, title: entry.own[.summary] ?? "", side: .there) }
      }
  }

  /// What was deleted in the folder and is not to go here is written anew.
  mutating func keepAll() { without += goneThere }

  // MARK: The store

  func writes(_ door: Door, deletes: Bool) throws -> [CellWrite] {
    let edits = Edits(session: door.session)
    var writes: [CellWrite] = []
    for (entry, _, merge) in merges where merge.start != nil || merge.place != nil {
      guard let row = entry.interview?.subject, let snapshot = try door.session.snapshot(row),
        let kind = Registry.kind(Interview.kind)
      else { continue }
      let taking = CardTaking(snapshot, edits, notes: [])
      if let start = merge.start, let field = kind.field("start") {
        writes += taking.writes(field, .value(.moment(start.moment)), isConflict: start.isConflict)
      }
      if let place = merge.place, let field = kind.field("place") {
        let content: FieldContent = place.text.map { .value(.string($0)) } ?? .empty
        writes += taking.writes(field, content, isConflict: place.isConflict)
      }
    }
    guard deletes else { return writes }
    return try writes
      + goneThere.compactMap(\.interview).flatMap { try edits.delete(try edits.askDelete($0.subject)) }
  }

  /// The entries of which something was taken into the store.
  var taken: Set<String> { Set(merges.filter { $0.merge.start != nil || $0.merge.place != nil }.map(\.entry.uid)) }

  // MARK: The folder

  func remember(_ memory: inout MirrorMemory, deleted: Bool, failed: Set<String>) {
    for uid in dropped { memory.entries[uid] = nil }
    for uid in out { memory.entries[uid]?.isOut = true }
    for (uid, file) in over where !failed.contains(file.name) { memory.entries[uid] = nil }
    for (entry, file, merge) in merges where !failed.contains(file.name) {
      memory.entries[entry.uid] = .init(row: entry.interview?.id.description, fields: merge.pairs)
    }
    for entry in without where !failed.contains(entry.fileName) {
      let merge = EventMerge(
        entry.own, own: entry.own, interview: nil, contested: [], isTaken: false, memory, .utc)
      memory.entries[entry.uid] = .init(row: entry.interview?.id.description, fields: merge.pairs)
    }
    guard deleted else { return }
    for uid in goneHere.map(\.uid) + goneThere.map(\.uid) { memory.entries[uid] = nil }
  }
}

extension MirrorEvents.Entry {
  /// What every system takes as a name.
  var fileName: String {
    let kept = uid.unicodeScalars.prefix(100).map { scalar -> Character in
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      return isPlain || "-_@".unicodeScalars.contains(scalar) ? Character(scalar) : "_"
    }
    return String(kept) + ".ics"
  }
}
