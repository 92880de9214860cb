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
    var state = try remembered(name, mark, options)
    if listing.entries.isEmpty, !state.files.isEmpty, !options.mayBeEmpty {
      throw SyncError.folderEmptied(folder, held: state.files.count)
    }
    var reading = SyncReading(store: self, options: options)
    try reading.read(listing, known: state.files)
    state.files = reading.files
    var report = SyncReport(merged: try take(reading.bundles, options.consent), skipped: reading.skipped)
    report.isEncrypted = state.isEncrypted
    defer {
      state.lastSync = environment.now()
      mark.folders[name] = state
      mark.last = name
      try? mark.write(markPath)
    }
    do {
      try read { session in
        try SyncWriting(session: session, folder: folder, lock: lock(state), options: options).write(&state, &report)
      }
    } catch let error as BundleError {
      throw SyncError.notWritten(report, why: error.description)
    }
    report.merged.conflicts = try report.merged.conflicts ?? conflicts().count
    report.others = try machines().filter { !$0.isThisOne }
    return report
  }

  private func remembered(_ name: String, _ mark: SyncMark, _ options: SyncOptions) throws -> SyncMark.Folder {
    let known = mark.folders[name]
    guard let encrypts = options.encrypts ?? known?.isEncrypted else { throw SyncError.needsEncryptionChoice(name) }
    var state = known ?? SyncMark.Folder(isEncrypted: encrypts)
    state.isEncrypted = encrypts
    _ = try lock(state)
    return state
  }

  private func lock(_ state: SyncMark.Folder) throws -> AgeLock? {
    guard state.isEncrypted else { return nil }
    let recipients = try KeyRing(environment).recipients()
    guard !recipients.isEmpty else { throw SyncError.nobodyToEncryptFor }
    return .recipients(recipients.map(\.recipient))
  }

  private func syncMarkPath() throws -> String { try markPath().replacing(".mark", with: ".sync") }

  /// The folder of the last sync, and when it was, in milliseconds since 1970; nil before the first.
  package func lastSync() throws -> (folder: String, at: Int)? {
    let mark = SyncMark.read(try syncMarkPath(), machine: environment.machine)
    guard let folder = mark.last, let at = mark.folders[folder]?.lastSync else { return nil }
    return (folder, at)
  }
}
