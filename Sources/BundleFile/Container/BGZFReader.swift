/// Reads blocks strictly: every byte of a block's frame must be what the writer sets, inflating ends exactly, sums and
/// lengths hold, the empty block ends the file and nothing follows it. Nothing read from the file sizes an allocation.
final class BGZFReader {
  private let source: ByteSource
  private let work = OrderedWork<Block>()
  private var offset = 0
  private var isAtEnd = false
  /// Why no more blocks can be read, once those before have been given out.
  private var failure: BundleError?
  private var textBytes = 0
  private var fill = BlockFill()

  private struct Block: Sendable {
    /// nil where the block does not hold what it says.
    var plain: [UInt8]?
    var offset: Int
    /// Bytes of the file up to the block's end.
    var end: Int
  }

  init(_ source: @escaping ByteSource) { self.source = source }

  /// The next block's text; nil after the last.
  func next() throws -> [UInt8]? {
    while failure == nil && !isAtEnd && !work.isFull { try readAhead() }
    guard let block = try work.take() else {
      if let failure { throw failure }
      return nil
    }
    guard let plain = block.plain else {
      throw BundleError.damaged(Place(byte: block.offset), what: "a block does not hold what its sums say")
    }
    try fill.check(plain, at: block.offset)
    textBytes += plain.count
    try Expansion.check(text: textBytes, file: block.end)
    return plain
  }

  /// Reads one block's bytes and puts it to work; a fault waits until the blocks before it have been taken.
  private func readAhead() throws {
    do {
      try readBlock()
    } catch let error as BundleError {
      failure = error
    }
  }

  private func readBlock() throws {
    let start = offset
    let header = try read(BGZF.headerLength)
    guard header.prefix(BGZF.header.count).elementsEqual(BGZF.header) else {
      throw BundleError.damaged(Place(byte: start), what: "a block does not begin as it must")
    }
    let length = (Int(header[16]) | Int(header[17]) << 8) + 1
    guard length >= BGZF.end.count else {
      throw BundleError.damaged(Place(byte: start), what: "a block says that it is shorter than can be")
    }
    let rest = try read(length - BGZF.headerLength)
    let trailer = rest.count - BGZF.trailerLength
    let sum = BGZFReader.number(rest[trailer..<trailer + 4])
    let plainLength = Int(BGZFReader.number(rest[(trailer + 4)...]))
    if plainLength == 0 { return try readEnd(header + rest, start) }
    guard plainLength <= BGZF.plainLength else {
      throw BundleError.damaged(Place(byte: start), what: "a block says that it holds more than can be")
    }
    let end = offset
    work.put { Block(plain: BGZF.inflated(rest[..<trailer], length: plainLength, crc: sum), offset: start, end: end) }
  }

  private func readEnd(_ member: [UInt8], _ start: Int) throws {
    guard member == BGZF.end else {
      throw BundleError.damaged(Place(byte: start), what: "an empty block is not the one that ends a file")
    }
    isAtEnd = true
    var more: UInt8 = 0
    let count = try withUnsafeMutableBytes(of: &more) { try source($0) }
    guard count == 0 else {
      throw BundleError.damaged(Place(byte: offset), what: "there is more after the block that ends the file")
    }
  }

  private func read(_ count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = try bytes.withUnsafeMutableBytes { try readFully(source, into: $0) }
    offset += got
    guard offset <= Limits.fileBytes else {
      throw BundleError.tooLarge(Place(byte: offset), what: "more than \(Limits.fileBytes >> 30) GiB")
    }
    guard got == count else { throw BundleError.incomplete(Place(byte: offset)) }
    return bytes
  }

  static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}

/// Bounds how much text a file may unfold to.
enum Expansion {
  static func check(text: Int, file: Int) throws {
    if text > Limits.textBytes {
      throw BundleError.tooLarge(Place(byte: file), what: "more than \(Limits.textBytes >> 30) GiB of text")
    }
    if text > Limits.expansionFloor && text > Limits.expansion * file {
      throw BundleError.tooLarge(Place(byte: file), what: "it unfolds to more than \(Limits.expansion) times its size")
    }
  }
}
