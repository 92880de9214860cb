import Foundation

/// A path as the file system has it: bytes, which in folders from old systems need not be UTF-8.
struct FilePlace {
  private let bytes: [UInt8]

  init(_ path: String) { bytes = Array(path.utf8) }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// For people: with U+FFFD where it is no UTF-8.
  var shown: String { String(decoding: bytes, as: UTF8.self) }

  func appending(_ name: [UInt8]) -> FilePlace { FilePlace(bytes: bytes + [UInt8(ascii: "/")] + name) }

  /// The names in a folder, in order, hidden ones left out; nil where it cannot be read.
  func names() -> [[UInt8]]? {
    guard let folder = opendir(characters) else { return nil }
    defer { closedir(folder) }
    var names = [[UInt8]]()
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name.first != UInt8(ascii: ".") { names.append(name) }
    }
    return names.map { ($0, String(decoding: $0, as: UTF8.self)) }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// What stands there, links followed; nil for a link to nothing.
  func type() -> (type: mode_t, isLink: Bool)? {
    var status = stat()
    guard lstat(characters, &status) == 0 else { return nil }
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    guard !isLink || stat(characters, &status) == 0 else { return nil }
    return (status.st_mode & S_IFMT, isLink)
  }

  /// A descriptor for reading, negative where it cannot be opened; a pipe does not block it.
  func open() -> Int32 { Foundation.open(characters, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }

  private var characters: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}
