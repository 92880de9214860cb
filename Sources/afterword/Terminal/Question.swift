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
    var asked = question + " [y/N]"
    for _ in 0..<Self.mostTries {
      let answer = Interruption.saying("Stopped. Nothing was changed.") { line(asked) }
      switch (answer ?? "").lowercased().filter({ !$0.isWhitespace }) {
      case "y", "yes": return true
      case "", "n", "no": return false
      default: asked = "Type y for yes, n for no:"
      }
    }
    return false
  }

  /// How often a question is put before nonsense is taken for a no.
  private static let mostTries = 3

  /// A line that is typed; nil at the end of input.
  func line(_ question: StyledText) -> String? {
    console.prompt(question)
    let answer = readLine()
    if answer == nil { console.newLine() }
    return answer
  }

  /// What an interrupt is read as.
  static let interrupt: Character = "\u{3}"

  /// One key that is an answer, without waiting for the end of the line; nil at the end of input. Other keys are passed over
  /// in silence. An interrupt is read as a key too, so that none is lost between the question and the answer, and ends the
  /// program as it does elsewhere, unless it is one of the answers.
  func key(_ question: StyledText, _ isAnswer: (Character) -> Bool) -> Character? {
    let interrupt: UInt8 = 3, endOfInput: UInt8 = 4
    // Before the question is seen, so that an answer typed at once is read as a key.
    let typed = Interruption.withTerminal({ $0.c_lflag &= ~tcflag_t(ICANON | ISIG | ECHO) }) { () -> UInt8 in
      console.prompt(question)
      var byte: UInt8 = 0
      while read(STDIN_FILENO, &byte, 1) == 1 {
        let isEnd = byte == interrupt || byte == endOfInput
        if isEnd || isAnswer(Character(Unicode.Scalar(byte))) { return byte }
      }
      return endOfInput
    }
    guard let typed else { return line(question)?.first }
    if typed == interrupt && !isAnswer(Self.interrupt) { Interruption.end() }
    let isShown = typed > 0x20 && typed < 0x7F
    console.endPrompt(isShown ? String(Unicode.Scalar(typed)) : "")
    return typed == endOfInput ? nil : Character(Unicode.Scalar(typed))
  }
}
