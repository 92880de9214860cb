import Foundation

/// The program on a pseudo-terminal, waited for and typed to step by step.
final class Terminal {
  private let process: TerminalProcess
  private var said = ""

  struct Missing: Error { let what: String }

  /// - Parameter size: of the window; unknown without one.
  init(
    _ home: Home, _ arguments: [String], _ variables: [String: String] = [:],
    size: (columns: UInt16, rows: UInt16)? = nil
  ) throws {
    let usual = [
      "HOME": home.folder, "PATH": "/usr/bin:/bin", "TZ": "UTC", "AFTERWORD_MACHINE": "laptop", "TERM": "dumb",
    ]
    process = try TerminalProcess(
      Home.program, arguments, usual.merging(variables) { _, new in new }, folder: home.folder, size: size)
  }

  /// Reads until the program has said this, at most half a minute.
  ///
  /// - Returns: what was said up to its end.
  @discardableResult
  func wait(for words: String) throws -> String {
    while !said.contains(words) {
      guard let more = process.read(within: 30_000) else {
        throw Missing(what: "“\(words)” before the end of: \(said)")
      }
      guard !more.isEmpty else { throw Missing(what: "“\(words)” after: \(said)") }
      said += more
    }
    let end = said.range(of: words)?.upperBound ?? said.endIndex
    let shown = String(said[..<end])
    said = String(said[end...])
    return shown
  }

  /// All that is said to the end, and the exit code.
  func rest() -> (said: String, code: Int32) {
    while let more = process.read(within: process.isRunning ? 1_000 : 10), !more.isEmpty || process.isRunning {
      said += more
    }
    defer { said = "" }
    return (said, end())
  }

  func interrupt() { send(SIGINT) }
  func send(_ signal: Int32) { process.send(signal) }
  func type(_ keys: String) { process.type(keys) }
  var echoes: Bool { process.echoes }
  func end() -> Int32 { process.end() }
}
