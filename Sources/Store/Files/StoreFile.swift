import Foundation
import GRDB

/// The file itself, looked at before SQLite may open it.
enum StoreFile {
  static func isMissingOrEmpty(_ path: String) throws -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return true }
      throw StoreError.disk(path: path, why: String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw StoreError.notAStore(path: path, why: "it is no regular file")
    }
    return status.st_size == 0
  }

  /// - Throws: `notAStore` for any other file than ours, `newerStore` for one of a newer version.
  static func check(_ path: String) throws {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw StoreError.disk(path: path, why: "it cannot be opened for reading")
    }
    defer { try? handle.close() }
    let header = Array((try? handle.read(upToCount: 100)) ?? Data())
    guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw StoreError.notAStore(path: path, why: "it is no SQLite file")
    }
    guard bigEndian(header[68..<72]) == Schema.applicationID else {
      throw StoreError.notAStore(path: path, why: "it is another program's SQLite file")
    }
    let version = bigEndian(header[60..<64])
    guard version <= Schema.version else { throw StoreError.newerStore(path: path, version: version) }
  }

  private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}
