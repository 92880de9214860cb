/// When two values count as the same.
enum NormalForm {
  /// Small letters, white space collapsed, punctuation at the ends gone.
  static func text(_ text: String) -> String {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return trimmed(words[...], ends)
  }

  private static let ends = Set(" .,;:!?\"'“”„«»()[]*_`-–—")
  private static let titles: Set<String> = [
    "dr", "mr", "mrs", "ms", "miss", "prof", "sir", "sister", "frau", "herr", "mme", "m", "sr", "sra",
  ]

  private static func trimmed(_ text: Substring, _ ends: Set<Character>) -> String {
    var text = text
    while let first = text.first, ends.contains(first) { text.removeFirst() }
    while let last = text.last, ends.contains(last) { text.removeLast() }
    return String(text)
  }

  /// A person's name without titles.
  static func name(_ name: String) -> String {
    var words = text(name).split(separator: " ")[...]
    while words.count > 1, let first = words.first,
      titles.contains(String(first.last == "." ? first.dropLast() : first))
    {
      words.removeFirst()
    }
    return words.joined(separator: " ").filter { $0 != "\"" && $0 != "“" && $0 != "”" }
  }

  /// `GBP 34000-36000/year` in its parts.
  private static func pay(_ value: String) -> (currency: String, low: Double, high: Double, unit: String)? {
    let parts = value.split(separator: "/")
    guard parts.count == 2 else { return nil }
    let words = parts[0].split(separator: " ")
    guard let amounts = words.last?.split(separator: "-"), let low = amounts.first.flatMap({ Double($0) }),
      let high = amounts.last.flatMap({ Double($0) })
    else { return nil }
    return (words.count > 1 ? String(words[0]) : "???", low, high, String(parts[1]))
  }

  /// Whether a value read counts as the gold one.
  static func isSame(_ gold: Item, _ read: Item) -> Bool {
    switch gold.field {
    case "interview.date": return gold.value.prefix(10) == read.value.prefix(10)
    case "promised_date":
      return gold.value.split(separator: "/").map { $0.prefix(10) }
        == read.value.split(separator: "/").map { $0.prefix(10) }
    case "person.name": return name(gold.value) == name(read.value)
    case "person.phone":
      return gold.value.filter(\.isNumber).suffix(9) == read.value.filter(\.isNumber).suffix(9)
    case "compensation":
      guard let one = pay(gold.value), let two = pay(read.value) else { return false }
      let isSaid =
        gold.text.contains { "£$€".contains($0) } || ["GBP", "USD", "EUR", "CAD"].contains { gold.text.contains($0) }
      return (one.low, one.high, one.unit) == (two.low, two.high, two.unit) && (one.currency == two.currency || !isSaid)
    default: return text(gold.value) == text(read.value)
    }
  }
}
