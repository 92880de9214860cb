/// A line of a note as the finding rules see it: what stands before its content is told apart from it.
struct NoteLine {
  enum Kind: Equatable {
    case blank, text
    case heading(level: Int)
    case bullet(indent: Int)
    case numbered(indent: Int)
    /// A check box.
    case task(isDone: Bool)
    /// A row of a Markdown or org table.
    case row
    /// Syntax without content: a rule, a fence, a drawer's bounds, a comment.
    case syntax
  }

  /// Without the line end.
  var span: TextSpan
  /// Without quote marks, bullets, boxes, heading signs and emphasis at both ends.
  var content: TextSpan
  var kind: Kind
  /// How many ">" stand before it.
  var quoteDepth = 0
  /// The key of an org heading's keyword, such as TODO or REJECTED.
  var keyword: UInt64?
  /// The line's tokens, those of the content only.
  var tokens: Range<Int> = 0..<0
  var role = LineRole.unclaimed
  /// Its tokens can make an address, a link or a phone number.
  var mayHoldClaims = true

  var isItem: Bool {
    switch kind {
    case .bullet, .numbered, .task: true
    default: false
    }
  }

  /// How far a bullet or number stands from the left.
  var itemIndent: Int? {
    switch kind {
    case .bullet(let indent), .numbered(let indent): indent
    default: nil
    }
  }

  var headingLevel: Int? {
    if case .heading(let level) = kind { level } else { nil }
  }
}

/// The lines of a text, each once, line ends left out.
func lineSpans(of text: [Unicode.Scalar], in whole: TextSpan) -> [TextSpan] {
  var out = [TextSpan]()
  out.reserveCapacity(whole.length / 32 + 1)
  text.withUnsafeBufferPointer { text in
    var start = whole.start
    var index = whole.start
    while index < whole.end {
      // Letters are above both line ends.
      while index < whole.end, text[index].value > 0x0D { index += 1 }
      guard index < whole.end, text[index].isLineEnd else {
        index += 1
        continue
      }
      out.append(TextSpan(start, index))
      index += text[index] == "\r" && index + 1 < whole.end && text[index + 1] == "\n" ? 2 : 1
      start = index
    }
    if start < whole.end { out.append(TextSpan(start, whole.end)) }
  }
  return out
}
