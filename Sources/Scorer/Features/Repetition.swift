/// Whether a word occurs again in the paper, with a capital, in a greeting, or in an address: names of people and firms do.
struct Repetition {
  private var counts: [UInt32: UInt32] = [:]
  private var inAddress: Set<UInt32> = []
  private var inGreeting: Set<UInt32> = []
  /// In the line that says who a message is from, to whom it goes, and below its closing: people of either side.
  private var inSender: Set<UInt32> = []
  private var inAddressee: Set<UInt32> = []
  private var inSignature: Set<UInt32> = []
  private let kind: UInt32
  private let pieces: [Piece]

  init(_ page: Page, kind: UInt32) {
    self.kind = kind
    pieces = page.pieces
    for (place, piece) in pieces.enumerated() where piece.isWord {
      if piece.isCapital { counts[piece.key, default: 0] += 1 }
      let isJoined = !piece.isSpaced && place > 0 && (pieces[place - 1].isMark("@") || pieces[place - 1].isMark("."))
      let joins = place + 1 < pieces.count && !pieces[place + 1].isSpaced && pieces[place + 1].isMark("@")
      if isJoined || joins { inAddress.insert(piece.key) }
    }
    for line in page.lines where line.parts.greeting == 1 {
      for place in line.pieces.prefix(5) where pieces[place].isCapital { inGreeting.insert(pieces[place].key) }
    }
    for line in page.lines {
      let words = line.pieces.lazy.map { page.pieces[$0] }.filter(\.isCapital).map(\.key)
      if Self.from.contains(line.parts.head) { inSender.formUnion(words) }
      if Self.to.contains(line.parts.head) { inAddressee.formUnion(words) }
      if line.parts.closing > 1 { inSignature.formUnion(words) }
    }
  }

  private static let from = Set(["from", "von", "de", "da", "van", "od", "från"].map { Hash.word($0) })
  private static let to = Set(["to", "an", "à", "para", "a", "aan", "do", "till"].map { Hash.word($0) })

  func write(_ place: Int, _ out: inout Features) {
    let piece = pieces[place]
    guard piece.isWord else { return }
    if let count = counts[piece.key], piece.isCapital { out.add(.again, min(count, 3)) }
    if inAddress.contains(piece.key) { out.add(.domain, piece.isCapital ? 1 : 0) }
    for (sort, words) in [inGreeting, inSender, inAddressee, inSignature].enumerated() where words.contains(piece.key) {
      out.add(.domain, UInt32(sort) + 2)
      out.add(.domain, Hash.pair(UInt32(sort) + 2, kind))
    }
  }
}
