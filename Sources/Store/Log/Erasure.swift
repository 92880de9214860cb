import GRDB
import Merge
import Model

/// What is to be forgotten, and what that takes out of the log (MODEL.md, *Erasure*): of what is there when the word of it
/// comes, and of what comes later.
final class Erasure {
  private unowned let session: Session
  private var known: Forgotten?
  /// Whether something was taken out since this was made: derived tables and the file must be made anew.
  private(set) var hasErased = false
  /// Rows of which the word that they are to be forgotten found something here, and what they were called. Who else is
  /// called so is asked when all has been taken in.
  private(set) var heard: (rows: [Subject], words: IdentifyingWords)?

  /// Other rows from which something was taken out, by local number.
  private(set) var erasedElsewhere: Set<Int64> = []

  init(_ session: Session) { self.session = session }

  private func forgotten() throws -> Forgotten {
    if let known { return known }
    let read = try Forgotten(session)
    known = read
    return read
  }

  /// The transaction without what is forgotten of it already.
  func applied(to transaction: Transaction, at placement: Placement) throws -> Transaction {
    let forgotten = try forgotten()
    guard !forgotten.isEmpty else { return transaction }
    return try forgotten.applied(to: transaction, session) { row in
      row.stream != placement.stream && placement.seen[row.stream] ?? 0 < row.seq
    }
  }

  /// Takes out of the log what a transaction that has just been written says is to be forgotten.
  func take(_ transaction: Transaction, in stream: Int) throws {
    var news = Forgotten()
    for (index, change) in transaction.changes.enumerated() {
      guard change.field == ReservedField.forgotten, case .forget(let changes, let transactions) = change.operation
      else { continue }
      let row = Forgotten.Row(
        stream: stream, seq: transaction.first + index, reference: transaction.reference(at: index))
      news.add(try session.interner.number(change.subject), row, changes, transactions)
      guard let number = try session.streams.locate(row.reference)?.transaction else { continue }
      try ErasedLog.note(session.db, number + Int64(index))
    }
    guard !news.isEmpty else { return }
    try hear(news)
    try erase(news, before: try session.streams.locate(transaction.tip)?.transaction ?? .max)
    try erasePending(news)
    var all = try forgotten()
    all.add(news)
    known = all
  }

  private func hear(_ news: Forgotten) throws {
    let rows = try news.rows.keys.sorted().compactMap(session.interner.subject)
    var words = heard?.words ?? IdentifyingWords()
    try words.add(namesOf: rows, session)
    heard = ((heard?.rows ?? []) + rows, words)
  }

  private func erase(_ news: Forgotten, before limit: Int64) throws {
    var found: [Int64: Set<Int>] = [:]
    func add(_ position: Position, _ seq: Int? = nil) {
      found[position.transaction, default: []].formUnion(seq.map { [$0 - position.first] } ?? [])
    }
    for row in news.rows.keys {
      for (cell, events) in try session.cells.row(row).cells where cell.field != ReservedField.forgotten {
        for event in events where event.id < limit {
          if let position = try session.streams.locate(event.reference) { add(position, event.seq) }
        }
      }
    }
    for change in news.changes { try session.streams.locate(change).map { add($0, change.seq) } }
    for end in news.transactions { try session.streams.locate(end).map { add($0) } }
    for (number, indices) in found.sorted(by: { $0.key < $1.key }) where number < limit {
      guard let (transaction, _) = try session.transaction(number) else { continue }
      // That something is to be forgotten is not forgotten.
      let own = indices.filter { transaction.changes[$0].field != ReservedField.forgotten }
      let erased = transaction.erasing(own)
      guard erased.changes != transaction.changes || !transaction.isErased else { continue }
      try ErasedLog.write(erased, number, own, session.db)
      for index in own {
        let row = try session.interner.number(transaction.changes[index].subject)
        if news.rows[row] == nil { erasedElsewhere.insert(row) }
      }
      hasErased = true
    }
    if hasErased { try ErasedLog.leaveToRebuild(session.db) }
  }

  /// A transaction that has to wait, without what is forgotten of it already.
  func waiting(_ transaction: Transaction) throws -> Transaction {
    let forgotten = try forgotten()
    return forgotten.isEmpty ? transaction : try waiting(transaction, forgotten)
  }

  /// What waits is taken to have seen what its context names, and no more.
  private func waiting(_ transaction: Transaction, _ forgotten: Forgotten) throws -> Transaction {
    try forgotten.applied(to: transaction, session) { row in
      row.reference.incarnation != transaction.incarnation
        && !transaction.context.contains { $0.incarnation == row.reference.incarnation && $0.seq >= row.seq }
    }
  }

  private func erasePending(_ news: Forgotten) throws {
    let pending = Pending(db: session.db)
    guard try pending.count > 0 else { return }
    for transaction in try pending.all() {
      let erased = try waiting(transaction, news)
      guard erased.isErased, erased.changes != transaction.changes || !transaction.isErased else { continue }
      try pending.remove(transaction.hash)
      try pending.add(erased)
      hasErased = true
      try ErasedLog.leaveToRebuild(session.db)
    }
  }
}
