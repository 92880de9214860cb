import BundleFile
import Formats
import Foundation

/// Writes what is planned into a folder, file by file; what cannot be written is told and tried again the next time.
struct MirrorWriting {
  private let people: MirrorFolder<PersonCard>
  private let events: MirrorFolder<EventFile>
  private let options: MirrorOptions
  private(set) var failures = MirrorFailures()
  private(set) var problems: [String] = []
  private(set) var (cards, entries, removed) = (0, 0, 0)

  init(_ people: MirrorFolder<PersonCard>, _ events: MirrorFolder<EventFile>, _ options: MirrorOptions) {
    (self.people, self.events, self.options) = (people, events, options)
  }

  /// - Parameter asked: what is deleted.
  mutating func write(_ plan: MirrorPlan, deletes asked: Set<MirrorDeletion>, now: Int) throws {
    for (file, merged) in plan.people.changed {
      var card = merged
      card.setRevision(CalendarFile.utc(now))
      cards += try writeCard(file.name) { try $0.write(card.file.bytes, over: file) }
    }
    for (name, merge) in plan.people.new {
      cards += try writeCard(name) { try $0.write(merge.card.file.bytes, as: name) }
    }
    for (_, file, merge) in plan.events.merges where merge.isChanged {
      entries += try writeEntry(file.name) { try $0.write(merge.event.file.bytes, over: file) }
    }
    for new in plan.events.without {
      entries += try writeEntry(new.fileName) { try $0.write(new.own.file.bytes, as: new.fileName) }
    }
    for (_, file) in plan.events.over { entries += try writeEntry(file.name) { try $0.remove(file) } }
    for (_, file) in plan.people.gone(asked) { removed += try writeCard(file.name) { try $0.remove(file) } }
    for (_, file) in plan.events.gone(asked) { removed += try writeEntry(file.name) { try $0.remove(file) } }
  }

  private mutating func writeCard(_ name: String, _ write: (MirrorFolder<PersonCard>) throws -> Bool) throws -> Int {
    let people = people
    if try isDone("contacts/" + name, { try write(people) }) { return 1 }
    failures.cards.insert(name)
    return 0
  }

  private mutating func writeEntry(_ name: String, _ write: (MirrorFolder<EventFile>) throws -> Bool) throws -> Int {
    let events = events
    if try isDone("calendar/" + name, { try write(events) }) { return 1 }
    failures.entries.insert(name)
    return 0
  }

  private mutating func isDone(_ name: String, _ write: () throws -> Bool) throws -> Bool {
    if options.isRehearsal { return true }
    try options.begins(.file)
    do {
      if try write() { return true }
      problems.append("\(name): somebody else wrote it meanwhile, so it waits for the next time")
    } catch {
      problems.append("\(name): cannot be written\(Self.reason(error))")
    }
    return false
  }

  private static func reason(_ error: any Error) -> String {
    guard case .file(_, let what, let code)? = error as? BundleError else { return "" }
    return ": " + (code == 0 ? what : String(cString: strerror(code)))
  }
}
