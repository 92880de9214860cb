import Foundation

/// Text as names are compared: without case, accents and punctuation.
package enum Fold {
  /// Lower case, without diacritical marks.
  package static func fold(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    return text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
  }

  /// The words of a text: runs of letters and digits, folded. An e-mail address gives its parts.
  package static func words(_ text: String) -> [String] {
    let folded = fold(text)
    return folded.utf8.allSatisfy { $0 < 0x80 } ? asciiWords(folded) : scalarWords(folded)
  }

  private static func asciiWords(_ text: String) -> [String] {
    text.utf8.split { !isASCIIWordByte($0) }.map { String(Substring($0)) }
  }

  private static func isASCIIWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func scalarWords(_ text: String) -> [String] {
    text.unicodeScalars.split { scalar in
      !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
    }.map { String(Substring($0)) }
  }
}
