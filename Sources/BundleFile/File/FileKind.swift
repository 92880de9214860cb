/// What a file is, by its first bytes.
package enum FileKind: Hashable, Sendable {
  case bundle
  /// A gzip file that is not in a bundle's blocks.
  case gzip
  /// An age file, which may hold a bundle.
  case encrypted
  case other

  /// How many first bytes tell.
  package static let prefixLength = Armor.lookAhead

  package init(_ prefix: [UInt8]) {
    if prefix.starts(with: BGZF.header) {
      self = .bundle
    } else if prefix.starts(with: [0x1F, 0x8B]) || prefix == [0x1F] {
      // A single byte is the least of a gzip file that is being copied, and of no text.
      self = .gzip
    } else if prefix.starts(with: Array("age-encryption.org/".utf8)) || Armor.begins(prefix[...]) {
      self = .encrypted
    } else {
      self = .other
    }
  }

  /// What a file that is no bundle looks like, as a clause.
  static func describe(_ prefix: [UInt8]) -> String {
    if prefix.isEmpty { return "it is empty" }
    if prefix.starts(with: Array("SQLite format 3".utf8)) { return "it is an SQLite database" }
    if prefix.starts(with: Array("PK".utf8)) { return "it is a ZIP archive" }
    if prefix.starts(with: [0x1F, 0x8B]) {
      return "it is an ordinary gzip file. If another tool packed a bundle anew, `--lenient` reads it"
    }
    if prefix.contains(0) { return "its first bytes are not a bundle's" }
    return "it looks like a text. Notes are read by `afterword import` or `afterword read`"
  }
}
