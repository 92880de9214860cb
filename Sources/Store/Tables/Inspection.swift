package import Merge
package import Model

/// What a check of a whole store asks, beyond what commands need.
extension Store {
  /// One transaction of writes worked out under the write lock; nil when there is nothing to write.
  package func write(_ command: String, _ writes: (Edits) throws -> [CellWrite]) throws -> Transaction? {
    try write { try $0.apply(command, try writes(Edits(session: $0.session))) }
  }

  /// What deleting a row asks about.
  package func askDelete(_ subject: Subject) throws -> [RowSnapshot] {
    try read { try Edits(session: $0).askDelete(subject) }
  }

  /// Every row in the table of a kind.
  package func shownRows(_ kind: KindInfo) throws -> [ShownRow] { try read { try $0.shownRows(kind) } }

  /// The local number of a transaction; nil where it is not in the log.
  package func number(of transaction: Transaction) throws -> Int64? {
    try read { try $0.streams.locate(transaction.tip)?.transaction }
  }

  /// Transactions that wait for others.
  package func waiting() throws -> Int { try read { try Pending(db: $0.db).count } }

  /// The incarnation that this copy last wrote as; nil before its first write.
  package func incarnation() throws -> Incarnation? { try read { try Identity.stored($0.db) } }
}
