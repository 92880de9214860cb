import Foundation
import GRDB
import Merge
import Model

/// One thing that `doctor` looked at.
package struct Checkup: Sendable {
  package let what: String
  /// What is wrong; empty when nothing is.
  package let problems: [String]
}

extension Store {
  /// Looks at everything that could be wrong with a store; changes nothing.
  package func checkup() throws -> [Checkup] {
    [
      Checkup(what: "SQLite's own check of the file", problems: try integrity()),
      Checkup(what: "hash chain of every transaction", problems: try chain()),
      Checkup(what: "derived tables equal those made anew from the log", problems: try derivedProblems()),
      Checkup(what: "nobody else may read the store", problems: permissions()),
    ]
  }

  /// Makes the derived tables anew and takes away the permissions of others.
  package func repair() throws {
    try rebuild()
    if let ownFolder { chmod(ownFolder, 0o700) }
    for suffix in ["", "-wal", "-shm"] { chmod(path + suffix, 0o600) }
  }

  private func integrity() throws -> [String] {
    let lines = try read { try String.fetchAll($0.db, sql: "PRAGMA integrity_check(10)") }
    return lines == ["ok"] ? [] : lines
  }

  private func chain() throws -> [String] {
    try read { session in
      session.streams.all.values.sorted { $0.id < $1.id }.compactMap { stream in
        do {
          try session.log.transactions(of: stream) { _ in }
          return nil
        } catch { return "\(error)" }
      }
    }
  }

  private func permissions() -> [String] {
    [ownFolder, path].compactMap(\.self).compactMap { file in
      var status = stat()
      guard stat(file, &status) == 0, status.st_mode & 0o077 != 0 else { return nil }
      return "\(file) may be read by others (mode \(String(status.st_mode & 0o777, radix: 8)))"
    }
  }

  /// The store's folder where it is the one this program makes; any other may be meant for others too.
  private var ownFolder: String? {
    let folder = (path as NSString).deletingLastPathComponent
    return (folder as NSString).lastPathComponent == "afterword" ? folder : nil
  }
}
