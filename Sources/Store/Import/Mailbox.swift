import Crypto
import Foundation

/// A mailbox file (mbox, RFC 4155): where its mails stand, found without holding it in memory.
struct Mailbox {
  struct Mail {
    let range: Range<Int>
    /// Tells it from the others whatever comes and goes around it: a part of the hash of its head.
    let mark: String
  }

  private let place: FilePlace
  private static let chunk = 1 << 20

  init(_ place: FilePlace) { self.place = place }

  /// Empty where the file is none.
  func mails() -> [Mail] {
    let descriptor = place.open()
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return [] }
    var walk = MailboxWalk()
    var bytes = [UInt8](repeating: 0, count: Mailbox.chunk)
    var offset = 0
    while offset < Int(status.st_size) {
      let count = pread(descriptor, &bytes, Mailbox.chunk, off_t(offset))
      guard count > 0 else { return [] }
      walk.read(bytes[..<count], at: offset)
      // Told by its first two lines, lest a file of any size is gone through for nothing.
      if offset == 0, !walk.beginsMailbox { return [] }
      offset += count
    }
    return walk.starts.indices.map { number in
      let end = number + 1 < walk.starts.count ? walk.starts[number + 1] : offset
      return Mail(range: walk.starts[number]..<end, mark: mark(descriptor, walk.starts[number], end))
    }
  }

  private func mark(_ descriptor: Int32, _ start: Int, _ end: Int) -> String {
    var head = [UInt8](repeating: 0, count: min(4096, end - start))
    let count = pread(descriptor, &head, head.count, off_t(start))
    let line = head.firstIndex(of: 0x0A) ?? 0
    // The line "From … DATE" is written by whatever program moved the mail last.
    return SHA256.hash(data: head[min(line, max(count, 0))..<max(count, 0)]).prefix(4)
      .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// Finds the lines that begin mails: "From ", after a blank line and before a field of a head.
private struct MailboxWalk {
  private(set) var starts: [Int] = []
  /// The line under way, its first bytes, and where it began.
  private var line = [UInt8]()
  private var lineStart = 0
  private var length = 0
  private var isAfterBlank = true
  /// A line that begins a mail if the next is a field.
  private var candidate: Int?

  var beginsMailbox: Bool { starts.first == 0 }

  mutating func read(_ bytes: ArraySlice<UInt8>, at offset: Int) {
    for (place, byte) in bytes.enumerated() {
      if byte == 0x0A {
        end()
        (line, length, lineStart) = ([], 0, offset + place + 1)
      } else {
        length += 1
        if line.count < 80, byte != 0x0D { line.append(byte) }
      }
    }
  }

  private mutating func end() {
    if let place = candidate, isField || line.starts(with: ">From ".utf8) {
      if isField {
        starts.append(place)
        candidate = nil
      }
    } else {
      candidate = isAfterBlank && line.starts(with: "From ".utf8) ? lineStart : nil
    }
    isAfterBlank = line.isEmpty
  }

  private var isField: Bool {
    guard let colon = line.firstIndex(of: 0x3A), colon > 0 else { return false }
    return line[..<colon].allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
        || byte == 0x5F
    }
  }
}
