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
  /// What the tokens are, all together: a rule that cannot do without some kind of word asks here first.
  let held: WordBits
  /// The day and second that phrases count from.
  let today: Day
  let now: Int
  let order: DayMonthOrder

  init(text: [Unicode.Scalar], tokens: ArraySlice<Token>, reference: Moment, order: DayMonthOrder) {
    self.text = text
    self.tokens = tokens
    held = tokens.reduce(into: []) { $0.formUnion($1.word.bits) }
    today = reference.day
    now = (reference.minute ?? 0) * 60
    self.order = order
  }

  /// Some token has one of these bits.
  @inline(__always)
  func holds(_ bits: WordBits) -> Bool { !held.isDisjoint(with: bits) }

  func token(_ index: Int) -> Token? {
    index >= tokens.startIndex && index < tokens.endIndex ? tokens[index] : nil
  }

  @inline(__always)
  func keyword(_ index: Int) -> Keyword? {
    index >= tokens.startIndex && index < tokens.endIndex ? tokens[index].word.keyword : nil
  }

  // A list of arguments would be an array made at every question; these few compare in registers.

  @inline(__always)
  func keyword(
    _ index: Int, _ one: Keyword, _ two: Keyword? = nil, _ three: Keyword? = nil, _ four: Keyword? = nil,
    _ five: Keyword? = nil, _ six: Keyword? = nil, _ seven: Keyword? = nil, _ eight: Keyword? = nil
  ) -> Bool {
    guard let found = keyword(index) else { return false }
    return found == one || found == two || found == three || found == four || found == five || found == six
      || found == seven || found == eight
  }

  @inline(__always)
  func has(_ index: Int, _ bits: WordBits) -> Bool {
    index >= tokens.startIndex && index < tokens.endIndex && !tokens[index].word.bits.isDisjoint(with: bits)
  }

  @inline(__always)
  func isMark(
    _ index: Int, _ one: Unicode.Scalar, _ two: Unicode.Scalar? = nil, _ three: Unicode.Scalar? = nil,
    _ four: Unicode.Scalar? = nil, _ five: Unicode.Scalar? = nil, _ six: Unicode.Scalar? = nil
  ) -> Bool {
    guard index >= tokens.startIndex, index < tokens.endIndex, tokens[index].kind == .mark else { return false }
    let mark = tokens[index].key
    func isThat(_ other: Unicode.Scalar?) -> Bool { other.map { UInt64($0.value) == mark } ?? false }
    return isThat(one) || isThat(two) || isThat(three) || isThat(four) || isThat(five) || isThat(six)
  }

  /// Touches the token before it: no white space between.
  func isGlued(_ index: Int) -> Bool {
    guard let token = token(index) else { return false }
    return !token.isSpaced && index > tokens.startIndex
  }

  /// The place after a keyword where it stands, else the same place.
  @inline(__always)
  func skip(
    _ index: Int, _ one: Keyword, _ two: Keyword? = nil, _ three: Keyword? = nil, _ four: Keyword? = nil,
    _ five: Keyword? = nil, _ six: Keyword? = nil
  ) -> Int {
    keyword(index, one, two, three, four, five, six) ? index + 1 : index
  }

  @inline(__always)
  func skipMark(
    _ index: Int, _ one: Unicode.Scalar, _ two: Unicode.Scalar? = nil, _ three: Unicode.Scalar? = nil
  ) -> Int {
    isMark(index, one, two, three) ? index + 1 : index
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
