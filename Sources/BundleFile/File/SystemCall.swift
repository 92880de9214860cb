import Glibc

extension BundleError {
  /// A failed system call, with what people can do about it.
  static func system(_ path: String, _ action: String, _ code: Int32 = errno) -> BundleError {
    .file(path: path, what: "\(action) failed: \(String(cString: strerror(code)))\(advice(code))", code: code)
  }

  private static func advice(_ code: Int32) -> String {
    switch code {
    case ENOSPC, EDQUOT: ". Make room, or choose another folder; nothing was left behind"
    case EACCES, EPERM, EROFS: ". Choose a folder that you may write to, or a file that you may read"
    case ENOENT: ". Check the path"
    default: ""
    }
  }
}

/// A file descriptor that closes itself.
final class Descriptor {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { close(number) }
}

/// Repeats a system call that a signal interrupted.
func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}
