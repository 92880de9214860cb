/// Files that are attached to mails: base64 between two boundaries. They are no text, and may be a hundred times larger than it.
package enum Attachments {
  /// Mails below this are kept byte for byte.
  private static let small = 256 << 10

  package static func isLarge(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > small else { return false }
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    return ["\nfrom:", "\nsubject:", "\nmime-version:", "\ncontent-type:", "\nreceived:"].count {
      ("\n" + head).contains($0)
    } >= 2
  }

  /// A mail or mailbox without the coded lines of its parts that are no text. The parts' heads stay.
  package static func leftOut(of bytes: [UInt8]) -> [UInt8] {
    var out = [UInt8]()
    var (isText, run, start) = (true, 0, 0)
    while start < bytes.count {
      let feed = bytes[start...].firstIndex(of: 0x0A)
      let end = feed.map { $0 + 1 } ?? bytes.count
      let line = bytes[start..<end]
      if isCoded(line) {
        run += 1
        // The first lines may be anything; a whole screen of them is a file.
        if isText || run <= 2 { out += line }
      } else {
        run = 0
        if let type = value("content-type:", line) { isText = type.contains("text/") || type.contains("multipart/") }
        if let kind = value("content-disposition:", line), kind.contains("attachment") { isText = false }
        out += line
      }
      start = end
    }
    return out
  }

  /// 60 to 80 signs of base64 and nothing else.
  private static func isCoded(_ line: ArraySlice<UInt8>) -> Bool {
    guard (58...100).contains(line.count) else { return false }
    return line.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2B
        || byte == 0x2F || byte == 0x3D || byte == 0x0A || byte == 0x0D
    }
  }

  private static func value(_ name: String, _ line: ArraySlice<UInt8>) -> String? {
    guard line.count < 400, line.first.map({ $0 | 0x20 == 0x63 }) ?? false else { return nil }
    let own = String(decoding: line, as: UTF8.self).lowercased()
    return own.hasPrefix(name) ? own : nil
  }
}
