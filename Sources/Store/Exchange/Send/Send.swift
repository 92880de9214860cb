package import BundleFile
import GRDB
package import Merge
import Model

/// What a bundle is to leave out.
package enum ExportScope {
  /// Nothing: a backup.
  case everything
  /// What whoever took in this bundle holds.
  case since(bundle: BundleInput)
  /// What the machine of this name held when it was last heard of.
  case sinceMachine(String)
}

/// What became of an export.
package enum ExportOutcome: Sendable {
  case written(BundleReport)
  /// The file there holds just this already; it was checked, not written.
  case alreadyThere(contentID: String)
  /// The other side holds everything; no file was written.
  case nothingNew
}

extension Store {
  /// Calls `body` with every transaction held, run by run in order, those that wait included; all as of one moment.
  package func send(_ body: (Transaction) throws -> Void) throws {
    try read { session in
      for run in try session.runs() { try session.transactions(of: run, body) }
    }
  }

  /// Writes changes to a file, which is read back and checked before it appears under its name.
  ///
  /// - Parameter progress: told of the changes written and how many there are.
  /// - Throws: `StoreError`, `BundleError`, `ExportError`; then no file was made or replaced.
  package func export(
    to path: String, _ scope: ExportScope = .everything, replace: Bool, packing: BundleOnDisk.Packing = .init(),
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws -> ExportOutcome {
    try read { session in
      let (kind, runs) = try select(scope, session)
      guard !runs.isEmpty else { return .nothingNew }
      let head = try session.head(kind, runs)
      if packing.lock == nil, let contentID = intactBundle(path, of: head) {
        return .alreadyThere(contentID: contentID)
      }
      return .written(
        try session.blamingLog(runs) {
          try BundleOnDisk.write(
            head, to: path, replace: replace, packing: packing, seal: try Sealing(session, environment, runs).seal
          ) { append in
            try session.transactions(of: runs, proof: .byTaker, progress: progress, append)
          }
        })
    }
  }

  private func select(_ scope: ExportScope, _ session: Session) throws -> (BundleKind, [Run]) {
    var coverage = try Coverage(session)
    switch scope {
    case .everything: return (.backup, try everything(session))
    case .since(let bundle):
      // Its head says what it holds; only a whole file holds that, and a chain of backups must have no hole.
      for range in try bundle.checkSums().head.streams { try coverage.addClosed(range) }
    case .sinceMachine(let name):
      for position in try session.lastPositions(ofMachine: name) { try coverage.addClosed(position) }
    }
    return (.delta, try session.runs(beyond: coverage))
  }

  /// A backup of less than the log holds would be taken for all of it.
  private func everything(_ session: Session) throws -> [Run] {
    let runs = try session.runs()
    let held = try session.heldChanges()
    guard runs.changes == held else {
      throw StoreError.damaged("the log holds \(held) changes, of which \(runs.changes) can be reached")
    }
    guard held > 0 else { throw ExportError.nothingToShow }
    return runs
  }

  /// The content id of the file there when it is a whole bundle of this head.
  private func intactBundle(_ path: String, of head: BundleHead) -> String? {
    guard let file = try? BundleInput(path), (try? file.head()) == head else { return nil }
    return try? file.checkSums().contentID
  }
}

extension Session {
  /// Changes of the log, and those that wait.
  fileprivate func heldChanges() throws -> Int {
    let sql = "SELECT (SELECT count(*) FROM change) + (SELECT total(last - first + 1) FROM pending)"
    return Int(exactly: try Double.fetchOne(db, sql: sql) ?? 0) ?? 0
  }
}

/// Why no bundle was written.
package enum ExportError: Error, Equatable, CustomStringConvertible {
  case noSuchMachine(String, known: [String])
  /// It holds all of its own changes, so nothing would be left.
  case isThisMachine(String, others: [String])
  case nothingToShow

  package var description: String {
    switch self {
    case .nothingToShow: "The store shows nothing yet that could be written. No file was made."
    case .isThisMachine(let name, let others):
      "“\(name)” is this machine itself. "
        + (others.isEmpty ? "No other was met so far." : "The others: " + others.joined(separator: ", ") + ".")
    case .noSuchMachine(let name, let known):
      "There is no bundle file and no machine called “\(name)”. Machines met so far: "
        + (known.isEmpty ? "none" : known.joined(separator: ", ")) + "."
    }
  }
}
