import Foundation
import Merge
import Model

/// The mark beside the store, in the state folder (MERGE.md, *Copies, restores, forks*): what this machine last wrote, so
/// that a copied file or a restored backup is noticed before it writes under a name that is in use elsewhere.
struct Mark: Equatable {
  var incarnation: Incarnation
  var machine: String
  var inode: UInt64
  var seq: Int
  var hash: ChainHash?

  private var text: String {
    """
    afterword mark 1
    \(incarnation)
    \(inode)
    \(seq)
    \(hash?.description ?? "-")
    \(machine)

    """
  }

  private init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count >= 6, lines[0] == "afterword mark 1", let incarnation = RowID(lines[1]),
      let inode = UInt64(lines[2]), let seq = Int(lines[3])
    else { return nil }
    self.incarnation = Incarnation(incarnation)
    self.inode = inode
    self.seq = seq
    hash = ChainHash(hexadecimal: lines[4])
    machine = lines[5]
  }

  init(incarnation: Incarnation, machine: String, inode: UInt64, seq: Int, hash: ChainHash?) {
    self.incarnation = incarnation
    self.machine = machine
    self.inode = inode
    self.seq = seq
    self.hash = hash
  }

  /// The mark at this path; nil when missing or unreadable, which both mean: in doubt.
  static func read(_ path: String) -> Mark? {
    guard let data = FileManager.default.contents(atPath: path), data.count < 4096 else { return nil }
    return Mark(text: String(decoding: data, as: UTF8.self))
  }

  /// Replaces the mark. Not fsynced: losing it costs a new incarnation, nothing else.
  func write(_ path: String) throws {
    let temporary = path + ".new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreError.disk(path: path, why: String(cString: strerror(errno))) }
    let bytes = Array(text.utf8)
    let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    guard written == bytes.count, rename(temporary, path) == 0 else {
      throw StoreError.disk(path: path, why: String(cString: strerror(errno)))
    }
  }
}

extension ChainHash {
  /// Reads 64 hexadecimal digits.
  init?(hexadecimal text: String) {
    let digits = Array(text.utf8)
    guard digits.count == 64 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: 64, by: 2) {
      guard let byte = UInt8(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16) else { return nil }
      bytes.append(byte)
    }
    self.init(bytes)
  }
}
