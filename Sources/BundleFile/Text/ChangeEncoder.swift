import Crypto
import Merge
import Model

/// Writes changes, naming each subject and machine in full once a segment and by ordinal afterwards.
struct ChangeEncoder {
  var json = JSONWriter()
  private var texts = SegmentTexts()
  private var subjects: [SubjectKey: Int] = [:]
  private var kinds: [[UInt8]: Int] = [:]
  private var lastKind: (name: String, ordinal: Int) = ("", -1)
  private let headIncarnations: [Incarnation: Int]
  private var incarnations: [Incarnation: Int]
  private var nextIncarnation: Int
  private let streamCount: Int
  /// Chain lengths of the texts of the current transaction that were written as deltas, by index of the change.
  private(set) var chains: [Int: Int] = [:]

  /// A subject by the bytes of its kind's name, which Swift's string comparison would fold.
  private struct SubjectKey: Hashable {
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

  mutating func remember(_ transaction: Transaction) { texts.remember(transaction, chains: chains) }

  // MARK: changes

  /// The changes of one part, grouped by subject; `range` is their place in the transaction.
  mutating func changes(_ changes: [Change], _ range: Range<Int>, blobs: [Int: String]) {
    json.byte(UInt8(ascii: "["))
    for index in range {
      let change = changes[index]
      if index == range.lowerBound {
        json.byte(UInt8(ascii: "["))
        subject(change.subject)
      } else if !isSame(change.subject, changes[index - 1].subject) {
        json.raw("],[")
        subject(change.subject)
      }
      json.byte(UInt8(ascii: ","))
      self.change(change, index, blob: blobs[index])
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

  // MARK: values

  private mutating func value(_ value: Value, blob: String?) {
    switch value {
    case .string(let text):
      if let blob { blobName("sb", blob) } else { json.string(text) }
    case .integer(let number): json.integer(number)
    case .boolean(let flag): json.boolean(flag)
    case .day(let day): tagged("{\"d\":", day.description)
    case .moment(let moment): tagged("{\"z\":", moment.description)
    case .decimal(let digits): tagged("{\"n\":", digits)
    case .reference(let target):
      json.raw("{\"i\":")
      subject(target)
      json.byte(UInt8(ascii: "}"))
    case .bytes(let content):
      if let blob { blobName("yb", blob) } else { inline(content) }
    case .unknown(let tag, let text):
      json.byte(UInt8(ascii: "{"))
      json.string(tag)
      json.byte(UInt8(ascii: ":"))
      json.bytes.append(contentsOf: text.utf8)
      json.byte(UInt8(ascii: "}"))
    }
  }

  private mutating func tagged(_ opening: StaticString, _ text: String) {
    json.raw(opening)
    json.string(text)
    json.byte(UInt8(ascii: "}"))
  }

  private mutating func inline(_ content: [UInt8]) {
    json.raw("{\"y\":\"")
    Base64.standard.append(content, to: &json.bytes)
    json.raw("\"}")
  }

  private mutating func blobName(_ tag: StaticString, _ sha256: String) {
    json.raw("{\"")
    json.raw(tag)
    json.raw("\":\"")
    json.bytes.append(contentsOf: sha256.utf8)
    json.raw("\"}")
  }

  // MARK: names

  private mutating func subject(_ subject: Subject) {
    let key = SubjectKey(id: subject.id, kind: kindOrdinal(subject.kind))
    if let ordinal = subjects[key] { return json.integer(ordinal) }
    subjects[key] = subjects.count
    json.string(subject.kind)
    json.bytes[json.bytes.count - 1] = UInt8(ascii: ":")
    Identifiers.append(subject.id, to: &json.bytes)
    json.byte(0x22)
  }

  private mutating func kindOrdinal(_ kind: String) -> Int {
    if haveSameBytes(kind, lastKind.name) { return lastKind.ordinal }
    let key = Array(kind.utf8)
    let ordinal = kinds[key] ?? kinds.count
    kinds[key] = ordinal
    lastKind = (kind, ordinal)
    return ordinal
  }

  mutating func references(_ list: [Reference]) {
    json.byte(UInt8(ascii: "["))
    for (index, reference) in list.enumerated() {
      if index > 0 { json.byte(UInt8(ascii: ",")) }
      let ordinal = incarnations[reference.incarnation]
      json.reference(reference, ordinal: ordinal)
      if ordinal == nil {
        incarnations[reference.incarnation] = nextIncarnation
        nextIncarnation += 1
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
