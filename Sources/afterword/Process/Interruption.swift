import Foundation

/// Ctrl-C and its kin: the terminal is put back as it was, and an interrupt says what was kept and how to go on.
///
/// A signal handler may do little: what it says is laid ready beforehand, and it ends the program itself.
enum Interruption {
  private static let ending = Ending.interrupted.rawValue

  /// What an interrupt says, as bytes that stay where they are.
  nonisolated(unsafe) fileprivate static var words: (start: UnsafePointer<UInt8>, count: Int)?
  /// The terminal's modes to put back, while a question has changed them.
  nonisolated(unsafe) fileprivate static var usual: UnsafePointer<termios>?
  nonisolated(unsafe) fileprivate static var changed: UnsafePointer<termios>?

  /// From now on an interrupt ends the program in order, unless whoever started it had interrupts ignored.
  static func prepare() {
    say("Stopped.")
    let isIgnored = unsafeBitCast(signal(SIGINT, interrupted), to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    if isIgnored { signal(SIGINT, SIG_IGN) }
  }

  /// What an interrupt says from now on.
  static func say(_ line: StyledText) {
    let lines = line.wrapped(to: Console().width).map(\.plain)
    let bytes = Array(("\n" + lines.joined(separator: "\n") + "\n").utf8)
    // Not given back: an interrupt may be reading it.
    let place = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    place.initialize(from: bytes, count: bytes.count)
    words = (UnsafePointer(place), bytes.count)
  }

  /// What an interrupt says while `body` runs.
  static func saying<T>(_ line: StyledText, _ body: () throws -> T) rethrows -> T {
    let before = words
    say(line)
    defer { words = before }
    return try body()
  }

  /// Ends the program as the interrupt does, where it was read as a key.
  static func end() -> Never {
    sayLast()
    exit(ending)
  }

  /// Runs `body` with other modes of the terminal, which come back whatever happens: an error, a signal, a stop by Ctrl-Z.
  ///
  /// - Returns: nil where standard input is no terminal.
  static func withTerminal<T>(_ change: (inout termios) -> Void, _ body: () throws -> T) rethrows -> T? {
    let modes = UnsafeMutablePointer<termios>.allocate(capacity: 2)
    defer { modes.deallocate() }
    modes.initialize(repeating: termios(), count: 2)
    guard tcgetattr(STDIN_FILENO, modes) == 0 else { return nil }
    modes[1] = modes[0]
    change(&modes[1])
    (usual, changed) = (UnsafePointer(modes), UnsafePointer(modes + 1))
    let signals = [SIGTERM, SIGHUP, SIGQUIT]
    for number in signals { signal(number, ended) }
    signal(SIGTSTP, stopped)
    tcsetattr(STDIN_FILENO, TCSANOW, modes + 1)
    defer {
      tcsetattr(STDIN_FILENO, TCSANOW, modes)
      for number in signals + [SIGTSTP] { signal(number, SIG_DFL) }
      (usual, changed) = (nil, nil)
    }
    return try body()
  }

  fileprivate static func putBack() {
    if let usual { tcsetattr(STDIN_FILENO, TCSANOW, usual) }
  }

  fileprivate static func sayLast() {
    if let words { _ = write(STDERR_FILENO, words.start, words.count) }
  }
}

private func interrupted(_: Int32) {
  Interruption.putBack()
  Interruption.sayLast()
  _exit(130)
}

/// Ends as the signal would have without us.
private func ended(_ number: Int32) {
  Interruption.putBack()
  signal(number, SIG_DFL)
  raise(number)
}

/// Stops as the signal would have without us; goes on with the question's modes.
private func stopped(_ number: Int32) {
  Interruption.putBack()
  signal(number, SIG_DFL)
  var unblocked = sigset_t()
  sigemptyset(&unblocked)
  sigaddset(&unblocked, number)
  raise(number)
  sigprocmask(SIG_UNBLOCK, &unblocked, nil)
  signal(number, stopped)
  if let changed = Interruption.changed { tcsetattr(STDIN_FILENO, TCSANOW, changed) }
}
