import Merge
import Model

/// Writes changes, naming each subject and machine in full once a segment and by ordinal afterwards.
struct ChangeEncoder {
  var json = JSONWriter()
  var texts = SegmentTexts()
  var subjects: [SubjectKey: Int] = [:]
  var kinds: [[UInt8]: Int] = [:]
  var lastKind: (name: String, ordinal: Int) = ("", -1)
  private let headIncarnations: [Incarnation: Int]
  var incarnations: [Incarnation: Int]
  var nextIncarnation: Int
  private let streamCount: Int
  /// Chain lengths of the texts of the current transaction that were written as deltas, by index of the change.
  private(set) var chains: [Int: Int] = [:]

  /// A subject by the bytes of its kind's name, which Swift's string comparison would fold.
  struct SubjectKey: Hashable {
    var id: RowID
    var kind: Int
  }

  init(_ head: BundleHead) {
    streamCount = head.streams.count
    headIncarnations = Dictionary(
      head.streams.enumerated().map { ($1.incarnation, $0) }, uniquingKeysWith: { first, _ in first })
    incarnations = headIncarnations
    nextIncarnation = streamCount
  }

  mutating func startSegment() {
    texts = SegmentTexts()
    subjects.removeAll(keepingCapacity: true)
    incarnations = headIncarnations
    nextIncarnation = streamCount
  }

  mutating func startTransaction() { chains.removeAll(keepingCapacity: true) }

  mutating func remember(_ transaction: Transaction) {
    texts.remember(transaction.changes, first: transaction.reference(at: 0), chains: chains)
  }

  // MARK: changes

  /// The changes of one part, grouped by subject; `range` is their place in the transaction.
  mutating func changes(_ changes: UnsafeBufferPointer<Change>, _ range: Range<Int>, blobs: [Int: String]) {
    json.byte(UInt8(ascii: "["))
    for index in range {
      if index == range.lowerBound {
        json.byte(UInt8(ascii: "["))
        subject(changes[index].subject)
      } else if !isSame(changes[index].subject, changes[index - 1].subject) {
        json.raw("],[")
        subject(changes[index].subject)
      }
      json.byte(UInt8(ascii: ","))
      change(changes[index], index, blob: blobs.isEmpty ? nil : blobs[index])
    }
    json.raw("]]")
  }

  private func isSame(_ left: Subject, _ right: Subject) -> Bool {
    left.id == right.id && haveSameBytes(left.kind, right.kind)
  }

  private mutating func change(_ change: Change, _ index: Int, blob: String?) {
    json.byte(UInt8(ascii: "["))
    json.string(change.field)
    switch change.operation {
    case .set(let value):
      json.raw(change.keep.isEmpty ? "," : ",\"s\",")
      self.value(value, blob: blob)
    case .clear: json.raw(",\"c\"")
    case .add(let element):
      json.raw(",\"a\",")
      json.string(element)
    case .remove(let element):
      json.raw(",\"r\",")
      json.string(element)
    case .text(let bases, let whole): text(bases, whole, index, blob: blob)
    case .delete: json.raw(",\"x\"")
    case .undelete: json.raw(",\"u\"")
    case .restore(let dots, let element, let bases):
      json.raw(",\"b\",")
      references(dots)
      json.byte(UInt8(ascii: ","))
      json.string(element)
      json.byte(UInt8(ascii: ","))
      references(bases)
    case .forget(let changes, let transactions):
      json.raw(",\"f\",")
      references(changes)
      json.byte(UInt8(ascii: ","))
      references(transactions)
    case .erased(let bases):
      json.raw(",\"e\",")
      references(bases)
    case .unknown(let name, let payload):
      json.byte(UInt8(ascii: ","))
      json.string(name)
      if payload != "[]" { json.byte(UInt8(ascii: ",")) }
      json.bytes.append(contentsOf: payload.utf8.dropFirst().dropLast())
    }
    if !change.keep.isEmpty || change.operation.isBare {
      json.raw(",{\"k\":")
      references(change.keep)
      json.byte(UInt8(ascii: "}"))
    }
    json.byte(UInt8(ascii: "]"))
  }

  private mutating func text(_ bases: [Reference], _ whole: String, _ index: Int, blob: String?) {
    json.raw(",\"t\",")
    references(bases)
    json.byte(UInt8(ascii: ","))
    if let blob {
      blobName("sb", blob)
    } else if !delta(bases, whole, index) {
      json.string(whole)
    }
  }

  /// Writes the text over the first of its bases that this segment has, where that is much shorter.
  private mutating func delta(_ bases: [Reference], _ whole: String, _ index: Int) -> Bool {
    guard texts.hasRoom(for: whole.utf8.count) else { return false }
    for (place, reference) in bases.enumerated() {
      guard var base = texts.base(reference) else { continue }
      var whole = whole
      let isWritten = base.whole.withUTF8 { old in
        whole.withUTF8 { new in
          guard let pieces = TextDelta.make(old, new) else { return false }
          write(pieces, base: place)
          return true
        }
      }
      if isWritten {
        texts.unfold(whole.utf8.count)
        chains[index] = base.chain + 1
      }
      return isWritten
    }
    return false
  }

  private mutating func write(_ pieces: [TextDelta.Piece], base: Int) {
    json.byte(UInt8(ascii: "["))
    json.integer(base)
    for piece in pieces {
      json.byte(UInt8(ascii: ","))
      switch piece {
      case .copy(let offset, let length):
        json.integer(offset)
        json.byte(UInt8(ascii: ","))
        json.integer(length)
      case .insert(let text): json.string(text)
      }
    }
    json.byte(UInt8(ascii: "]"))
  }
}

extension Operation {
  /// Whether the letter stands alone: its keep list is then written even when empty, so that a set of the string “c” and
  /// a clear differ.
  var isBare: Bool {
    switch self {
    case .clear, .delete, .undelete: true
    case .unknown(_, let payload): payload == "[]"
    default: false
    }
  }
}
