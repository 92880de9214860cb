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
  /// Rows of a table of contacts that were left, as nobody known is in them.
  var strangers = 0
  var undated = 0
  var unknownCancellations = 0
  /// What it tells of how searches stand, that was new.
  var told: [(what: ImportedNews.What, told: ToldNews)] = []
}

/// How the bytes of a known document are read again, to tell what it said.
enum Rereading {
  /// As the file at hand.
  case alike
  /// As when it was taken in, counted from this day.
  case asImported(Day?)
}

/// Decides what a file is to the store: new, known, or a later version of a known document.
struct DocumentImport {
  let session: Session
  let options: NotesImportOptions
  let archiveAfter: Int
  let directory: Directory
  let documents: KnownDocuments

  /// - Parameter reread: reads the bytes of a document that the store has.
  func plan(
    _ source: DocumentSource, _ reading: Reading, reread: ([UInt8], Rereading) -> Reading
  ) throws -> DocumentPlan {
    let id = identity(source, reading)
    let subject = Subject(kind: Model.Document.kind, id: id)
    if let snapshot = try session.snapshot(subject), !snapshot.histories.contains(where: \.life.isAlive) {
      guard try session.wasRemovedByUndo(snapshot) else {
        return DocumentPlan(outcome: .leftDeleted)
      }
      return try planNew(source, reading, id)
    }
    if let known = documents.entry(id) ?? documents.entry(hash: source.hash) {
      if try isOther(source, reading, known, reread) {
        return try planNew(source, reading, StableID.document(hash: source.hash))
      }
      return try planAnew(source, reading, known, reread) ?? planKnown(source, known)
    }
    // Nobody writes another version of a mail that was sent, nor of what was jotted down: each remark is one.
    if id != StableID.document(hash: source.hash) || options.jot != nil { return try planNew(source, reading, id) }
    let earlier = try documents.earlierVersion(
      name: source.name, written: reading.noteDate.day, content: source.bytes
    ) { try session.content(of: Subject(kind: Model.Document.kind, id: $0), "content") }
    guard let earlier else { return try planNew(source, reading, id) }
    return try planUpdate(source, reading, earlier, reread)
  }

  /// Whether a mail says something else than the one of the same Message-ID that is known.
  private func isOther(
    _ source: DocumentSource, _ reading: Reading, _ known: KnownDocuments.Entry,
    _ reread: ([UInt8], Rereading) -> Reading
  ) throws -> Bool {
    guard known.hash != source.hash, documents.entry(hash: source.hash) == nil, let words = reading.onlyWords,
      let content = try session.content(of: Subject(kind: Model.Document.kind, id: known.id), "content"),
      let others = reread(content, .alike).onlyWords
    else { return false }
    return words != others
  }

  private func identity(_ source: DocumentSource, _ reading: Reading) -> RowID {
    if reading.documents.count == 1, let message = reading.documents.first?.messageID {
      return StableID.document(messageID: message)
    }
    return StableID.document(hash: source.hash)
  }

  /// The same bytes again: at most a new name.
  private func planKnown(_ source: DocumentSource, _ known: KnownDocuments.Entry) -> DocumentPlan {
    var plan = DocumentPlan(outcome: .known)
    documents.take(known.id)
    if !known.names.contains(source.name), known.hash == source.hash {
      let subject = Subject(kind: Model.Document.kind, id: known.id)
      plan.writes = [CellWrite(subject, "names", .add(source.name), shown: .everything)]
      var renamed = known
      renamed.names.insert(source.name)
      documents.add(renamed, content: source.bytes)
    }
    return plan
  }

  /// The same bytes where the caller now says how to read them: by another day, columns or order of dates.
  ///
  /// - Returns: nil where that makes no difference.
  private func planAnew(
    _ source: DocumentSource, _ reading: Reading, _ known: KnownDocuments.Entry,
    _ reread: ([UInt8], Rereading) -> Reading
  ) throws -> DocumentPlan? {
    guard known.hash == source.hash, options.readsAnew(reading, written: known.written) else { return nil }
    let subject = Subject(kind: Model.Document.kind, id: known.id)
    let version = try EarlierVersion(of: subject, like: source.bytes, session)
    let earlier = reread(source.bytes, .asImported(known.written))
    let old = try propose(version.document, earlier, directory.branch(), isEarlier: true)
    let isAlike = Set(earlier.facts.map(\.interview)) == Set(reading.facts.map(\.interview))
    var proposal = try propose(
      version.document, reading, directory, readBefore: isAlike ? try interviews(old, of: version.document) : [])
    let news = try newsWriter.write(&proposal, before: old)
    let (writes, made) = try Reconciliation(session: session).reconcile(old: old, new: proposal)
    var document = record(known.id, source, reading)
    guard !writes.isEmpty || !news.writes.isEmpty || document.written != known.written else { return nil }
    var plan = summary(.updated, proposal, made, news)
    for (field, content) in document.contents where field.name == "written" && content != .empty {
      plan.writes += try Edits(session: session).set(subject, field, content.value)
    }
    plan.writes += try writes + revivals(proposal)
    document.names.formUnion(known.names)
    remember(document)
    return plan
  }

  private var newsWriter: NewsWriter {
    NewsWriter(session: session, directory: directory, clock: (options.today, options.now))
  }

  private func planNew(_ source: DocumentSource, _ reading: Reading, _ id: RowID) throws -> DocumentPlan {
    var proposal = try propose(id, reading, directory)
    let document = record(id, source, reading)
    let news = try newsWriter.write(&proposal, before: nil)
    let (writes, made) = try Reconciliation(session: session).reconcile(old: nil, new: proposal)
    var plan = summary(.imported, proposal, made, news)
    plan.writes += try Reconciliation(session: session).writes(document) + writes + revivals(proposal)
    remember(document)
    return plan
  }

  private func planUpdate(
    _ source: DocumentSource, _ reading: Reading, _ earlier: KnownDocuments.Entry,
    _ reread: ([UInt8], Rereading) -> Reading
  ) throws -> DocumentPlan {
    let subject = Subject(kind: Model.Document.kind, id: earlier.id)
    let version = try EarlierVersion(of: subject, like: source.bytes, session)
    let earlierReading = version.content.map { reread($0, .alike) }
    let old = try earlierReading.map { try propose(version.document, $0, directory.branch(), isEarlier: true) }
    // The one interview that a note tells of stays that interview, whatever its day is now.
    let isOfOne = [earlierReading?.facts, reading.facts].allSatisfy { Set($0?.map(\.interview) ?? []).count == 1 }
    var proposal = try propose(
      version.document, reading, directory,
      readBefore: isOfOne ? try old.map { try interviews($0, of: version.document) } ?? [] : [])
    let news = try newsWriter.write(&proposal, before: old)
    let (writes, made) = try Reconciliation(session: session).reconcile(old: old, new: proposal)
    var plan = summary(.updated, proposal, made, news)
    let edits = Edits(session: session)
    var document = record(earlier.id, source, reading)
    for (field, content) in document.contents where content != .empty {
      plan.writes +=
        field.rule == .register
        ? try edits.set(subject, field, content.value)
        : [CellWrite(subject, field.name, .add(source.name), shown: .everything)]
    }
    plan.writes += try writes + revivals(proposal)
    document.names.formUnion(earlier.names)
    remember(document)
    return plan
  }

  /// A recent interview that was not known brings an archived opportunity back to life.
  private func revivals(_ proposal: Proposal) throws -> [CellWrite] {
    let revival = Revival(session: session, today: options.today, archiveAfter: archiveAfter)
    return try proposal.recent.sorted().flatMap { try revival.writes(opportunity: $0, day: nil) }
  }

  private func record(_ id: RowID, _ source: DocumentSource, _ reading: Reading) -> Model.Document {
    var document = Model.Document(id: id)
    document.names = [source.name]
    document.hash = source.hash
    document.written = reading.noteDate.day
    document.content = source.bytes
    return document
  }

  private func remember(_ document: Model.Document) {
    documents.take(document.id)
    documents.add(
      KnownDocuments.Entry(
        id: document.id, hash: document.hash, names: document.names, written: document.written),
      content: document.content ?? [])
  }

  private func propose(
    _ id: RowID, _ reading: Reading, _ directory: Directory, readBefore: [RowID] = [], isEarlier: Bool = false
  ) throws -> Proposal {
    var builder = ProposalBuilder(
      document: id, reading: reading, today: options.today, archiveAfter: archiveAfter, directory: directory)
    builder.readBefore = readBefore
    builder.takesNewPeople = options.takesNewPeople && !isEarlier
    builder.jot = options.jot
    return try builder.build()
  }

  /// The interviews of a proposal, where all of them are this document's own; none where it told of another's.
  private func interviews(_ proposal: Proposal, of document: RowID) throws -> [RowID] {
    let own = try proposal.interviews.filter { try session.record(Interview.self, $0.id)?.document == document }
    return own.count == proposal.interviews.count ? own.map(\.id) : []
  }

  private func summary(
    _ outcome: NotesImportReport.Outcome, _ proposal: Proposal, _ made: [String: Int], _ news: NewsOutcome
  ) -> DocumentPlan {
    var plan = DocumentPlan(outcome: outcome)
    plan.made = made
    plan.archived = proposal.old
    plan.strangers = proposal.strangers
    plan.undated = proposal.undated
    plan.unknownCancellations = proposal.unknownCancellations
    (plan.writes, plan.told) = (news.writes, news.told)
    return plan
  }
}
