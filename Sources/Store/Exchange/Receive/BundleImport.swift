import BundleFile
import Foundation
import Merge
import Model

extension Store {
  /// Merges a bundle file: verifies all of it first, then takes it in within one transaction while hashing it again.
  /// Where all of it is known, its sums are checked and nothing is written.
  ///
  /// - Throws: `BundleRefusal` for a file that is damaged or no bundle; `ImportStop`; `StoreError`. Then nothing was changed.
  package func importBundle(_ bundle: BundleInput, consent: ImportConsent) throws -> ImportReport {
    try importBundles([bundle], consent: consent)
  }

  /// Merges several bundle files as one; nothing is changed unless all of them are sound.
  package func importBundles(_ bundles: [BundleInput], consent: ImportConsent) throws -> ImportReport {
    try take(try bundles.map(check), consent)
  }

  /// Checks all of a bundle: its sums only, where the store holds all of it already.
  func check(_ bundle: BundleInput) throws -> CheckedBundle {
    let head = try bundle.head()
    guard head.kind != .redacted else { throw BundleRefusal.redacted(path: bundle.path) }
    if try read({ try $0.holds(head) }) {
      let contentID = try bundle.checkSums().contentID
      return CheckedBundle(input: bundle, head: head, contentID: contentID, isNew: false)
    }
    let report = try bundle.read()
    guard report.head == head else { throw BundleRefusal.changedWhileReading(path: bundle.path) }
    return CheckedBundle(input: bundle, head: head, contentID: report.contentID, isNew: true)
  }

  /// Takes in what is new of these bundles, in one transaction, while hashing them again.
  func take(_ bundles: [CheckedBundle], _ consent: ImportConsent) throws -> ImportReport {
    let new = bundles.filter(\.isNew)
    guard !new.isEmpty else { return try reportNothingNew() }
    return try receive(consent: consent) { take in
      for bundle in new {
        guard try bundle.input.read(take).contentID == bundle.contentID else {
          throw BundleRefusal.changedWhileReading(path: bundle.input.path)
        }
      }
    }
  }

  private func reportNothingNew() throws -> ImportReport {
    try read { session in
      var report = ImportReport()
      report.waiting = try Pending(db: session.db).count
      report.conflictsBefore = try session.conflicts().count
      report.conflictsAfter = report.conflictsBefore
      return report
    }
  }

  /// Writes a backup beside the store, for before a step that mixes in what may not belong here.
  ///
  /// - Returns: its path.
  package func keepCopy() throws -> String {
    let base = (path as NSString).deletingPathExtension + ".before-import"
    let free = FreeName.beside(base, suffix: ".afterword")
    _ = try export(to: free, replace: false, packing: .init(level: .fast))
    return free
  }
}

/// A bundle that was found whole.
struct CheckedBundle {
  let input: BundleInput
  let head: BundleHead
  let contentID: String
  /// Whether it holds anything that the store does not.
  let isNew: Bool
}

/// Names that nothing has yet.
enum FreeName {
  /// `base` with the suffix, numbered from 2 where the name is taken.
  static func beside(_ base: String, suffix: String) -> String {
    let isTaken = { (path: String) in
      var status = stat()
      return lstat(path, &status) == 0
    }
    var path = base + suffix
    var number = 2
    while isTaken(path) {
      path = "\(base)-\(number)\(suffix)"
      number += 1
    }
    return path
  }
}
