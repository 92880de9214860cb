import Merge
import Model

/// Reads changes: the mirror of `ChangeEncoder`.
struct ChangeDecoder {
  private let headIncarnations: [Incarnation]
  var incarnations: [Incarnation]
  var subjects: [Subject] = []
  var texts = SegmentTexts()
  var chains: [Int: Int] = [:]
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

  mutating func remember(_ changes: [Change], first: Reference) {
    texts.remember(changes, first: first, chains: chains)
  }

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
    case "f":
      let changes = try references(&cursor)
      try cursor.nextElement()
      operation = .forget(changes: changes, transactions: try references(&cursor))
    case "e": operation = .erased(bases: try references(&cursor))
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
}
