/// Reads the text form of an age file: base64 in lines of 64 between two marks (C2SP age, "ASCII armor").
final class Armor {
  static let lookAhead = 1024
  private static let begin = Array("-----BEGIN AGE ENCRYPTED FILE-----".utf8)
  private static let end = Array("-----END AGE ENCRYPTED FILE-----".utf8)

  private let source: BufferedSource
  private var decoded: [UInt8] = []
  private var start = 0
  private var hasBegun = false
  private var isLastLine = false
  private var isAtEnd = false

  init(_ source: BufferedSource) { self.source = source }

  /// Whether, after any white space, the first mark follows.
  static func begins(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.drop(while: isSpace).starts(with: begin) }

  private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

  /// As a `ByteSource`: the binary form.
  func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
    while start == decoded.count {
      if isAtEnd { return 0 }
      try nextLine()
    }
    let count = min(target.count, decoded.count - start)
    decoded.withUnsafeBytes { target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<start + count])) }
    start += count
    return count
  }

  private func nextLine() throws {
    guard let line = try line() else { throw Armor.failure("its text form has no last line") }
    guard hasBegun else {
      if line.allSatisfy(Armor.isSpace) { return }
      guard line == Armor.begin else { throw Armor.failure("its text form does not begin as it must") }
      hasBegun = true
      return
    }
    if line == Armor.end { return try finish() }
    guard !isLastLine, !line.isEmpty, line.count <= 64, let bytes = Base64.standard.decode(line) else {
      throw Armor.failure("its text form is not base64 in lines of 64")
    }
    isLastLine = line.count < 64 || bytes.count < 48
    decoded = bytes
    start = 0
  }

  private func line() throws -> [UInt8]? {
    guard var line = try source.line(limit: Armor.lookAhead)?.bytes else { return nil }
    if line.last == 0x0D { line.removeLast() }
    return line
  }

  /// Nothing but white space may follow.
  private func finish() throws {
    isAtEnd = true
    while let line = try line() {
      guard line.allSatisfy(Armor.isSpace) else { throw Armor.failure("there is more after its text form") }
    }
  }

  private static func failure(_ what: String) -> BundleError { .encryption(what: what) }
}
