/// The learnt weights: word classes, chains, sorts of papers, values.
///
/// A file begins with `AWR1` and the number of its parts; each part has four letters for its name, its place and its length.
package struct Model: Sendable {
  let classes: WordClasses
  let emissions: LinearTable
  let entities: Chain
  let clauses: Chain
  let kinds: LinearTable
  let values: LinearTable

  package static let magic: UInt32 = 0x3152_5741

  package init?(_ bytes: Bytes) {
    guard bytes.count >= 8, bytes.u32(0) == Self.magic else { return nil }
    var parts: [UInt32: Bytes] = [:]
    for part in 0..<Int(bytes.u32(4)) {
      let place = 8 + part * 12
      guard place + 12 <= bytes.count else { return nil }
      let (start, length) = (Int(bytes.u32(place + 4)), Int(bytes.u32(place + 8)))
      guard start + length <= bytes.count else { return nil }
      parts[bytes.u32(place)] = bytes.part(start, length)
    }
    guard let classes = parts[Part.classes.rawValue],
      let emissions = parts[Part.emissions.rawValue].flatMap(LinearTable.init),
      let kinds = parts[Part.kinds.rawValue].flatMap(LinearTable.init),
      let values = parts[Part.values.rawValue].flatMap(LinearTable.init),
      let entities = parts[Part.entities.rawValue].flatMap({ Chain($0, fields: Labels.entities.count) }),
      let clauses = parts[Part.clauses.rawValue].flatMap({ Chain($0, fields: Labels.clauses.count) })
    else { return nil }
    self.classes = WordClasses(classes)
    (self.emissions, self.kinds, self.values) = (emissions, kinds, values)
    (self.entities, self.clauses) = (entities, clauses)
  }

  package enum Part: UInt32, Sendable {
    case classes = 0x5341_4C43, emissions = 0x5353_494D, entities = 0x4954_4E45, clauses = 0x5541_4C43
    case kinds = 0x444E_494B, values = 0x554C_4156
  }
}

extension Chain {
  /// Start scores and transitions as 32-bit floats.
  init?(_ bytes: Bytes, fields: Int) {
    self.init(fields: fields)
    guard bytes.count >= 4 * (labels + labels * labels) else { return nil }
    for label in 0..<labels { starts[label] = Float(bitPattern: bytes.u32(4 * label)) }
    for place in transitions.indices { transitions[place] = Float(bitPattern: bytes.u32(4 * (labels + place))) }
  }
}
