import Model

/// What a rule of the grammar found: its value and the token after it.
struct Part<Value> {
  var end: Int
  var value: Value
}

extension Optional {
  /// Takes another finding in place of this one where it reaches further.
  mutating func extend<Value>(_ other: Part<Value>?) where Wrapped == Part<Value> {
    guard let other, self.map({ $0.end < other.end }) ?? true else { return }
    self = other
  }
}

/// The grammar of date phrases over the tokens of one line, as a set of rules: each looks at a bounded number of
/// tokens from one place and gives a `Part`, or nil. The rules live in extensions, one file a kind of phrase.
struct DateGrammar {
  let text: [Unicode.Scalar]
  let tokens: ArraySlice<Token>
  /// The day and second that phrases count from.
  let today: Day
  let now: Int
  let order: DayMonthOrder

  func token(_ index: Int) -> Token? {
    index >= tokens.startIndex && index < tokens.endIndex ? tokens[index] : nil
  }

  func keyword(_ index: Int) -> Keyword? { token(index)?.word.keyword }

  // Fixed numbers of words are the common case; only longer lists are worth an array.
  func keyword(_ index: Int, _ one: Keyword) -> Bool { keyword(index) == one }

  func keyword(_ index: Int, _ one: Keyword, _ two: Keyword) -> Bool {
    guard let found = keyword(index) else { return false }
    return found == one || found == two
  }

  func keyword(_ index: Int, _ one: Keyword, _ two: Keyword, _ three: Keyword) -> Bool {
    guard let found = keyword(index) else { return false }
    return found == one || found == two || found == three
  }

  func keyword(_ index: Int, _ any: Keyword...) -> Bool {
    guard let found = keyword(index) else { return false }
    return any.contains(found)
  }

  func has(_ index: Int, _ bits: WordBits) -> Bool {
    guard let token = token(index) else { return false }
    return !token.word.bits.isDisjoint(with: bits)
  }

  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool { token(index)?.isMark(mark) ?? false }

  func isMark(_ index: Int, _ marks: Unicode.Scalar...) -> Bool {
    guard let token = token(index), token.kind == .mark else { return false }
    return marks.contains { token.key == UInt64($0.value) }
  }

  /// Touches the token before it: no white space between.
  func isGlued(_ index: Int) -> Bool {
    guard let token = token(index) else { return false }
    return !token.isSpaced && index > tokens.startIndex
  }

  /// The place after a keyword where it stands, else the same place.
  func skip(_ index: Int, _ any: Keyword...) -> Int {
    guard let found = keyword(index), any.contains(found) else { return index }
    return index + 1
  }

  func skipMark(_ index: Int, _ marks: Unicode.Scalar...) -> Int {
    guard let token = token(index), token.kind == .mark, marks.contains(where: { token.key == UInt64($0.value) })
    else { return index }
    return index + 1
  }

  /// Skips "-" between the halves of a compound ("early-morning"), where it touches both.
  func skipHyphen(_ index: Int) -> Int {
    isMark(index, "-", "\u{2011}") && isGlued(index) && isGlued(index + 1) ? index + 1 : index
  }

  /// A range's connecting dash, with or without blanks.
  func isDash(_ index: Int) -> Bool { isMark(index, "-", "–", "—", "~", "\u{2011}") }

  /// The text between two tokens, as a span.
  func span(from start: Int, to end: Int) -> TextSpan {
    guard let first = token(start), let last = token(end - 1) else { return TextSpan(0, 0) }
    return TextSpan(Int(first.start), Int(last.end))
  }
}
