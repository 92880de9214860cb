import Crypto
import Foundation
public import Model

/// Identities that must be the same on every machine (MERGE.md, *Identity of rows*): UUID version 5 (RFC 9562) in a namespace
/// of our own, over the kind and what names the row.
public enum StableID {
  /// The namespace, itself a version 5 UUID of "afterword" under the DNS namespace.
  private static let namespace: [UInt8] = hash(
    [0x6B, 0xA7, 0xB8, 0x10, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8]
      + Array("afterword".utf8)
  ).bytes

  /// - Parameter parts: what names the row among those of its kind. No part may be confused with two: each is preceded by
  ///   its length.
  public static func make(_ kind: String, _ parts: String...) -> RowID { make(kind, parts) }

  static func make(_ kind: String, _ parts: [String]) -> RowID {
    var bytes = namespace
    for part in CollectionOfOne(kind) + parts {
      bytes.append(contentsOf: String(part.utf8.count).utf8)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(contentsOf: part.utf8)
    }
    return hash(bytes)
  }

  private static func hash(_ bytes: [UInt8]) -> RowID {
    Insecure.SHA1.hash(data: bytes).withUnsafeBytes { digest in
      let high = UInt64(bigEndian: digest.loadUnaligned(as: UInt64.self))
      let low = UInt64(bigEndian: digest.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      // The version, 5, and the variant.
      return RowID(high: high & ~0xF000 | 0x5000, low: low & ~(0b11 << 62) | 0b10 << 62)
    }
  }

  public static func setting(_ name: String) -> RowID { make(Setting.kind, name) }

  /// A part of an offer by its name, however it is spelt in small and capital letters.
  public static func term(_ opportunity: RowID, _ part: String) -> RowID {
    make(Term.kind, opportunity.description, part.lowercased().split { $0 == " " }.joined(separator: " "))
  }

  public static func participation(_ interview: RowID, _ person: RowID) -> RowID {
    make(Participation.kind, interview.description, person.description)
  }

  /// - Parameter person: whom the item is for, where its rule plans one a person.
  public static func decision(rule: String, anchor: Subject, index: Int, person: RowID?) -> RowID {
    make(Decision.kind, [rule, anchor.description, String(index)] + (person.map { [$0.description] } ?? []))
  }

  /// The touch that sending a letter is.
  public static func touch(ofLetter letter: RowID) -> RowID { make(Touch.kind, "letter", letter.description) }

  /// A document by the SHA-256, in hexadecimal, of its first version's bytes; a mail by its Message-ID.
  public static func document(hash: String) -> RowID { make(Document.kind, "hash", hash) }
  public static func document(messageID: String) -> RowID { make(Document.kind, "message", messageID) }

  /// A row that reading a document creates.
  public static func reading(_ kind: String, document: RowID, text: String, ordinal: Int) -> RowID {
    make(kind, "reading", document.description, text, String(ordinal))
  }
}
