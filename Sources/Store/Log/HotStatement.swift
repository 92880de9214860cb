import Foundation
import GRDB
import GRDBSQLite
import Model

/// A prepared statement bound and stepped without GRDB's argument and row values: for the few statements that run once a
/// change, where those cost more than SQLite itself.
final class HotStatement {
  private let handle: OpaquePointer
  private let connection: OpaquePointer

  init(_ db: Database, _ sql: String) throws {
    guard let connection = db.sqliteConnection else { throw StoreError.damaged("the connection is closed") }
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard code == SQLITE_OK, let handle else { throw HotStatement.error(connection, code) }
    self.handle = handle
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  /// SQLite copies what is bound: the buffers end with the call.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(handle, index, value) }

  func bind(_ index: Int32, _ id: RowID) {
    withUnsafeBytes(of: (id.high.bigEndian, id.low.bigEndian)) {
      _ = sqlite3_bind_blob(handle, index, $0.baseAddress, Int32($0.count), HotStatement.transient)
    }
  }

  func bind(_ index: Int32, _ value: DatabaseValue) {
    withBytes(of: value) { bind(index, value, $0, HotStatement.transient) }
  }

  /// Binds a last value without copying it and runs to the end. The value must be bound anew before the next run.
  func run(binding index: Int32, _ value: DatabaseValue) throws {
    try withBytes(of: value) {
      bind(index, value, $0, nil)
      try run()
    }
  }

  /// The bytes of a text or a blob, good until `body` returns.
  private func withBytes<T>(of value: DatabaseValue, _ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
    switch value.storage {
    case .string(var text): try text.withUTF8 { try body(UnsafeRawBufferPointer($0)) }
    case .blob(let data): try data.withUnsafeBytes(body)
    default: try body(UnsafeRawBufferPointer(start: nil, count: 0))
    }
  }

  private func bind(
    _ index: Int32, _ value: DatabaseValue, _ bytes: UnsafeRawBufferPointer, _ lifetime: sqlite3_destructor_type?
  ) {
    switch value.storage {
    case .null: sqlite3_bind_null(handle, index)
    case .int64(let number): sqlite3_bind_int64(handle, index, number)
    case .double(let number): sqlite3_bind_double(handle, index, number)
    case .string:
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      sqlite3_bind_text(handle, index, start, Int32(bytes.count), lifetime)
    case .blob: sqlite3_bind_blob(handle, index, bytes.baseAddress, Int32(bytes.count), lifetime)
    }
  }

  /// Runs to the end, for statements without rows.
  func run() throws {
    defer { sqlite3_reset(handle) }
    let code = sqlite3_step(handle)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw HotStatement.error(connection, code) }
  }

  /// Calls `body` for each row; columns are read through this statement while it runs.
  func forEach(_ body: () throws -> Void) throws {
    defer { sqlite3_reset(handle) }
    while true {
      let code = sqlite3_step(handle)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw HotStatement.error(connection, code) }
      try body()
    }
  }

  func int(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func bytes(_ column: Int32) -> [UInt8] {
    let count = Int(sqlite3_column_bytes(handle, column))
    guard count > 0, let start = sqlite3_column_blob(handle, column) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  func value(_ column: Int32) -> DatabaseValue {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: return int(column).databaseValue
    case SQLITE_TEXT: return text(column).databaseValue
    case SQLITE_BLOB: return Data(bytes(column)).databaseValue
    default: return .null
    }
  }

  func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(handle, column) else { return "" }
    return String(
      decoding: UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))), as: UTF8.self)
  }

  private static func error(_ connection: OpaquePointer, _ code: Int32) -> DatabaseError {
    DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
  }
}
