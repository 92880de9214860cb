import Foundation

/// A pseudo-terminal on which the program runs, as a person sits before it.
final class Terminal {
  private let main: Int32
  private let process = Process()
  private var said = ""

  /// TIOCSPTLCK and TIOCGPTN of Linux (ioctl_tty(2)), which Swift does not import.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  struct Missing: Error { let what: String }

  init(_ home: Home, _ arguments: [String], _ variables: [String: String] = [:]) throws {
    main = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (lock, number) = (Int32(0), Int32(0))
    guard main >= 0, ioctl(main, Terminal.setLock, &lock) == 0, ioctl(main, Terminal.getNumber, &number) == 0 else {
      throw Missing(what: "a pseudo-terminal")
    }
    let side = FileHandle(fileDescriptor: open("/dev/pts/\(number)", O_RDWR | O_NOCTTY), closeOnDealloc: true)
    process.executableURL = URL(fileURLWithPath: Home.program)
    process.arguments = arguments
    process.environment = [
      "HOME": home.folder, "PATH": "/usr/bin:/bin", "TZ": "UTC", "AFTERWORD_MACHINE": "laptop", "TERM": "dumb",
    ].merging(variables) { _, new in new }
    process.currentDirectoryURL = URL(fileURLWithPath: home.folder)
    (process.standardInput, process.standardOutput, process.standardError) = (side, side, side)
    try Terminal.withSignals { try process.run() }
  }

  /// Runs `body` with no signal blocked: tests run on threads that block them, and a program inherits that.
  private static func withSignals(_ body: () throws -> Void) rethrows {
    var (none, before) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  deinit { close(main) }

  /// Reads until the program has said this, at most half a minute.
  ///
  /// - Returns: what was said up to its end.
  @discardableResult
  func wait(for words: String) throws -> String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !said.contains(words) {
      var waiting = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 30_000) > 0 else { throw Missing(what: "“\(words)” after: \(said)") }
      let count = read(main, &buffer, buffer.count)
      guard count > 0 else { throw Missing(what: "“\(words)” before the end of: \(said)") }
      said += String(decoding: buffer[..<count], as: UTF8.self)
    }
    let end = said.range(of: words)?.upperBound ?? said.endIndex
    let shown = String(said[..<end])
    said = String(said[end...])
    return shown
  }

  func interrupt() { send(SIGINT) }
  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Whether what is typed is shown.
  var echoes: Bool {
    var modes = termios()
    return tcgetattr(main, &modes) == 0 && modes.c_lflag & tcflag_t(ECHO) != 0
  }

  func type(_ keys: String) { _ = keys.withCString { write(main, $0, strlen($0)) } }

  /// Its exit code; it is killed, whatever it does with signals, when it goes on for half a minute.
  func end() -> Int32 {
    for _ in 0..<300 where process.isRunning { usleep(100_000) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
