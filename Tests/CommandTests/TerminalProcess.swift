import Foundation

/// A program whose input and output are a pseudo-terminal, as before a person.
final class TerminalProcess {
  private let primary: Int32
  private let process = Process()

  /// TIOCSPTLCK and TIOCGPTN of Linux (ioctl_tty(2)), which Swift does not import.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  /// TIOCSWINSZ (ioctl_tty(2)).
  private static let setSize: UInt = 0x5414

  /// - Parameter size: of the window; unknown without one.
  init(
    _ program: String, _ arguments: [String], _ variables: [String: String], folder: String,
    size: (columns: UInt16, rows: UInt16)? = nil
  ) throws {
    primary = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (lock, number) = (Int32(0), Int32(0))
    guard primary >= 0, ioctl(primary, Self.setLock, &lock) == 0, ioctl(primary, Self.getNumber, &number) == 0 else {
      throw CocoaError(.featureUnsupported)
    }
    if let size {
      var window = winsize(ws_row: size.rows, ws_col: size.columns, ws_xpixel: 0, ws_ypixel: 0)
      guard ioctl(primary, Self.setSize, &window) == 0 else { throw CocoaError(.featureUnsupported) }
    }
    let side = FileHandle(
      fileDescriptor: open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC), closeOnDealloc: true)
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = variables
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    (process.standardInput, process.standardOutput, process.standardError) = (side, side, side)
    try Self.withSignals { try process.run() }
    try side.close()
  }

  deinit { close(primary) }

  /// Runs `body` with no signal blocked: tests run on threads that block them, and a program inherits that.
  private static func withSignals(_ body: () throws -> Void) rethrows {
    _ = heededSignals
    var (none, before) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  /// Tests that run in the background of a shell ignore what is typed at a terminal, and a program inherits that too.
  private static let heededSignals: Void = {
    for typed in [SIGINT, SIGQUIT, SIGTSTP] { signal(typed, SIG_DFL) }
  }()

  var isRunning: Bool { process.isRunning }

  /// Whether what is typed is shown.
  var echoes: Bool {
    var modes = termios()
    return tcgetattr(primary, &modes) == 0 && modes.c_lflag & tcflag_t(ECHO) != 0
  }

  func type(_ keys: String) { _ = keys.withCString { write(primary, $0, strlen($0)) } }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// What is shown next: nil at the end of everything, empty where nothing comes for so many milliseconds.
  func read(within milliseconds: Int32) -> String? {
    var waiting = pollfd(fd: primary, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return "" }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(primary, &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }

  /// Its exit code; it is killed, whatever it does with signals, when it goes on for so many seconds.
  func end(within seconds: Int = 30) -> Int32 {
    for _ in 0..<seconds * 10 where process.isRunning { usleep(100_000) }
    if process.isRunning { send(SIGKILL) }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
