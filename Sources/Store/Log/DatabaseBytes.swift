import Foundation
import GRDB

/// Byte arrays as SQLite blobs: GRDB speaks Foundation's Data, the rest of the project does not.
extension Database {
  static func blob(_ bytes: [UInt8]) -> DatabaseValue { Data(bytes).databaseValue }

  static func bytes(_ value: DatabaseValue) -> [UInt8]? {
    Data.fromDatabaseValue(value).map { Array($0) }
  }
}
