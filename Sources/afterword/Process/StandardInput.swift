import Foundation
import Synchronization

enum StandardInput {
  /// The most that is read: 64 MiB.
  private static let limit = 64 << 20
  private static let wasRead = Atomic<Bool>(false)

  /// All of standard input. Somebody at a terminal is told how to end what they type.
  ///
  /// - Throws: `Failure.usage` where it was read already, `Failure.badInput` where it is too long.
  static func bytes() throws -> [UInt8] {
    guard !wasRead.exchange(true, ordering: .relaxed) else {
      throw Failure.usage("Standard input can be taken once: only one - in a command.")
    }
    guard isatty(STDIN_FILENO) == 1 else { return try all() }
    Console().complain("Type the text; end with Ctrl-D on a line of its own.")
    return try Interruption.saying("Stopped. Nothing was taken.", all)
  }

  private static func all() throws -> [UInt8] {
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

  /// A text as it was given on the command line; `-` is standard input, wherever a text is taken.
  static func text(for word: String) throws -> String { word == "-" ? try text() : word }
}
