import GRDB
import Merge
import Model

/// One linear run of transactions of an incarnation. A fork's suffix is a stream of its own whose parent is the stream it
/// left, so that "earlier in the stream" stays a comparison of two numbers.
struct Stream {
  let id: Int
  let incarnation: Incarnation
  /// The stream this one forked from; what that one holds before `start` is this stream's past.
  let parent: Int?
  /// First sequence number that belongs to this stream itself.
  let start: Int
  /// Last sequence number held.
  var last: Int
  /// Hash of the last transaction.
  var hash: ChainHash
  /// The context of the last transaction.
  var context: Int
  /// The local number of the last transaction, and its first change.
  var newest: (transaction: Int64, first: Int)

  var tip: Reference { Reference(incarnation: incarnation, seq: last, hash: hash.short) }
  var tipPosition: Position {
    Position(
      transaction: newest.transaction, stream: id, first: newest.first, last: last, context: context, hash: hash)
  }
}

extension Stream {
  /// - Parameter row: of the table `stream`, with its last transaction.
  fileprivate init(_ row: Row) throws {
    guard let incarnation = RowID(row.bytes("incarnation")), let hash = ChainHash(row.bytes("hash")) else {
      throw StoreError.damaged("what the store notes of a machine cannot be read")
    }
    self.init(
      id: try row.number("id"), incarnation: Incarnation(incarnation), parent: Int.fromDatabaseValue(row["parent"]),
      start: try row.number("start"), last: try row.number("last"), hash: hash, context: try row.number("context"),
      newest: (Int64(try row.number("newest")), try row.number("first")))
  }
}

/// What a transaction has seen: for each other stream the last sequence number, closed under what those had seen.
typealias Seen = [Int: Int]

/// A transaction of the log: where it stands, and its tip.
struct Position {
  let transaction: Int64
  let stream: Int
  let first: Int
  let last: Int
  let context: Int
  let hash: ChainHash
}

/// All streams of the store and what their transactions had seen. Few rows, loaded once a write, kept in step with the tables.
final class Streams {
  private(set) var all: [Int: Stream] = [:]
  private var byIncarnation: [Incarnation: [Int]] = [:]
  private var seenByContext: [Int: Seen] = [:]
  private var vectorByContext: [Int: SeenVector] = [:]
  private var contextIDs: [ContextKey: Int] = [:]
  private var branchIndexes: [Incarnation: BranchIndex] = [:]
  private let db: Database

  private struct ContextKey: Hashable {
    let references: [Reference]
    let seen: Seen
  }

  init(_ db: Database) throws {
    self.db = db
    let sql = """
      SELECT s.id, s.incarnation, s.parent, s.start, s.last, s.hash, t.context, t.id AS newest, t.first
      FROM stream s JOIN tx t ON t.stream = s.id AND t.last = s.last ORDER BY s.id
      """
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() {
      insert(try Stream(row))
    }
    let held = try Int.fetchOne(db, sql: "SELECT count(*) FROM stream") ?? 0
    guard held == all.count else { throw StoreError.damaged(try missing().joined(separator: "; ")) }
  }

  /// What is noted of machines and is not there, a clause each.
  private func missing() throws -> [String] {
    let sql = """
      SELECT s.incarnation, s.last, s.hash, (SELECT max(last) FROM tx WHERE stream = s.id) AS held,
        (SELECT hash FROM tx WHERE stream = s.id ORDER BY last DESC LIMIT 1) AS tip FROM stream s
      WHERE NOT EXISTS (SELECT 1 FROM tx t WHERE t.stream = s.id AND t.last = s.last)
      """
    return try Row.fetchAll(db, sql: sql).map { row in
      let name = RowID(row.bytes("incarnation")).map { "machine \($0.description.suffix(6))" } ?? "a machine"
      let (held, last) = (Int.fromDatabaseValue(row["held"]) ?? 0, try row.number("last"))
      // Two witnesses of more than is there: it was there.
      guard held < last, row.bytes("hash") != row.bytes("tip") else {
        return "what is noted of \(name) does not fit its changes"
      }
      return "changes \(held + 1) to \(last) of \(name) are missing"
    }
  }

  private func insert(_ stream: Stream) {
    all[stream.id] = stream
    byIncarnation[stream.incarnation, default: []].append(stream.id)
  }

  func streams(of incarnation: Incarnation) -> [Stream] {
    (byIncarnation[incarnation] ?? []).compactMap { all[$0] }
  }

  /// The transaction that holds this change or ends at this position; nil when it is not in the log.
  func locate(_ reference: Reference) throws -> Position? {
    if let branches = byIncarnation[reference.incarnation], branches.count > BranchIndex.few {
      return try index(of: reference.incarnation, branches).find(reference)
    }
    for stream in streams(of: reference.incarnation)
    where stream.start <= reference.seq && reference.seq <= stream.last {
      if reference == stream.tip { return stream.tipPosition }
      if let found = try position(stream.id, at: reference.seq), found.hash.short == reference.hash { return found }
    }
    return nil
  }

  private func index(of incarnation: Incarnation, _ branches: [Int]) throws -> BranchIndex {
    if let known = branchIndexes[incarnation] { return known }
    let index = try BranchIndex(db, branches)
    branchIndexes[incarnation] = index
    return index
  }

  /// The transaction of a stream that holds this sequence number.
  func position(_ stream: Int, at seq: Int) throws -> Position? {
    let statement = try db.cachedStatement(
      sql: "SELECT stream, id, first, last, context, hash FROM tx WHERE stream = ? AND last >= ? ORDER BY last LIMIT 1")
    let found = try Row.fetchOne(statement, arguments: [stream, seq]).map { try Position($0) }
    return found.flatMap { $0.first <= seq ? $0 : nil }
  }

  func seen(context: Int) throws -> Seen {
    if let known = seenByContext[context] { return known }
    let blob = try Row.fetchOne(db, sql: "SELECT seen FROM context WHERE id = ?", arguments: [context])
    var reader = ByteReader(blob.flatMap { Database.bytes($0["seen"]) } ?? [])
    var seen: Seen = [:]
    while let stream = reader.unsigned(), let seq = reader.unsigned() { seen[stream] = seq }
    seenByContext[context] = seen
    return seen
  }

  /// The same as the merge functions take it.
  func vector(context: Int) throws -> SeenVector {
    if let known = vectorByContext[context] { return known }
    let vector = SeenVector(try seen(context: context).map { StreamPosition(stream: $0.key, seq: $0.value) })
    vectorByContext[context] = vector
    return vector
  }

  func references(context: Int) throws -> [Reference] {
    let row = try Row.fetchOne(db, sql: "SELECT refs FROM context WHERE id = ?", arguments: [context])
    return try ReferenceCodec.decode(row.flatMap { Database.bytes($0["refs"]) } ?? [])
  }

  /// The number of a context, stored once for all transactions that share it.
  func contextID(_ references: [Reference], _ seen: Seen) throws -> Int {
    let key = ContextKey(references: references, seen: seen)
    if let known = contextIDs[key] { return known }
    let refs = ReferenceCodec.encode(references)
    let bytes = Self.bytes(of: seen)
    let existing = try Int.fetchOne(
      db, sql: "SELECT id FROM context WHERE refs = ? AND seen = ? LIMIT 1",
      arguments: [Database.blob(refs), Database.blob(bytes)])
    let id: Int
    if let existing {
      id = existing
    } else {
      try db.execute(
        sql: "INSERT INTO context(refs, seen) VALUES(?, ?)",
        arguments: [Database.blob(refs), Database.blob(bytes)])
      id = Int(db.lastInsertedRowID)
    }
    contextIDs[key] = id
    seenByContext[id] = seen
    return id
  }

  /// As the table `context` holds it.
  static func bytes(of seen: Seen) -> [UInt8] {
    var writer = ByteWriter()
    for (stream, seq) in seen.sorted(by: { $0.key < $1.key }) {
      writer.unsigned(stream)
      writer.unsigned(seq)
    }
    return writer.bytes
  }

  /// Whether a change at (stream, seq) is seen by a transaction of `observer` with this context.
  func sees(_ observer: Int, _ context: Int, _ stream: Int, _ seq: Int) throws -> Bool {
    if observer == stream { return true }
    return (try seen(context: context)[stream] ?? 0) >= seq
  }

  /// Records a transaction as the newest of its stream, making the stream if the transaction begins one.
  ///
  /// - Parameter number: the transaction's local number.
  func extend(_ placement: Placement, with transaction: Transaction, number: Int64, context: Int) throws -> Int {
    let id = try record(placement, transaction, number, context)
    if let tip = all[id]?.tipPosition { branchIndexes[transaction.incarnation]?.add(tip) }
    return id
  }

  private func record(
    _ placement: Placement, _ transaction: Transaction, _ number: Int64, _ context: Int
  ) throws -> Int {
    let newest = (number, transaction.first)
    if let id = placement.stream {
      all[id]?.last = transaction.last
      all[id]?.hash = transaction.hash
      all[id]?.context = context
      all[id]?.newest = newest
      let update = try db.cachedStatement(sql: "UPDATE stream SET last = ?, hash = ? WHERE id = ?")
      try update.execute(arguments: [transaction.last, Database.blob(transaction.hash.bytes), id])
      return id
    }
    try db.execute(
      sql: "INSERT INTO stream(incarnation, parent, start, last, hash) VALUES(?, ?, ?, ?, ?)",
      arguments: [
        Database.blob(transaction.incarnation.id.bytes), placement.parent, transaction.first, transaction.last,
        Database.blob(transaction.hash.bytes),
      ])
    let id = Int(db.lastInsertedRowID)
    insert(
      Stream(
        id: id, incarnation: transaction.incarnation, parent: placement.parent, start: transaction.first,
        last: transaction.last, hash: transaction.hash, context: context, newest: newest))
    return id
  }
}

/// Where a transaction joins the log: at the end of a stream, or as the start of a new one, perhaps a fork.
struct Placement {
  /// The stream it continues; nil to begin one.
  let stream: Int?
  /// The stream a fork leaves.
  let parent: Int?
  let seen: Seen
}
