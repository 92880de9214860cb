import Crypto
import Foundation
public import Model

/// Identities that must be the same on every machine (MERGE.md, *Identity of rows*): UUID version 5 (RFC 9562) in a namespace
/// of our own, over the kind and what names the row.
public enum StableID {
  /// The namespace, itself a version 5 UUID of "afterword" under the DNS namespace.
  private static let namespace: [UInt8] = hash(
    [0x6B, 0xA7, 0xB8, 0x10, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8]
      + Array("afterword".utf8))

  /// - Parameter parts: what names the row among those of its kind. No part may be confused with two: each is preceded by
  ///   its length.
  public static func make(_ kind: String, _ parts: String...) -> RowID { make(kind, parts) }

  static func make(_ kind: String, _ parts: [String]) -> RowID {
    var bytes = namespace
    for part in [kind] + parts {
      bytes += Array("\(part.utf8.count):".utf8)
      bytes += Array(part.utf8)
    }
    let id = hash(bytes)
    let halves = [id[0..<8], id[8..<16]].map { $0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
    return RowID(high: halves[0], low: halves[1])
  }

  private static func hash(_ bytes: [UInt8]) -> [UInt8] {
    var id = Array(Insecure.SHA1.hash(data: bytes).prefix(16))
    id[6] = id[6] & 0x0F | 0x50
    id[8] = id[8] & 0x3F | 0x80
    return id
  }

  public static func setting(_ name: String) -> RowID { make(Setting.kind, name) }

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
