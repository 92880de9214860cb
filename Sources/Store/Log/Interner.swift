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
  private var names: [String: Int] = [:]
  private var nameTexts: [Int: String] = [:]
  private var subjects: [Subject: Int64] = [:]
  private var flags: [Int64: SubjectFlags] = [:]
  private var subjectsByID: [Int64: Subject] = [:]

  init(_ db: Database) throws {
    self.db = db
    let rows = try Row.fetchCursor(db, sql: "SELECT id, text FROM name")
    while let row = try rows.next() {
      names[row["text"]] = row["id"]
      nameTexts[row["id"]] = row["text"]
    }
  }

  func name(_ text: String) throws -> Int {
    if let known = names[text] { return known }
    guard names.count + 1 < Self.maximumNames else {
      throw StoreError.tooMuch(
        "More than \(Self.maximumNames) different kinds and fields: this is not a real store's data.")
    }
    try db.execute(sql: "INSERT INTO name(text) VALUES(?)", arguments: [text])
    let id = Int(db.lastInsertedRowID)
    names[text] = id
    nameTexts[id] = text
    return id
  }

  func text(ofName id: Int) -> String { nameTexts[id] ?? "" }

  /// The number of a row, or nil when the log has never heard of it.
  func existing(_ subject: Subject) throws -> Int64? {
    if let known = subjects[subject] { return known }
    guard let kind = names[subject.kind] else { return nil }
    let statement = try db.cachedStatement(sql: "SELECT id, flags FROM subject WHERE uuid = ? AND kind = ?")
    guard let row = try Row.fetchOne(statement, arguments: [Database.blob(subject.id.bytes), kind]) else { return nil }
    remember(subject, row["id"], SubjectFlags(rawValue: row["flags"]))
    return row["id"]
  }

  /// The number of a row, given one when it has none. `isNew` tells which.
  func number(_ subject: Subject) throws -> (id: Int64, isNew: Bool) {
    if let id = try existing(subject) { return (id, false) }
    let insert = try db.cachedStatement(sql: "INSERT INTO subject(kind, uuid) VALUES(?, ?)")
    try insert.execute(arguments: [try name(subject.kind), Database.blob(subject.id.bytes)])
    let id = db.lastInsertedRowID
    remember(subject, id, [])
    return (id, true)
  }

  private func remember(_ subject: Subject, _ id: Int64, _ flags: SubjectFlags) {
    if subjects.count > 200_000 { forget() }
    subjects[subject] = id
    self.flags[id] = flags
  }

  private func forget() {
    subjects.removeAll(keepingCapacity: true)
    flags.removeAll(keepingCapacity: true)
  }

  func subject(_ id: Int64) throws -> Subject? {
    if let known = subjectsByID[id] { return known }
    let statement = try db.cachedStatement(sql: "SELECT kind, uuid FROM subject WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]), let uuid = RowID(Database.bytes(row["uuid"]) ?? [])
    else { return nil }
    let subject = Subject(kind: text(ofName: row["kind"]), id: uuid)
    if subjectsByID.count > 200_000 { subjectsByID.removeAll(keepingCapacity: true) }
    subjectsByID[id] = subject
    return subject
  }

  func flags(_ id: Int64) throws -> SubjectFlags {
    if let known = flags[id] { return known }
    let statement = try db.cachedStatement(sql: "SELECT flags FROM subject WHERE id = ?")
    let value = SubjectFlags(rawValue: try Int.fetchOne(statement, arguments: [id]) ?? 0)
    flags[id] = value
    return value
  }

  func raise(_ flag: SubjectFlags, of id: Int64) throws {
    let old = try flags(id)
    guard !old.contains(flag) else { return }
    flags[id] = old.union(flag)
    let update = try db.cachedStatement(sql: "UPDATE subject SET flags = flags | ? WHERE id = ?")
    try update.execute(arguments: [flag.rawValue, id])
  }

  /// The number of a cell: the row's number, then the field's.
  static func cell(_ subject: Int64, _ field: Int) -> Int64 { subject << fieldBits | Int64(field) }
  static func subject(ofCell cell: Int64) -> Int64 { cell >> fieldBits }
  static func field(ofCell cell: Int64) -> Int { Int(cell & (1 << fieldBits - 1)) }
}
