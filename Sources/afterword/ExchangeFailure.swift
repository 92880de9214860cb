import BundleFile
import Foundation
import Store

/// What bundles and their exchange can fail with, as a text for people and an exit code.
struct ExchangeFailure {
  let message: String
  let ending: Ending

  /// Nil for errors of other parts.
  init?(_ error: any Error) {
    switch error {
    case let error as BundleRefusal: self.init(error.description, Self.ending(error))
    case let error as BundleError: self.init(error.description, Self.ending(error))
    case let error as ExportError: self.init(error.description, Self.ending(error))
    case let error as MachineNameError: self.init(error.description, .wrongUsage)
    case let error as TrustError: self.init(error.description, Self.ending(error))
    case let error as SyncError: self.init(error.description, Self.ending(error))
    case let error as KeyError: self.init(error.description, Self.ending(error))
    default: return nil
    }
  }

  private init(_ message: String, _ ending: Ending) {
    self.message = message
    self.ending = ending
  }

  private static func ending(_ error: BundleRefusal) -> Ending {
    if case .faulty(_, let error) = error { return ending(error) }
    return .badInput
  }

  private static func ending(_ error: BundleError) -> Ending {
    guard case .file(_, _, let code) = error else { return .badInput }
    switch code {
    case 0, ENOENT, ENOTDIR, EISDIR: return .badInput
    case EEXIST: return .wrongUsage
    default: return .storeTrouble
    }
  }

  private static func ending(_ error: ExportError) -> Ending {
    if case .isThisMachine = error { .wrongUsage } else { .nothingFound }
  }

  private static func ending(_ error: TrustError) -> Ending {
    switch error {
    case .noSuchMachine, .hasNoKey: .nothingFound
    case .ambiguous, .isThisMachine, .isRevoked: .wrongUsage
    }
  }

  private static func ending(_ error: SyncError) -> Ending {
    switch error {
    case .folderMissing, .notWritten, .moverFailed: .storeTrouble
    case .folderEmptied, .needsEncryptionChoice: .conflict
    case .nobodyToEncryptFor, .noFolderYet, .moverMissing: .wrongUsage
    }
  }

  private static func ending(_ error: KeyError) -> Ending {
    switch error {
    case .notFound: .nothingFound
    case .damaged, .damagedSigning: .badInput
    case .exists, .isAddedAlready: .wrongUsage
    }
  }
}
