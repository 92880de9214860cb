import Foundation
import GRDB
import Merge
import Model

/// One thing that `doctor` looked at.
package struct Checkup: Sendable {
  package let what: String
  /// What is wrong; empty when nothing is.
  package let problems: [String]
  let place: Place

  /// Where it would be mended.
  enum Place {
    /// In the file as SQLite sees it, or in the log.
    case log
    /// In what is made from the log.
    case tables
    /// Outside the store.
    case outside
  }

  var isWrong: Bool { !problems.isEmpty }
}

extension Store {
  /// Looks at everything that could be wrong with a store; changes nothing.
  package func checkup() throws -> [Checkup] {
    let checks: [(what: String, place: Checkup.Place, problems: () throws -> [String])] = [
      ("SQLite's own check of the file", .log, integrity),
      ("hash chain of every transaction", .log, chain),
      ("machines, transactions and changes agree", .log, logProblems),
      ("derived tables equal those made anew from the log", .tables, tableProblems),
      ("what this machine wrote last is in the store", .outside, lostProblems),
      ("nobody else may read the store", .outside, permissions),
    ]
    return try checks.map { Checkup(what: $0.what, problems: try noting($0.problems), place: $0.place) }
  }

  /// What cannot even be looked at is a problem of its own, not the end of the checkup.
  func noting(_ body: () throws -> [String]) throws -> [String] {
    do {
      return try body()
    } catch {
      guard let damage = Damage(error) else { throw error }
      return [damage.what]
    }
  }

  private func integrity() throws -> [String] {
    let lines = try alone { try String.fetchAll($0, sql: "PRAGMA integrity_check(10)") }
    return lines == ["ok"] ? try declarations() : lines
  }

  private func declarations() throws -> [String] {
    let fresh = try Store.scratch(environment, registry)
    return try alone(SchemaCheck.init).problems(fresh.alone(SchemaCheck.init))
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

  /// Asked of a copy where the disk has no room for what is made anew and thrown away.
  private func tableProblems() throws -> [String] {
    do {
      return try derivedProblems()
    } catch StoreError.disk where place == .file {
      return try inMemory().derivedProblems()
    }
  }

  private func logProblems() throws -> [String] {
    try read { session in
      let check = LogCheck(session: session)
      return try check.counts() + check.contexts() + check.flags() + check.signatures() + waitingProblems(session)
    }
  }

  private func waitingProblems(_ session: Session) throws -> [String] {
    try noting {
      try Pending(db: session.db).check()
      return []
    }
  }

  /// What the mark in the state folder remembers of this very file.
  private func lostProblems() throws -> [String] {
    guard let mark = Mark.read(try markPath()), mark.seq > 0, let hash = mark.hash, mark.inode == inode else {
      return []
    }
    let end = Reference(incarnation: mark.incarnation, seq: mark.seq, hash: hash.short)
    let isHeld = try read { try $0.streams.locate(end) != nil }
    return isHeld ? [] : ["change \(mark.seq), which this machine wrote last, is missing"]
  }

  private func permissions() -> [String] {
    [ownFolder, path].compactMap(\.self).compactMap { file in
      var status = stat()
      guard stat(file, &status) == 0, status.st_mode & 0o077 != 0 else { return nil }
      return "\(file) may be read by others (mode \(String(status.st_mode & 0o777, radix: 8)))"
    }
  }

  /// The store's folder where it is the one this program makes; any other may be meant for others too.
  var ownFolder: String? {
    let folder = (path as NSString).deletingLastPathComponent
    return (folder as NSString).lastPathComponent == "afterword" ? folder : nil
  }
}

/// An error that tells of damage to the file, and not of a disk, a lock or a limit.
struct Damage {
  let what: String

  init?(_ error: any Error) {
    switch error {
    case StoreError.damaged(let what): self.what = what
    case StoreError.damagedFile, is DatabaseError: what = "a part of the file cannot be read"
    case is RowDecodingError: what = "a value in a table is none that belongs there"
    default: return nil
    }
  }
}
