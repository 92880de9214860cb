import Merge
import Model

extension ChangeDecoder {
  mutating func subject(_ cursor: inout JSONCursor) throws -> Subject {
    guard cursor.next == 0x22 else {
      let ordinal = try cursor.integer()
      guard subjects.indices.contains(ordinal) else {
        throw cursor.fault("row \(ordinal) was not named in this part of the file", .inconsistent)
      }
      return subjects[ordinal]
    }
    var text = try cursor.string()
    let subject: Subject? = text.withUTF8 { utf8 in
      let split = utf8.count - Identifiers.idDigits - 1
      guard split >= 1, utf8[split] == UInt8(ascii: ":"),
        let id = Identifiers.id(UnsafeBufferPointer(rebasing: utf8[(split + 1)...]))
      else { return nil }
      return Subject(kind: String(decoding: utf8[..<split], as: UTF8.self), id: id)
    }
    guard let subject else { throw cursor.fault("a row's name that is not kind:id") }
    guard subject.kind.utf8.count <= Limits.nameBytes else {
      throw cursor.fault("a kind's name is longer than \(Limits.nameBytes) bytes", .tooLarge)
    }
    guard !Letters.lines.contains(subject.kind) else {
      throw cursor.fault("“\(subject.kind)” cannot be a kind's name", .inconsistent)
    }
    subjects.append(subject)
    return subject
  }

  mutating func references(_ cursor: inout JSONCursor) throws -> [Reference] {
    var list: [Reference] = []
    try cursor.openArray()
    while try cursor.element() {
      guard list.count < Limits.referencesOfList else {
        throw cursor.fault("a list of more than \(Limits.referencesOfList) references", .tooLarge)
      }
      list.append(try reference(&cursor))
    }
    return list
  }

  private mutating func reference(_ cursor: inout JSONCursor) throws -> Reference {
    let named = incarnations.count
    let reference = try cursor.reference { name in
      switch name {
      case .ordinal(let ordinal): return incarnations.indices.contains(ordinal) ? incarnations[ordinal] : nil
      case .full(let incarnation):
        incarnations.append(incarnation)
        return incarnation
      }
    }
    guard incarnations.count == named || incarnations.count <= Limits.incarnations else {
      throw cursor.fault("more than \(Limits.incarnations) machines", .tooLarge)
    }
    return reference
  }
}
