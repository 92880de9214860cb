struct MoneyGrammar {
  let text: [Unicode.Scalar]
  let tokens: ArraySlice<Token>

  private static func symbol(_ mark: UInt64) -> String? {
    switch mark {
    case 0xA3: "GBP"
    case 0x24: "USD"
    case 0x20AC: "EUR"
    case 0xA5: "JPY"
    case 0x20B9: "INR"
    default: nil
    }
  }
  private static let codes: [UInt64: String] = Dictionary(
    uniqueKeysWithValues: [
      ("gbp", "GBP"), ("usd", "USD"), ("eur", "EUR"), ("teur", "EUR"), ("euro", "EUR"), ("euros", "EUR"),
      ("cad", "CAD"), ("aud", "AUD"),
      ("nzd", "NZD"),
      ("chf", "CHF"), ("sek", "SEK"), ("nok", "NOK"), ("dkk", "DKK"), ("pln", "PLN"), ("inr", "INR"), ("sgd", "SGD"),
      ("hkd", "HKD"),
      ("jpy", "JPY"), ("pounds", "GBP"), ("dollars", "USD"), ("zar", "ZAR"), ("czk", "CZK"), ("quid", "GBP"),
    ].map { (wordKey($0.0), $0.1) })
  private static let units: [UInt64: String] = {
    var out = [UInt64: String]()
    for (words, unit) in [
      ("year yr annum annual annually pa jahr jährlich an y", "year"),
      ("month mth mon mo monat monthly mois monatlich pcm", "month"),
      ("day tag daily jour d pd", "day"), ("hour hr hourly stunde heure h ph", "hour"),
    ] {
      for word in words.split(separator: " ") { out[wordKey(String(word))] = unit }
    }
    return out
  }()

  func token(_ index: Int) -> Token? {
    index >= tokens.startIndex && index < tokens.endIndex ? tokens[index] : nil
  }

  private func isGlued(_ index: Int) -> Bool { token(index).map { !$0.isSpaced } ?? false }

  /// Every amount that could be pay. `isSaid`: a label or word announces pay, so that a number needs no currency.
  func amounts(isSaid: Bool) -> [Pay] {
    var out = [Pay]()
    var index = tokens.startIndex
    while index < tokens.endIndex {
      // A currency's sign or name and one more may stand before the digits.
      let hasDigits = (index..<min(index + 3, tokens.endIndex)).contains { tokens[$0].kind == .number }
      if hasDigits, let (pay, end) = amount(index, isSaid: isSaid) {
        out.append(pay)
        index = end
      } else {
        index += 1
      }
    }
    return out
  }

  private func amount(_ start: Int, isSaid: Bool) -> (Pay, Int)? {
    var index = start
    var currency = currencyMark(&index, isBefore: true)
    // "A$", "C$", "US$".
    if currency == nil, let word = token(start), word.kind == .word, let next = token(start + 1), next.isMark("$"),
      !next.isSpaced
    {
      currency = MoneyGrammar.dollars[word.key]
      if currency != nil { index = start + 2 }
    }
    // "R65k", "R480 000"
    if currency == nil, isRand(start) { (currency, index) = ("ZAR", start + 1) }
    guard let first = number(index) else { return nil }
    if currency == nil, index > tokens.startIndex, isGlued(index),
      token(index - 1)?.kind != .mark
        || [".", "/", "-", "#", ":"].contains(where: { token(index - 1)?.isMark($0) ?? false })
    {
      return nil
    }
    var end = first.end
    var (low, high) = (first.value, first.value)
    var isThousands = thousands(&end)
    var last = end
    if let link = rangeLink(end) {
      var place = link
      let other = currencyMark(&place, isBefore: true)
      if let second = number(place) {
        last = second.end
        if isLakhs(last - 1) { low *= 100_000 }
        let secondThousands = thousands(&last)
        high = second.value
        if secondThousands, !isThousands, low < 100_000 { low *= 1000 }
        if isThousands, !secondThousands, high < 100_000 { high *= 1000 }
        if secondThousands { high *= 1000 }
        if isThousands { low *= 1000 }
        isThousands = isThousands || secondThousands
        currency = currency ?? other
        end = last
        if high < low { return nil }
      } else {
        if isThousands { (low, high) = (low * 1000, high * 1000) }
      }
    } else if isThousands {
      (low, high) = (low * 1000, high * 1000)
    }
    let afterNumber = end
    if currency == nil { currency = currencyMark(&end, isBefore: false) }
    if end == afterNumber, token(end)?.isMark("%") ?? false || isGlued(end) && token(end)?.kind == .word { return nil }
    var spanEnd = end
    let unit = unit(&spanEnd)
    let isSalaryRange = isThousands && (2_000_000...40_000_000).contains(low) && high > low && endsAmount(end)
    let isGrand = tokens[start..<end].contains { $0.word.keyword == .grand } && low >= 1_500_000
    guard
      currency != nil || isGrand || isSalaryRange || isThousands && isSaid
        || isSaid && low >= 1_000_000 && !isYear(index, low / 100)
        || isSaid && low >= 900 && spanEnd == end + 2 && (unit == "hour" || unit == "day")
    else { return nil }
    guard low > 0, high < 10_000_000_000 else { return nil }
    let said = unit ?? defaultUnit(high / 100)
    let hasUnitWord = unit != nil && !(said == "year")
    if hasUnitWord { end = spanEnd }
    guard let a = token(start), let z = token(end - 1) else { return nil }
    let value = (currency.map { $0 + " " } ?? "") + written(low) + (high != low ? "-" + written(high) : "") + "/" + said
    let pay = Pay(
      span: TextSpan(Int(a.start), Int(z.end)), value: value, hasCurrency: currency != nil || isGrand,
      hasUnit: unit != nil,
      isExtra: isExtra(start, end)
    )
    return (pay, max(end, spanEnd))
  }

  /// "85-95k" and "85-95k + equity": nothing follows that says what is counted.
  private func endsAmount(_ index: Int) -> Bool {
    guard let next = token(index) else { return true }
    if next.kind == .mark { return true }
    return MoneyGrammar.bases.contains(next.key)
  }

  private static let bases = WordSet("base basic plus pa depending dep dependent p brutto brut gross fixed ote")

  private func isYear(_ index: Int, _ value: Int) -> Bool { token(index)?.length == 4 && (1900...2100).contains(value) }

  private func defaultUnit(_ amount: Int) -> String {
    amount >= 10000 ? "year" : amount >= 1500 ? "month" : amount >= 150 ? "day" : "hour"
  }

  private static let dollars: [UInt64: String] = [
    wordKey("a"): "AUD", wordKey("c"): "CAD", wordKey("us"): "USD", wordKey("nz"): "NZD", wordKey("s"): "SGD",
    wordKey("hk"): "HKD", wordKey("ca"): "CAD",
  ]

  private func currencyMark(_ index: inout Int, isBefore: Bool) -> String? {
    guard let token = token(index) else { return nil }
    let found =
      token.kind == .mark ? MoneyGrammar.symbol(token.key) : token.kind == .word ? MoneyGrammar.codes[token.key] : nil
    if found != nil { index += 1 }
    return found
  }

  /// Digits with their thousands in groups and perhaps a decimal part, in hundredths: `82.000`, `118,000`, `52.5`.
  private func number(_ index: Int) -> (value: Int, end: Int)? {
    guard let first = token(index), first.kind == .number, first.number >= 0, first.length <= 7 else { return nil }
    var (value, end) = (Int(first.number), index + 1)
    guard first.length <= 3 else { return (value * 100, end) }
    // "46 000 €"
    if let next = token(end), next.kind == .number, next.length == 3, isRand(index - 1) || isCurrency(end + 1) {
      return ((value * 1000 + Int(next.number)) * 100, end + 1)
    }
    while value < 1_000_000, let mark = token(end),
      mark.isMark(",") || mark.isMark(".") || mark.isMark("'") || mark.isMark("’"), !mark.isSpaced,
      let next = token(end + 1), next.kind == .number, !next.isSpaced,
      next.length == 3 || next.length == 2 && isIndianGroup(end + 2, mark)
    {
      value = value * (next.length == 3 ? 1000 : 100) + Int(next.number)
      end += 2
    }
    var hundredths = 0
    if let mark = token(end), mark.isMark(".") || mark.isMark(","), !mark.isSpaced, let next = token(end + 1),
      next.kind == .number, !next.isSpaced, next.length <= 2
    {
      hundredths = Int(next.number) * (next.length == 1 ? 10 : 1)
      end += 2
    }
    // "14 LPA", "14.5 lakhs"
    if isLakhs(end) { return ((value * 100 + hundredths) * 100_000, end + 1) }
    return (value * 100 + hundredths, end)
  }

  private func isCurrency(_ index: Int) -> Bool {
    guard let sign = token(index) else { return false }
    return sign.kind == .mark ? MoneyGrammar.symbol(sign.key) != nil : MoneyGrammar.codes[sign.key] != nil
  }

  /// `42` or, where pence were said, `42.50`.
  private func written(_ hundredths: Int) -> String {
    let pence = hundredths % 100
    return String(hundredths / 100) + (pence == 0 ? "" : "." + twoDigits(pence))
  }

  private func thousands(_ index: inout Int) -> Bool {
    guard let token = token(index), token.kind == .word else { return false }
    if token.word.keyword == .k, !token.isSpaced || self.token(index - 1)?.kind == .number {
      index += 1
      return true
    }
    // "58–62 T€", "60 TEUR"
    if MoneyGrammar.germanThousands.contains(token.key), token.length > 1 || self.token(index + 1)?.isMark("€") ?? false
    {
      index += 1
      return true
    }
    if token.word.keyword == .grand {
      index += 1
      return true
    }
    return false
  }

  private func rangeLink(_ index: Int) -> Int? {
    guard let token = token(index) else { return nil }
    if token.isMark("-") || token.isMark("–") || token.isMark("—") { return index + 1 }
    switch token.word.keyword {
    case .to, .bis, .and: return index + 1
    default: return token.word.keyword == .à ? index + 1 : nil
    }
  }

  private func unit(_ index: inout Int) -> String? {
    guard let first = token(index) else { return nil }
    if first.kind == .word,
      first.word.keyword == .pro || first.word.keyword == .par || first.word.keyword == .per || first.word.keyword == .a
        || first.word.keyword == .an || first.word.keyword == .im,
      let word = token(index + 1), let unit = MoneyGrammar.units[word.key]
    {
      index += 2
      return unit
    }
    if first.isMark("/"), let word = token(index + 1), let unit = MoneyGrammar.units[word.key] {
      index += 2
      return unit
    }
    if first.kind == .word, first.length > 2 || first.word.keyword == .pa, let unit = MoneyGrammar.units[first.key],
      first.isSpaced, first.word.keyword != .an
    {
      index += 1
      return unit
    }
    return nil
  }
}
