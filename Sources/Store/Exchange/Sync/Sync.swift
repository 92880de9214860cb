import BundleFile
import Foundation
import Merge

extension Store {
  /// Takes in what other machines left in a folder and leaves there what the folder lacks (BUNDLE.md §3). Any file mover
  /// may serve the folder; nothing is locked there, and files are written once and never changed.
  ///
  /// - Parameter name: what to remember the folder as; its path, unless it mirrors another place.
  /// - Throws: `SyncError`, `ImportStop`, `StoreError`, `BundleError`.
  package func sync(_ folder: String, as name: String? = nil, _ options: SyncOptions) throws -> SyncReport {
    let name = name ?? folder
    let markPath = try syncMarkPath()
    var mark = SyncMark.read(markPath, machine: environment.machine)
    let listing = try SyncListing(folder)
    var state = try remembered(name, mark, options, listing)
    if listing.entries.isEmpty, !state.files.isEmpty, !options.mayBeEmpty {
      throw SyncError.folderEmptied(folder, held: state.files.count)
    }
    // An older backup that was brought back may have heard of fewer revocations.
    let words = try read { try Certificates($0.db).all().count }
    var reading = SyncReading(
      store: self, options: options, isEncrypted: state.isEncrypted, isAnew: words < state.certificates ?? 0)
    try reading.read(listing, known: state.files)
    // Somebody else's file in the folder stops nobody's exchange.
    let unmet = try judging(reading.bundles) { judge in try read { try reading.unmet($0, judge) } }
    reading.leave(unmet)
    state.files = reading.files
    let left = Set(unmet.map(\.path))
    let kin = reading.bundles.filter { !left.contains($0.input.path) }
    mark.note(unmet.flatMap(\.signers))
    defer { try? mark.write(markPath) }
    var report = SyncReport(merged: try take(kin, options.consent, isByHand: false), skipped: reading.skipped + unmet)
    report.isRevoked = try isRevoked()
    report.isEncrypted = state.isEncrypted
    report.ownKey = try KeyRing(environment).ownRecipients().first.map { ($0.description, try ownMachineName()) }
    defer {
      state.lastSync = environment.now()
      mark.folders[name] = state
      mark.last = name
    }
    let readers = try readers(state)
    report.renewedFor = readers.newcomers
    do {
      try read { session in
        try SyncWriting(session: session, folder: folder, readers: readers, options: options, environment: environment)
          .write(&state, &report)
      }
    } catch let error as BundleError {
      throw SyncError.notWritten(report, why: error.description)
    }
    report.merged.conflicts = try report.merged.conflicts ?? countOfQuestions()
    report.others = try machines().filter { !$0.isThisOne }
    return report
  }

  private func remembered(
    _ name: String, _ mark: SyncMark, _ options: SyncOptions, _ listing: SyncListing
  ) throws -> SyncMark.Folder {
    let known = mark.folders[name]
    guard let encrypts = options.encrypts ?? known?.isEncrypted else {
      throw SyncError.needsEncryptionChoice(name, othersEncrypt: listing.isEncrypted)
    }
    var state = known ?? SyncMark.Folder(isEncrypted: encrypts)
    // What was left in the open is left anew for those who may read it from now on.
    if encrypts && !state.isEncrypted { state.recipients = [] }
    state.isEncrypted = encrypts
    _ = try readers(state)
    return state
  }

  private func readers(_ state: SyncMark.Folder) throws -> SyncReaders {
    guard state.isEncrypted else { return SyncReaders(inTheOpen: state) }
    let keys = KeyRing(environment)
    let recipients = try keys.recipients()
    guard !recipients.isEmpty else { throw SyncError.nobodyToEncryptFor }
    return SyncReaders(recipients, own: try keys.ownRecipients(), state)
  }

  func syncMarkPath() throws -> String { try markPath().replacing(".mark", with: ".sync") }

  /// The folder of the last sync, and when it was, in milliseconds since 1970; nil before the first.
  package func lastSync() throws -> (folder: String, at: Int)? {
    let mark = SyncMark.read(try syncMarkPath(), machine: environment.machine)
    guard let folder = mark.last, let at = mark.folders[folder]?.lastSync else { return nil }
    return (folder, at)
  }
}
