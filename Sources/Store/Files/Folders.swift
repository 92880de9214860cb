import Foundation

/// Folders and files as POSIX gives them: 0700 and 0600 under any umask, symlinks not followed at the last step.
enum Folders {
  /// Makes a folder and those above it, 0700.
  static func make(_ path: String) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      guard isFolder.boolValue else { throw StoreError.disk(path: path, why: "is a file where a folder is needed") }
      return
    }
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw StoreError.disk(path: path, why: "the folder cannot be made (\(String(cString: strerror(errno))))")
    }
  }

  /// Creates an empty file, 0600, unless it exists.
  static func createPrivateFile(_ path: String) throws {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      fchmod(descriptor, 0o600)
      close(descriptor)
    } else if errno != EEXIST {
      throw StoreError.disk(path: path, why: String(cString: strerror(errno)))
    }
  }

  /// Puts a file, or a folder's names, on the disk.
  static func flush(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreError.disk(path: path, why: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    // Some file systems have no such thing for folders and say so.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw StoreError.disk(path: path, why: String(cString: strerror(errno)))
    }
  }

  static func inode(_ path: String) -> UInt64 {
    var status = stat()
    return stat(path, &status) == 0 ? UInt64(status.st_ino) : 0
  }
}

/// An exclusive lock between processes, held from before a write begins until its mark is written. The kernel releases it
/// when the process dies.
final class ProcessLock {
  private let descriptor: Int32

  /// Waits for at most ten seconds, then throws `busy`.
  init(_ path: String, store: String) throws {
    try Folders.make((path as NSString).deletingLastPathComponent)
    descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreError.disk(path: path, why: String(cString: strerror(errno))) }
    for _ in 0..<1000 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
      usleep(10_000)
    }
    throw StoreError.busy(path: store)
  }

  /// Nil where another process holds it.
  init?(ifFree path: String) {
    descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return nil }
  }

  deinit { close(descriptor) }
}
