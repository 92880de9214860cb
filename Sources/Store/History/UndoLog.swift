import GRDB
import Merge
import Model

/// Which commands stand and which were taken back. The log alone tells it: an undo is labelled with the name of what it
/// undid, and the undo of an undo is a redo. So what arrives from another machine in between confuses nothing.
struct UndoLog {
  /// A transaction as the log of undos sees it.
  struct Entry {
    let number: Int64
    /// The first 16 hexadecimal digits of its hash.
    let name: String
    let batch: String

    /// The name of what it undid, or its beginning; nil for a command.
    var target: String? { batch.hasPrefix(Batch.undoPrefix) ? String(batch.dropFirst(Batch.undoPrefix.count)) : nil }
    /// The name of the transaction that its command wrote first; nil for that one itself.
    var first: String? { batch.hasPrefix(Batch.stepPrefix) ? String(batch.dropFirst(Batch.stepPrefix.count)) : nil }
    /// Whether it is one of several transactions that one command wrote.
    var isOfBatch: Bool {
      batch.hasPrefix(Batch.importPrefix) || batch.hasPrefix(Batch.joinPrefix) || first != nil
    }

    init(_ row: Row) throws {
      number = Int64(try row.number("id"))
      name = (row.text("name") ?? "").lowercased()
      batch = row.text("batch") ?? ""
    }
  }

  static let columns = "SELECT id, hex(substr(hash, 1, 8)) AS name, batch FROM tx"
  /// Labels of older versions name eight digits.
  private static let shortest = 8

  private let session: Session
  private let own: String
  /// The undos of everybody by the beginning of what they undid, and by the beginning of their own name.
  private var byTarget: [Substring: [Entry]] = [:]
  private var byName: [Substring: [Entry]] = [:]

  init(_ session: Session) throws {
    self.session = session
    let streams = try Identity.stored(session.db).map { session.streams.streams(of: $0) } ?? []
    own = streams.map { String($0.id) }.joined(separator: ",")
    let labelled = try Row.fetchAll(
      session.db, sql: Self.columns + " WHERE batch >= ? AND batch < ?",
      arguments: [Batch.undoPrefix, Batch.undoPrefix + "g"])
    for entry in try labelled.map(Entry.init) {
      byTarget[(entry.target ?? "").prefix(Self.shortest), default: []].append(entry)
      byName[entry.name.prefix(Self.shortest), default: []].append(entry)
    }
  }

  /// Whether an undo that stands took it back.
  func isUndone(_ entry: Entry) -> Bool {
    (byTarget[entry.name.prefix(Self.shortest)] ?? []).contains { undo in
      undo.number != entry.number && entry.name.hasPrefix(undo.target ?? "-") && !isUndone(undo)
    }
  }

  func isUndone(_ number: Int64) throws -> Bool { try entry(number).map { isUndone($0) } ?? false }

  /// Whether it did again what an undo had taken back.
  func isRedo(_ entry: Entry) -> Bool {
    guard let undone = undo(named: entry.target) else { return false }
    return !isRedo(undone)
  }

  private func undo(named name: String?) -> Entry? {
    guard let name else { return nil }
    return byName[name.prefix(Self.shortest)]?.first { $0.name.hasPrefix(name) }
  }

  // MARK: What stands

  /// The last command of this machine that stands; nil when there is none.
  ///
  /// - Parameter number: only those before this transaction.
  func last(before number: Int64? = nil) throws -> Entry? {
    try firstOwn(before: number) { $0.target == nil && !isUndone($0) }
  }

  /// The last undo of this machine that stands, if nothing was done since that stands.
  func lastUndo() throws -> Entry? {
    let found = try firstOwn(before: nil) { !isUndone($0) && !isRedo($0) }
    return found?.target == nil ? nil : found
  }

  /// The transactions of this machine that come after one and leave everything as that did: commands that were taken back,
  /// and all undos.
  func annulled(after number: Int64) throws -> Set<Int64> {
    // Of what was taken back already nothing stands that an undo could put in its place.
    guard let entry = try entry(number), !isUndone(entry) else { return [] }
    var found: Set<Int64> = []
    _ = try firstOwn(before: nil) { entry in
      if entry.number > number, entry.target != nil || isUndone(entry) { found.insert(entry.number) }
      return entry.number <= number
    }
    return found
  }

  /// The newest transaction of this machine that passes.
  private func firstOwn(before number: Int64?, _ passes: (Entry) -> Bool) throws -> Entry? {
    guard !own.isEmpty else { return nil }
    let rows = try Row.fetchCursor(
      session.db, sql: Self.columns + " WHERE stream IN (\(own)) AND id < ? ORDER BY id DESC",
      arguments: [number ?? .max])
    while let row = try rows.next() {
      let entry = try Entry(row)
      if passes(entry) { return entry }
    }
    return nil
  }

  // MARK: What goes together

  /// The transaction with all that its command wrote: an import's files, the answers of one sitting, or the undos of those;
  /// in the order written.
  func unit(of number: Int64) throws -> [Int64] {
    let labels = try CommandLabels(session)
    guard let entry = try entry(number), let label = label(of: entry, labels) else { return [number] }
    if entry.target == nil {
      return try labels.entries(label).filter { !isUndone($0) || $0.number == number }.map(\.number)
    }
    let isRedo = isRedo(entry)
    var unit: [Int64] = []
    _ = try firstOwn(before: number + 1) { other in
      // What did it again in between stands too, and is no part of this.
      guard other.target != nil, self.label(of: other, labels) == label, self.isRedo(other) == isRedo,
        !isUndone(other) || other.number == number
      else { return true }
      unit.append(other.number)
      return false
    }
    return unit.reversed()
  }

  /// The label of the command that it is of, or that an undo, or an undo of one, is about.
  private func label(of entry: Entry, _ labels: CommandLabels) -> String? {
    guard let name = entry.target else { return labels[entry.name] }
    return undo(named: name).map { label(of: $0, labels) } ?? labels[name]
  }

  private func entry(_ number: Int64) throws -> Entry? {
    try Row.fetchOne(session.db, sql: Self.columns + " WHERE id = ?", arguments: [number]).map(Entry.init)
  }
}
