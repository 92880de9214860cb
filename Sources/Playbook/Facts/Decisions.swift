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

  /// 16 hexadecimal digits: FNV-1a of the key's text, mixed so that short prefixes differ.
  package var id: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let text = "\(rule)\n\(anchor)\n\(index)\n" + (person?.description ?? "")
    for byte in text.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    // The finaliser of MurmurHash3: FNV-1a leaves the high bits of short inputs alike.
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    hash ^= hash >> 33
    return RowID(high: hash, low: 0).description.prefix(16).description
  }
}
