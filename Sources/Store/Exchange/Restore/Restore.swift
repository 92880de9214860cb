package import BundleFile
import Foundation
import GRDB
import Merge

/// What a restore did.
package struct RestoreReport: Sendable {
  package let contentID: String
  package let changes: Int
  /// Of these, how many were written anew, since what they follow on is lost.
  package var anew = 0
  /// Edits that wait for others that were lost.
  package let waiting: Int
  /// What a damaged backup no longer holds, a clause each.
  package let lost: [String]
  /// Where the store lies that was there before; nil where there was none.
  package var kept: String?
  /// Whether what was forgotten in that store, and who was revoked there, may be back, since it could not be asked.
  package var mayHoldForgotten = false
}

extension Store {
  /// Makes the store anew from a backup: into a new file, which is checked against the backup, then put in the store's
  /// place. The store that was there is kept beside it. What is written next counts as a new incarnation's.
  ///
  /// - Throws: `BundleRefusal`, `StoreError`; then the store is as it was.
  package static func restore(_ bundle: BundleInput, _ environment: Environment) throws -> RestoreReport {
    try checkRestorable(try bundle.head(), bundle.path)
    return try replaceStore(environment) { file in
      // Nobody's store until all of it has been read and compared, so one reading is enough.
      let (report, verified) = try file.fill(bundle.read)
      try checkRestorable(verified.head, bundle.path)
      let found = try file.check()
      // Backups that earlier versions wrote may cut a fork otherwise: another text of the same chains.
      guard report.newTransactions + report.waiting == verified.transactions,
        found.contentID == verified.contentID || found.ends == Set(verified.head.streams.map(\.end))
      else {
        throw BundleRefusal.doesNotRestore(path: bundle.path)
      }
      return RestoreReport(
        contentID: verified.contentID, changes: verified.changes, waiting: report.waiting, lost: [])
    }
  }

  /// The same from a damaged backup, as far as it is there: what is proven good as it was; what stands behind a gap, and
  /// what waits for what is lost, written anew under a new incarnation.
  package static func restoreWithGaps(of bundle: BundleInput, _ environment: Environment) throws -> RestoreReport {
    try checkRestorable(try bundle.head(), bundle.path)
    return try replaceStore(environment) { file in
      let (anew, salvaged) = try file.fill(salvaging: bundle, freshID: environment.freshID)
      return RestoreReport(
        contentID: try file.check().contentID, changes: salvaged.changes + salvaged.looseChanges, anew: anew,
        waiting: 0,
        lost: salvaged.lostInWords)
    }
  }

  private static func checkRestorable(_ head: BundleHead, _ path: String) throws {
    switch head.kind {
    case .backup: break
    case .delta: throw BundleRefusal.part(path: path)
    case .redacted: throw BundleRefusal.redacted(path: path)
    }
  }

  /// Fills a new file and swaps it in under the lock that all writers take.
  private static func replaceStore(
    _ environment: Environment, _ fill: (NewStoreFile) throws -> RestoreReport
  ) throws -> RestoreReport {
    let forgotten = ForgottenRows(at: environment)
    let words = WordsOnKeys(at: environment)
    var report = try swapped(environment) { file in
      let report = try fill(file)
      // Before it takes the store's place: there is no moment in which a revoked machine counts again.
      try file.keep(words.certificates)
      return report
    }
    report.mayHoldForgotten = forgotten.isUnknown || words.isUnknown
    try forgotten.forget(in: environment)
    return report
  }

  private static func swapped(
    _ environment: Environment, _ fill: (NewStoreFile) throws -> RestoreReport
  ) throws -> RestoreReport {
    let path = environment.storePath
    try Folders.make((path as NSString).deletingLastPathComponent)
    let lock = try ProcessLock(try markPath(environment) + ".lock", store: path)
    defer { withExtendedLifetime(lock) {} }
    let file = try NewStoreFile(beside: path)
    defer { file.remove() }
    var report = try translating(path) { try fill(file) }
    try translating(path) { try file.complete() }
    report.kept = try StoreSwap(path: path).put(file.path)
    return report
  }
}

extension SalvageReport {
  /// What is lost, a clause for each gap.
  package var lostInWords: [String] {
    ranges.flatMap { range in
      range.lost.map { "changes \($0.lowerBound) to \($0.upperBound) of machine \(Self.name(range))" }
    }
  }

  private static func name(_ range: SalvagedRange) -> String { String(range.range.incarnation.description.suffix(6)) }
}
