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
    let answer = Interruption.saying("Stopped. Nothing was changed.") { line(question + " [y/N]") }
    return ["y", "yes"].contains((answer ?? "").lowercased())
  }

  /// A line that is typed; nil at the end of input.
  func line(_ question: StyledText) -> String? {
    console.prompt(question)
    let answer = readLine()
    if answer == nil { console.newLine() }
    return answer
  }

  /// One key, without waiting for the end of the line; nil at the end of input. An interrupt is read as a key too, so that
  /// none is lost between the question and the answer, and ends the program as it does elsewhere.
  func key(_ question: StyledText) -> Character? {
    let interrupt: UInt8 = 3, endOfInput: UInt8 = 4
    // Before the question is seen, so that an answer typed at once is read as a key.
    let typed = Interruption.withTerminal({ $0.c_lflag &= ~tcflag_t(ICANON | ISIG) }) { () -> UInt8 in
      console.prompt(question)
      var byte: UInt8 = 0
      return read(STDIN_FILENO, &byte, 1) == 1 ? byte : endOfInput
    }
    guard let typed else { return line(question)?.first }
    if typed == interrupt { Interruption.end() }
    console.newLine()
    return typed == endOfInput ? nil : Character(Unicode.Scalar(typed))
  }
}
