import Foundation
import Synchronization

/// Writing to a file descriptor until all is written. A reader that has gone away is no error: the rest is dropped.
enum Descriptor {
  /// The first error of standard output, as `errno`; 0 while there was none.
  private static let outputError = Atomic<Int32>(0)

  /// Why what was written to standard output is not all there; nil where it is.
  static var outputTrouble: String? {
    let code = outputError.load(ordering: .relaxed)
    return code == 0 ? nil : String(cString: strerror(code))
  }

  static func write(_ text: String, to descriptor: Int32) {
    if descriptor == STDOUT_FILENO || descriptor == STDERR_FILENO { ProgressLine.clear() }
    put(text, to: descriptor)
  }

  /// The bytes alone, without looking after the progress line.
  static func put(_ text: String, to descriptor: Int32) { put(Array(text.utf8), to: descriptor) }

  static func put(_ bytes: [UInt8], to descriptor: Int32) {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return note(errno, descriptor) }
      bytes = bytes.dropFirst(written)
    }
  }

  /// Who closed the pipe, or gave none, does not want to read.
  private static func note(_ code: Int32, _ descriptor: Int32) {
    guard descriptor == STDOUT_FILENO, code != EPIPE, code != EBADF else { return }
    _ = outputError.compareExchange(expected: 0, desired: code, ordering: .relaxed)
  }
}
