import Merge
import Model

/// Reads changes: the mirror of `ChangeEncoder`.
struct ChangeDecoder {
  private let headIncarnations: [Incarnation]
  private var incarnations: [Incarnation]
  private var subjects: [Subject] = []
  private var texts = SegmentTexts()
  private var chains: [Int: Int] = [:]
  /// The contents that the transaction at hand may name.
  var blobs = BlobStore()

  init(_ head: BundleHead) {
    headIncarnations = head.streams.map(\.incarnation)
    incarnations = headIncarnations
  }

  mutating func startSegment() {
    incarnations = headIncarnations
    subjects.removeAll(keepingCapacity: true)
    texts = SegmentTexts()
  }

  mutating func startTransaction() { chains.removeAll(keepingCapacity: true) }

  mutating func remember(_ transaction: Transaction) { texts.remember(transaction, chains: chains) }

  // MARK: changes

  /// Appends the changes of one part to those before it.
  mutating func changes(_ cursor: inout JSONCursor, to changes: inout [Change]) throws {
    try cursor.openArray()
    while try cursor.element() {
      try cursor.openArray()
      try cursor.nextElement()
      let subject = try self.subject(&cursor)
      try cursor.nextElement()
      repeat {
        guard changes.count < Limits.changesOfTransaction else {
          throw cursor.fault("more than \(Limits.changesOfTransaction) changes in a transaction", .tooLarge)
        }
        changes.append(try change(&cursor, subject, index: changes.count))
      } while try cursor.element()
    }
  }

  private mutating func change(_ cursor: inout JSONCursor, _ subject: Subject, index: Int) throws -> Change {
    try cursor.openArray()
    try cursor.nextElement()
    let field = try cursor.name()
    try cursor.nextElement()
    guard cursor.next == 0x22 else {
      let value = try self.value(&cursor)
      try cursor.closeArray()
      return Change(subject, field, .set(value))
    }
    let word = try cursor.string()
    guard try cursor.element() else { return Change(subject, field, .set(.string(word))) }
    let operation = try self.operation(word, &cursor, index: index)
    var keep: [Reference] = []
    if cursor.isAtKeep {
      keep = try self.keep(&cursor)
      try cursor.closeArray()
    } else if operation.isBare {
      throw cursor.fault("the keep list is missing")
    }
    return Change(subject, field, operation, keep: keep)
  }

  /// Reads what follows the letter, up to the keep list or past the closing bracket.
  private mutating func operation(_ word: String, _ cursor: inout JSONCursor, index: Int) throws -> Operation {
    switch word {
    case "c": return .clear
    case "x": return .delete
    case "u": return .undelete
    default: break
    }
    let operation: Operation
    switch word {
    case "s": operation = .set(try value(&cursor))
    case "a": operation = .add(try cursor.string())
    case "r": operation = .remove(try cursor.string())
    case "t": operation = try text(&cursor, index: index)
    case "b":
      let dots = try references(&cursor)
      try cursor.nextElement()
      let element = try cursor.string()
      try cursor.nextElement()
      operation = .restore(dots: dots, element: element, bases: try references(&cursor))
    default: return try unknown(word, &cursor)
    }
    if try cursor.element(), !cursor.isAtKeep { throw cursor.fault("a change has too many elements") }
    return operation
  }

  private mutating func unknown(_ word: String, _ cursor: inout JSONCursor) throws -> Operation {
    guard (1...Limits.nameBytes).contains(word.utf8.count) else {
      throw cursor.fault("an operation's name is empty or longer than \(Limits.nameBytes) bytes", .tooLarge)
    }
    let start = cursor.at
    var end = start
    while !cursor.isAtKeep {
      try cursor.skipValue()
      end = cursor.at
      if try !cursor.element() { break }
    }
    let payload = UnsafeBufferPointer(rebasing: cursor.bytes[start..<end])
    return .unknown(name: word, payload: "[" + String(decoding: payload, as: UTF8.self) + "]")
  }

  private mutating func keep(_ cursor: inout JSONCursor) throws -> [Reference] {
    try cursor.openObject()
    try cursor.expectField("k")
    let list = try references(&cursor)
    try cursor.closeObject()
    return list
  }

  // MARK: texts

  private mutating func text(_ cursor: inout JSONCursor, index: Int) throws -> Operation {
    let bases = try references(&cursor)
    try cursor.nextElement()
    switch cursor.next {
    case 0x22: return .text(bases: bases, whole: try cursor.string())
    case UInt8(ascii: "{"):
      try cursor.openObject()
      try cursor.expectField("sb")
      let whole = try blobs.text(&cursor)
      try cursor.closeObject()
      return .text(bases: bases, whole: whole)
    default: return .text(bases: bases, whole: try delta(&cursor, bases, index: index))
    }
  }

  private mutating func delta(_ cursor: inout JSONCursor, _ bases: [Reference], index: Int) throws -> String {
    try cursor.openArray()
    try cursor.nextElement()
    let place = try cursor.integer()
    guard bases.indices.contains(place), let base = texts.base(bases[place]) else {
      throw cursor.fault("a text's base is not among the texts before it", .inconsistent)
    }
    let bytes = try TextDelta.unfold(&cursor, base.whole)
    guard texts.hasRoom(for: bytes.count) else {
      throw cursor.fault("texts unfold to more than \(Limits.deltaBytesOfSegment) bytes", .tooLarge)
    }
    guard let whole = String(validating: bytes, as: UTF8.self) else {
      throw cursor.fault("a text's pieces do not make UTF-8", .inconsistent)
    }
    texts.unfold(bytes.count)
    chains[index] = base.chain + 1
    return whole
  }

  // MARK: values

  private mutating func value(_ cursor: inout JSONCursor) throws -> Value {
    switch cursor.next {
    case 0x22: return .string(try cursor.string())
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean(try cursor.boolean())
    case UInt8(ascii: "{"): return try tagged(&cursor)
    case UInt8(ascii: "["): throw cursor.fault("a value cannot be an array")
    default: return .integer(try cursor.integer())
    }
  }

  private mutating func tagged(_ cursor: inout JSONCursor) throws -> Value {
    try cursor.openObject()
    let tag = try cursor.name()
    try cursor.expect(UInt8(ascii: ":"))
    let value = try tagged(tag, &cursor)
    try cursor.closeObject()
    return value
  }

  private mutating func tagged(_ tag: String, _ cursor: inout JSONCursor) throws -> Value {
    switch tag {
    case "d":
      guard let day = Day(try cursor.string()) else { throw cursor.fault("a day that does not exist", .inconsistent) }
      return .day(day)
    case "z":
      let text = try cursor.string()
      guard let moment = Moment(text), moment.description == text else {
        throw cursor.fault("a moment that does not exist", .inconsistent)
      }
      return .moment(moment)
    case "n":
      let digits = try cursor.string()
      guard Carriable.isDecimal(digits) else { throw cursor.fault("a decimal number in another form") }
      return .decimal(digits)
    case "i": return .reference(try subject(&cursor))
    case "y": return .bytes(try inlineBytes(&cursor))
    case "yb": return .bytes(try blobs.bytes(&cursor))
    case "sb": return .string(try blobs.text(&cursor))
    case "k": throw cursor.fault("a keep list where a value belongs")
    default: return .unknown(tag: tag, json: try cursor.anyValue())
    }
  }

  private func inlineBytes(_ cursor: inout JSONCursor) throws -> [UInt8] {
    guard let bytes = Base64.standard.decode(try cursor.plainString()) else {
      throw cursor.fault("bytes that are not in base64")
    }
    guard bytes.count <= Limits.blobPartBytes else {
      throw cursor.fault("bytes of more than \(Limits.blobPartBytes) outside a blob", .tooLarge)
    }
    return bytes
  }

  // MARK: names

  private mutating func subject(_ cursor: inout JSONCursor) throws -> Subject {
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
