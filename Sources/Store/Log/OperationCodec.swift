import GRDB
import Merge
import Model

/// Between operations and the columns `op`, `payload`, `keep` of the log. Strings and integers are SQLite's own, so that
/// the log stays small and can be read with any SQLite tool; everything else is a tagged blob.
enum OperationCodec {
  enum Code: Int { case set = 1, clear, add, remove, text, delete, undelete, restore, unknown, forget, erased }

  private enum Tag: UInt8 { case boolean = 1, day, moment, decimal, reference, bytes, unknown }

  static func encode(_ operation: Operation) -> (code: Code, payload: DatabaseValue) {
    switch operation {
    case .set(let value): (.set, encode(value))
    case .clear: (.clear, .null)
    case .add(let element): (.add, element.databaseValue)
    case .remove(let element): (.remove, element.databaseValue)
    case .text(let bases, let whole): (.text, encode(bases: bases, whole: whole))
    case .delete: (.delete, .null)
    case .undelete: (.undelete, .null)
    case .restore(let dots, let element, let bases):
      (
        .restore,
        blob { writer in
          ReferenceCodec.write(dots, &writer)
          writer.string(element)
          ReferenceCodec.write(bases, &writer)
        }
      )
    case .forget(let changes, let transactions):
      (
        .forget,
        blob { writer in
          ReferenceCodec.write(changes, &writer)
          ReferenceCodec.write(transactions, &writer)
        }
      )
    case .erased(let bases): (.erased, bases.isEmpty ? .null : blob { ReferenceCodec.write(bases, &$0) })
    case .unknown(let name, let payload):
      (
        .unknown,
        blob { writer in
          writer.string(name)
          writer.string(payload)
        }
      )
    }
  }

  private static func encode(bases: [Reference], whole: String) -> DatabaseValue {
    blob { writer in
      ReferenceCodec.write(bases, &writer)
      writer.bytes.append(contentsOf: whole.utf8)
    }
  }

  private static func blob(_ fill: (inout ByteWriter) -> Void) -> DatabaseValue {
    var writer = ByteWriter()
    fill(&writer)
    return Database.blob(writer.bytes)
  }

  private static func encode(_ value: Value) -> DatabaseValue {
    switch value {
    case .string(let text): text.databaseValue
    case .integer(let number): number.databaseValue
    case .boolean(let flag): tagged(.boolean) { $0.bytes.append(flag ? 1 : 0) }
    case .day(let day): tagged(.day) { $0.string(day.description) }
    case .moment(let moment): tagged(.moment) { $0.string(moment.description) }
    case .decimal(let digits): tagged(.decimal) { $0.string(digits) }
    case .reference(let subject):
      tagged(.reference) {
        $0.word(subject.id.high)
        $0.word(subject.id.low)
        $0.string(subject.kind)
      }
    case .bytes(let content): tagged(.bytes) { $0.bytes.append(contentsOf: content) }
    case .unknown(let tag, let json):
      tagged(.unknown) {
        $0.string(tag)
        $0.string(json)
      }
    }
  }

  private static func tagged(_ tag: Tag, _ fill: (inout ByteWriter) -> Void) -> DatabaseValue {
    blob { writer in
      writer.bytes.append(tag.rawValue)
      fill(&writer)
    }
  }

  /// The operation of a log row; throws `damaged` where the columns are none that `encode` writes.
  static func decode(code: Int, payload: DatabaseValue) throws -> Operation {
    guard let code = Code(rawValue: code), let operation = decode(code, payload) else {
      throw StoreError.damaged("a change of the log cannot be read (operation \(code))")
    }
    return operation
  }

  private static func decode(_ code: Code, _ payload: DatabaseValue) -> Operation? {
    switch code {
    case .set: decodeValue(payload).map(Operation.set)
    case .clear: .clear
    case .add: String.fromDatabaseValue(payload).map(Operation.add)
    case .remove: String.fromDatabaseValue(payload).map(Operation.remove)
    case .delete: .delete
    case .undelete: .undelete
    case .erased where payload.isNull: .erased(bases: [])
    case .text, .restore, .unknown, .forget, .erased: decodeBlob(code, payload)
    }
  }

  private static func decodeBlob(_ code: Code, _ payload: DatabaseValue) -> Operation? {
    guard let bytes = Database.bytes(payload) else { return nil }
    var reader = ByteReader(bytes)
    switch code {
    case .text:
      guard let bases = ReferenceCodec.read(&reader) else { return nil }
      return .text(bases: bases, whole: String(decoding: reader.rest, as: UTF8.self))
    case .restore:
      guard let dots = ReferenceCodec.read(&reader), let element = reader.string(),
        let bases = ReferenceCodec.read(&reader)
      else { return nil }
      return .restore(dots: dots, element: element, bases: bases)
    case .forget:
      guard let changes = ReferenceCodec.read(&reader), let transactions = ReferenceCodec.read(&reader) else {
        return nil
      }
      return .forget(changes: changes, transactions: transactions)
    case .erased: return ReferenceCodec.read(&reader).map(Operation.erased)
    default:
      guard let name = reader.string(), let json = reader.string() else { return nil }
      return .unknown(name: name, payload: json)
    }
  }

  private static func decodeValue(_ payload: DatabaseValue) -> Value? {
    switch payload.storage {
    case .string(let text): .string(text)
    case .int64(let number): .integer(Int(number))
    case .blob: Database.bytes(payload).flatMap(decodeTagged)
    case .double, .null: nil
    }
  }

  private static func decodeTagged(_ bytes: [UInt8]) -> Value? {
    var reader = ByteReader(bytes)
    guard let tag = reader.byte().flatMap(Tag.init) else { return nil }
    switch tag {
    case .boolean: return reader.byte().map { .boolean($0 != 0) }
    case .day: return reader.string().flatMap { Day($0) }.map(Value.day)
    case .moment: return reader.string().flatMap { Moment($0) }.map(Value.moment)
    case .decimal: return reader.string().map(Value.decimal)
    case .bytes: return .bytes(Array(reader.rest))
    case .reference:
      guard let high = reader.word(), let low = reader.word(), let kind = reader.string() else { return nil }
      return .reference(Subject(kind: kind, id: RowID(high: high, low: low)))
    case .unknown:
      guard let name = reader.string(), let json = reader.string() else { return nil }
      return .unknown(tag: name, json: json)
    }
  }
}

extension OperationCodec.Code {
  /// Whether an operation of this code is a sign of life outside joins.
  var isSignOfLife: Bool { ![.delete, .remove, .forget, .erased].contains(self) }
}

/// References as bytes: count, then incarnation (16), sequence number, short hash (8) of each.
enum ReferenceCodec {
  static func write(_ references: [Reference], _ writer: inout ByteWriter) {
    writer.unsigned(references.count)
    for reference in references {
      writer.word(reference.incarnation.id.high)
      writer.word(reference.incarnation.id.low)
      writer.unsigned(reference.seq)
      writer.word(reference.hash)
    }
  }

  static func read(_ reader: inout ByteReader) -> [Reference]? {
    guard let count = reader.unsigned(), count >= 0 else { return nil }
    var out: [Reference] = []
    for _ in 0..<count {
      guard let high = reader.word(), let low = reader.word(), let seq = reader.unsigned(), let hash = reader.word()
      else { return nil }
      out.append(Reference(incarnation: Incarnation(RowID(high: high, low: low)), seq: seq, hash: hash))
    }
    return out
  }

  static func encode(_ references: [Reference]) -> [UInt8] {
    var writer = ByteWriter()
    write(references, &writer)
    return writer.bytes
  }

  static func decode(_ bytes: [UInt8]) throws -> [Reference] {
    var reader = ByteReader(bytes)
    guard let references = read(&reader), reader.isAtEnd else {
      throw StoreError.damaged("a list of references cannot be read")
    }
    return references
  }
}
