import Foundation

enum StandardInput {
  /// The most that is read: 64 MiB.
  private static let limit = 64 << 20

  /// All of standard input.
  ///
  /// - Throws: `Failure.usage` where it is a terminal, `Failure.badInput` where it is too long.
  static func bytes() throws -> [UInt8] {
    guard isatty(STDIN_FILENO) == 0 else {
      throw Failure.usage("Standard input is the terminal. Give it a file: afterword … < FILE.")
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
      if bytes.count > limit { throw Failure.badInput("Standard input holds more than 64 MiB. Give a smaller text.") }
    }
  }

  /// All of standard input as UTF-8, without the line end at its end.
  static func text() throws -> String {
    guard let text = String(validating: try bytes(), as: UTF8.self) else {
      throw Failure.badInput("Standard input is not UTF-8 text. Convert it first, for example with iconv.")
    }
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
