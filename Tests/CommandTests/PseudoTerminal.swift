import Foundation

/// A program that believes it talks to a person: its input and output are a pseudo-terminal.
struct PseudoTerminal {
  private let primary: Int32
  private let process = Process()

  init(_ program: String, _ arguments: [String], _ variables: [String: String], folder: String) throws {
    primary = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (lock, number): (Int32, Int32) = (0, 0)
    guard primary >= 0, ioctl(primary, PseudoTerminal.setLock, &lock) == 0,
      ioctl(primary, PseudoTerminal.getNumber, &number) == 0
    else { throw CocoaError(.featureUnsupported) }
    let secondary = FileHandle(fileDescriptor: open("/dev/pts/\(number)", O_RDWR | O_NOCTTY), closeOnDealloc: true)
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = variables
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = secondary
    process.standardOutput = secondary
    process.standardError = secondary
    try process.run()
    try secondary.close()
  }

  /// Linux's TIOCSPTLCK and TIOCGPTN (ioctl_tty(2)).
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  /// Types the keys or lines, each once the prompt has come, and gives all that was shown.
  func type(_ keys: [String], at prompt: String) -> String {
    var shown = ""
    var left = keys
    var answered = 0
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      // What a program that is over has written is there by now; others may hold its terminal open.
      let isOver = !process.isRunning
      var waiting = pollfd(fd: primary, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, isOver ? 0 : 100) > 0 else {
        if isOver { break }
        continue
      }
      let count = read(primary, &buffer, buffer.count)
      guard count > 0 else { break }
      shown += String(decoding: buffer[..<count], as: UTF8.self)
      while shown.components(separatedBy: prompt).count - 1 > answered, !left.isEmpty {
        answered += 1
        let key = Array(left.removeFirst().utf8)
        _ = write(primary, key, key.count)
      }
    }
    process.waitUntilExit()
    close(primary)
    return shown
  }

  /// Types lines, each once nothing more is shown for a while, and gives all that was shown. For shells, whose prompts come
  /// anew with every key.
  func type(keys: [String]) throws -> String {
    var shown = ""
    var left = keys[...]
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      var waiting = pollfd(fd: primary, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, 700) > 0 {
        let count = read(primary, &buffer, buffer.count)
        guard count > 0 else { break }
        shown += String(decoding: buffer[..<count], as: UTF8.self)
      } else if let keys = left.popFirst() {
        let bytes = Array(keys.utf8)
        _ = write(primary, bytes, bytes.count)
      } else if !process.isRunning {
        break
      }
    }
    process.waitUntilExit()
    close(primary)
    return shown
  }
}

extension Home {
  /// Runs the program on a pseudo-terminal, typing a key at each prompt.
  func converse(_ arguments: [String], keys: String, at prompt: String) throws -> String {
    try converse(arguments, lines: keys.map { String($0) }, at: prompt)
  }

  /// The same with whole lines, their ends included.
  func converse(_ arguments: [String], lines: [String], at prompt: String) throws -> String {
    let variables = [
      "HOME": folder, "PATH": "/usr/bin:/bin", "TZ": "UTC", "AFTERWORD_MACHINE": "laptop", "TMPDIR": folder,
      "TERM": "dumb",
    ]
    return try PseudoTerminal(Home.program, arguments, variables, folder: folder).type(lines, at: prompt)
  }
}
