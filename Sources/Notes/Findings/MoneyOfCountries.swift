/// How some countries write amounts: rand, lakhs, thousands of euros.
extension MoneyGrammar {
  /// The "R" of rand: glued to a number that is no round's.
  func isRand(_ index: Int) -> Bool {
    guard let sign = token(index), sign.kind == .word, sign.length == 1, sign.isCapital,
      text[Int(sign.start)] == "R", let number = token(index + 1), number.kind == .number, !number.isSpaced
    else { return false }
    return number.length > 1
  }

  static let germanThousands = WordSet("t teur tsd")
  static let lakhs = WordSet("lpa lakh lakhs lac lacs")

  func isLakhs(_ index: Int) -> Bool { token(index).map { MoneyGrammar.lakhs.contains($0.key) } ?? false }

  /// Another group of three follows one of two: "9,00,000" is how India writes 900,000.
  func isIndianGroup(_ index: Int, _ mark: Token) -> Bool {
    guard let comma = token(index), comma.kind == .mark, comma.key == mark.key, !comma.isSpaced,
      let next = token(index + 1)
    else { return false }
    return next.kind == .number && next.length == 3 && !next.isSpaced
  }
}
