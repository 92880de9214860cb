/// What a sync did.
package struct SyncReport: Sendable {
  /// A file that could not be taken in, and why, as a sentence.
  package struct Skipped: Equatable, Sendable {
    package let name: String
    package let path: String
    package let why: String
    /// Whether it is encrypted for keys none of which is here.
    package var isForOthers = false
    /// Whether it is not encrypted, where what is left here is.
    package var isInTheOpen = false
    /// Whether it comes from a store that was never met.
    package var isStrange = false
    /// Whether it comes from a machine that was never met, or from one that does not sign.
    package var isUnmet = false
    /// The machines never met that signed it.
    package var signers: [Signer] = []
  }

  package var merged = ImportReport()
  /// Changes left in the folder for the other machines.
  package var left = 0
  package var written: String?
  /// Whose keys what lay there already was left anew for, this machine's own left out; nil where it was not.
  package var renewedFor: [String]?
  package var removed: [String] = []
  /// Not complete yet, or not readable here: looked at again the next time, never deleted.
  package var skipped: [Skipped] = []
  /// Other machines that the store has heard of.
  package var others: [MachineSeen] = []
  package var isEncrypted = false
  /// Whether another machine has revoked this one's key.
  package var isRevoked = false
  /// What to type where a file was made that is for others, so that this machine can read it.
  package var ownKey: (recipient: String, machine: String)?
}

/// How a sync is to go about what it cannot decide itself.
package struct SyncOptions {
  /// Whether to encrypt; nil as the last time with this folder.
  package var encrypts: Bool?
  package var consent: ImportConsent
  /// Whether a folder that held files the last time is meant to be empty now.
  package var mayBeEmpty: Bool
  package var unlocking: Unlocking
  /// Whether to take in what comes from stores and machines never met too.
  package var mixesStrangers: Bool
  /// Told, while bundles are read or written, of the changes done and how many there are.
  package var progress: (_ done: Int, _ of: Int) -> Void

  package init(
    encrypts: Bool? = nil, consent: ImportConsent = .ask, mayBeEmpty: Bool = false, unlocking: Unlocking = Unlocking(),
    mixesStrangers: Bool = false, progress: @escaping (Int, Int) -> Void = { _, _ in }
  ) {
    self.encrypts = encrypts
    self.consent = consent
    self.mayBeEmpty = mayBeEmpty
    self.unlocking = unlocking
    self.mixesStrangers = mixesStrangers
    self.progress = progress
  }
}

package enum SyncError: Error {
  case folderMissing(String)
  /// The folder held files the last time and is empty now, as where a drive is not mounted.
  case folderEmptied(String, held: Int)
  /// On first use somebody must say whether to encrypt, as others do there or not; nil where nobody left anything yet, or
  /// some do and some do not.
  case needsEncryptionChoice(String, othersEncrypt: Bool?)
  case nobodyToEncryptFor
  /// What others left was taken in, but own changes could not be left there.
  case notWritten(SyncReport, why: String)
  case noFolderYet
  case moverMissing
  case moverFailed(String)
}

extension SyncError: CustomStringConvertible {
  /// What others do in the folder, as a sentence.
  package static func done(_ othersEncrypt: Bool) -> String {
    othersEncrypt ? "What lies there already is encrypted." : "What lies there already is not encrypted."
  }

  package var description: String {
    switch self {
    case .folderMissing(let path):
      "\(path) is not there or cannot be read. Is the stick or drive mounted? Nothing was changed."
    case .folderEmptied(let path, let held):
      "\(path) is empty, and held \(held == 1 ? "1 bundle" : "\(held) bundles") the last time. Is the stick or drive "
        + "mounted? Add --yes if it is meant to be empty."
    case .needsEncryptionChoice(let path, let others):
      "Say whether what is left in \(path) is to be encrypted: --encrypt or --no-encrypt. "
        + (others.map { Self.done($0) + " " } ?? "") + "Nothing was changed."
    case .nobodyToEncryptFor:
      "There is no key to encrypt with yet. `afterword key new` makes this machine's."
    case .notWritten(_, let why): "Own changes could not be left there: \(why)"
    case .noFolderYet: "No folder was synced with yet. Name one: `afterword sync FOLDER`"
    case .moverMissing: "A remote needs rclone, which is not installed. `apt install rclone`, then `rclone config`."
    case .moverFailed(let why): "rclone: \(why) Nothing was changed there."
    }
  }
}
