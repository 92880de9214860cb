/// Numbers in digits and in words.
extension DateGrammar {
  /// A whole number: `21`, "twenty-one", "two hundred and six".
  func cardinal(_ index: Int) -> Part<Int>? {
    guard let first = token(index) else { return nil }
    if first.kind == .number { return first.number >= 0 ? Part(end: index + 1, value: Int(first.number)) : nil }
    guard first.word.bits.contains(.cardinal) else { return nil }
    var (end, total, group) = (index, 0, 0)
    while let token = token(end), token.word.bits.contains(.cardinal) {
      let value = Int(token.word.value)
      if value == 1000 {
        total += max(group, 1) * 1000
        group = 0
      } else if value == 100 {
        guard group > 0, group < 10 else { break }
        group *= 100
      } else if value < 10
        ? group % 10 == 0 && group % 100 != 10 && (end == index || group >= 20 || total > 0) : group % 100 == 0
      {
        group += value
      } else {
        break
      }
      end += 1
      let next = group % 10 == 0 && group % 100 >= 20 ? skipHyphen(end) : end
      if next != end, has(next, .cardinal) { end = next }
      if (group >= 100 || total > 0), keyword(end, .and), has(end + 1, .cardinal) { end += 1 }
    }
    return end > index ? Part(end: end, value: total + group) : nil
  }

  /// "21st", "twenty-first", "third"; German "1." before a month is read where the month is.
  func ordinal(_ index: Int) -> Part<Int>? {
    guard let first = token(index) else { return nil }
    if first.kind == .number, first.number >= 0, first.length <= 3 {
      guard isGlued(index + 1), keyword(index + 1, .st, .nd, .rd, .th, .er) else { return nil }
      return Part(end: index + 2, value: Int(first.number))
    }
    if first.word.bits.contains(.ordinal) { return Part(end: index + 1, value: Int(first.word.value)) }
    guard first.word.bits.contains(.cardinal), first.word.value >= 20, first.word.value < 100 else { return nil }
    let next = skipHyphen(index + 1)
    guard let unit = token(next), unit.word.bits.contains(.ordinal), unit.word.value < 10 else { return nil }
    return Part(end: next + 1, value: Int(first.word.value + unit.word.value))
  }

  /// A year: four digits, or words ("nineteen eighty six", "two thousand and fifteen", "twenty ten").
  func year(_ index: Int) -> Part<Int>? {
    guard let first = token(index) else { return nil }
    if first.kind == .number {
      guard first.length == 4, first.number >= 1000, first.number < 2200,
        !isGlued(index + 1) || !has(index + 1, [.unit, .meridiem])
      else { return nil }
      return Part(end: index + 1, value: Int(first.number))
    }
    guard first.word.bits.contains(.cardinal) else { return nil }
    if let whole = cardinal(index), whole.value >= 1000, whole.value < 2200 { return whole }
    let century = Int(first.word.value)
    guard (16...20).contains(century) else { return nil }
    var next = skipHyphen(index + 1)
    if let zero = token(next), zero.word.bits.contains(.cardinal), zero.word.value == 0,
      let digit = cardinal(next + 1), digit.value < 10
    {
      return Part(end: digit.end, value: century * 100 + digit.value)
    }
    next = skipHyphen(next)
    guard let rest = cardinal(next), rest.value >= 10, rest.value < 100, token(next)?.kind == .word else { return nil }
    return Part(end: rest.end, value: century * 100 + rest.value)
  }

  /// A number that may be a fraction or a vague count, for durations: "3.5", "1/2", "half a", "a couple of",
  /// "one and a half", "three-quarters of an".
  func quantity(_ index: Int) -> Part<Double>? {
    if let vague = vagueQuantity(index) { return vague }
    guard let whole = cardinal(index) else { return nil }
    var end = whole.end
    var value = Double(whole.value)
    if token(index)?.kind == .number {
      if isMark(end, ".", ","), isGlued(end), isGlued(end + 1), let digits = token(end + 1), digits.kind == .number,
        digits.length <= 3
      {
        value += Double(digits.number) / [1, 10, 100, 1000][digits.length]
        end += 2
      } else if isMark(end, "/"), isGlued(end), let low = cardinal(end + 1), (2...4).contains(low.value),
        whole.value < low.value
      {
        return Part(end: low.end, value: value / Double(low.value))
      }
    }
    let hyphen = skipHyphen(end)
    if whole.value < 4, has(hyphen, .unit), token(hyphen)?.word.unit == .quarter, keyword(hyphen + 1, .of) {
      return Part(end: skip(hyphen + 2, .a, .an), value: value / 4)
    }
    if keyword(end, .and), keyword(end + 1, .a), let part = fraction(end + 2) {
      return Part(end: part.end, value: value + part.value)
    }
    return Part(end: end, value: value)
  }

  /// "half" or "quarter" at the place.
  func fraction(_ index: Int) -> Part<Double>? {
    if keyword(index, .half) { return Part(end: index + 1, value: 0.5) }
    if keyword(index, .quarter) { return Part(end: index + 1, value: 0.25) }
    return nil
  }

  private func vagueQuantity(_ index: Int) -> Part<Double>? {
    let start = skip(index, .a, .the)
    switch keyword(start) {
    case .couple, .pair: return Part(end: skip(start + 1, .of), value: 2)
    case .few: return Part(end: start + 1, value: 3)
    case .several: return Part(end: start + 1, value: 4)
    case .half:
      if keyword(index, .the) { return nil }
      return Part(end: skip(skipHyphen(start + 1), .a, .an), value: 0.5)
    case .quarter where keyword(start + 1, .of): return Part(end: skip(start + 2, .a, .an), value: 0.25)
    default: break
    }
    if keyword(index, .a, .an), has(index + 1, .unit) { return Part(end: index + 1, value: 1) }
    return nil
  }
}
