import Crypto
import GRDB
import Merge
import Model
package import Notes

/// What an import of one note would do, row by row.
package struct NotePreview {
  /// What becomes of the file itself.
  package enum File: Equatable {
    case new, known
    /// In the store already, and read in another way now.
    case anew
    /// A later version of a note that the store has, under this name.
    case update(String)
  }

  /// What becomes of something found in it.
  package enum Fate: Equatable {
    case new
    /// It is taken for a row that the store has, shown under this name.
    case matched(String, MatchReason)
    /// Read from an earlier version of this note already.
    case known
  }

  package struct Row {
    package let kind: String
    /// Where the note says it.
    package let span: TextSpan
    package let fate: Fate
  }

  package let file: File
  package let rows: [Row]

  /// What becomes of the fact that begins at a place.
  package func fate(of kind: String, at start: Int) -> Fate? {
    rows.first { $0.kind == kind && $0.span.start == start }?.fate
  }
}

extension Store {
  /// Compares a reading by these options with what the store has; writes nothing.
  package func preview(
    _ reading: Reading, name: String, bytes: [UInt8], _ options: NotesImportOptions
  ) throws -> NotePreview {
    try read { session in
      let directory = try Directory(session)
      let documents = try KnownDocuments(session)
      let hash = NoteFile.hash(bytes)
      let known = documents.entry(hash: hash)
      let earlier =
        try known
        ?? documents.earlierVersion(name: name, written: reading.noteDate.day, content: bytes) {
          try session.content(of: Subject(kind: Model.Document.kind, id: $0), "content")
        }
      var builder = ProposalBuilder(
        document: earlier?.id ?? StableID.document(hash: hash), reading: reading, today: today, archiveAfter: .max,
        directory: directory)
      let proposal = try builder.build()
      let rows = try proposal.origins.map { origin in
        NotePreview.Row(kind: origin.subject.kind, span: origin.span, fate: try session.fate(of: origin))
      }
      let file: NotePreview.File =
        known.map { options.readsAnew(reading, written: $0.written) ? .anew : .known }
        ?? earlier.map { .update($0.names.sorted().first ?? name) } ?? .new
      return NotePreview(file: file, rows: rows)
    }
  }
}

extension Session {
  fileprivate func fate(of origin: Proposal.Origin) throws -> NotePreview.Fate {
    if let because = origin.because { return .matched(try name(of: origin.subject), because) }
    return try isAlive(origin.subject) ? .known : .new
  }

  private func name(of subject: Subject) throws -> String {
    switch subject.kind {
    case Person.kind: try record(Person.self, subject.id)?.name ?? ""
    case Organisation.kind: try record(Organisation.self, subject.id)?.name ?? ""
    case Opportunity.kind: try record(Opportunity.self, subject.id)?.role ?? ""
    case Interview.kind: try record(Interview.self, subject.id)?.start?.day.description ?? ""
    default: ""
    }
  }
}
