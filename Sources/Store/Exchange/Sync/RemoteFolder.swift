import Foundation

/// A folder behind one of rclone's remotes (`REMOTE:path`): mirrored into the state folder, synced there, and what is new
/// sent back. rclone's own configuration says how to reach the remote.
package struct RemoteFolder {
  package let remote: String
  private let mirror: String

  /// Nil where this is no remote but a path: a remote's name has no slash, and no file here has it.
  package init?(_ text: String, _ environment: Environment) {
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex, !text[..<colon].contains("/"),
      !FileManager.default.fileExists(atPath: text)
    else { return nil }
    remote = text
    let name = text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    mirror = environment.stateFolder + "/remotes/" + name.suffix(200)
  }

  /// Syncs with the remote.
  ///
  /// - Throws: `SyncError.moverMissing`, `.moverFailed`; what `Store.sync` throws.
  package func sync(_ store: Store, _ options: SyncOptions) throws -> SyncReport {
    try Folders.make(mirror)
    try rclone("mkdir", [remote])
    try rclone("sync", including: SyncFileName.patterns, [remote, mirror])
    let report = try store.sync(mirror, as: remote, options)
    if report.written != nil {
      try rclone("copy", including: SyncFileName.patterns, [mirror, remote])
    }
    let slash = remote.hasSuffix(":") || remote.hasSuffix("/") ? "" : "/"
    for name in report.removed { try rclone("deletefile", [remote + slash + name]) }
    return report
  }

  /// Runs rclone without a shell and waits for it. No place that somebody named can be taken for one of its options.
  private func rclone(_ command: String, including patterns: [String] = [], _ places: [String]) throws {
    let arguments = [command, "--quiet"] + patterns.flatMap { ["--include", $0] } + ["--"] + places
    guard let program = RemoteFolder.program(in: ProcessInfo.processInfo.environment["PATH"] ?? "") else {
      throw SyncError.moverMissing
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardError = errors
    do { try process.run() } catch { throw SyncError.moverMissing }
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let last = String(decoding: said.suffix(1000), as: UTF8.self).split(separator: "\n").last.map(String.init)
      throw SyncError.moverFailed(last ?? "it failed with exit code \(process.terminationStatus).")
    }
  }

  /// The first of that name in the folders of a search path. What is named from the folder one happens to be in does not
  /// count: a shared folder may hold a program too.
  static func program(in path: String) -> String? {
    path.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/rclone" }.first { access($0, X_OK) == 0 }
  }
}
