import Store

/// A letter as a text file: the subject on the first line, a blank line, the body. For an editor its paragraphs are broken,
/// and below a line of its own stand comments that are no part of it.
enum LetterFile {
  private static let mark = "Subject:"
  /// Lines from here on that begin with a # are not the letter's.
  private static let end = "# ---- Below this line nothing is sent. ----"

  static func text(_ letter: LetterText) -> String { "\(mark) \(letter.subject)\n\n\(letter.body)" }

  static func text(_ letter: LetterText, comments: [String]) -> String {
    let shown = LetterText(subject: letter.subject, body: FlowedText.broken(letter.body))
    let lines = comments.flatMap { FlowedText.pieces($0, to: FlowedText.width - 2) }.map { "# \($0)" }
    return ([text(shown), "", end] + lines).joined(separator: "\n") + "\n"
  }

  /// - Parameter opened: gives the subject where the text has none.
  static func read(_ text: String, else opened: LetterText) -> LetterText { parts(withoutComments(text), opened) }

  /// The letter that an editor left of the one that was opened.
  static func read(edited text: String, of opened: LetterText) -> LetterText {
    var letter = read(text, else: opened)
    if FlowedText.canBreak(opened.body) { letter.body = FlowedText.joined(letter.body) }
    return letter
  }

  private static func parts(_ text: String, _ opened: LetterText) -> LetterText {
    guard text.hasPrefix(mark) else { return LetterText(subject: opened.subject, body: text) }
    let end = text.firstIndex(of: "\n") ?? text.endIndex
    let subject = text[..<end].dropFirst(mark.count).trimmingPrefix { $0 == " " }
    let body = text[end...].trimmingPrefix { $0 == "\n" }
    return LetterText(subject: String(subject), body: String(body))
  }

  /// Without the comments and the two line ends before them. What was typed below the line and is no comment is the
  /// writer's all the same, and goes to the letter's end.
  private static func withoutComments(_ text: String) -> String {
    let start = text.hasPrefix(end) ? text.startIndex : text.firstRange(of: "\n" + end)?.lowerBound
    guard let start else { return text }
    let above = text[..<start]
    let own = String(above.hasSuffix("\n") ? above.dropLast() : above)
    let below = text[start...].split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("#") }
    let typed = below.drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed().joined(separator: "\n")
    return typed.isEmpty ? own : own + "\n" + typed
  }
}

/// Paragraphs of one long line, broken as RFC 3676 breaks them: a line that goes on ends in a blank.
enum FlowedText {
  static let width = 72

  /// A text in which lines end in blanks already stays as it is.
  static func canBreak(_ text: String) -> Bool {
    !text.hasSuffix(" ") && !text.contains(" \n") && !text.contains("\r")
  }

  static func broken(_ text: String) -> String {
    guard canBreak(text) else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { pieces(String($0), to: width).joined(separator: " \n") }.joined(separator: "\n")
  }

  /// The paragraphs whole again.
  static func joined(_ text: String) -> String { text.replacing(" \n", with: " ") }

  /// A line in parts that make it again when a blank is put between them.
  static func pieces(_ line: String, to width: Int) -> [String] {
    var pieces: [[Substring]] = [[]]
    var used = 0
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      let wide = DisplayWidth.of(String(word))
      let last = pieces[pieces.count - 1].last ?? ""
      if !last.isEmpty, !word.isEmpty, used + 1 + wide > width {
        pieces.append([word])
        used = wide
      } else {
        used += (pieces[pieces.count - 1].isEmpty ? 0 : 1) + wide
        pieces[pieces.count - 1].append(word)
      }
    }
    return pieces.map { $0.joined(separator: " ") }
  }
}
