import GRDB
import Merge
import Model

/// Notes that two machines read before either knew of the other's, and that are one but for some lines: a copy of a file was
/// edited before it was imported. Where both have arrived they are made one, with everything read from them (MERGE.md,
/// *Identity of rows*); what the differing lines say is left as a conflict.
///
/// Every machine that holds both finds the same pairs and writes the same joins, so it does not matter who does it first
/// or whether several do.
struct CopiedNotes {
  private let door: Door
  private var session: Session { door.session }
  private let documents: KnownDocuments
  /// For each document the change that first said what it is.
  private let births: [RowID: CellEvent]
  /// The days from which there are documents of more than one author: only those can have copies.
  private let sharedDays: Set<Day?>

  init(_ door: Door) throws {
    self.door = door
    let documents = try KnownDocuments(door.session)
    self.documents = documents
    births = try Self.births(of: documents, door.session)
    var authors: [Day?: Set<Int>] = [:]
    for (id, birth) in births { authors[documents.entry(id)?.written, default: []].insert(birth.stream) }
    sharedDays = Set(authors.filter { $0.value.count > 1 }.keys)
  }

  /// Joins the notes that have just arrived with those that they are copies of.
  ///
  /// - Parameters:
  ///   - arrived: local numbers of documents.
  ///   - label: makes a batch label.
  /// - Returns: how many notes copies were joined to, and the transaction that did it; nil where there was nothing to join.
  func join(_ arrived: some Collection<Int64>, label: () -> String) throws -> (
    count: Int, transaction: Transaction
  )? {
    let copies = try copies(of: try arrived.compactMap(session.interner.subject).sorted())
    var pairs = RowPairs()
    for copy in copies { if let found = try copy.rows(session) { pairs.add(found) } }
    let groups = try RowGroups(pairs, session)
    let writes = try groups.writes(session)
    guard !writes.isEmpty else { return nil }
    let count = Set(groups.joins.map(\.first).filter { $0.kind == Model.Document.kind }).count
    let command = count == 1 ? "join copies of a note" : "join copies of \(count) notes"
    return try door.apply(command, batch: label(), writes).map { (count, $0) }
  }

  private func copies(of arrived: [Subject]) throws -> [CopiedNote] {
    var seen: Set<CopiedNote> = []
    var found: [CopiedNote] = []
    for subject in arrived {
      guard let entry = documents.entry(subject.id), sharedDays.contains(entry.written), let born = births[entry.id]
      else { continue }
      let others = try documents.copies(of: entry) { other in
        births[other].map { !$0.hasSeen(born) && !born.hasSeen($0) } ?? false
      } reading: {
        try content(of: $0)
      }
      for other in others {
        let pair = CopiedNote(kept: min(entry.id, other.id), copy: max(entry.id, other.id))
        guard try mayJoin(pair), seen.insert(pair).inserted else { continue }
        found.append(pair)
      }
    }
    return found
  }

  private static func births(of documents: KnownDocuments, _ session: Session) throws -> [RowID: CellEvent] {
    let field = try session.interner.name("hash")
    return try documents.all.reduce(into: [:]) { births, id in
      guard let row = try session.interner.existing(Subject(kind: Model.Document.kind, id: id)) else { return }
      births[id] = try session.cells.field(Interner.cell(row, field)).first?.event
    }
  }

  private func content(of id: RowID) throws -> [UInt8]? {
    try session.content(of: Subject(kind: Model.Document.kind, id: id), "content")
  }

  private func mayJoin(_ pair: CopiedNote) throws -> Bool {
    try session.mayJoin(
      Subject(kind: Model.Document.kind, id: pair.kept), Subject(kind: Model.Document.kind, id: pair.copy))
  }
}

/// Two documents that are one. The smaller identity is the one whose reading the other's is brought in step with.
struct CopiedNote: Hashable {
  let kept: RowID
  let copy: RowID

  /// The rows that were read from both, the documents first; nil where one of the two cannot be read.
  func rows(_ session: Session) throws -> RowPairs? {
    guard let kept = try read(kept, session), let copy = try read(copy, session) else { return nil }
    return try ReadingPairs(session: session, kept: kept, copy: copy).rows()
  }

  private func read(_ id: RowID, _ session: Session) throws -> ReadDocument? {
    guard let document = try session.record(Model.Document.self, id),
      let content = try session.content(of: document.subject, "content")
    else { return nil }
    return ReadDocument(document, content)
  }
}

extension Session {
  /// Whether two rows may be made one without asking: they are not, and nobody has parted them.
  func mayJoin(_ left: Subject, _ right: Subject) throws -> Bool {
    guard let one = try interner.existing(min(left, right)), try interner.existing(max(left, right)) != nil,
      try !isOne(left, right)
    else { return false }
    let cell = Interner.cell(one, try interner.name(ReservedField.same))
    let element = max(left, right).id.description
    return try !cells.field(cell).contains { $0.element == element }
  }
}
