import GRDB
import Merge
import Model

/// Whether the log's tables agree with one another: what `doctor` looks at besides the hashes, which prove each change but
/// not that every change is reached.
struct LogCheck {
  let session: Session
  private var db: Database { session.db }

  /// Streams against transactions against changes, counted from both ends.
  func counts() throws -> [String] { try streams() + transactions() }

  private func streams() throws -> [String] {
    let sql = """
      SELECT s.id, s.start, s.last, s.hash, min(t.first) AS begins, max(t.last) AS ends,
        sum(t.last - t.first + 1) AS held, (SELECT hash FROM tx WHERE stream = s.id ORDER BY last DESC LIMIT 1) AS tip
      FROM stream s LEFT JOIN tx t ON t.stream = s.id GROUP BY s.id
      """
    let rows = try Row.fetchAll(db, sql: sql)
    let names = MachineNames(session)
    return try rows.filter { row in
      let (start, last) = (try row.number("start"), try row.number("last"))
      return Int.fromDatabaseValue(row["begins"]) != start || Int.fromDatabaseValue(row["ends"]) != last
        || Int.fromDatabaseValue(row["held"]) != last &- start &+ 1 || row.bytes("hash") != row.bytes("tip")
    }.map { "the changes of \(try names.name(ofStream: try $0.number("id"))) do not end where the store says" }
  }

  private func transactions() throws -> [String] {
    var problems: [String] = []
    let orphans = try Int.fetchOne(db, sql: "SELECT count(*) FROM tx WHERE stream NOT IN (SELECT id FROM stream)") ?? 0
    if orphans > 0 { problems.append("\(orphans) transactions belong to no machine") }
    var next: Int?
    let rows = try Row.fetchCursor(db, sql: "SELECT id, first, last FROM tx ORDER BY id")
    while let row = try rows.next() {
      let id = try row.number("id")
      if let next, next != id {
        problems.append("changes \(next) to \(id &- 1) of the log are in no transaction, or in two")
      }
      next = id &+ (try row.number("last")) &- (try row.number("first")) &+ 1
    }
    let last = try Int.fetchOne(db, sql: "SELECT max(id) FROM change") ?? 0
    if last != (next ?? 1) &- 1 {
      problems.append("the log's last change is \(last), by its transactions \((next ?? 1) &- 1)")
    }
    return problems
  }

  /// What each transaction had seen, worked out anew from what it names.
  func contexts() throws -> [String] {
    var wrong = 0
    try eachContext { row, stored, due in if stored != due { wrong += 1 } }
    return wrong == 0 ? [] : ["\(wrong) lists of what a machine had seen do not follow from what it names"]
  }

  /// Signatures, and machines' words on one another's keys, against what they are of.
  func signatures() throws -> [String] {
    let (ends, words) = (try session.signatures.unsound().count, try Certificates(db).unsound())
    return (ends == 0 ? [] : ["\(ends) signatures of machines are none of what is here"])
      + (words == 0 ? [] : ["\(words) words of machines on others' keys are not what was signed"])
  }

  /// Calls `body` with the number of each context, what it holds and what it must hold.
  func eachContext(_ body: (Int, Seen, Seen) throws -> Void) throws {
    let sql = "SELECT id, stream, first, last, context, hash FROM tx ORDER BY id"
    var due: [Int: Seen] = [:]
    var tips: [Int: Int] = [:]
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() {
      let position = try Position(row)
      // A later transaction of a stream with the same context has seen the same.
      guard tips.updateValue(position.context, forKey: position.stream) != position.context else { continue }
      let seen = try self.seen(position, due)
      due[position.context] = seen
      try body(position.context, try session.streams.seen(context: position.context), seen)
    }
  }

  private func seen(_ position: Position, _ due: [Int: Seen]) throws -> Seen {
    var seen: Seen = [:]
    func add(_ other: Position, itself: Bool) {
      for (stream, seq) in due[other.context] ?? [:] where seq > seen[stream] ?? 0 { seen[stream] = seq }
      if itself, other.last > seen[other.stream] ?? 0 { seen[other.stream] = other.last }
    }
    guard let stream = session.streams.all[position.stream] else { return [:] }
    if position.first > stream.start {
      if let before = try session.streams.position(stream.id, at: position.first - 1) { add(before, itself: false) }
    } else if let parent = stream.parent, let before = try session.streams.position(parent, at: stream.start - 1) {
      add(before, itself: true)
    }
    for reference in try session.streams.references(context: position.context) {
      guard let other = try session.streams.locate(reference) else {
        throw StoreError.damaged("a transaction names one that is not in the log")
      }
      add(other, itself: true)
    }
    seen[stream.id] = nil
    return seen
  }

  /// What is noted of rows, against their changes.
  func flags() throws -> [String] {
    let due = try dueFlags()
    var wrong = 0
    try eachSubject { id, flags in if flags != due[id] ?? [] { wrong += 1 } }
    return wrong == 0 ? [] : ["what is noted of \(wrong) rows does not follow from their changes"]
  }

  func eachSubject(_ body: (Int64, SubjectFlags) throws -> Void) throws {
    let rows = try session.hot("SELECT id, flags FROM subject")
    try rows.forEach { try body(rows.int(0), SubjectFlags(rawValue: Int(rows.int(1)))) }
  }

  /// By the row's local number.
  func dueFlags() throws -> [Int64: SubjectFlags] {
    var due: [Int64: SubjectFlags] = [:]
    let presence = session.interner.existing(name: ReservedField.presence)
    let same = session.interner.existing(name: ReservedField.same)
    let rows = try session.hot("SELECT cell, op, payload FROM change")
    try rows.forEach {
      let (row, field) = (Interner.subject(ofCell: rows.int(0)), Interner.field(ofCell: rows.int(0)))
      let code = OperationCodec.Code(rawValue: Int(rows.int(1)))
      if field != same, let code, code.isSignOfLife { due[row, default: []].insert(.life) }
      if field == presence { due[row, default: []].insert(.presence) }
      guard field == same else { return }
      due[row, default: []].insert(.joined)
      let operation = try OperationCodec.decode(code: Int(rows.int(1)), payload: rows.value(2))
      if let kind = try session.interner.subject(row)?.kind, let other = RowID(operation.element),
        let target = try session.interner.existing(Subject(kind: kind, id: other))
      {
        due[target, default: []].insert(.joined)
      }
    }
    return due
  }
}
