import BundleFile
import Foundation
import Merge
import Model

extension Store {
  /// Merges a bundle file: verifies all of it first, then takes it in within one transaction while hashing it again.
  /// Where all of it is known, nothing is written; its sums are checked unless this very file was taken in before.
  ///
  /// - Throws: `BundleRefusal` for a file that is damaged or no bundle; `ImportStop`; `StoreError`. Then nothing was changed.
  package func importBundle(_ bundle: BundleInput, consent: ImportConsent) throws -> ImportReport {
    try importBundles([bundle], consent: consent)
  }

  /// Merges several bundle files as one; nothing is changed unless all of them are sound.
  package func importBundles(_ bundles: [BundleInput], consent: ImportConsent) throws -> ImportReport {
    try take(try bundles.map(check), consent, isByHand: true)
  }

  /// Checks all of a bundle: its sums only, where the store holds all of it already, and not even those where the file
  /// is, byte for byte, one that was checked when it was taken in.
  func check(_ bundle: BundleInput) throws -> CheckedBundle {
    let head = try bundle.head()
    guard head.kind != .redacted else { throw BundleRefusal.redacted(path: bundle.path) }
    let fileHash = try bundle.fileHash()
    if try read({ try $0.holds(head) }) {
      let isRemembered = try read { try TakenBundles($0.db).contains(fileHash) }
      guard !isRemembered else {
        return CheckedBundle(input: bundle, head: head, fileHash: fileHash, seal: BundleSeal(), wasTaken: true)
      }
      let sums = try bundle.checkSums()
      return CheckedBundle(
        input: bundle, head: head, fileHash: fileHash, seal: sums.seal, maker: sums.seal.maker(of: sums.contentID))
    }
    var contents = BundleContents(head)
    let report = try bundle.read { contents.add($0) }
    guard report.head == head else { throw BundleRefusal.changedWhileReading(path: bundle.path) }
    return CheckedBundle(
      input: bundle, head: head, fileHash: fileHash, seal: report.seal,
      maker: report.seal.maker(of: report.contentID), contentID: report.contentID, contents: contents)
  }

  /// Takes in what is new of these bundles, in one transaction, while hashing them again.
  ///
  /// - Parameter isByHand: whether somebody named these very files.
  func take(_ bundles: [CheckedBundle], _ consent: ImportConsent, isByHand: Bool) throws -> ImportReport {
    let (news, new) = try judging(bundles, isByHand: isByHand) { judge in
      (try judge?.accept(bundles) ?? SignedNews(), bundles.filter { $0.isNew || judge?.brings($0) == true })
    }
    guard !new.isEmpty else { return try reportNothingNew() }
    return try receive(consent: consent, files: new.map(\.fileHash), news) { take in
      for bundle in new where bundle.isNew {
        guard
          try bundle.input.read({ if !news.leftOut.contains($0.tip) { try take($0) } }).contentID == bundle.contentID
        else { throw BundleRefusal.changedWhileReading(path: bundle.input.path) }
      }
    }
  }

  private func reportNothingNew() throws -> ImportReport {
    try read { session in
      var report = ImportReport()
      report.waiting = try Pending(db: session.db).count
      return report
    }
  }

  /// Writes a backup beside the store, for before a step that mixes in what may not belong here.
  ///
  /// - Returns: its path.
  package func keepCopy() throws -> String {
    let base = (path as NSString).deletingPathExtension + ".before-import"
    while true {
      let free = FreeName.beside(base, suffix: ".afterword")
      do {
        _ = try export(to: free, replace: false, packing: .init(level: .fast))
        return free
      } catch BundleError.file(_, _, EEXIST) {
        // Another process has just taken the name.
        continue
      }
    }
  }
}

/// A bundle that was found whole.
struct CheckedBundle {
  let input: BundleInput
  let head: BundleHead
  /// SHA-256 of the file.
  let fileHash: [UInt8]
  /// Empty where this very file was taken in before.
  let seal: BundleSeal
  /// Who made it; nil where nobody says so, or untruly.
  var maker: MachineKey?
  var wasTaken = false
  /// Nil where the store holds all of it already.
  var contentID: String?
  /// Empty where the store holds all of it already.
  var contents = BundleContents(BundleHead(kind: .delta, streams: []))

  var isNew: Bool { contentID != nil }
  /// All that wrote something of it or that its authors had seen; empty where the store holds all of it already.
  var incarnations: Set<Incarnation> { contents.incarnations }
}

/// Names that nothing has yet.
enum FreeName {
  /// The name, numbered from 2 where another has it; case does not tell names apart, since nobody types it with care.
  ///
  /// - Parameter taken: in lower case; the new name joins them.
  static func numbered(_ name: String, _ taken: inout Set<String>) -> String {
    var free = name
    var number = 2
    while !taken.insert(free.lowercased()).inserted {
      free = "\(name) (\(number))"
      number += 1
    }
    return free
  }

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
