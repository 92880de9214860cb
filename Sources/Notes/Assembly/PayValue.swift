/// An amount of pay as written by anybody: `38-42k`, `AED 36.5k`, `2.900 € mtl.`, `31/h`.
struct PayValue {
  private let text: [Unicode.Scalar]

  init(_ text: some Sequence<Unicode.Scalar>) { self.text = Array(text) }

  /// `GBP 38000-42000/year`; nil where there is no number. An unsaid currency is `???`.
  var value: String? {
    var amounts = amounts()
    guard let last = amounts.last else { return nil }
    amounts = Array(amounts.prefix(2))
    // "38-42k": what follows the second counts for both.
    let factor = amounts.last?.factor ?? last.factor
    var numbers = amounts.map { $0.number * ($0.factor > 1 ? $0.factor : $0.number < 1000 ? factor : 1) }
    let unit = unit ?? Self.unit(of: numbers[0])
    // Nobody earns 68 a year: thousands are meant.
    if unit == "year" { numbers = numbers.map { $0 < 1000 ? $0 * 1000 : $0 } }
    if numbers.count == 2, numbers[1] <= numbers[0] || numbers[1] > numbers[0] * 4 { numbers.removeLast() }
    return "\(currency) " + numbers.map(Self.plain).joined(separator: "-") + "/" + unit
  }

  private static func unit(of number: Double) -> String {
    number < 20 ? "hour" : number >= 1000 && number < 9000 ? "month" : "year"
  }

  private static func plain(_ number: Double) -> String {
    let whole = number.rounded()
    if abs(number - whole) < 0.001, whole < 1e12 { return String(Int(whole)) }
    let cents = Int((number * 100).rounded())
    let rest = cents % 100
    return "\(cents / 100)." + (rest % 10 == 0 ? String(rest / 10) : twoDigits(rest))
  }

  // MARK: - Numbers

  private func amounts() -> [(number: Double, factor: Double)] {
    var out: [(number: Double, factor: Double)] = []
    var index = 0
    while index < text.count {
      guard text[index].isASCIIDigit else {
        index += 1
        continue
      }
      guard let number = number(&index), number > 0 else { continue }
      out.append((number, factor(after: index)))
    }
    return out
  }

  /// Digits with marks between thousands and before cents.
  private func number(_ index: inout Int) -> Double? {
    var digits = ""
    var isFraction = false
    while index < text.count {
      if text[index].isASCIIDigit {
        digits.unicodeScalars.append(text[index])
        index += 1
        continue
      }
      let following = text[(index + 1)...].prefix { $0.isASCIIDigit }.count
      let isMark = text[index] == "." || text[index] == "," || text[index] == "'" || text[index] == "’"
      if following == 3, !isFraction, isMark || text[index].isBlank {
        index += 1
      } else if following == 1 || following == 2, !isFraction, text[index] == "." || text[index] == "," {
        digits += "."
        isFraction = true
        index += 1
      } else {
        break
      }
    }
    return digits.count < 14 ? Double(digits) : nil
  }

  private func factor(after index: Int) -> Double {
    let word = text[index...].drop { $0.isBlank }.prefix { $0.isLetter }
    var own = String.UnicodeScalarView()
    for scalar in word { own.append(Unicode.Scalar(scalar.folded) ?? scalar) }
    switch String(own) {
    case "k", "t", "tsd", "teur", "thousand", "tausend", "grand", "mil", "mille", "keur": return 1000
    case "lakh", "lakhs", "lpa", "l": return 100_000
    default: return 1
    }
  }

  // MARK: - Words

  private var words: [String] {
    text.split { !$0.isLetter }.map { word in
      var out = String.UnicodeScalarView()
      for scalar in word { out.append(Unicode.Scalar(scalar.folded) ?? scalar) }
      return String(out)
    }
  }

  private var unit: String? {
    let words = words
    // "p/m", "p.m."
    if let place = words.indices.dropLast().first(where: { words[$0] == "p" }) {
      switch words[place + 1] {
      case "m": return "month"
      case "h": return "hour"
      case "d": return "day"
      case "w": return "week"
      default: break
      }
    }
    for (unit, own) in Self.units where words.contains(where: own.contains) { return unit }
    return nil
  }

  private static let units: [(String, Set<String>)] = [
    ("hour", ["hour", "hr", "h", "hourly", "ph", "stunde", "std", "stündlich", "heure", "hora", "ora", "uur"]),
    ("day", ["day", "daily", "pd", "tag", "jour", "día", "giorno", "dag", "dia"]),
    ("week", ["week", "wk", "pw", "woche", "semaine", "semana"]),
    (
      "month",
      [
        "month", "mth", "mo", "monthly", "pcm", "pm", "monat", "monatlich", "mtl", "mois", "mensuel", "mes",
        "mensuales", "mês", "mese", "maand", "mies",
      ]
    ),
    (
      "year", ["year", "yr", "annum", "annual", "pa", "jahr", "jährlich", "an", "annuel", "año", "anno", "ano", "jaar"]
    ),
  ]

  private var currency: String {
    for (sign, code) in Self.signs where text.contains(sign) {
      if code == "USD" { return dollars }
      return code
    }
    let words = words
    return Self.codes.first { words.contains($0.key) }?.value ?? "???"
  }

  private var dollars: String {
    let words = words
    if words.contains("a") || words.contains("aud") { return "AUD" }
    if words.contains("c") || words.contains("ca") || words.contains("cad") { return "CAD" }
    if words.contains("s") || words.contains("sgd") { return "SGD" }
    if words.contains("nz") || words.contains("nzd") { return "NZD" }
    if words.contains("hk") || words.contains("hkd") { return "HKD" }
    if words.contains("r") { return "BRL" }
    return "USD"
  }

  private static let signs: [(Unicode.Scalar, String)] = [
    ("£", "GBP"), ("€", "EUR"), ("¥", "JPY"), ("₹", "INR"), ("₪", "ILS"), ("₱", "PHP"), ("₦", "NGN"), ("₺", "TRY"),
    ("₩", "KRW"), ("฿", "THB"), ("$", "USD"),
  ]

  private static let codes: [(key: String, value: String)] =
    [
      "aed", "ars", "aud", "bgn", "brl", "cad", "chf", "clp", "cny", "cop", "czk", "dkk", "egp", "eur", "gbp", "ghs",
      "hkd", "huf", "idr", "ils", "inr", "isk", "jpy", "kes", "krw", "mxn", "myr", "ngn", "nok", "nzd", "pen", "php",
      "pkr", "pln", "qar", "ron", "rub", "sar", "sek", "sgd", "thb", "try", "twd", "uah", "ugx", "usd", "vnd", "zar",
    ].map { ($0, $0.uppercased()) } + [
      ("teur", "EUR"), ("keur", "EUR"), ("euro", "EUR"), ("euros", "EUR"), ("pounds", "GBP"), ("quid", "GBP"),
      ("dollars", "USD"),
      ("zł", "PLN"), ("kr", "SEK"), ("kč", "CZK"), ("rm", "MYR"), ("r", "ZAR"), ("ksh", "KES"), ("rs", "INR"),
      ("lpa", "INR"),
      ("sfr", "CHF"), ("fr", "CHF"),
    ]
}

extension NoteReader {
  /// An amount of pay: `GBP 38000-42000/year`; nil where no number is said.
  package static func pay(_ text: String) -> String? { PayValue(text.unicodeScalars).value }
}
