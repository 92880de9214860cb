import Store

/// `{"notes": {"files": [{"name", "outcome", "made", "undo"}], "problems", "undated", "archived"},
/// "merged": {"changes", "transactions", "changed_rows", "removed_rows", "unknown", "waiting", "joined_notes", "conflicts"}}`; a
/// part that did not happen is null.
struct ImportJSON: Encodable {
  struct File: Encodable, Equatable {
    let name: String
    let outcome: String
    let made: [String: Int]
    @Nullable var undo: String?
  }

  struct Notes: Encodable, Equatable {
    let files: [File]
    let problems: [String]
    let undated: [String]
    let archived: Int
  }

  @Nullable var merged: MergeJSON?
  @Nullable var notes: Notes?

  init(merged: ImportReport?, notes: NotesImportReport?) {
    self.merged = merged.map(MergeJSON.init)
    self.notes = notes.map { report in
      Notes(
        files: report.files.map {
          File(name: $0.name, outcome: "\($0.outcome)", made: $0.made, undo: $0.undoName)
        }, problems: report.problems, undated: report.undated, archived: report.archived)
    }
  }
}

struct MergeJSON: Encodable, Equatable {
  let changes: Int
  let transactions: Int
  let changedRows: Int
  let removedRows: Int
  let unknown: Int
  let waiting: Int
  let joinedNotes: Int
  let conflicts: Int

  init(_ report: ImportReport) {
    changes = report.newChanges
    transactions = report.newTransactions
    changedRows = report.changedRows
    removedRows = report.removedRows
    unknown = report.unknown
    waiting = report.waiting
    joinedNotes = report.joinedNotes
    conflicts = report.conflicts ?? 0
  }
}

/// What a bundle holds: `{"kind", "content_id", "changes", "transactions", "machines", "counts"}`.
struct BundleJSON: Encodable {
  let kind: String
  let contentId: String
  let changes: Int
  let transactions: Int
  let machines: Int
  let counts: [String: Int]
}
