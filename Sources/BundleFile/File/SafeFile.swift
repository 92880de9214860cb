import Glibc

/// Writes a file that is there whole or not at all: into a temporary file beside it, to the disk, read back, and only then
/// under its name.
package enum SafeFile {
  /// Writes what `content` sends, then has `readBack` check it from its first byte.
  ///
  /// The file is readable by its owner alone. Where something has the name already, it stays unless `replace` is set. When
  /// anything throws, the temporary file is removed; one that a killed run left behind is removed on the next use.
  ///
  /// - Parameter finalName: a name in the same folder that depends on the content; else the path's own.
  package static func write<Result>(
    to path: String, replace: Bool, finalName: ((Result) -> String)? = nil,
    content: (@escaping ByteSink) throws -> Result, readBack: (@escaping ByteSource) throws -> Void
  ) throws -> Result {
    let folder = try Folder(of: path)
    folder.removeStale()
    let name = path.fileName
    if finalName == nil && !replace && folder.holds(name) { throw exists(path) }
    let temporary = try TemporaryFile(in: folder, for: path)
    do {
      let result = try content(temporary.sink)
      try temporary.flush()
      try readBack(temporary.source())
      try temporary.rename(to: finalName?(result) ?? name, replace: replace)
      try folder.flush()
      return result
    } catch {
      temporary.remove()
      throw error
    }
  }

  static func exists(_ path: String) -> BundleError {
    .file(path: path, what: "it exists already. Choose another name, or replace it with --replace", code: EEXIST)
  }
}

extension String {
  /// What follows the last slash.
  fileprivate var fileName: String { split(separator: "/").last.map(String.init) ?? self }
}

extension SafeFile {
  /// Writes a text that is read back byte for byte; see `write(to:replace:finalName:content:readBack:)`.
  package static func write(_ text: String, to path: String, replace: Bool) throws {
    try write(Array(text.utf8), to: path, replace: replace)
  }

  /// Bytes that are read back.
  package static func write(_ bytes: [UInt8], to path: String, replace: Bool) throws {
    try write(to: path, replace: replace) { sink in
      try bytes.withUnsafeBytes(sink)
    } readBack: { source in
      var written = [UInt8](repeating: 0, count: bytes.count + 1)
      let count = try written.withUnsafeMutableBytes { try readFully(source, into: $0) }
      guard count == bytes.count, written.dropLast().elementsEqual(bytes) else {
        throw BundleError.file(
          path: path, what: "what was written does not read back the same. Try another disk", code: 5)
      }
    }
  }
}
