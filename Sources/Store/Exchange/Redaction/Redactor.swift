import Model
import Notes

/// Takes out of texts what tells who and where: known names become the same stand-ins everywhere, in all their forms; what
/// the reader recognises as a name, a firm, a sum, an address, a number or a link goes. It rather takes too much: a name's
/// words are replaced wherever they stand, in any case and with or without accents.
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

  /// What languages put behind a name, folded: genitives, cases, and the Cyrillic ones.
  private static let endings = Set(
    """
    s es en n ens a u y i e o em om owi ego iego emu iemu im ym iem ej iej ach ami ow ie ia owie
    ом ем ым им ого его ому ему ой ей а я у ю е и ы ами ях ах ове ови ім ою
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
  private static let longestEnding = endings.map(\.count).max() ?? 0

  /// What stands behind a family name in scripts without spaces.
  private static let titles = ["先生", "女士", "小姐", "老师", "さん", "様", "님", "씨"]

  /// The first stand-in of a word stays.
  mutating func add(_ name: String, standIn: String) {
    let words = Fold.words(name)
    let joined = words.joined()
    if words.count > 1, standIns[joined] == nil { standIns[joined] = standIn }
    for word in words where word.unicodeScalars.count > 1 && !Self.common.contains(word) && standIns[word] == nil {
      standIns[word] = standIn
    }
    for word in name.split(separator: " ") where word.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) {
      addUnspaced(String(word), standIn)
    }
  }

  /// The whole name, a given name of two characters, and a family name of one before a title.
  private mutating func addUnspaced(_ name: String, _ standIn: String) {
    unspaced.append((name, standIn))
    guard (2...4).contains(name.count) else { return }
    if name.count > 2 { unspaced.append((String(name.suffix(2)), standIn)) }
    for title in Self.titles { unspaced.append((name.prefix(1) + title, standIn)) }
  }

  func redacted(_ text: String) -> String {
    var text = withoutTelltales(text)
    for (name, standIn) in unspaced { text = text.replacing(name, with: standIn) }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.map { line in
      let chunks = RedactedNumbers.taken(
        from: withoutPairs(line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)))
      return Redactor.withoutRepeats(chunks.map(redactedChunk)).joined(separator: " ")
    }.joined(separator: "\n")
  }

  // MARK: what the reader recognises

  private func withoutTelltales(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for telltale in Telltales.find(in: scalars).reversed() {
      let range = telltale.span.start..<telltale.span.end
      let words = String(String.UnicodeScalarView(scalars[range]))
      let isName = telltale.kind == .person || telltale.kind == .firm
      // A known name has a stand-in of its own.
      if isName, redactedWords(words) != words || unspaced.contains(where: { words.contains($0.name) }) { continue }
      scalars.replaceSubrange(range, with: Self.placeholder(telltale.kind).unicodeScalars)
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func placeholder(_ kind: Telltale.Kind) -> String {
    switch kind {
    case .person: "[person]"
    case .firm: "[company]"
    case .amount: "[amount]"
    case .address: "[address]"
    case .number: "[number]"
    case .link: "[link]"
    }
  }

  // MARK: words

  /// A stretch between blanks.
  private func redactedChunk(_ chunk: String) -> String {
    if chunk.contains("@") { return "[address]" }
    if chunk.contains("://") || chunk.lowercased().hasPrefix("www.") { return "[link]" }
    if RedactedNumbers.isMoney(chunk) { return "[amount]" }
    return redactedWords(chunk)
  }

  /// "North Beam" for Northbeam.
  private func withoutPairs(_ chunks: [String]) -> [String] {
    var out: [String] = []
    for chunk in chunks {
      let pair = out.last.map { Fold.words($0).joined() + Fold.words(chunk).joined() } ?? ""
      if pair.count > 5, let standIn = standIns[pair], standIns[Fold.fold(chunk)] == nil {
        out[out.count - 1] = standIn
      } else {
        out.append(chunk)
      }
    }
    return out
  }

  /// Replaces runs of letters and digits that are words of names; marks that nobody sees break no word.
  private func redactedWords(_ chunk: String) -> String {
    var out = ""
    var run = ""
    func flush() {
      out += standIn(of: Fold.fold(run)) ?? run
      run = ""
    }
    for character in chunk {
      let isHidden = character.unicodeScalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint)
      if character.isLetter || character.isNumber || isHidden {
        run.append(character)
      } else {
        flush()
        out.append(character)
      }
    }
    flush()
    return out
  }

  /// Of the word itself, or of one that it is a form of.
  private func standIn(of word: String) -> String? {
    if let standIn = standIns[word] { return standIn }
    for length in stride(from: 1, through: min(Self.longestEnding, word.count - 3), by: 1)
    where Self.endings.contains(String(word.suffix(length))) {
      let stem = word.dropLast(length)
      if let standIn = standIns[String(stem)] { return standIn }
      for vowel in ["a", "i", "e", "o", "y", "а", "я", "й", "ь", "ий"] {
        if let standIn = standIns[stem + vowel] { return standIn }
      }
    }
    return nil
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
