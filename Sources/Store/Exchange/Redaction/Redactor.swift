import Model

/// Takes out of texts what tells who and where: names become the same stand-ins everywhere, addresses, numbers to call and
/// sums of money go. It rather takes too much: a name's words are replaced wherever they stand, in any case and with or
/// without accents.
struct Redactor {
  /// Folded words of names and what stands for them.
  private var standIns: [String: String] = [:]
  /// Names in scripts that write no spaces, found anywhere.
  private var unspaced: [(name: String, standIn: String)] = []

  /// Words that stand in many names and say nothing.
  private static let common: Set<String> = [
    "the", "and", "of", "for", "ltd", "inc", "llc", "plc", "gmbh", "ag", "kg", "co", "company", "group", "corp", "mr",
    "mrs",
    "ms", "dr", "van", "von", "de", "der", "la",
  ]

  /// The first stand-in of a word stays.
  mutating func add(_ name: String, standIn: String) {
    let words = Fold.words(name)
    let joined = words.joined()
    if words.count > 1, standIns[joined] == nil { standIns[joined] = standIn }
    for word in words where word.unicodeScalars.count > 1 && !Self.common.contains(word) && standIns[word] == nil {
      standIns[word] = standIn
    }
    let isUnspaced = name.unicodeScalars.contains { $0.value >= 0x2E80 }
    if isUnspaced { unspaced.append((name, standIn)) }
  }

  func redacted(_ text: String) -> String {
    var text = text
    for (name, standIn) in unspaced { text = text.replacing(name, with: standIn) }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.map { line in
      let chunks = Redactor.withoutNumbers(
        line.split(separator: " ", omittingEmptySubsequences: false).map(String.init))
      return Redactor.withoutRepeats(chunks.map(redactedChunk)).joined(separator: " ")
    }.joined(separator: "\n")
  }

  /// A stretch between blanks.
  private func redactedChunk(_ chunk: String) -> String {
    if chunk.contains("@") { return "[address]" }
    if chunk.contains("://") || chunk.lowercased().hasPrefix("www.") { return "[link]" }
    if Redactor.digits(chunk) > 0, Redactor.isMoney(chunk) { return "[amount]" }
    return redactedWords(chunk)
  }

  /// Numbers to call, also those written in several groups: seven digits or more that are no date.
  private static func withoutNumbers(_ chunks: [String]) -> [String] {
    var out: [String] = []
    var run: [String] = []
    func flush() {
      let isNumber = run.reduce(0) { $0 + digits($1) } >= 7
      out += isNumber ? ["[number]"] : run
      run = []
    }
    for chunk in chunks {
      if digits(chunk) > 0, !isDate(chunk), !chunk.contains(where: \.isLetter) {
        run.append(chunk)
      } else {
        flush()
        out.append(digits(chunk) >= 7 && !isDate(chunk) ? "[number]" : chunk)
      }
    }
    flush()
    return out
  }

  private static func digits(_ text: String) -> Int { text.unicodeScalars.count { $0.properties.numericType != nil } }

  /// `2026-11-20`, `20.11.2026`, `14:30`.
  private static func isDate(_ chunk: String) -> Bool {
    let parts = chunk.split { "-/.:,;()".contains($0) }
    return (2...3).contains(parts.count) && digits(chunk) <= 8
      && parts.allSatisfy { $0.allSatisfy(\.isNumber) && $0.count <= 4 }
      && parts.contains { $0.count <= 2 }
  }

  private static func isMoney(_ chunk: String) -> Bool {
    if chunk.unicodeScalars.contains(where: { $0.properties.generalCategory == .currencySymbol }) { return true }
    let folded = Fold.fold(chunk)
    let letters = folded.filter(\.isLetter)
    if ["k", "eur", "usd", "gbp", "chf", "m"].contains(letters) { return true }
    return folded.count { $0.isNumber } >= 4 && folded.contains(",") && letters.isEmpty
  }

  /// Replaces runs of letters and digits that are words of names.
  private func redactedWords(_ chunk: String) -> String {
    var out = ""
    var run = ""
    func flush() {
      out += standIns[Fold.fold(run)] ?? run
      run = ""
    }
    for character in chunk {
      if character.isLetter || character.isNumber {
        run.append(character)
      } else {
        flush()
        out.append(character)
      }
    }
    flush()
    return out
  }

  /// "Person 1 Person 1" is one person.
  private static func withoutRepeats(_ chunks: [String]) -> [String] {
    var out: [String] = []
    for chunk in chunks {
      if let last = out.last, last.hasPrefix("Person ") || last.hasPrefix("Organisation "), chunk.hasPrefix(last) {
        out.removeLast()
      }
      out.append(chunk)
    }
    return out
  }
}
