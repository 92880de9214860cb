import BundleFile

/// What a file is, told by its first bytes, so that a command can take it or say which command does.
package enum FileForm: Equatable, Sendable {
  case bundle
  case encryptedBundle
  /// A SQLite file: perhaps a store, never something to import.
  case database
  case empty
  case other

  private static let marks: [([UInt8], FileForm)] = [
    ([0x1F, 0x8B], .bundle), (Array("age-encryption.org/".utf8), .encryptedBundle),
    (Array("-----BEGIN AGE ENCRYPTED FILE".utf8), .encryptedBundle), (Array("SQLite format 3\0".utf8), .database),
  ]

  package init(firstBytes: [UInt8]) {
    let known = FileForm.marks.first { firstBytes.starts(with: $0.0) }
    self = known?.1 ?? (firstBytes.isEmpty ? .empty : .other)
  }

  /// Looks at a regular file; nil where there is none that can be read, which whoever reads it says better.
  package static func of(path: String) -> FileForm? {
    guard let file = try? InputFile(path), let bytes = try? file.prefix(32) else { return nil }
    return FileForm(firstBytes: bytes)
  }

  package var isBundle: Bool { self == .bundle || self == .encryptedBundle }
}
