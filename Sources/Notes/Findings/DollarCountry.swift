/// Whose dollars a bare "$" means: those of the country that the rest of the note names or telephones to.
extension NoteScanner {
  /// Gives pay written with "$" alone the one currency that places, pension schemes and phone numbers speak for.
  func settleDollars() {
    let bare = facts.indices.filter { facts[$0].field == .compensation && isBareDollar(facts[$0]) }
    guard !bare.isEmpty else { return }
    let currency = dollarOfNote()
    for place in bare {
      guard let own = isPlusSuper(facts[place]) ? "AUD" : currency else { continue }
      facts[place].value = own + facts[place].value.dropFirst(3)
    }
  }

  private func isBareDollar(_ fact: Fact) -> Bool {
    guard fact.value.hasPrefix("USD"), let sign = tokens(in: fact.span).first, sign.isMark("$") else { return false }
    return !tokens(in: fact.span).contains { $0.key == NoteScanner.usd }
  }

  /// "$52 an hour + super": Australia's pension on top.
  private func isPlusSuper(_ fact: Fact) -> Bool {
    let behind = tokens(in: TextSpan(fact.span.end, min(fact.span.end + 24, text.count))).prefix(4)
    return behind.contains { $0.key == NoteScanner.superWord }
  }

  /// The only country with evidence; nil where there is none or more than one.
  private func dollarOfNote() -> String? {
    let named = tokens.filter { NoteScanner.dollarWords.contains($0.key) }
    var found = Set<String>()
    for (currency, words, prefix) in NoteScanner.dollarCountries
    where named.contains(where: { words.contains($0.key) })
      || people.contains(where: { $0.phone?.value.hasPrefix(prefix) ?? false })
    {
      found.insert(currency)
    }
    return found.count == 1 ? found.first : nil
  }

  private static let superWord = wordKey("super")
  private static let usd = wordKey("usd")
  /// Canada shares its country's number with others: of it stands Toronto's.
  private static let dollarPlaces: [(currency: String, words: String, prefix: String)] = [
    (
      "AUD",
      "australia australian aussie sydney melbourne brisbane adelaide canberra hobart parramatta wagga queensland nsw superannuation ahpra",
      "+61"
    ),
    ("NZD", "zealand kiwisaver auckland christchurch dunedin tauranga tiriti aotearoa", "+64"),
    (
      "CAD",
      "canada canadian toronto montreal montréal vancouver calgary edmonton ottawa winnipeg halifax ontario quebec québec alberta manitoba rrsp",
      "+1416"
    ),
    ("SGD", "singapore cpf changi tampines", "+65"),
    ("HKD", "kowloon mtr hongkong", "+852"),
  ]
  private static let dollarCountries = dollarPlaces.map { ($0.currency, WordSet($0.words), $0.prefix) }
  /// The words of all the countries.
  private static let dollarWords = WordSet(dollarPlaces.map(\.words).joined(separator: " "))
}
