import Foundation

/// The program on a pseudo-terminal, waited for and typed to step by step.
final class Terminal {
  private let process: TerminalProcess
  private var said = ""

  struct Missing: Error { let what: String }

  init(_ home: Home, _ arguments: [String], _ variables: [String: String] = [:]) throws {
    let usual = [
      "HOME": home.folder, "PATH": "/usr/bin:/bin", "TZ": "UTC", "AFTERWORD_MACHINE": "laptop", "TERM": "dumb",
    ]
    process = try TerminalProcess(
      Home.program, arguments, usual.merging(variables) { _, new in new }, folder: home.folder)
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

  func interrupt() { send(SIGINT) }
  func send(_ signal: Int32) { process.send(signal) }
  func type(_ keys: String) { process.type(keys) }
  var echoes: Bool { process.echoes }
  func end() -> Int32 { process.end() }
}
