import Merge
import Model

/// A text version that deltas of the same segment may be written against.
struct TextVersion {
  var whole: String
  /// How many deltas lie between it and a version written whole.
  var chain: Int
}

/// The texts of one segment, alike in writer and reader: what both have in hand decides what a delta may build on.
struct SegmentTexts {
  private var versions: [Reference: TextVersion] = [:]
  private(set) var unfolded = 0

  /// The base a delta may be written against.
  func base(_ reference: Reference) -> TextVersion? {
    guard let version = versions[reference], version.chain < Limits.deltaChain else { return nil }
    return version
  }

  func hasRoom(for bytes: Int) -> Bool { unfolded + bytes <= Limits.deltaBytesOfSegment }
  mutating func unfold(_ bytes: Int) { unfolded += bytes }

  /// Remembers the texts of a whole transaction, of which `first` is the first change; `chains` has, by index of the
  /// change, those written as deltas.
  mutating func remember(_ changes: [Change], first: Reference, chains: [Int: Int]) {
    for (index, change) in changes.enumerated() {
      guard case .text(_, let whole) = change.operation, whole.utf8.count <= Limits.inlineStringBytes else { continue }
      let reference = Reference(incarnation: first.incarnation, seq: first.seq + index, hash: first.hash)
      versions[reference] = TextVersion(whole: whole, chain: chains[index] ?? 0)
    }
  }
}

/// Counts changes by the bytes of the kind's name, which Swift's string comparison would fold.
struct KindCounter {
  private var counts: [[UInt8]: Int] = [:]
  private var lastKind = ""
  private var lastCount = 0

  /// Whether there are more kinds than a bundle may have.
  var isFull: Bool {
    if counts.count < Limits.kinds { return false }
    return counts.count > Limits.kinds || (lastCount > 0 && counts[Array(lastKind.utf8)] == nil)
  }

  mutating func count(_ changes: [Change]) {
    changes.withUnsafeBufferPointer { changes in
      for index in changes.indices { count(changes[index].subject.kind) }
    }
  }

  private mutating func count(_ kind: String) {
    if isFull { return }
    if !haveSameBytes(kind, lastKind) {
      flush()
      lastKind = kind
    }
    lastCount += 1
  }

  private mutating func flush() {
    if lastCount > 0 { counts[Array(lastKind.utf8), default: 0] += lastCount }
    lastCount = 0
  }

  /// All of them.
  var total: Int { counts.values.reduce(lastCount, +) }

  /// In byte order of the names.
  mutating func sorted() -> [KindCount] {
    flush()
    return counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { KindCount(kind: String(decoding: $0.key, as: UTF8.self), changes: $0.value) }
  }
}
