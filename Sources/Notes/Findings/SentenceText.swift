import Model

/// A text cut into sentences by the reader's own rule: a dot of "5. Mai", "17.09." or "p.m. on" ends none.
package enum SentenceText {
  /// No sentence is longer: what stands further apart is asked for no bounds, so that a long line costs no more than its
  /// length.
  static let longest = 1_000

  /// The sentences of a text, line by line, in order.
  package static func sentences(of words: String) -> [String] {
    let text = Array(words.unicodeScalars)
    return spans(text, TextSpan(0, text.count)).map { span in
      String(String.UnicodeScalarView(text[span.start..<span.end]))
    }
  }

  /// The sentences of a stretch of text, none longer than its line.
  static func spans(_ text: [Unicode.Scalar], _ stretch: TextSpan) -> [TextSpan] {
    var spans: [TextSpan] = []
    var start = stretch.start
    while start < stretch.end {
      let end = text[start..<stretch.end].firstIndex { $0 == "\n" || $0 == "\r" } ?? stretch.end
      let line = TextSpan(start, end)
      if !line.isEmpty, line.length <= NoteSource.longestLine { spans += scanner(text, line).sentences(in: line) }
      start = end + 1
    }
    return spans
  }

  private static func scanner(_ text: [Unicode.Scalar], _ line: TextSpan) -> NoteScanner {
    NoteScanner(
      text: text, lines: [], tokens: Tokenizer(text: text).tokens(in: line), reference: Day(number: 0),
      order: .undecided, container: .plain)
  }
}

extension Reading {
  /// Whether no sentence and no line ends between two stretches.
  package func isOneSentence(_ one: TextSpan, _ other: TextSpan) -> Bool {
    let (first, last) = one.start < other.start ? (one, other) : (other, one)
    guard first.end < last.start else { return true }
    guard last.end - first.start <= SentenceText.longest else { return false }
    return SentenceText.spans(text, TextSpan(first.start, last.end)).count == 1
  }
}
