import Foundation
import Store

/// Where a command's words go: data to standard output, talk to standard error, each judged by itself.
struct Console {
  /// Columns: `COLUMNS`, else the terminal's, else 80.
  let width: Int
  let isQuiet: Bool
  let outputIsTerminal: Bool
  private let breaksOutput: Bool
  private let breaksTalk: Bool
  private let outputInColour: Bool
  private let talkInColour: Bool

  /// - Parameter keepsLines: no line of the data is broken, even on a terminal.
  init(noColour: Bool = false, isQuiet: Bool = false, keepsLines: Bool = false) {
    let widthIsTold = ProcessVariable["COLUMNS"] != nil
    self.isQuiet = isQuiet
    outputIsTerminal = isatty(STDOUT_FILENO) == 1
    breaksOutput = !keepsLines && (outputIsTerminal || widthIsTold)
    breaksTalk = isatty(STDERR_FILENO) == 1 || widthIsTold
    outputInColour = ColourRule.allows(STDOUT_FILENO, isRefused: noColour)
    talkInColour = ColourRule.allows(STDERR_FILENO, isRefused: noColour)
    width = WindowSize.columns()
  }

  /// What cuts a column: the width of a terminal; nothing is cut in a pipe.
  var cutWidth: Int? { outputIsTerminal || ProcessVariable["COLUMNS"] != nil ? width : nil }

  /// Data: one line on standard output.
  func print(_ line: StyledText = "") {
    Descriptor.write(text([line]), to: STDOUT_FILENO)
  }

  func print(_ lines: [StyledText]) {
    Descriptor.write(text(lines), to: STDOUT_FILENO)
  }

  /// Data that may be long: through the pager when it does not fit the terminal.
  func page(_ lines: [StyledText]) {
    let text = text(lines)
    let count = text.utf8.count { $0 == UInt8(ascii: "\n") }
    guard outputIsTerminal, count >= WindowSize.rows(), Pager.show(text) else {
      return Descriptor.write(text, to: STDOUT_FILENO)
    }
  }

  /// Text as it is: JSON and the contents of files, made safe by who wrote it.
  func raw(_ text: String) { Descriptor.write(text, to: STDOUT_FILENO) }

  /// A help text, whose lines on how a command is used come unbroken.
  func help(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let fitted = lines.flatMap { line in
      line.hasPrefix("USAGE:") ? StyledText(line).wrapped(to: width).map(\.plain) : [line]
    }
    raw(fitted.joined(separator: "\n") + "\n")
  }

  func raw(bytes: [UInt8]) {
    ProgressLine.clear()
    Descriptor.put(bytes, to: STDOUT_FILENO)
  }

  /// Talk: what happened and what to do next, on standard error; silent with `-q`.
  func say(_ line: StyledText) {
    if !isQuiet { complain(line) }
  }

  /// Talk that `-q` does not silence.
  func complain(_ line: StyledText) {
    for part in (breaksTalk ? line.wrapped(to: width) : [line]) {
      Descriptor.write(part.rendered(inColour: talkInColour) + "\n", to: STDERR_FILENO)
    }
  }

  /// A question without an end of line, on standard error, broken between words.
  func prompt(_ line: StyledText) {
    // The last column is left free for the cursor that waits behind the question.
    let lines = line.wrapped(to: width - 1).map { $0.rendered(inColour: talkInColour) }
    Descriptor.write(lines.joined(separator: "\n") + " ", to: STDERR_FILENO)
  }

  /// The key that was the answer, and the end of the question's line.
  func endPrompt(_ key: String) { Descriptor.write(key + "\n", to: STDERR_FILENO) }

  func newLine() { Descriptor.write("\n", to: STDERR_FILENO) }

  private func text(_ lines: [StyledText]) -> String {
    let fitted = breaksOutput ? lines.flatMap { $0.wrapped(to: width) } : lines
    return fitted.map { $0.rendered(inColour: outputInColour) + "\n" }.joined()
  }
}

/// When a stream is written in colour: `FORCE_COLOR` says yes; `--no-color`, `NO_COLOR`, `TERM=dumb` say no; else a terminal
/// decides.
enum ColourRule {
  static func allows(_ descriptor: Int32, isRefused: Bool) -> Bool {
    if isRefused || ProcessVariable["NO_COLOR"] != nil { return false }
    if let forced = ProcessVariable["FORCE_COLOR"] { return forced != "0" }
    return ProcessVariable["TERM"] != "dumb" && isatty(descriptor) == 1
  }
}

enum WindowSize {
  static func columns() -> Int {
    if let told = ProcessVariable["COLUMNS"].flatMap({ Int($0) }), told > 0 { return max(20, told) }
    let size = asked()
    return size.ws_col > 0 ? max(20, Int(size.ws_col)) : 80
  }

  static func rows() -> Int {
    let size = asked()
    return size.ws_row > 0 ? Int(size.ws_row) : 24
  }

  private static func asked() -> winsize {
    var size = winsize()
    _ = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size)
    return size
  }
}
