import Glibc

/// The folder that a file is written into, held open so that every step happens in the same one.
struct Folder {
  let path: String
  let descriptor: Descriptor

  init(of file: String) throws {
    guard let name = file.split(separator: "/").last, file.utf8.last != UInt8(ascii: "/"), name != ".", name != ".."
    else {
      throw BundleError.file(path: file, what: "this is not the name of a file", code: 0)
    }
    let parent = String(file.dropLast(name.count))
    path = parent.isEmpty ? "." : parent
    let number = retrying { [path] in open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard number >= 0 else { throw BundleError.system(path, "opening the folder") }
    descriptor = Descriptor(number)
  }

  /// Whether anything has this name, a dangling link too.
  func holds(_ name: String) -> Bool {
    var status = stat()
    return fstatat(descriptor.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0
  }

  /// Puts the folder's names on the disk. Some file systems have no such thing for folders and say so.
  func flush() throws {
    if fsync(descriptor.number) != 0 && errno != EINVAL {
      throw BundleError.system(path, "writing the folder to the disk")
    }
  }

  // MARK: temporary names

  /// Removes the temporary files of runs on this machine that were killed: those that nobody holds locked.
  func removeStale() {
    for name in names() where name.hasPrefix(Folder.temporaryPrefix) {
      let number = openat(descriptor.number, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard number >= 0 else { continue }
      let file = Descriptor(number)
      var status = stat()
      guard fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == getuid(),
        flock(file.number, LOCK_EX | LOCK_NB) == 0
      else { continue }
      unlinkat(descriptor.number, name, 0)
    }
  }

  private func names() -> [String] {
    // A descriptor of its own, since reading moves it and closing the stream closes it.
    let number = openat(descriptor.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { return [] }
    guard let stream = fdopendir(number) else {
      close(number)
      return []
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      names.append(name)
    }
    return names
  }

  /// Begins the names of this machine's temporary files. A shared folder may hold another machine's, which are not ours to
  /// remove; the machine's name itself is not shown.
  static let temporaryPrefix: String = {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, 255)
    let hash = name.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64(UInt8(bitPattern: $1))) &* 0x100_0000_01B3 }
    return ".afterword-" + String(hash, radix: 36) + "-"
  }()
}
