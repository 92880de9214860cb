import Foundation
import Notes

/// Names in a form in which spellings of the same name are equal: for matching, never for display.
enum NameFolding {
  /// Words that say what legal form a company has.
  private static let legalForms: Set<String> = [
    "gmbh", "ag", "kg", "ug", "se", "inc", "incorporated", "llc", "llp", "ltd", "limited", "plc", "corp", "corporation",
    "co", "company", "sa", "sas", "sarl", "bv", "nv", "ab", "oy", "as", "aps", "srl", "spa", "pty",
  ]
  private static let honorifics: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "herr", "frau", "mme", "m", "mlle", "monsieur",
    "madame",
  ]

  /// A company without case, accents, punctuation and legal form.
  static func organisation(_ name: String) -> String {
    var words = self.words(name)
    if words.first == "the" { words.removeFirst() }
    while let last = words.last, words.count > 1, legalForms.contains(last) || last == "and" { words.removeLast() }
    return words.joined(separator: " ")
  }

  /// A person without case, accents, punctuation and titles.
  static func person(_ name: String) -> String {
    var words = self.words(name)
    while let first = words.first, words.count > 1, honorifics.contains(first) { words.removeFirst() }
    return words.joined(separator: " ")
  }

  /// Words of letters and digits, without case and accents.
  static func words(_ text: String) -> [String] {
    if let plain = plainWords(text) { return plain }
    return foldedWords(text)
  }

  /// The words of a text in ASCII, nil for any other: the same as `foldedWords`, without Foundation's tables.
  private static func plainWords(_ text: String) -> [String]? {
    var out: [String] = []
    var word: [UInt8] = []
    func close() {
      if !word.isEmpty { out.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
      case UInt8(ascii: "&"):
        close()
        out.append("and")
      case 0x80...: return nil
      default: close()
      }
    }
    close()
    return out
  }

  static func foldedWords(_ text: String) -> [String] {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
      .replacingOccurrences(of: "&", with: " and ")
      .replacingOccurrences(of: "ß", with: "ss")
      .unicodeScalars.split { !CharacterSet.alphanumerics.contains($0) }.map { String($0) }
  }

  /// The part of an e-mail address or web address that names the company: `mail.acme.example` → `acme.example`. Nil for
  /// hosts where people of every company have their mail, or programs write for many.
  static func domain(_ address: String) -> String? {
    MailHost(address).flatMap { $0.isFirms ? $0.domain : nil }
  }
}
