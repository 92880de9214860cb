/// A vCard (RFC 6350) or iCalendar (RFC 5545) file as it stands, of which single properties are read and changed. All else
/// stays byte for byte: other programs keep what is theirs in it.
package struct PropertyFile: Sendable {
  private(set) var lines: [PropertyLine]
  private let lineEnd: [UInt8]

  /// Larger files are not read: a card with a photograph has less.
  package static let mostBytes = 8 << 20
  /// A property's line with its folds and escapes: twice the longest notes. A photograph may have more, and is only kept.
  static let longestRead = 3 << 20
  private static let mostLines = 20_000

  /// Nil for what is no file of one such block, or is too large.
  ///
  /// - Parameter block: `VCARD` or `VCALENDAR`.
  package init?(_ bytes: [UInt8], of block: String) {
    guard bytes.count <= Self.mostBytes else { return nil }
    lines = PropertyLine.all(in: bytes)
    guard lines.count <= Self.mostLines else { return nil }
    lineEnd = lines.first?.raw.suffix(2) == [0x0D, 0x0A] ? [0x0D, 0x0A] : [0x0A]
    let filled = lines.indices.filter { !lines[$0].isBlank }
    guard let first = filled.first, let last = filled.last, lines[first].opens == block, lines[last].closes == block,
      blocks(block).first == first..<last + 1
    else { return nil }
  }

  package var bytes: [UInt8] { lines.flatMap(\.raw) }

  // MARK: Blocks

  /// The blocks of this name from `BEGIN` to `END`, wherever they stand; none where some block is not closed, or closed by
  /// another.
  package func blocks(_ name: String) -> [Range<Int>] {
    var (open, found) = ([(name: String, start: Int)](), [Range<Int>]())
    for place in lines.indices {
      if let begun = lines[place].opens { open.append((begun, place)) }
      guard let ended = lines[place].closes else { continue }
      guard let last = open.popLast(), last.name == ended else { return [] }
      if ended == name { found.append(last.start..<place + 1) }
    }
    return open.isEmpty ? found.sorted { $0.lowerBound < $1.lowerBound } : []
  }

  /// The places of a block's own properties of this name, not those of blocks inside.
  package func places(_ name: String, in block: Range<Int>) -> [Int] {
    var (depth, places) = (0, [Int]())
    for place in block {
      if lines[place].opens != nil { depth += 1 }
      if depth == 1, lines[place].name == name { places.append(place) }
      if lines[place].closes != nil { depth -= 1 }
    }
    return places
  }

  package subscript(place: Int) -> PropertyLine { lines[place] }

  // MARK: Changing

  /// Gives a property another value, as it is to stand; its group and parameters stay.
  package mutating func replace(_ place: Int, value: String) {
    lines[place] = PropertyLine(lines[place].head + ":" + value, lineEnd)
  }

  /// The same for a text, of which the parameters say how the value before it was written.
  mutating func replace(_ place: Int, text: String) {
    lines[place] = PropertyLine(lines[place].headOfText + ":" + text, lineEnd)
  }

  /// Gives a property other parameters too.
  package mutating func replace(_ place: Int, line: String) { lines[place] = PropertyLine(line, lineEnd) }

  package mutating func remove(_ place: Int) { lines.remove(at: place) }

  /// A line more at the end of a block, before the blocks inside it.
  package mutating func add(_ line: String, to block: Range<Int>) {
    let inner = block.dropFirst().first { lines[$0].opens != nil }
    lines.insert(PropertyLine(line, lineEnd), at: inner ?? block.upperBound - 1)
  }

  /// A line more at a place.
  package mutating func insert(_ line: String, at place: Int) { lines.insert(PropertyLine(line, lineEnd), at: place) }
}
