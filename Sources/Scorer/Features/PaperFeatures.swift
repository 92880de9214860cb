/// What a paper as a whole is told by: its words, how it begins and ends, how it is built.
struct PaperFeatures {
  let page: Page

  /// Words beyond these tell no more of the sort of paper.
  private static let longest = 600

  func write(_ out: inout Features) {
    var seen: Set<UInt32> = []
    var (last, lastClass) = (UInt32(0), UInt32(0))
    var (words, first, second) = (0, 0, 0)
    for piece in page.pieces where piece.isWord {
      words += 1
      if Self.me.contains(piece.key) { first += 1 }
      if Self.you.contains(piece.key) { second += 1 }
      guard words <= Self.longest else { continue }
      if seen.insert(Hash.pair(1, piece.key)).inserted { out.add(.paperWord, piece.key) }
      if seen.insert(Hash.pair(last, piece.key)).inserted { out.add(.paperPair, Hash.pair(last, piece.key)) }
      if piece.classes != 0 {
        let level = WordClasses.level(piece.classes, 1)
        if seen.insert(Hash.pair(2, level)).inserted { out.add(.paperClass, level) }
        let fine = WordClasses.level(piece.classes, 2) | 0x8000
        if seen.insert(Hash.pair(2, fine)).inserted { out.add(.paperClass, fine) }
        if lastClass != 0 {
          let pair = Hash.pair(WordClasses.level(lastClass, 0), WordClasses.level(piece.classes, 0))
          if seen.insert(pair).inserted { out.add(.paperClassPair, pair) }
        }
      }
      last = piece.key
      lastClass = piece.classes
    }
    share(first, words, 1, &out)
    share(second, words, 2, &out)
    build(&out)
    ends(&out)
  }

  private static let me = Set(
    ["i", "me", "my", "i'd", "i'm", "ich", "je", "yo", "mir", "mich", "io", "eu", "ik"].map { Hash.word($0) })
  private static let you = Set(
    ["you", "your", "sie", "ihnen", "ihr", "vous", "votre", "usted", "su", "lei", "u"].map { Hash.word($0) })

  private func share(_ part: Int, _ whole: Int, _ sort: UInt32, _ out: inout Features) {
    let share = part == 0 ? 0 : min(5, 1 + part * 50 / max(whole, 1))
    out.add(.paperShape, sort << 8 | UInt32(share))
  }

  private func build(_ out: inout Features) {
    let lines = page.lines.filter { !$0.pieces.isEmpty }
    out.add(
      .paperSize, UInt32(lines.count < 4 ? 0 : lines.count < 10 ? 1 : lines.count < 25 ? 2 : lines.count < 60 ? 3 : 4))
    let labelled = lines.count { !$0.label.isEmpty }
    share(labelled, lines.count * 5, 3, &out)
    share(lines.count { $0.mark != 0 }, lines.count * 5, 4, &out)
    share(lines.count { $0.isHeading }, lines.count * 5, 5, &out)
    share(page.cells.count { $0 != nil }, page.pieces.count * 5, 6, &out)
    share(page.pieces.count { $0.kind == .mark }, page.pieces.count * 3, 7, &out)
    share(page.pieces.count { $0.kind == .number }, page.pieces.count * 3, 8, &out)
    var hints: [UInt16: Int] = [:]
    for place in page.pieces.indices {
      for code in page.hints.at(place) where code & 1 == 1 { hints[code >> 1, default: 0] += 1 }
    }
    for (code, count) in hints.sorted(by: { $0.key < $1.key }) {
      out.add(.paperHint, UInt32(code))
      if count > 1 { out.add(.paperHint, UInt32(code) << 8 | UInt32(Self.size(count))) }
    }
    share(lines.count(where: opensWithDay), lines.count * 5, 10, &out)
    for line in lines {
      if line.parts.head != 0 { out.add(.paperShape, Hash.pair(9, line.parts.head)) }
      if line.parts.greeting == 1 { out.add(.paperShape, 0x1000) }
      if line.parts.closing == 1 { out.add(.paperShape, 0x1001) }
      if let place = line.label.first {
        out.add(.paperLabel, page.pieces[place].key)
        let classes = page.pieces[place].classes
        if classes != 0 { out.add(.paperLabel, 0x8000_0000 | WordClasses.level(classes, 1)) }
      }
      if line.parts.isQuoted { out.add(.paperShape, 0x1002) }
    }
  }

  /// Doublings: 2, 3 to 4, 5 to 8 …
  private static func size(_ count: Int) -> Int { min(Int.bitWidth - (count - 1).leadingZeroBitCount, 6) }

  /// Entries of a log begin with a day.
  private func opensWithDay(_ line: PageLine) -> Bool {
    line.pieces.prefix(3).contains { place in
      page.hints.at(place).contains { $0 & 1 == 1 && Hint.days.contains($0 >> 1) }
    }
  }

  private func ends(_ out: inout Features) {
    let lines = page.lines.filter { !$0.pieces.isEmpty }
    for place in lines.first?.pieces ?? 0..<0 where page.pieces[place].isWord {
      out.add(.paperFirst, page.pieces[place].key)
    }
    for place in lines.last?.pieces ?? 0..<0 where page.pieces[place].isWord {
      out.add(.paperEnd, page.pieces[place].key)
    }
  }
}
