import Model
import Store

/// What a sync did.
public struct SyncSummary: Hashable, Sendable {
  /// A file of the folder that was not taken in; it stays and is looked at again the next time.
  public struct Skipped: Hashable, Sendable {
    public enum Reason: String, Hashable, Sendable {
      /// Encrypted for keys none of which is here.
      case forOthers = "for_others"
      /// From a store or a machine never met.
      case strange
      /// Not complete yet, or damaged.
      case unreadable
    }

    public let path: String
    public let reason: Reason
  }

  public let merged: MergeSummary
  /// Changes left in the folder for other machines.
  public let left: Int
  public let skipped: [Skipped]
  /// Other machines that the store has heard of.
  public let otherMachines: [String]
}

extension AfterwordStore {
  /// Exchanges with other machines through a folder that something else carries about: takes in what they left there, and
  /// leaves what they lack.
  ///
  /// - Parameters:
  ///   - folder: a folder's path; nil for that of the last time.
  ///   - encrypts: for the recipients that this machine knows; nil as the last time.
  ///   - consent: what may be taken in. A rehearsal is none: it takes nothing in and throws `needsConsent`.
  /// - Throws: `needsEncryptionChoice` on first use, `noKey`, `needsConsent`, `disk` for a folder that is not there.
  public func sync(
    with folder: String? = nil, encrypts: Bool? = nil, consent: MergeConsent = .ask
  ) throws(AfterwordError) -> SyncSummary {
    try write("sync") { store, _ in
      guard let target = try folder ?? store.lastSync()?.folder else { throw AfterwordError(.nothingAsked) }
      let options = SyncOptions(
        encrypts: encrypts, consent: ImportConsent(consent), mayBeEmpty: consent == .given,
        unlocking: try Self.unlocking(KeyRing(store.environment), nil))
      return SyncSummary(try store.sync(FilePath.resolved(target), options))
    }
  }
}

extension SyncSummary {
  init(_ report: SyncReport) {
    merged = MergeSummary(report.merged)
    left = report.left
    skipped = report.skipped.map {
      Skipped(path: $0.path, reason: $0.isForOthers ? .forOthers : $0.isStrange || $0.isUnmet ? .strange : .unreadable)
    }
    otherMachines = report.others.map(\.name)
  }
}
