import BundleFile
import GRDB
import Merge
import Model
import Notes

/// All that is to be done to forget some rows: which changes of the whole log go, and what is written where others quote
/// what identifies them (MODEL.md, *Erasure*).
struct ForgetPlan {
  let session: Session
  let rows: [Subject]
  private(set) var words: IdentifyingWords

  /// A field elsewhere that quotes it.
  struct Quote: Sendable {
    let subject: Subject
    let field: String
    var versions = 0
    /// Whether only taking out the whole helps: a file that is no plain text.
    var isWhole = false
  }

  private(set) var quotes: [Quote] = []
  private(set) var commands = 0
  /// Words of names that stand small somewhere, and are left as they are.
  private(set) var smallWords = 0
  /// What is written instead where others quote it; the forget itself.
  private var masked: [CellWrite] = []
  private var forgets: [CellWrite] = []

  /// References of one forget at most.
  private static let listed = 8_000

  /// - Parameter byHand: further words to look for.
  init(_ session: Session, forgetting rows: [Subject], byHand: [String] = []) throws {
    var words = IdentifyingWords()
    try words.add(namesOf: rows, session)
    try words.addOthers(session, but: Set(rows.map(\.id)))
    byHand.forEach { words.add(byHand: $0) }
    try self.init(session, forgetting: rows, words: words)
  }

  init(_ session: Session, forgetting rows: [Subject], words: IdentifyingWords) throws {
    (self.session, self.rows, self.words) = (session, rows, words)
    try leaveCommonWords()
    let found = try scan()
    let commands = try quotingCommands()
    self.commands = commands.count
    masked = try maskedWrites(found)
    forgets = forgets(found.map(\.reference), commands)
  }

  /// Writes all of it in one transaction; where that were too large, what stands instead first, in as many as it takes.
  ///
  /// - Returns: the last of them.
  func write(_ command: String, _ door: Door) throws -> Transaction? { try write(command, door, forgets) }

  /// The same, and forgets these besides, in the name of a row.
  func write(
    _ command: String, _ door: Door, besides more: (changes: [Reference], transactions: [Reference]), on row: Subject
  ) throws -> Transaction? {
    try write(command, door, forgets + Self.list([], row, more.changes, more.transactions))
  }

  private func write(_ command: String, _ door: Door, _ forgets: [CellWrite]) throws -> Transaction? {
    var parts = masked.parts(of: Limits.transactionWeight / 2)
    let last = parts.popLast() ?? []
    for part in parts { _ = try door.apply(command, part) }
    return try door.apply(command, forgets + last)
  }

  /// Whether anything elsewhere quotes it.
  var isQuoted: Bool { !quotes.isEmpty || commands > 0 }

  private func forgets(_ changes: [Reference], _ transactions: [Reference]) -> [CellWrite] {
    guard let row = rows.first else { return [] }
    return Self.list(rows, row, changes, transactions)
      + rows.map { CellWrite($0, ReservedField.presence, .delete, shown: .everything) }
  }

  /// Forgets of these rows that name the changes and transactions; more in the name of one row where there are too many.
  private static func list(
    _ rows: [Subject], _ row: Subject, _ changes: [Reference], _ transactions: [Reference]
  ) -> [CellWrite] {
    var (changes, transactions) = (changes[...], transactions[...])
    var forgets: [CellWrite] = []
    func forget(_ row: Subject) {
      let operation = Operation.forget(
        changes: Array(changes.prefix(listed)), transactions: Array(transactions.prefix(listed)))
      (changes, transactions) = (changes.dropFirst(listed), transactions.dropFirst(listed))
      forgets.append(CellWrite(row, ReservedField.forgotten, operation, shown: .everything))
    }
    rows.forEach(forget)
    while !changes.isEmpty || !transactions.isEmpty { forget(row) }
    return forgets
  }

  // MARK: what quotes them

  /// A change that quotes one of the words.
  private struct Found {
    let reference: Reference
    let row: Int64
    let cell: Cell
    /// What is to stand there instead; nil where nothing can.
    let instead: Operation?
  }

  /// Changes of other rows that hold words of somebody's own: no settings and no choices, which are no prose.
  private func forEachText(_ body: (_ id: Int64, _ cell: Int64, Operation) throws -> Void) throws {
    let forgotten = Set(try rows.compactMap(session.interner.existing))
    let joins = session.interner.existing(name: ReservedField.same)
    let changes = try session.hot("SELECT id, cell, op, payload FROM change WHERE op IN (1, 3, 4, 5, 8, 9)")
    var isProse: [Int64: Bool] = [:]
    try changes.forEach {
      let cell = changes.int(1)
      guard !forgotten.contains(Interner.subject(ofCell: cell)), Interner.field(ofCell: cell) != joins else { return }
      let prose = try isProse[cell] ?? self.isProse(cell)
      isProse[cell] = prose
      guard prose else { return }
      try body(changes.int(0), cell, try OperationCodec.decode(code: Int(changes.int(2)), payload: changes.value(3)))
    }
  }

  private func isProse(_ cell: Int64) throws -> Bool {
    guard let row = try session.interner.subject(Interner.subject(ofCell: cell)) else { return true }
    let field = session.registry.kind(row.kind)?.field(session.interner.text(ofName: Interner.field(ofCell: cell)))
    if case .choice? = field?.type { return false }
    return row.kind != Setting.kind
  }

  /// "Will" and "Rose" are words before they are names, as the store's own texts tell.
  private mutating func leaveCommonWords() throws {
    guard !words.isEmpty else { return }
    var counts: [String: (small: Int, large: Int)] = [:]
    try forEachText { _, _, operation in
      switch operation {
      case .set(.string(let text)), .text(_, let text): words.cases(text, into: &counts)
      case .set(.bytes(let content)):
        words.cases(String(String.UnicodeScalarView(DecodedText(content).scalars)), into: &counts)
      default: break
      }
    }
    words.leaveCommon(counts)
  }

  private mutating func scan() throws -> [Found] {
    guard !words.isEmpty else { return [] }
    var found: [Found] = []
    var quoting: [(id: Int64, cell: Int64, operation: Operation, instead: Operation?)] = []
    var small = 0
    try forEachText { id, cell, operation in
      let quote = OperationQuote(operation, words)
      small += quote.smallWords
      if quote.isQuoting { quoting.append((id, cell, operation, quote.instead)) }
    }
    smallWords = small
    for item in quoting {
      let row = Interner.subject(ofCell: item.cell)
      guard let subject = try session.interner.subject(row), let reference = try session.reference(ofChange: item.id)
      else { continue }
      let field = session.interner.text(ofName: Interner.field(ofCell: item.cell))
      found.append(
        Found(
          reference: reference, row: row,
          cell: Cell(subject: subject, field: field, element: item.operation.element), instead: item.instead))
      note(subject, field, isWhole: item.instead == nil)
    }
    return found
  }

  private mutating func note(_ subject: Subject, _ field: String, isWhole: Bool) {
    let place = quotes.firstIndex { $0.subject == subject && $0.field == field }
    let index = place ?? quotes.endIndex
    if place == nil { quotes.append(Quote(subject: subject, field: field)) }
    quotes[index].versions += 1
    quotes[index].isWhole = quotes[index].isWhole || isWhole
  }

  private func quotingCommands() throws -> [Reference] {
    var found: [Reference] = []
    let rows = try Row.fetchCursor(
      session.db, sql: "SELECT id, stream, first, last, context, hash, command FROM tx WHERE command <> ''")
    while let row = try rows.next() {
      guard words.isQuoted(inCommand: row.text("command") ?? "") else { continue }
      let position = try Position(row)
      guard let stream = session.streams.all[position.stream] else { continue }
      found.append(Reference(incarnation: stream.incarnation, seq: position.last, hash: position.hash.short))
    }
    return found
  }

  // MARK: what is written instead

  private func maskedWrites(_ found: [Found]) throws -> [CellWrite] {
    let byCell = Dictionary(grouping: found) { $0.cell }
    return try byCell.sorted { $0.value[0].reference < $1.value[0].reference }.flatMap { cell, changes in
      guard try session.isAlive(cell.subject) else { return [CellWrite]() }
      let row = try session.cells.row(changes[0].row)
      let quoting = Dictionary(changes.map { ($0.reference, $0) }) { first, _ in first }
      return writes(cell, row, quoting)
    }
  }

  /// Over those heads alone that hold a quoting change: what another machine wrote beside them stays.
  private func writes(_ cell: Cell, _ row: RowHistory, _ quoting: [Reference: Found]) -> [CellWrite] {
    let events = row.cells[cell] ?? []
    if row.rule(cell.field) == .text {
      let text = TextHistory(events)
      return text.shown.compactMap { version in
        guard case .text(_, let whole)? = quoting[version.reference]?.instead else { return nil }
        let heads = text.heads.map(\.reference)
        let bases = heads.contains(version.reference) ? [version.reference] : heads.sorted()
        return CellWrite(cell.subject, cell.field, .text(bases: bases, whole: whole), shown: .everything)
      }
    }
    let history = CellHistory(events)
    return history.heads.compactMap { head in
      let origins = history.origins(of: [head])
      guard let found = origins.lazy.compactMap({ quoting[$0.reference] }).first, let instead = found.instead else {
        return nil
      }
      if case .remove = instead { return nil }
      return CellWrite(cell.subject, cell.field, instead, shown: .these([head.reference]))
    }
  }
}

extension Session {
  /// The reference of a change by its local number.
  fileprivate func reference(ofChange number: Int64) throws -> Reference? {
    let sql = "SELECT stream, id, first, last, context, hash FROM tx WHERE id <= ? ORDER BY id DESC LIMIT 1"
    let position = try Row.fetchOne(try db.cachedStatement(sql: sql), arguments: [number]).map { try Position($0) }
    guard let position, let stream = streams.all[position.stream] else { return nil }
    return Reference(
      incarnation: stream.incarnation, seq: position.first + Int(number - position.transaction),
      hash: position.hash.short)
  }
}
