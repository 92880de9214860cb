import GRDB

/// Columns of the log as they are stored. A damaged page gives any value in any column: that is an error, never a crash.
extension Row {
  /// - Throws: `StoreError.damaged` where there is no whole number.
  func number(_ column: String) throws -> Int {
    guard let number = Int.fromDatabaseValue(self[column]) else {
      throw StoreError.damaged("a number of the log cannot be read")
    }
    return number
  }

  /// Nil where there is none.
  func text(_ column: String) -> String? { String.fromDatabaseValue(self[column]) }

  func bytes(_ column: String) -> [UInt8] { Database.bytes(self[column]) ?? [] }
}
