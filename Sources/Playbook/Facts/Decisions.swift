package import Model

/// What the user said of follow-ups, by the follow-up's key.
package struct Decisions: Sendable {
  private let byKey: [ItemKey: Decision]

  /// Where two decisions are about one follow-up, the later day counts, then the greater id.
  init(_ decisions: [Decision]) {
    var latest: [ItemKey: Decision] = [:]
    for decision in decisions {
      guard let key = ItemKey(decision), decision.outcome != nil else { continue }
      if let held = latest[key], (held.on ?? .first, held.id) >= (decision.on ?? .first, decision.id) { continue }
      latest[key] = decision
    }
    byKey = latest
  }

  package subscript(key: ItemKey) -> Decision? { byKey[key] }

  /// Done or skipped: nothing more is to be said of it.
  func isClosed(_ key: ItemKey) -> Bool {
    switch byKey[key]?.outcome {
    case .done, .skipped: true
    case .snoozed, nil: false
    }
  }
}

/// What makes a follow-up the same one on every machine: its rule, its anchor row, the occurrence after it, and the
/// person where the rule plans one item a person.
package struct ItemKey: Hashable, Sendable {
  package let rule: RuleName
  package let anchor: Subject
  package let index: Int
  package let person: RowID?

  package init(rule: RuleName, anchor: Subject, index: Int, person: RowID?) {
    self.rule = rule
    self.anchor = anchor
    self.index = index
    self.person = person
  }

  /// The key a decision speaks of; nil when the decision is incomplete.
  init?(_ decision: Decision) {
    guard let rule = decision.rule.flatMap({ RuleName($0) }), let anchor = decision.anchor else { return nil }
    let person = decision.about.flatMap { $0.kind == Person.kind ? $0.id : nil }
    self.init(rule: rule, anchor: anchor, index: decision.index ?? 0, person: person)
  }

  /// 16 hexadecimal digits: FNV-1a of the key's text, mixed so that short prefixes differ. The text is rule, anchor,
  /// index and person, each ended by a line feed but the last.
  package var id: String {
    var hash = FNVHash()
    for part in [rule.playbook, ".", rule.row, "\n", anchor.kind, ":"] { hash.add(part) }
    hash.add(anchor.id)
    hash.add("\n")
    hash.add(String(index))
    hash.add("\n")
    if let person { hash.add(person) }
    return hash.mixed
  }
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo; RFC 9923).
private struct FNVHash {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  private mutating func add(byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte: byte) }
  }

  /// A row's id as its 32 hexadecimal digits.
  mutating func add(_ id: RowID) {
    for half in [id.high, id.low] {
      for shift in stride(from: 60, through: 0, by: -4) { add(byte: hexadecimalDigit(half >> UInt64(shift))) }
    }
  }

  /// Mixed by the finaliser of MurmurHash3, as 16 hexadecimal digits: FNV-1a leaves high bits of short inputs alike.
  var mixed: String {
    var hash = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    hash ^= hash >> 33
    return String(unsafeUninitializedCapacity: 16) { digits in
      for position in 0..<16 { digits[position] = hexadecimalDigit(hash >> UInt64(60 - 4 * position)) }
      return 16
    }
  }
}

/// The digit of the lowest four bits.
private func hexadecimalDigit(_ bits: UInt64) -> UInt8 {
  let low = UInt8(bits & 15)
  return low < 10 ? 0x30 + low : 0x57 + low
}
