import GRDB
import Merge
import Model

/// What is known of a row without reading its changes.
struct SubjectFlags: OptionSet {
  let rawValue: Int
  /// Some change deletes or undeletes it: whether it is alive must be computed.
  static let presence = SubjectFlags(rawValue: 1)
  /// It is joined with another row, or was.
  static let joined = SubjectFlags(rawValue: 2)
  /// Some change gives a sign of life; without one the row was only ever referred to.
  static let life = SubjectFlags(rawValue: 4)
}

/// Local numbers for names and rows, so that the log repeats neither. Numbers are never reused.
final class Interner {
  /// Field numbers take the low bits of a cell's number.
  static let fieldBits: Int64 = 12
  static let maximumNames = 1 << 12

  private let db: Database
  private var names: [NameBytes: Int] = [:]
  /// The names by their numbers; empty where there is none.
  private var nameTexts: [String] = []
  private var numbers: [RowKey: Int64] = [:]
  /// The row of number n in place n, of those that share a place the one met last.
  private var rows: [KnownRow?] = [nil]
  /// Rows asked for in vain: an import asks for each new row more than once before it makes it.
  private var missing: Set<RowKey> = []
  /// The number of the row made last; 0 for none.
  private(set) var newest: Int64 = 0
  private let find: HotStatement
  private let look: HotStatement
  private let insert: HotStatement
  private let raiseFlags: HotStatement

  /// The row asked for last: a transaction names the same one many times in turn.
  private var last: (row: Subject, id: Int64)?

  /// Rows remembered at most, about 100 bytes each. A power of two.
  private static let remembered = 1 << 16

  /// A name by its bytes. Swift's strings are equal where they only look alike, and names must come back as they came.
  private struct NameBytes: Hashable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: NameBytes, right: NameBytes) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  private struct RowKey: Hashable {
    let kind: Int
    let id: RowID
  }

  private struct KnownRow {
    let number: Int64
    let kind: Int
    let id: RowID
    var flags: SubjectFlags
  }

  init(_ db: Database) throws {
    self.db = db
    find = try HotStatement(db, "SELECT id, flags FROM subject WHERE uuid = ? AND kind = ?")
    look = try HotStatement(db, "SELECT kind, uuid, flags FROM subject WHERE id = ?")
    insert = try HotStatement(db, "INSERT INTO subject(kind, uuid, flags) VALUES(?, ?, ?)")
    raiseFlags = try HotStatement(db, "UPDATE subject SET flags = flags | ? WHERE id = ?")
    let rows = try Row.fetchCursor(db, sql: "SELECT id, text FROM name")
    while let row = try rows.next() {
      guard let text = row.text("text") else { throw StoreError.damaged("a name of the log cannot be read") }
      know(text, as: try row.number("id"))
    }
  }

  /// The number of a name, or nil when the log has never heard of it: what a read asks, which may not give numbers.
  func existing(name text: String) -> Int? { names[NameBytes(text)] }

  /// The number of a name, given one when it has none.
  func name(_ text: String) throws -> Int {
    if let known = names[NameBytes(text)] { return known }
    guard names.count + 1 < Self.maximumNames else {
      throw StoreError.tooMuch(
        "More than \(Self.maximumNames) different kinds and fields: this is not a real store's data.")
    }
    try db.execute(sql: "INSERT INTO name(text) VALUES(?)", arguments: [text])
    let id = Int(db.lastInsertedRowID)
    know(text, as: id)
    return id
  }

  private func know(_ text: String, as id: Int) {
    names[NameBytes(text)] = id
    guard (0..<Self.maximumNames).contains(id) else { return }
    while nameTexts.count <= id { nameTexts.append("") }
    nameTexts[id] = text
  }

  func text(ofName id: Int) -> String { nameTexts.indices.contains(id) ? nameTexts[id] : "" }

  /// The number of a row, or nil when the log has never heard of it.
  func existing(_ subject: Subject) throws -> Int64? {
    guard let kind = names[NameBytes(subject.kind)] else { return nil }
    let key = RowKey(kind: kind, id: subject.id)
    if let known = numbers[key] { return known }
    if missing.contains(key) { return nil }
    find.bind(1, subject.id)
    find.bind(2, Int64(kind))
    var found: Int64?
    try find.forEach {
      let id = find.int(0)
      remember(key, id, SubjectFlags(rawValue: Int(find.int(1))))
      found = id
    }
    if found == nil {
      if missing.count >= Self.remembered { missing.removeAll(keepingCapacity: true) }
      missing.insert(key)
    }
    return found
  }

  /// The number of a row, given one when it has none.
  ///
  /// - Parameter flags: what is known of it when it is new.
  func number(_ subject: Subject, new flags: SubjectFlags = []) throws -> Int64 {
    if let last, last.row.id == subject.id, NameBytes(last.row.kind) == NameBytes(subject.kind) { return last.id }
    if let id = try existing(subject) {
      last = (subject, id)
      return id
    }
    let kind = try name(subject.kind)
    insert.bind(1, Int64(kind))
    insert.bind(2, subject.id)
    insert.bind(3, Int64(flags.rawValue))
    try insert.run()
    newest = db.lastInsertedRowID
    let key = RowKey(kind: kind, id: subject.id)
    missing.remove(key)
    remember(key, newest, flags)
    last = (subject, newest)
    return newest
  }

  private func remember(_ key: RowKey, _ id: Int64, _ flags: SubjectFlags) {
    if numbers.count >= Self.remembered { numbers.removeAll(keepingCapacity: true) }
    numbers[key] = id
    while rows.count <= id, rows.count < Self.remembered { rows += Array(repeating: nil, count: rows.count) }
    rows[place(id)] = KnownRow(number: id, kind: key.kind, id: key.id, flags: flags)
  }

  private func place(_ id: Int64) -> Int { Int(truncatingIfNeeded: id) & (rows.count - 1) }

  private func row(_ id: Int64) throws -> KnownRow? {
    if let known = rows[place(id)], known.number == id { return known }
    look.bind(1, id)
    try look.forEach {
      guard let uuid = RowID(look.bytes(1)) else { throw StoreError.damaged("a row's id is malformed") }
      remember(RowKey(kind: Int(look.int(0)), id: uuid), id, SubjectFlags(rawValue: Int(look.int(2))))
    }
    return rows[place(id)].flatMap { $0.number == id ? $0 : nil }
  }

  func subject(_ id: Int64) throws -> Subject? {
    try row(id).map { Subject(kind: text(ofName: $0.kind), id: $0.id) }
  }

  /// The number of the row's kind among the names; 0 for a row never heard of.
  func kind(_ id: Int64) throws -> Int { try row(id)?.kind ?? 0 }

  func flags(_ id: Int64) throws -> SubjectFlags { try row(id)?.flags ?? [] }

  func raise(_ flag: SubjectFlags, of id: Int64) throws {
    guard let known = try row(id), !known.flags.contains(flag) else { return }
    rows[place(id)]?.flags.insert(flag)
    raiseFlags.bind(1, Int64(flag.rawValue))
    raiseFlags.bind(2, id)
    try raiseFlags.run()
  }

  /// The number of a cell: the row's number, then the field's.
  static func cell(_ subject: Int64, _ field: Int) -> Int64 { subject << fieldBits | Int64(field) }
  static func subject(ofCell cell: Int64) -> Int64 { cell >> fieldBits }
  static func field(ofCell cell: Int64) -> Int { Int(cell & (1 << fieldBits - 1)) }
}
