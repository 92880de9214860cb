import Glibc

/// A regular file, opened once for reading. A folder, a pipe or a device is refused without waiting for it, and so is a file
/// beyond the size limit.
package final class InputFile {
  /// Whether a symbolic link at the end of the path is followed: yes for a path that a person named, no for what lies in
  /// a shared folder.
  package enum Links { case follow, refuse }

  package let path: String
  /// In bytes, when it was opened.
  package let size: Int
  private let descriptor: Descriptor

  /// Throws `BundleError.file` or `.tooLarge`.
  package init(_ path: String, links: Links = .follow) throws {
    let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | (links == .refuse ? O_NOFOLLOW : 0)
    let number = retrying { open(path, flags) }
    guard number >= 0 else { throw BundleError.system(path, "opening") }
    descriptor = Descriptor(number)
    var status = stat()
    guard fstat(number, &status) == 0 else { throw BundleError.system(path, "looking at it") }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw BundleError.file(path: path, what: "it is not a regular file", code: 0)
    }
    guard status.st_size <= Limits.fileBytes else {
      throw BundleError.tooLarge(Place(byte: Limits.fileBytes), what: "more than \(Limits.fileBytes >> 30) GiB")
    }
    self.path = path
    size = Int(status.st_size)
  }

  /// A source that begins at the file's first byte; each has its own position.
  package func source() -> ByteSource { InputFile.source(descriptor, path) }

  /// The file's first bytes, at most `count`.
  package func prefix(_ count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = try bytes.withUnsafeMutableBytes { try readFully(source(), into: $0) }
    return Array(bytes[..<got])
  }

  static func source(_ descriptor: Descriptor, _ path: String) -> ByteSource {
    var position = 0
    return { buffer in
      let count = retrying { pread(descriptor.number, buffer.baseAddress, buffer.count, position) }
      guard count >= 0 else { throw BundleError.system(path, "reading") }
      position += count
      return count
    }
  }
}
