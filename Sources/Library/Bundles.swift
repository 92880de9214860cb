import BundleFile
import Merge
import Model
import Store

/// What a bundle holds.
public struct BundleSummary: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// A whole store.
    case backup
    /// What another machine lacked.
    case delta
    /// Without names, for other readers; it can be neither merged nor restored.
    case redacted
  }

  public let kind: Kind
  /// SHA-256 of its text in 64 hexadecimal digits: equal for equal content.
  public let contentID: String
  public let changes: Int
  public let transactions: Int
}

/// What to leave out of an export.
public enum BundleScope: Hashable, Sendable {
  /// Nothing: a backup.
  case everything
  /// What the bundle at this path holds.
  case sinceBundle(String)
  /// What the machine of this name held when it was last heard of.
  case sinceMachine(String)
}

/// For whom a bundle is encrypted (age-encryption.org, version 1).
public enum BundleEncryption: Hashable, Sendable {
  case none
  /// The recipients that this machine knows.
  case recipients
  case passphrase(String)
}

/// What taking in a bundle may do.
public enum MergeConsent: Hashable, Sendable {
  /// Only find out.
  case rehearse
  /// Throw `needsConsent` where more than a fifth of the rows would change, and at least twenty, or the bundle comes from
  /// a store never met, or a machine never met signed it.
  case ask
  case given
}

/// What taking in bundles did, or would do.
public struct MergeSummary: Hashable, Sendable {
  public let changes: Int
  public let transactions: Int
  /// Rows that were shown before and were changed, and that are gone.
  public let changedRows: Int, removedRows: Int
  /// Transactions of the whole store that wait for others.
  public let waiting: Int
  /// Conflicts of the whole store; nil where nothing was new.
  public let conflicts: Int?
}

/// What a restore did.
public struct RestoreSummary: Hashable, Sendable {
  public let contentID: String
  public let changes: Int
  /// Where the store lies that was there before.
  public let keptAt: String?
}

extension AfterwordStore {
  /// Writes a bundle, which is read back and checked before it gets its name.
  ///
  /// - Returns: nil where the other side holds everything, so that no file was written.
  /// - Throws: `exists`, `disk`, `noKey`, `notFound` for a machine, `badBundle` for one to compare with.
  public func export(
    to path: String, _ scope: BundleScope = .everything, encryption: BundleEncryption = .none, replacing: Bool = false
  ) throws(AfterwordError) -> BundleSummary? {
    try use { store in
      let keys = KeyRing(store.environment)
      let scope: ExportScope =
        switch scope {
        case .everything: .everything
        case .sinceMachine(let name): .sinceMachine(name)
        case .sinceBundle(let path): .since(bundle: try BundleInput(path, unlocking: try Self.unlocking(keys, nil)))
        }
      let packing = BundleOnDisk.Packing(lock: try Self.lock(encryption, keys))
      switch try store.export(to: path, scope, replace: replacing, packing: packing) {
      case .written(let report): return BundleSummary(report)
      case .alreadyThere: return BundleSummary(try BundleInput(path).read())
      case .nothingNew: return nil
      }
    }
  }

  /// Merges bundles of other machines, all or none.
  ///
  /// - Throws: `needsConsent`, `badBundle`, `newerVersion`, `noKey`; then nothing was changed.
  public func importBundles(
    at paths: [String], passphrase: String? = nil, consent: MergeConsent = .ask
  ) throws(AfterwordError) -> MergeSummary {
    try write("import") { store, _ in
      let unlocking = try Self.unlocking(KeyRing(store.environment), passphrase)
      let inputs = try paths.map { try BundleInput($0, unlocking: unlocking) }
      do {
        return MergeSummary(try store.importBundles(inputs, consent: ImportConsent(consent)))
      } catch ImportStop.rehearsed(let report) {
        return MergeSummary(report)
      }
    }
  }

  /// Checks a bundle from its first byte to its last. Needs no store.
  ///
  /// - Parameters:
  ///   - path: the bundle's file.
  ///   - passphrase: what it is locked with, if it is.
  ///   - stateFolder: as when a store is opened: where this machine's keys lie.
  /// - Throws: `badBundle`, `newerVersion`, `noKey`, `disk`.
  public static func verify(
    _ path: String, passphrase: String? = nil, stateFolder: String? = nil
  ) throws(AfterwordError) -> BundleSummary {
    do {
      let environment = try ProcessEnvironment.make(store: path, state: stateFolder)
      let unlocking = try unlocking(KeyRing(environment), passphrase)
      return BundleSummary(try BundleInput(path, unlocking: unlocking).read())
    } catch {
      throw AfterwordError(error)
    }
  }

  /// Makes a store anew from a backup. One that was there is kept beside it.
  ///
  /// - Parameters:
  ///   - path: the backup's file.
  ///   - store: the store's file; nil for the usual place.
  ///   - stateFolder: as when a store is opened.
  ///   - passphrase: what the backup is locked with, if it is.
  /// - Throws: `busy` where the store is open; `badBundle` for what is no whole backup. Then the store is as it was.
  public static func restore(
    _ path: String, to store: String? = nil, stateFolder: String? = nil, passphrase: String? = nil
  ) throws(AfterwordError) -> RestoreSummary {
    do {
      let environment = try ProcessEnvironment.make(store: store, state: stateFolder)
      let unlocking = try unlocking(KeyRing(environment), passphrase)
      let report = try Store.restore(try BundleInput(path, unlocking: unlocking), environment)
      return RestoreSummary(contentID: report.contentID, changes: report.changes, keptAt: report.kept)
    } catch {
      throw AfterwordError(error)
    }
  }

  /// Makes this machine's key, for which bundles and what `sync` leaves are encrypted from now on, besides other recipients.
  ///
  /// - Returns: its public half, `age1…`, which other machines add to their recipients.
  /// - Throws: `exists` where there is one.
  public func makeKey() throws(AfterwordError) -> String {
    try write("key") { store, _ in
      try KeyRing(store.environment).makeKey(name: try store.ownMachineName()).description
    }
  }

  static func unlocking(_ keys: KeyRing, _ passphrase: String?) throws -> Unlocking {
    Unlocking(identities: try keys.identities()) { passphrase }
  }

  private static func lock(_ encryption: BundleEncryption, _ keys: KeyRing) throws -> AgeLock? {
    switch encryption {
    case .none: return nil
    case .passphrase(let words): return .passphrase(words)
    case .recipients:
      let recipients = try keys.recipients().map(\.recipient)
      guard !recipients.isEmpty else { throw AfterwordError(.noKey) }
      return .recipients(recipients)
    }
  }
}

extension BundleSummary {
  init(_ report: BundleReport) {
    kind =
      switch report.head.kind {
      case .backup: .backup
      case .delta: .delta
      case .redacted: .redacted
      }
    (contentID, changes, transactions) = (report.contentID, report.changes, report.transactions)
  }
}

extension MergeSummary {
  init(_ report: ImportReport) {
    (changes, transactions) = (report.newChanges, report.newTransactions)
    (changedRows, removedRows) = (report.changedRows, report.removedRows)
    (waiting, conflicts) = (report.waiting, report.conflicts)
  }
}

extension ImportConsent {
  init(_ consent: MergeConsent) {
    self =
      switch consent {
      case .rehearse: .rehearse
      case .ask: .ask
      case .given: .yes
      }
  }
}
