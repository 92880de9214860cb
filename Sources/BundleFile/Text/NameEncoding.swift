import Merge
import Model

extension ChangeEncoder {
  mutating func subject(_ subject: Subject) {
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
