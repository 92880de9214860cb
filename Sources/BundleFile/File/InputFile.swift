import Glibc

/// A regular file that is read as often as needed. It is open only while it is read, so that any number may be named at
/// once; another file in its place is refused. A folder, a pipe or a device is refused without waiting for it, and so is a
/// file beyond the size limit.
package final class InputFile {
  /// Whether a symbolic link at the end of the path is followed: yes for a path that a person named, no for what lies in
  /// a shared folder.
  package enum Links { case follow, refuse }

  package let path: String
  /// In bytes, when it was first opened.
  package var size: Int { Int(status.st_size) }
  private let status: stat
  private let flags: Int32

  /// Throws `BundleError.file` or `.tooLarge`.
  package init(_ path: String, links: Links = .follow) throws {
    self.path = path
    flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | (links == .refuse ? O_NOFOLLOW : 0)
    (_, status) = try InputFile.open(path, flags)
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw BundleError.file(path: path, what: "it is not a regular file", code: 0)
    }
    guard status.st_size <= Limits.fileBytes else {
      throw BundleError.tooLarge(Place(byte: Limits.fileBytes), what: "more than \(Limits.fileBytes >> 30) GiB")
    }
  }

  private static func open(_ path: String, _ flags: Int32) throws -> (Descriptor, stat) {
    let number = retrying { Glibc.open(path, flags) }
    guard number >= 0 else { throw BundleError.system(path, "opening") }
    let descriptor = Descriptor(number)
    var status = stat()
    guard fstat(number, &status) == 0 else { throw BundleError.system(path, "looking at it") }
    return (descriptor, status)
  }

  /// The same file, opened again.
  private func reopened() throws -> Descriptor {
    let (descriptor, found) = try InputFile.open(path, flags)
    guard found.st_dev == status.st_dev, found.st_ino == status.st_ino, found.st_mode == status.st_mode else {
      throw BundleError.file(path: path, what: "another file took its place while it was read. Try again", code: 0)
    }
    return descriptor
  }

  /// A source that begins at the file's first byte; each has its own position.
  package func source() -> ByteSource {
    var source: ByteSource?
    return { [self] buffer in
      let read = try source ?? InputFile.source(reopened(), path)
      let count = try read(buffer)
      // At the end the file is let go of at once; who asks again is told so again.
      source = count == 0 && !buffer.isEmpty ? { _ in 0 } : read
      return count
    }
  }

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
