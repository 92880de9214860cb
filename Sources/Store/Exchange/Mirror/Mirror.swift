import BundleFile
import Formats
import Foundation
import Model

extension Store {
  /// Makes a folder of cards and calendar entries, as khard, khal and vdirsyncer keep them, and the store say the same.
  ///
  /// What one side changed since the last time the other takes; what both changed stands beside each other in the store, as if
  /// from a machine called "address book". Nothing is deleted unasked.
  ///
  /// - Parameter folder: holds `contacts` and `calendar`; made where it is missing and was never there.
  /// - Throws: `MirrorTrouble` before anything is written.
  package func mirror(_ folder: String, _ options: MirrorOptions) throws -> MirrorReport {
    let state = try markPath() + ".mirror-" + Self.key(of: folder)
    try Folders.make((state as NSString).deletingLastPathComponent)
    guard let lock = ProcessLock(ifFree: state + ".lock") else { throw MirrorTrouble.busy }
    return try withExtendedLifetime(lock) {
      var mirror = try Mirror(self, folder, state, options)
      return try mirror.run()
    }
  }

  private static func key(of folder: String) -> String {
    StableID.make("mirror", folder).description
  }
}

/// One run over a folder.
private struct Mirror {
  private let store: Store
  private let options: MirrorOptions
  private let state: String
  private let people: MirrorFolder<PersonCard>
  private let events: MirrorFolder<EventFile>
  private var memory: MirrorMemory
  private var report = MirrorReport()
  private var failed: Set<String> = []

  init(_ store: Store, _ folder: String, _ state: String, _ options: MirrorOptions) throws {
    (self.store, self.options, self.state) = (store, options, state)
    let known = try options.isAnew ? nil : MirrorMemory.read(state)
    memory = known ?? MirrorMemory(salt: store.environment.random())
    let paths = (folder + "/contacts", folder + "/calendar")
    if memory.isEmpty, !options.isRehearsal {
      for path in [paths.0, paths.1] {
        do { try Folders.make(path) } catch { throw MirrorTrouble.notWritable(path) }
      }
    }
    people = try MirrorFolder(paths.0, ending: ".vcf", read: { PersonCard($0) }, uid: \.uid)
    events = try MirrorFolder(paths.1, ending: ".ics", read: { EventFile($0) }, uid: \.uid)
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
    var cards = try store.read { session in
      try MirrorPeople(people, memory, takesNew: options.takesNewPeople, session)
    }
    var entries = try readEntries(taken: [])
    cards.tell(&report)
    entries.tell(&report)
    report.problems = people.problems.map { "contacts/" + $0 } + events.problems.map { "calendar/" + $0 }
    let deletions = cards.deletions + entries.deletions
    let answer = try deletions.isEmpty || options.isRehearsal ? nil : options.asks(deletions)
    if answer == nil { report.deletions = deletions }
    if answer == false { cards.keepAll() }
    try commit(cards, entries, deletes: answer == true)
    if report.receipt != nil { entries = try readEntries(taken: entries.taken) }
    if answer == false { entries.keepAll() }
    try write(cards, entries, removes: answer == true)
    guard !options.isRehearsal else { return report }
    try store.read { try cards.remember(&memory, $0, deleted: answer == true, failed: failed) }
    entries.remember(&memory, deleted: answer == true, failed: failed)
    try memory.write(state)
    return report
  }

  private func readEntries(taken: Set<String>) throws -> MirrorEvents {
    let agenda = try store.agenda()
    let now = store.environment.now() / 1000
    return try store.read { try MirrorEvents(events, agenda, memory, $0, now: now, taken: taken) }
  }

  private mutating func commit(_ cards: MirrorPeople, _ entries: MirrorEvents, deletes: Bool) throws {
    if options.isRehearsal { return }
    let label = Batch.mirrorPrefix + String(store.environment.random() >> 32, radix: 16)
    report.receipt = try store.commit { door in
      let writes = try cards.writes(door, memory, deletes: deletes) + entries.writes(door, deletes: deletes)
      return try door.apply(options.command, batch: label, writes)
    }
    if deletes { report.removed += (cards.deletions + entries.deletions).count { $0.side == .there } }
  }

  // MARK: The folder

  private mutating func write(_ cards: MirrorPeople, _ entries: MirrorEvents, removes: Bool) throws {
    for (file, card) in cards.changed {
      report.cardsWritten += try written(file.name, people) { try $0.write(card.file.bytes, over: file) }
    }
    for (name, text) in cards.new {
      report.cardsWritten += try written(name, people) { try $0.write(Array(text.utf8), as: name) }
    }
    for (_, file, merge) in entries.merges where merge.isChanged {
      report.entriesWritten += try written(file.name, events) { try $0.write(merge.event.file.bytes, over: file) }
    }
    for entry in entries.without {
      report.entriesWritten += try written(entry.fileName, events) {
        try $0.write(entry.own.file.bytes, as: entry.fileName)
      }
    }
    for (_, file) in entries.over { report.entriesWritten += try written(file.name, events) { try $0.remove(file) } }
    guard removes else { return }
    for file in cards.gone { report.removed += try written(file.name, people) { try $0.remove(file) } }
    for (_, file, _) in entries.goneHere { report.removed += try written(file.name, events) { try $0.remove(file) } }
  }

  /// One file; what cannot be written is told and tried again the next time.
  private mutating func written<Item>(
    _ name: String, _ folder: MirrorFolder<Item>, _ write: (MirrorFolder<Item>) throws -> Bool
  ) throws -> Int {
    if options.isRehearsal { return 1 }
    let shown = (folder.path as NSString).lastPathComponent + "/" + name
    do {
      if try write(folder) { return 1 }
      report.problems.append("\(shown): somebody else wrote it meanwhile, so it waits for the next time")
    } catch {
      report.problems.append("\(shown): could not be written (\(error))")
    }
    report.isIncomplete = true
    failed.insert(name)
    return 0
  }
}
