import Merge
import Model
import Notes

/// A document with what the reader finds in it.
struct ReadDocument {
  let id: RowID
  let reading: Reading
  let lines: [String]

  init(_ document: Model.Document, _ content: [UInt8]) {
    id = document.id
    let reading = NoteReader.read(
      content, name: document.names.min() ?? "", options: ReadingOptions(on: document.written))
    self.reading = reading
    lines = reading.lines.map { reading.text($0.span) }
  }

  /// What the reading proposes under a document's identity, matched to nothing that a store has.
  func proposal(as document: RowID) throws -> Proposal {
    var builder = ProposalBuilder(
      document: document, reading: reading, today: reading.reference ?? Day(number: 0), archiveAfter: .max,
      directory: Directory())
    return try builder.build()
  }

  /// The number of the line that a row is read from.
  func line(of row: Subject, in proposal: Proposal) -> Int? {
    proposal.origins.first { $0.subject == row }.flatMap { line(at: $0.span) }
  }

  /// The number of the line that a field of a row is read from.
  func line(of field: FieldInfo, _ row: Subject, in proposal: Proposal) -> Int? {
    let place = proposal.places.first { $0.subject == row && $0.field == field.name }
    return place.flatMap { line(at: $0.span) } ?? line(of: row, in: proposal)
  }

  private func line(at span: TextSpan) -> Int? { reading.lines.index(at: span.start) }
}

/// Finds which rows two documents that are one have both given rise to: those that the same words name, and those that
/// stand in lines of which one replaces the other.
struct ReadingPairs {
  private let session: Session
  private let kept: ReadDocument
  private let copy: ReadDocument
  private let ofKept: Proposal
  private let ofCopy: Proposal
  /// What the copy would propose as a later version of the other; row by row as `ofCopy`.
  private let copyAsKept: Proposal
  private let edits: [Edit]

  init(session: Session, kept: ReadDocument, copy: ReadDocument) throws {
    self.session = session
    (self.kept, self.copy) = (kept, copy)
    ofKept = try kept.proposal(as: kept.id)
    ofCopy = try copy.proposal(as: copy.id)
    copyAsKept = try copy.proposal(as: kept.id)
    edits = LineDiff.edits(from: kept.lines, to: copy.lines)
  }

  /// The pairs whose rows both exist, the documents first.
  func rows() throws -> RowPairs {
    var pairs = RowPairs()
    let document = { Subject(kind: Model.Document.kind, id: $0) }
    pairs.add(document(kept.id), document(copy.id))
    for (left, right) in named() + inReplacedLines() where try session.isAlive(left) && session.isAlive(right) {
      pairs.add(left, right)
    }
    try RelatedPairs(session: session).complete(&pairs)
    if try isEveryLineAsked(pairs) {
      pairs.settledContents.insert(RowPairs.Pair(left: document(kept.id), right: document(copy.id)))
    }
    return pairs
  }

  private func named() -> [(Subject, Subject)] {
    let known = Set(ofKept.rows.map(\.subject))
    return zip(copyAsKept.rows, ofCopy.rows).filter { known.contains($0.0.subject) }.map { ($0.subject, $1.subject) }
  }

  /// In each stretch of replaced lines the rows of one sort, where both sides have as many.
  private func inReplacedLines() -> [(Subject, Subject)] {
    let (known, found) = (Set(ofKept.rows.map(\.subject)), Set(copyAsKept.rows.map(\.subject)))
    let left = ofKept.rows.filter { !found.contains($0.subject) }
    let right = zip(copyAsKept.rows, ofCopy.rows).filter { !known.contains($0.0.subject) }.map(\.1)
    return edits.flatMap { edit -> [(Subject, Subject)] in
      let old = Dictionary(grouping: left.filter { contains(edit.old, kept, ofKept, $0) }, by: sort)
      let new = Dictionary(grouping: right.filter { contains(edit.new, copy, ofCopy, $0) }, by: sort)
      return old.sorted { $0.key < $1.key }.flatMap { sort, rows in
        rows.count == new[sort]?.count ? zip(rows, new[sort] ?? []).map { ($0.subject, $1.subject) } : []
      }
    }
  }

  private func contains(
    _ lines: Range<Int>, _ document: ReadDocument, _ proposal: Proposal, _ row: any Model.Record
  ) -> Bool {
    document.line(of: row.subject, in: proposal).map(lines.contains) ?? false
  }

  private func sort(_ row: any Model.Record) -> String {
    switch row {
    case let finding as Finding: "\(Finding.kind) \(finding.about?.rawValue ?? "")"
    case let promise as Promise: "\(Promise.kind) \(promise.by?.rawValue ?? "")"
    default: row.subject.kind
    }
  }

  /// Whether every line in which the two differ stands in a conflict of a row read from it; then the documents' own
  /// contents need not be asked about as well.
  private func isEveryLineAsked(_ pairs: RowPairs) throws -> Bool {
    let groups = try RowGroups(pairs, session)
    var (left, right): (Set<Int>, Set<Int>) = ([], [])
    for pair in pairs.all where pair.left.kind != Model.Document.kind {
      for field in try groups.contested(pair.left, pair.right, session) {
        if let line = kept.line(of: field, pair.left, in: ofKept) { left.insert(line) }
        if let line = copy.line(of: field, pair.right, in: ofCopy) { right.insert(line) }
      }
    }
    func isBlank(_ line: String) -> Bool { line.allSatisfy(\.isWhitespace) }
    return edits.allSatisfy { edit in
      edit.old.allSatisfy { left.contains($0) || isBlank(kept.lines[$0]) }
        && edit.new.allSatisfy { right.contains($0) || isBlank(copy.lines[$0]) }
    }
  }
}
