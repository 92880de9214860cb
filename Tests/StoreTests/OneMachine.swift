import GRDB
import Model
import Playbook
import SeededNumbers

@testable import Store

/// One machine on which somebody does at random what commands do, with what it showed after each that stands.
final class OneMachine {
  let search: PracticeSearch
  var random: SplitMix
  /// What was shown before each command that stands, the first one first, and after it.
  private var done: [(before: Shown, after: Shown, what: String)] = []
  private var undone: [(before: Shown, after: Shown, what: String)] = []
  private(set) var script: [String] = []
  /// What is shown now, once it was looked at.
  private var shown: Shown?

  var store: Store { search.store }

  init(seed: UInt64) throws {
    random = SplitMix(seed: seed)
    search = try PracticeSearch(seed: seed + 1)
    store.today = try day("2026-03-20")
  }

  /// Everything that the tables show, in their order, and the plan.
  struct Shown: Equatable {
    var rows: [Subject] = []
    var contents: [Subject: [FieldContent]] = [:]
    var states: [Subject: RowState] = [:]
    var items: [String] = []
    var conflicts = 0

    init(_ store: Store) throws {
      for kind in Registry.kinds {
        let shown = try store.read { try $0.shownRows(kind) }
        for row in shown where row.string("name")?.hasPrefix("machine.") != true {
          rows.append(row.subject)
          contents[row.subject] = row.contents.map(\.content)
          states[row.subject] = row.state
        }
      }
      items = try store.agenda().items.map { "\($0.id) \($0.day) \($0.state)" }
      conflicts = try store.openConflicts().count
    }

    func difference(from other: Shown) -> String {
      let rows = Set(contents.keys).union(other.contents.keys).filter { contents[$0] != other.contents[$0] }
      let told = rows.sorted().prefix(3).map { row in
        let (mine, theirs) = (contents[row] ?? [], other.contents[row] ?? [])
        let fields = Registry.kind(row.kind)?.fields.filter { !$0.isBlob } ?? []
        let differing = zip(fields, zip(mine, theirs)).filter { $1.0 != $1.1 }.map { "\($0.name) \($1.0) for \($1.1)" }
        return "\(row): \(mine.isEmpty ? "missing" : theirs.isEmpty ? "too many" : "\(differing)")"
      }
      return "\(told) conflicts \(conflicts) for \(other.conflicts)"
        + (items == other.items ? "" : " items \(Set(items).symmetricDifference(other.items))")
        + (states == other.states ? "" : " states differ")
    }
  }

  struct Broken: Error, CustomStringConvertible {
    let law: String
    let script: [String]
    var description: String { ([law] + script).joined(separator: "\n  ") }
  }

  func fail(_ law: String) -> Broken { Broken(law: law, script: script) }

  // MARK: Steps

  func step() throws {
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<6: try act()
    case 6..<9: try undo()
    default: try redo()
    }
    guard try store.conflicts().isEmpty else { throw fail("one machine alone has no conflict") }
  }

  private func act() throws {
    let before = try shown ?? Shown(store)
    let count = try transactions()
    let what: String
    do {
      what = try command()
    } catch let error where Self.isRefusal(error) {
      script.append("refused: \(error)")
      return
    }
    guard try transactions() > count else { return }
    script.append(what)
    let after = try Shown(store)
    shown = after
    done.append((before, after, what))
    undone = []
  }

  /// What a person is told; anything else is a fault.
  private static func isRefusal(_ error: any Error) -> Bool {
    if case StoreError.rowIsDeleted = error { return true }
    return error is RequestError || error is PracticeError || error is NamingError || error is SettingError
  }

  private func transactions() throws -> Int64 { try store.history(limit: 1).first?.number ?? 0 }

  private func undo() throws {
    guard let last = done.popLast() else { return }
    script.append("undo \(last.what)")
    let outcome = try store.undo(.last)
    guard outcome.receipt != nil, outcome.skipped.isEmpty else {
      throw fail("nothing stands in the way of an undo: \(outcome.skipped)")
    }
    let now = try Shown(store)
    guard now == last.before else { throw fail("undo gives back what was: \(now.difference(from: last.before))") }
    shown = now
    undone.append(last)
  }

  private func redo() throws {
    guard let last = undone.popLast() else { return }
    script.append("redo \(last.what)")
    let outcome = try store.undo(.redo)
    guard outcome.receipt != nil, outcome.skipped.isEmpty, outcome.isRedo else {
      throw fail("nothing stands in the way of a redo: \(outcome.skipped)")
    }
    let now = try Shown(store)
    guard now == last.after else { throw fail("redo gives back what was: \(now.difference(from: last.after))") }
    shown = now
    done.append(last)
  }

  /// An undo by name of anything ever done: nothing to step back through afterwards, but no conflict.
  func undoAnything() throws {
    guard let entry = try store.history(limit: nil).dropLast().randomElement(using: &random) else { return }
    script.append("undo by name: \(entry.command)")
    _ = try store.undo(.transaction(entry.name))
    (done, undone, shown) = ([], [], nil)
  }
}
