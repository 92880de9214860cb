import Glibc

/// A new file of a name nobody else has, locked as long as it is open.
final class TemporaryFile {
  private let folder: Folder
  private let descriptor: Descriptor
  private let name: String
  /// The file that is being written, for messages.
  private let target: String
  private var written = 0
  private var nextDiskCheck = 0
  private var isInPlace = false

  init(in folder: Folder, for target: String) throws {
    self.folder = folder
    self.target = target
    while true {
      let name = Folder.temporaryPrefix + String(UInt64.random(in: .min ... .max), radix: 36) + ".tmp"
      let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
      let number = retrying { openat(folder.descriptor.number, name, flags, 0o600) }
      guard number >= 0 else { throw BundleError.system(target, "making a file beside it") }
      let descriptor = Descriptor(number)
      // For odd umasks; it cannot fail on a file system that has modes.
      fchmod(number, 0o600)
      if Self.isLocked(number), folder.holds(name) {
        (self.name, self.descriptor) = (name, descriptor)
        return
      }
    }
  }

  /// Locks a new file. False where the clean-up of another run came before; it takes the file for a stale one.
  private static func isLocked(_ number: CInt) -> Bool {
    // A file system without locks has no clean-up either.
    flock(number, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
  }

  func sink(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes
    while !rest.isEmpty {
      try checkDisk()
      let count = retrying { write(descriptor.number, rest.baseAddress, min(rest.count, 1 << 20)) }
      guard count > 0 else { throw BundleError.system(target, "writing", count == 0 ? ENOSPC : errno) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      written += count
    }
  }

  /// Stops while there is still room for others.
  private func checkDisk() throws {
    guard written >= nextDiskCheck else { return }
    nextDiskCheck += Limits.diskCheckBytes
    var status = statvfs()
    guard fstatvfs(descriptor.number, &status) == 0, status.f_blocks > 0 else { return }
    guard status.f_bavail > 0 else { throw BundleError.system(target, "writing", ENOSPC) }
  }

  func flush() throws {
    guard fsync(descriptor.number) == 0 else { throw BundleError.system(target, "writing to the disk") }
  }

  func source() -> ByteSource { InputFile.source(descriptor, target) }

  func rename(to newName: String, replace: Bool) throws {
    let place = folder.descriptor.number
    if replace {
      guard renameat(place, name, place, newName) == 0 else { throw BundleError.system(target, "renaming") }
    } else {
      try renameWithoutReplacing(to: newName)
    }
    isInPlace = true
  }

  /// A second link, which never replaces; on sticks and mounts that have no links, a look and a rename.
  private func renameWithoutReplacing(to newName: String) throws {
    let place = folder.descriptor.number
    if linkat(place, name, place, newName, 0) == 0 {
      unlinkat(place, name, 0)
      return
    }
    if errno == EEXIST || folder.holds(newName) { throw SafeFile.exists(target) }
    guard renameat(place, name, place, newName) == 0 else { throw BundleError.system(target, "renaming") }
  }

  /// Removes the file unless it has its name already.
  func remove() {
    if !isInPlace { unlinkat(folder.descriptor.number, name, 0) }
  }
}
