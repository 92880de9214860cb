import Foundation

/// Questions to the person at the terminal. Never asked elsewhere.
struct Question {
  let console: Console

  static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Yes or no; only `y` and `yes` are yes.
  ///
  /// - Throws: `Failure.usage` where nobody can be asked, naming `--yes`.
  func confirm(_ question: StyledText, _ options: PromptOptions) throws -> Bool {
    if options.yes { return true }
    guard Question.canAsk, !options.noInput else {
      throw Failure.usage("\(question.plain) This needs an answer: add --yes to go on.")
    }
    console.prompt(question + " [y/N] ")
    return ["y", "yes"].contains((readLine() ?? "").lowercased())
  }

  /// One key, without waiting for the end of the line; nil at the end of input or on interrupt, which is read as a key so
  /// that the terminal is put back as it was.
  func key(_ question: StyledText) -> Character? {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else {
      console.prompt(question + " ")
      return readLine()?.first
    }
    var raw = before
    raw.c_lflag &= ~tcflag_t(ICANON | ISIG)
    // Before the question is seen, so that an answer typed at once is read as a key.
    tcsetattr(STDIN_FILENO, TCSANOW, &raw)
    console.prompt(question + " ")
    defer {
      tcsetattr(STDIN_FILENO, TCSANOW, &before)
      console.prompt("\n")
    }
    var byte: UInt8 = 0
    let interrupt: UInt8 = 3, endOfInput: UInt8 = 4
    guard read(STDIN_FILENO, &byte, 1) == 1, byte != interrupt, byte != endOfInput else { return nil }
    return Character(Unicode.Scalar(byte))
  }
}
