import GRDB
import Merge
import Model

/// A written transaction, for the line that tells what changed and how to undo it.
public struct Receipt: Sendable, Equatable {
  /// The local number of the transaction, for `undo`.
  public let number: Int64
  /// What a person types to undo it: the first digits of its hash.
  public let name: String
  public let changes: Int
  /// Whether the command wrote something before it, which `undo NAME --batch` takes back with it.
  package let isContinued: Bool
}

extension Store {
  /// Writes what the edits ask for as one transaction; nil when nothing differs.
  ///
  /// - Throws: `StoreError`; then nothing was written.
  @discardableResult
  public func save(_ command: String, batch: String = "", _ edits: [RowEdit]) throws -> Receipt? {
    try commit { door in try door.apply(command, batch: batch, try edits.flatMap(door.writes)) }
  }

  /// Runs a write and says what became of it.
  func commit(_ body: (Door) throws -> Transaction?) throws -> Receipt? {
    var number: Int64 = 0
    let transaction = try write { door in
      let transaction = try body(door)
      if let transaction { number = try door.session.streams.locate(transaction.tip)?.transaction ?? 0 }
      return transaction
    }
    return transaction.map {
      Receipt(
        number: number, name: String($0.hash.description.prefix(8)), changes: $0.changes.count,
        isContinued: $0.batch.hasPrefix(Batch.stepPrefix))
    }
  }
}

extension Door {
  /// The writes of an edit: a new row's fields, or the differences of an existing one, each against what is displayed now.
  func writes(_ edit: RowEdit) throws -> [CellWrite] {
    let edits = Edits(session: session)
    if edit.isNew { return try edits.put(edit.subject, edit.fields.map { ($0.info, $0.new) }) }
    guard let snapshot = try session.snapshot(edit.subject), snapshot.histories.contains(where: \.life.isAlive) else {
      throw RowTrouble.deleted(edit.subject)
    }
    return try edit.fields.flatMap { field, old, new in
      switch field.rule {
      case .register: try edits.set(edit.subject, field, new.value)
      case .text: try edits.setText(snapshot, field, new.plainText)
      case .set:
        new.elements.subtracting(old.elements).sorted().flatMap { edits.addElement(snapshot, field.name, $0) }
          + old.elements.subtracting(new.elements).sorted().flatMap { edits.removeElement(snapshot, field.name, $0) }
      }
    }
  }
}

extension Store {
  /// Writes changes through the door as one transaction.
  @discardableResult
  package func apply(_ command: String, _ writes: [CellWrite]) throws -> Receipt? {
    try commit { try $0.apply(command, writes) }
  }

  /// Bytes of the store's file with the log moved into it, the free pages not counted.
  package func size() throws -> Int {
    try alone { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      let free = try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
      return (pages - free) * (try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0)
    }
  }
}
