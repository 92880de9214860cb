/// Holds blocks to being full: each has as many whole lines as fit. Two in a row that could have been joined to the one
/// before are refused, so that reading costs what the bytes cost, however many blocks somebody cuts them into.
struct BlockFill {
  /// Bytes that the last block left free; none before the first.
  private var room = 0
  private var joinableInARow = 0

  /// - Parameters:
  ///   - plain: the next block's text.
  ///   - offset: where the block begins in the file.
  /// - Throws: `BundleError.damaged`.
  mutating func check(_ plain: [UInt8], at offset: Int) throws {
    let isJoinable = plain.count <= room || plain.prefix(room).contains(0x0A)
    joinableInARow = isJoinable ? joinableInARow + 1 : 0
    room = BGZF.plainLength - plain.count
    guard joinableInARow < 2 else {
      throw BundleError.damaged(Place(byte: offset), what: "its text is cut into smaller blocks than any export makes")
    }
  }
}
