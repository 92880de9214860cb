/// Numbers that tell something: those to call, sums, days of birth.
enum RedactedNumbers {
  /// Numbers to call, also those written in several groups, and the years in which people are born. Seven digits or more
  /// that are no date are a number to call.
  static func taken(from chunks: [String]) -> [String] {
    var out: [String] = []
    var run: [String] = []
    func flush() {
      let isNumber = run.reduce(0) { $0 + digits($1) } >= 7
      out += isNumber ? ["[number]"] : run
      run = []
    }
    for chunk in chunks {
      if isBirthYear(chunk) {
        flush()
        out.append("[day]")
      } else if digits(chunk) > 0, !isDate(chunk), !chunk.contains(where: \.isLetter) {
        run.append(chunk)
      } else {
        flush()
        out.append(digits(chunk) >= 7 && !isDate(chunk) ? "[number]" : chunk)
      }
    }
    flush()
    return out
  }

  static func isMoney(_ chunk: String) -> Bool {
    guard digits(chunk) > 0 else { return false }
    if chunk.unicodeScalars.contains(where: { $0.properties.generalCategory == .currencySymbol }) { return true }
    let folded = Fold.fold(chunk)
    let letters = folded.filter(\.isLetter)
    if ["k", "eur", "usd", "gbp", "chf", "m", "lpa"].contains(letters) { return true }
    let groups = folded.split { !$0.isNumber }
    let isGrouped = groups.count > 1 && groups.dropFirst().allSatisfy { $0.count == 3 } && !isDate(chunk)
    return letters.isEmpty && (isGrouped || folded.count { $0.isNumber } >= 4 && folded.contains(","))
  }

  /// A day or a year so long ago that it is no day of a search.
  private static func isBirthYear(_ chunk: String) -> Bool {
    let years = chunk.split { !$0.isNumber }.filter { $0.count == 4 }.compactMap { Int($0) }
    return years.contains { (1920...2010).contains($0) } && chunk.allSatisfy { !$0.isLetter }
  }

  private static func digits(_ text: String) -> Int { text.unicodeScalars.count { $0.properties.numericType != nil } }

  /// `2026-11-20`, `20.11.2026`, `14:30`.
  private static func isDate(_ chunk: String) -> Bool {
    let parts = chunk.split { "-/.:,;()".contains($0) }
    return (2...3).contains(parts.count) && digits(chunk) <= 8
      && parts.allSatisfy { $0.allSatisfy(\.isNumber) && $0.count <= 4 }
      && parts.contains { $0.count <= 2 }
  }
}
