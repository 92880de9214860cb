import Foundation
import GRDB
import Merge
import Model
import Notes

/// A file as it came.
struct DocumentSource {
  let name: String
  let bytes: [UInt8]
  /// SHA-256 of the bytes, hexadecimal.
  let hash: String
}

/// What importing one document would write.
struct DocumentPlan {
  var outcome: NotesImportReport.Outcome
  var writes: [CellWrite] = []
  var made: [String: Int] = [:]
  var archived = 0
  var undated = 0
  var directory: Directory
}

/// Decides what a file is to the store: new, known, or a later version of a known document.
struct DocumentImport {
  let session: Session
  let options: NotesImportOptions
  let archiveAfter: Int
  let directory: Directory

  /// - Parameter reread: reads the bytes of the document's earlier version the same way.
  func plan(_ source: DocumentSource, _ reading: Reading, reread: ([UInt8]) -> Reading) throws -> DocumentPlan {
    let id = identity(source, reading)
    let subject = Subject(kind: Model.Document.kind, id: id)
    if let snapshot = try session.snapshot(subject), !snapshot.histories.contains(where: \.life.isAlive) {
      guard try session.wasRemovedByUndo(snapshot) else {
        return DocumentPlan(outcome: .leftDeleted, directory: directory)
      }
      return try planNew(source, reading, id)
    }
    if let known = try session.record(Model.Document.self, id) ?? sameContent(source) {
      return try planKnown(source, known)
    }
    if let earlier = try earlierVersion(source, reading) { return try planUpdate(source, reading, earlier, reread) }
    return try planNew(source, reading, id)
  }

  private func identity(_ source: DocumentSource, _ reading: Reading) -> RowID {
    if reading.documents.count == 1, let message = reading.documents.first?.messageID {
      return StableID.document(messageID: message)
    }
    return StableID.document(hash: source.hash)
  }

  private func sameContent(_ source: DocumentSource) throws -> Model.Document? {
    try session.records(Model.Document.self, where: "hash = ?", arguments: [source.hash]).first
  }

  /// The same bytes again: at most a new name.
  private func planKnown(_ source: DocumentSource, _ known: Model.Document) throws -> DocumentPlan {
    var plan = DocumentPlan(outcome: .known, directory: directory)
    if !known.names.contains(source.name), known.hash == source.hash {
      plan.writes = [CellWrite(known.subject, "names", .add(source.name), shown: .everything)]
    }
    return plan
  }

  private func planNew(_ source: DocumentSource, _ reading: Reading, _ id: RowID) throws -> DocumentPlan {
    let (proposal, directory) = propose(id, reading)
    let document = record(id, source, reading)
    var plan = summary(.imported, proposal, directory)
    plan.writes = try Reconciliation(session: session).writes(document)
    plan.writes += try Reconciliation(session: session).writes(old: nil, new: proposal) + revivals(proposal)
    return plan
  }

  private func planUpdate(
    _ source: DocumentSource, _ reading: Reading, _ earlier: Model.Document, _ reread: ([UInt8]) -> Reading
  ) throws -> DocumentPlan {
    let old = try session.content(of: earlier.subject, "content").map { propose(earlier.id, reread($0)).0 }
    let (proposal, directory) = propose(earlier.id, reading)
    var plan = summary(.updated, proposal, directory)
    let edits = Edits(session: session)
    for (field, content) in record(earlier.id, source, reading).contents where content != .empty {
      plan.writes +=
        field.rule == .register
        ? try edits.set(earlier.subject, field, content.value)
        : [CellWrite(earlier.subject, field.name, .add(source.name), shown: .everything)]
    }
    plan.writes += try Reconciliation(session: session).writes(old: old, new: proposal) + revivals(proposal)
    return plan
  }

  /// A recent interview that was not known brings an archived opportunity back to life.
  private func revivals(_ proposal: Proposal) throws -> [CellWrite] {
    let revival = try Revival(session: session, today: options.today)
    var revived: Set<RowID> = []
    return try proposal.interviews.flatMap { interview in
      guard let opportunity = interview.opportunity, let day = interview.start?.day,
        try session.record(Interview.self, interview.id) == nil, revived.insert(opportunity).inserted
      else { return [CellWrite]() }
      return try revival.writes(opportunity: opportunity, day: day)
    }
  }

  private func record(_ id: RowID, _ source: DocumentSource, _ reading: Reading) -> Model.Document {
    var document = Model.Document(id: id)
    document.names = [source.name]
    document.hash = source.hash
    document.written = reading.noteDate.day
    document.content = source.bytes
    return document
  }

  private func propose(_ id: RowID, _ reading: Reading) -> (Proposal, Directory) {
    var builder = ProposalBuilder(
      document: id, reading: reading, today: options.today, archiveAfter: archiveAfter, directory: directory)
    let proposal = builder.build()
    return (proposal, builder.directory)
  }

  private func summary(
    _ outcome: NotesImportReport.Outcome, _ proposal: Proposal, _ directory: Directory
  ) -> DocumentPlan {
    var plan = DocumentPlan(outcome: outcome, directory: directory)
    for row in proposal.rows { plan.made[row.subject.kind, default: 0] += 1 }
    plan.archived = proposal.interviews.count { $0.archived == true }
    plan.undated = proposal.undated
    return plan
  }

  /// A known document of the same name that shares at least half of its lines with this one.
  private func earlierVersion(_ source: DocumentSource, _ reading: Reading) throws -> Model.Document? {
    let named = try session.records(
      Model.Document.self, where: "instr(\"names\", ?) > 0", arguments: [source.name]
    ).filter { $0.names.contains(source.name) }
    let lines = Set(NoteLines(source.bytes))
    return try named.first { document in
      guard let old = try session.content(of: document.subject, "content") else { return false }
      let shared = Set(NoteLines(old)).intersection(lines).count
      return shared * 2 >= min(lines.count, Set(NoteLines(old)).count) && shared > 0
    }
  }
}

/// The lines of a file that are not blank, as bytes.
struct NoteLines: Sequence {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func makeIterator() -> some IteratorProtocol<ArraySlice<UInt8>> {
    bytes.split { $0 == 0x0A || $0 == 0x0D }.filter { !$0.allSatisfy { $0 == 0x20 || $0 == 0x09 } }.makeIterator()
  }
}
