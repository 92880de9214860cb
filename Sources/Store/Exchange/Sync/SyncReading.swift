import BundleFile
import Foundation

/// Looks at every file of a shared folder: what is whole and new is to be taken in; what is not, is left for the next time.
struct SyncReading {
  let store: Store
  let options: SyncOptions
  /// Whether what is left in the folder is encrypted.
  let isEncrypted: Bool
  /// Whether what was looked at earlier is read again, as by a store that has heard less than it had.
  let isAnew: Bool
  /// The files that were found whole, now or earlier.
  private(set) var files: [String: SyncMark.File] = [:]
  /// Those that hold something new, or words on keys.
  private(set) var bundles: [CheckedBundle] = []
  private(set) var skipped: [SyncReport.Skipped] = []

  init(store: Store, options: SyncOptions, isEncrypted: Bool, isAnew: Bool) {
    (self.store, self.options, self.isEncrypted, self.isAnew) = (store, options, isEncrypted, isAnew)
  }

  /// - Throws: `SyncError.folderMissing` where the folder vanishes while it is read.
  mutating func read(_ listing: SyncListing, known: [String: SyncMark.File]) throws {
    for entry in listing.entries {
      if let file = known[entry.name], file.size == entry.size, file.modified == entry.modified, file.counts != nil,
        try !isAnew && isHeld(file)
      {
        files[entry.name] = file
        continue
      }
      do {
        try read(entry, ownNumber: known[entry.name]?.ownNumber)
      } catch let refusal as BundleRefusal {
        skipped.append(SyncReading.skipped(entry, refusal))
      } catch let error as BundleError {
        guard FileManager.default.fileExists(atPath: listing.folder) else {
          throw SyncError.folderMissing(listing.folder)
        }
        skipped.append(SyncReport.Skipped(name: entry.name, path: entry.path, why: error.description))
      }
    }
  }

  private mutating func read(_ entry: SyncListing.Entry, ownNumber: Int?) throws {
    var input = try BundleInput(entry.path, links: .refuse, unlocking: options.unlocking)
    input.progress = options.progress
    guard input.isEncrypted || !isEncrypted else { throw BundleRefusal.inTheOpen(path: entry.path) }
    let checked = try store.check(input)
    let counts = try checked.isNew || checked.wasTaken || store.judging([checked]) { try $0?.proves(checked) ?? true }
    files[entry.name] = SyncMark.File(
      size: entry.size, modified: entry.modified, ranges: checked.head.streams.map(SyncMark.Range.init),
      ownNumber: ownNumber, counts: counts)
    if checked.isNew || !checked.seal.certificates.isEmpty { bundles.append(checked) }
  }

  /// What was not taken from a file, nobody else can be expected to take from it.
  mutating func leave(_ skipped: [SyncReport.Skipped]) {
    for file in skipped { files[file.name] = nil }
  }

  /// A store that was restored from an older backup reads again what it once held.
  private func isHeld(_ file: SyncMark.File) throws -> Bool {
    let ranges = file.ranges.compactMap(\.range)
    guard ranges.count == file.ranges.count else { return false }
    return try store.read { try $0.holds(BundleHead(kind: .delta, streams: ranges)) }
  }

  /// What is left where it is: of a store or a machine never met, and what a machine one knows has not signed. What is left
  /// says nothing for the rest, which is looked at again without it.
  func unmet(_ session: Session, _ provenance: Provenance?) throws -> [SyncReport.Skipped] {
    let strangers = options.mixesStrangers ? [] : Kinship.strangers(among: bundles, session)
    let strange = Set(strangers.map(\.input.path))
    var left = bundles.filter { strange.contains($0.input.path) }.map { SyncReport.Skipped.strange($0.input.path) }
    var rest = bundles.filter { !strange.contains($0.input.path) }
    while let provenance {
      let leaving = zip(rest, try provenance.verdicts(rest)).compactMap { bundle, verdict in
        skipped(bundle.input.path, verdict)
      }
      guard !leaving.isEmpty else { break }
      left += leaving
      let paths = Set(leaving.map(\.path))
      rest.removeAll { paths.contains($0.input.path) }
    }
    return left.sorted { $0.path < $1.path }
  }

  private func skipped(_ path: String, _ verdict: BundleVerdict) -> SyncReport.Skipped? {
    if let why = verdict.refusal {
      return .init(name: (path as NSString).lastPathComponent, path: path, why: why.description, signers: verdict.met)
    }
    return verdict.asks && !options.mixesStrangers ? .unmet(path, verdict) : nil
  }

  private static func skipped(_ entry: SyncListing.Entry, _ refusal: BundleRefusal) -> SyncReport.Skipped {
    if case .inTheOpen = refusal {
      let why = "It is not encrypted, though what is left here is."
      return .init(name: entry.name, path: entry.path, why: why, isInTheOpen: true)
    }
    guard case .faulty(_, let error) = refusal else {
      return .init(name: entry.name, path: entry.path, why: refusal.description)
    }
    switch error {
    case .incomplete, .damaged, .notABundle, .notCanonical, .inconsistent, .encryption:
      let why = "It is not complete yet, or damaged; it is looked at again the next time."
      return .init(name: entry.name, path: entry.path, why: why)
    case .noMatchingKey:
      let why = "It is encrypted, but not for this machine."
      return .init(name: entry.name, path: entry.path, why: why, isForOthers: true)
    default: return .init(name: entry.name, path: entry.path, why: error.description)
    }
  }
}

extension SyncReport.Skipped {
  fileprivate static func strange(_ path: String) -> Self {
    Self(
      name: (path as NSString).lastPathComponent, path: path, why: "It comes from a store that was never met.",
      isStrange: true)
  }

  fileprivate static func unmet(_ path: String, _ verdict: BundleVerdict) -> Self {
    let names = (verdict.met.map(\.name) + verdict.unsigned).joined(separator: " and ")
    let why =
      verdict.met.isEmpty
      ? "\(names) did not sign what it wrote: an older version does not, and nor does somebody else."
      : "\(names) signed it, "
        + (verdict.met.count == 1 ? "a machine that this one has not met." : "machines that this one has not met.")
    return Self(
      name: (path as NSString).lastPathComponent, path: path, why: why, isUnmet: true, signers: verdict.met)
  }
}
