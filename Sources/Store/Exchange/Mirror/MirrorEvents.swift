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
    /// The follow-up that it is.
    let item: PlanItem?

    var uid: String { own.uid }
  }

  private(set) var merges: [(entry: Entry, file: File, merge: EventMerge)] = []
  /// Entries to be written for the first time.
  private(set) var without: [Entry] = []
  /// Follow-ups and days that are no more.
  private(set) var over: [(uid: String, file: File)] = []
  private(set) var goneHere: [(uid: String, file: File, row: Subject)] = []
  private(set) var goneThere: [Entry] = []
  /// Of follow-ups that are to be done: somebody took them out.
  private var takenOut: [Entry] = []
  /// Entries of interviews deleted here that somebody changed since.
  private var kept: [File] = []
  /// Identities to be forgotten, and entries that somebody took out.
  private var dropped: [String] = []
  private var out: [Entry] = []
  /// Entries of others.
  let foreign: Int
  private let folder: MirrorFolder<EventFile>
  private let agenda: Agenda
  private let memory: MirrorMemory
  private let times: EventTimes

  /// - Parameter keeps: what is written anew of what was deleted in the folder.
  init(
    _ folder: MirrorFolder<EventFile>, _ agenda: Agenda, _ memory: MirrorMemory, keeps: MirrorKeeping,
    _ session: Session, now: Int
  ) throws {
    (self.folder, self.agenda, self.memory) = (folder, agenda, memory)
    times = EventTimes(zones: agenda.planner.zones)
    let entries = agenda.calendarEntries
    let current = Set(entries.map(\.uid))
    foreign = folder.files.keys.count { !current.contains($0) && memory.entries[$0] == nil }
    let contested = try session.contestedFields()
    let items = Dictionary(agenda.items.map { ($0.calendarUID, $0) }) { first, _ in first }
    for entry in entries {
      guard var own = EventFile(Array(CalendarFile.item(entry, now: now).utf8)) else { continue }
      own.markAsWritten(EventFile.Field.allCases)
      let interview = try entry.interview.flatMap { try session.record(Interview.self, $0) }
      let planned = Entry(own: own, interview: interview, isCancelled: entry.isCancelled, item: items[own.uid])
      guard let file = folder.files[own.uid] else {
        place(planned, keeps)
        continue
      }
      let waiting = interview.flatMap { contested[$0.subject] } ?? []
      var merge = EventMerge(
        file.item, own: own, interview: interview, contested: waiting, memory, agenda.planner.zones)
      merge.count(now: now)
      merges.append((planned, file, merge))
    }
    for (uid, known) in memory.entries.sorted(by: { $0.key < $1.key }) where !current.contains(uid) {
      try takeLeave(uid, known, session)
    }
  }

  /// An entry without a file.
  private mutating func place(_ entry: Entry, _ keeps: MirrorKeeping) {
    guard let known = memory.entries[entry.uid] else {
      if !entry.isCancelled, !folder.doubled.contains(entry.uid) { without.append(entry) }
      return
    }
    // A file that cannot be read now may be it.
    guard folder.problems.isEmpty else { return }
    if entry.item != nil {
      if keeps.followUps { without.append(entry) } else { takenOut.append(entry) }
    } else if known.isOut {
      if isMovedAhead(entry, known) { without.append(entry) }
    } else if !entry.isCancelled, let day = entry.interview?.start?.day, day >= agenda.today {
      if keeps.all || isMovedHere(entry, known) { without.append(entry) } else { goneThere.append(entry) }
    } else {
      out.append(entry)
    }
  }

  /// Whether an interview was changed here since its entry was there: then it is not deleted for that.
  private func isMovedHere(_ entry: Entry, _ known: MirrorMemory.Entry) -> Bool {
    [EventFile.Field.start, .place].contains { field in
      known.fields[field.rawValue]?.here ?? "" != memory.digest(times.text(field, entry.own))
    }
  }

  /// Whether what somebody took out lies ahead on another day than it did then.
  private func isMovedAhead(_ entry: Entry, _ known: MirrorMemory.Entry) -> Bool {
    let day: Day? =
      switch entry.own.time(.start) {
      case .day(let day): day
      case let time: times.seconds(time).map { agenda.planner.zones.wallTime(Instant(seconds: $0)).day }
      }
    return !entry.isCancelled && day.map { $0 > agenda.today } ?? false
      && known.fields["DTSTART"]?.here != memory.digest(times.text(.start, entry.own))
  }

  /// Of what is no more: follow-ups that are done go, interviews that are over or of a closed search stay and are
  /// remembered, those deleted here are asked about.
  private mutating func takeLeave(_ uid: String, _ known: MirrorMemory.Entry, _ session: Session) throws {
    guard let file = folder.files[uid] else {
      if folder.problems.isEmpty { dropped.append(uid) }
      return
    }
    let isOurs = EventFile.Field.allCases.allSatisfy { field in
      guard !file.item.isAsWritten(field) else { return true }
      let pair = known.fields[field.rawValue]
      return pair?.there ?? "" == memory.digest(times.text(field, file.item)) && pair?.here == pair?.there
    }
    guard let row = known.row.flatMap({ RowID($0) }).map({ Subject(kind: Interview.kind, id: $0) }) else {
      // What somebody wrote into it makes it theirs.
      if isOurs { over.append((uid, file)) } else { dropped.append(uid) }
      return
    }
    guard try !session.isAlive(row) else { return }
    let isOwn = uid.hasSuffix(CalendarFile.ownDomain)
    if isOurs && isOwn { goneHere.append((uid, file, row)) } else { kept.append(file) }
  }

  func tell(_ report: inout MirrorReport) {
    for (_, _, merge) in merges where !merge.changes.isEmpty {
      report.taken.append(merge.event[.summary] ?? "")
      report.conflicts += merge.changes.count(where: \.isConflict)
    }
    report.foreignEntries = foreign
    report.keptEntries = kept.map { $0.item[.summary] ?? $0.name }.sorted()
    report.problems += merges.filter { !$0.merge.unreadable.isEmpty }.map { _, file, merge in
      "calendar/\(file.name): \(merge.unreadable.joined(separator: ", ")) cannot be read, and stays"
    }
  }

  // MARK: Deletions

  var deletions: [MirrorDeletion] {
    goneHere.map { .init(row: $0.row, title: $0.file.item[.summary] ?? $0.file.name, side: .here) }
      + goneThere.compactMap { entry in
        entry.interview.map { .init(row: $0.subject, title: entry.own[.summary] ?? "", side: .there) }
      }
  }

  /// Follow-ups that are to be done and that somebody took out.
  var followUps: [MirrorDeletion] {
    takenOut.compactMap { entry in
      entry.item.map { .init(row: $0.key.decision, title: entry.own[.summary] ?? "", side: .there) }
    }
  }

  /// Files to be deleted, of those that were asked about.
  func gone(_ asked: Set<MirrorDeletion>) -> [(uid: String, file: File)] {
    let rows = Set(asked.filter { $0.side == .here }.map(\.row))
    return goneHere.filter { rows.contains($0.row) }.map { ($0.uid, $0.file) }
  }

  private func deleted(_ asked: Set<MirrorDeletion>) -> [Entry] {
    let rows = Set(asked.filter { $0.side == .there }.map(\.row))
    return goneThere.filter { $0.interview.map { rows.contains($0.subject) } ?? false }
  }

  private func answered(_ asked: Set<MirrorDeletion>) -> [Entry] {
    let rows = Set(asked.map(\.row))
    return takenOut.filter { $0.item.map { rows.contains($0.key.decision) } ?? false }
  }

  /// The follow-ups of which something was said.
  func items(_ asked: Set<MirrorDeletion>) -> [PlanItem] { answered(asked).compactMap(\.item) }

  // MARK: The store

  var takes: Bool { merges.contains { !$0.merge.changes.isEmpty } }

  func writes(_ door: Door, deletes asked: Set<MirrorDeletion>) throws -> [CellWrite] {
    let edits = Edits(session: door.session)
    var writes: [CellWrite] = []
    for (entry, _, merge) in merges where !merge.changes.isEmpty {
      guard let row = entry.interview?.subject, let snapshot = try door.session.snapshot(row),
        let kind = Registry.kind(Interview.kind)
      else { continue }
      let taking = CardTaking(snapshot, edits, notes: [])
      for (change, isConflict) in merge.changes {
        let (name, content) = content(change)
        if let field = kind.field(name) { writes += taking.writes(field, content, isConflict: isConflict) }
      }
    }
    return try writes
      + deleted(asked).compactMap(\.interview).flatMap { try edits.delete(try edits.askDelete($0.subject)) }
  }

  private func content(_ change: EventChange) -> (field: String, FieldContent) {
    switch change {
    case .start(let moment): ("start", .value(.moment(moment)))
    case .place(let text): ("place", text.map { .value(.string($0)) } ?? .empty)
    case .isCancelled(let isOff): ("cancelled", isOff ? .value(.day(agenda.today)) : .empty)
    }
  }

  // MARK: Memory

  /// What the store has taken by now.
  func rememberTaken(_ memory: inout MirrorMemory, deletes asked: Set<MirrorDeletion>) {
    for uid in dropped + (deleted(asked) + answered(asked)).map(\.uid) { memory.entries[uid] = nil }
    for entry in out + takenOut {
      let start = memory.digest(times.text(.start, entry.own))
      memory.entries[entry.uid]?.isOut = true
      memory.entries[entry.uid]?.fields["DTSTART"]?.here = start
    }
    for (entry, _, merge) in merges { memory.entries[entry.uid] = remembered(entry, merge.whenTaken) }
  }

  /// What both sides say when all is written.
  func rememberWritten(_ memory: inout MirrorMemory, deletes asked: Set<MirrorDeletion>, failed: Set<String>) {
    for (uid, file) in over + gone(asked) where !failed.contains(file.name) { memory.entries[uid] = nil }
    for (entry, file, merge) in merges where !failed.contains(file.name) {
      memory.entries[entry.uid] = remembered(entry, merge.whenWritten)
    }
    for entry in without where !failed.contains(entry.fileName) {
      let merge = EventMerge(
        entry.own, own: entry.own, interview: nil, contested: [], memory, agenda.planner.zones)
      memory.entries[entry.uid] = remembered(entry, merge.whenWritten)
    }
  }

  private func remembered(_ entry: Entry, _ fields: [String: MirrorMemory.Pair]) -> MirrorMemory.Entry {
    .init(row: entry.interview?.id.description, fields: fields)
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
