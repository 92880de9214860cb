package import BundleFile
import Foundation
import GRDB
import Merge

/// What a restore did.
package struct RestoreReport: Sendable {
  package let bundle: BundleReport
  /// Where the store lies that was there before; nil where there was none.
  package let kept: String?
}

extension Store {
  /// Makes the store anew from a backup: into a new file, which is checked against the backup, then put in the store's
  /// place. The store that was there is kept beside it.
  ///
  /// - Throws: `BundleRefusal`, `StoreError`; then the store is as it was.
  package static func restore(_ bundle: BundleInput, _ environment: Environment) throws -> RestoreReport {
    let verified = try bundle.read()
    switch verified.head.kind {
    case .backup: break
    case .delta: throw BundleRefusal.part(path: bundle.path)
    case .redacted: throw BundleRefusal.redacted(path: bundle.path)
    }
    return try replaceStore(environment) { file in
      let report = try file.fill { take in
        guard try bundle.read(take) == verified else { throw BundleRefusal.changedWhileReading(path: bundle.path) }
      }
      guard try file.contentID(.backup) == verified.contentID, report.newTransactions == verified.transactions else {
        throw BundleRefusal.doesNotRestore(path: bundle.path)
      }
      return verified
    }
  }

  /// Fills a new file and swaps it in under the lock that all writers take.
  static func replaceStore(
    _ environment: Environment, _ fill: (NewStoreFile) throws -> BundleReport
  ) throws -> RestoreReport {
    let path = environment.storePath
    try Folders.make((path as NSString).deletingLastPathComponent)
    let lock = try ProcessLock(try markPath(environment) + ".lock", store: path)
    defer { withExtendedLifetime(lock) {} }
    let file = try NewStoreFile(beside: path)
    defer { file.remove() }
    let report = try translating(path) { try fill(file) }
    try translating(path) { try file.complete() }
    return RestoreReport(bundle: report, kept: try StoreSwap(path: path).put(file.path))
  }
}
