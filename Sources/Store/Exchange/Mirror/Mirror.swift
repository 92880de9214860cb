import Formats
import Foundation
import Merge
import Model
import Playbook

extension Store {
  /// Makes a folder of cards and calendar entries, as khard, khal and vdirsyncer keep them, and the store say the same.
  ///
  /// What one side changed since the last time the other takes; what both changed stands beside each other in the store, as if
  /// from a machine called "address book". Nothing is deleted unasked.
  ///
  /// - Parameter folder: holds `contacts` and `calendar`; made where it is missing and was never there.
  /// - Throws: `MirrorTrouble` before anything is written.
  package func mirror(_ folder: String, _ options: MirrorOptions) throws -> MirrorReport {
    let place = try MirrorPlace(self, folder)
    try Folders.make((place.lockPath as NSString).deletingLastPathComponent)
    guard let lock = ProcessLock(ifFree: place.lockPath) else { throw MirrorTrouble.busy }
    return try withExtendedLifetime(lock) {
      var mirror = try Mirror(self, folder, place, options)
      return try mirror.run()
    }
  }
}

/// One run over a folder. Whatever it is stopped between, the next run goes on from there:
///
///     read     the folder, and what both sides said when they were last in step
///     take     in one transaction of the store: what the folder changed, merged with the store as it is then, and that it
///              was taken
///     write    the files that are to say something else now
///     remember what both sides say
private struct Mirror {
  private let store: Store
  private let options: MirrorOptions
  private let place: MirrorPlace
  private let people: MirrorFolder<PersonCard>
  private let events: MirrorFolder<EventFile>
  /// As the store has it.
  private var memory: MirrorMemory
  private let isRemembered: Bool
  private var report = MirrorReport()

  init(_ store: Store, _ folder: String, _ place: MirrorPlace, _ options: MirrorOptions) throws {
    (self.store, self.options, self.place) = (store, options, place)
    let known: MirrorMemory? = try store.read { session in
      guard options.isAnew else { return try place.read(session) }
      return try (try? place.read(session))?.anew(session)
    }
    memory = known ?? MirrorMemory(salt: store.environment.random())
    isRemembered = known != nil && !options.isAnew
    let paths = (folder + "/contacts", folder + "/calendar")
    // A half that nothing is known of is made; one that is gone is not.
    for (path, known) in [(paths.0, memory.people.count), (paths.1, memory.entries.count)]
    where !options.isRehearsal && (known == 0 || !isRemembered) {
      do { try Folders.make(path) } catch { throw MirrorTrouble.notWritable(path) }
    }
    people = try MirrorFolder(paths.0, ending: ".vcf", read: { PersonCard($0) }, uid: \.uid)
    events = try MirrorFolder(paths.1, ending: ".ics", read: { EventFile($0) }, uid: \.uid)
    guard isRemembered else { return }
    try Self.check(people, known: memory.people.count)
    try Self.check(events, known: memory.entries.values.count { !$0.isOut })
  }

  /// A folder that is gone, or of which all is gone at once, was not emptied by hand.
  private static func check<Item>(_ folder: MirrorFolder<Item>, known: Int) throws {
    let isThere = FileManager.default.fileExists(atPath: folder.path)
    let isEmpty = folder.files.isEmpty && folder.problems.isEmpty
    if known > 0, !isThere || isEmpty && known > 1 { throw MirrorTrouble.vanished(folder.path, known) }
  }

  mutating func run() throws -> MirrorReport {
    report.problems = people.problems.map { "contacts/" + $0 } + events.problems.map { "calendar/" + $0 }
    var plan = try store.read { try self.plan(memory, MirrorKeeping(), $0) }
    let (deletions, followUps) = (plan.deletions, plan.events.followUps)
    let answer = try deletions.isEmpty || options.isRehearsal ? nil : options.asks(deletions)
    let meant = try followUps.isEmpty || options.isRehearsal ? nil : options.asksOfFollowUps(followUps)
    if answer == nil { report.deletions = deletions }
    report.followUps = (followUps.map(\.title), meant)
    let keeps = MirrorKeeping(all: answer == false, followUps: meant == .kept)
    if keeps.all || keeps.followUps { plan = try store.read { try self.plan(memory, keeps, $0) } }
    let isDecided = meant == .done || meant == .skipped
    let asked = Set(answer == true ? deletions : []).union(isDecided ? followUps : [])
    if options.isRehearsal || !plan.takes && asked.isEmpty {
      plan.tell(&report)
    } else {
      plan = try take(deletes: asked, keeps, meant)
    }
    try write(plan, deletes: asked)
    return report
  }

  private func plan(_ memory: MirrorMemory, _ keeps: MirrorKeeping, _ session: Session) throws -> MirrorPlan {
    MirrorPlan(
      people: try MirrorPeople(people, memory, takesNew: options.takesNewPeople, keepsAll: keeps.all, session),
      events: try MirrorEvents(
        events, try store.agenda(), memory, keeps: keeps, session, now: store.environment.now() / 1000))
  }

  /// Whatever was written here until now, while the folder was read and deletions were asked about, is merged too.
  ///
  /// - Returns: what is to become of the folder then.
  private mutating func take(
    deletes asked: Set<MirrorDeletion>, _ keeps: MirrorKeeping, _ meant: TakenOut?
  ) throws -> MirrorPlan {
    try options.begins(.take)
    let label = Batch.mirrorPrefix + String(store.environment.random() >> 32, radix: 16)
    var (taking, next, taken): (MirrorPlan?, MirrorPlan?, MirrorMemory?)
    report.receipt = try store.commit { door in
      let plan = try self.plan(memory, keeps, door.session)
      let writes =
        try plan.people.writes(door, deletes: asked) + plan.events.writes(door, deletes: asked)
        + decisions(plan.events.items(asked), meant).flatMap(door.writes)
      let transaction = try door.apply(options.command, batch: label, writes)
      let after = try self.plan(plan.taken(memory, deletes: asked), keeps, door.session)
      let memory = after.taken(plan.taken(self.memory, deletes: asked), deletes: asked)
      try place.write(memory, door.session)
      (taking, next, taken) = (plan, after, memory)
      return transaction
    }
    guard let taking, let next, let taken else { throw StoreError.damaged("a mirror's changes were not taken") }
    taking.tell(&report)
    report.removed += taking.deletions.count { $0.side == .there && asked.contains($0) }
    memory = taken
    return next
  }

  /// What is said of follow-ups that somebody took out.
  private func decisions(_ items: [PlanItem], _ meant: TakenOut?) throws -> [RowEdit] {
    switch meant {
    case .done: try store.decisions(done: items, on: store.today)
    case .skipped: try store.decisions(skipped: items)
    case .kept, nil: []
    }
  }

  private mutating func write(_ plan: MirrorPlan, deletes asked: Set<MirrorDeletion>) throws {
    var writing = MirrorWriting(people, events, options)
    try writing.write(plan, deletes: asked, now: store.environment.now() / 1000)
    (report.cardsWritten, report.entriesWritten) = (writing.cards, writing.entries)
    report.removed += writing.removed
    report.problems += writing.problems
    report.isIncomplete = !writing.problems.isEmpty
    guard !options.isRehearsal else { return }
    let after = plan.written(memory, deletes: asked, failed: writing.failures)
    guard after != memory || !isRemembered else { return }
    try options.begins(.remember)
    _ = try store.write { door in
      try place.write(after, door.session)
      return nil
    }
  }
}
