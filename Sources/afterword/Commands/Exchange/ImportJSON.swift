import Store

/// `{"notes": {"files": [{"name", "outcome", "made", "undo"}], "problems", "undated", "archived"},
/// "text": {"added", "filled", "differing", "deleted", "unknown", "undo"}, "merged": {"changes", "transactions", "changed_rows", "removed_rows", "unknown", "waiting", "joined_notes", "conflicts"}}`; a
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

  /// What `export FILE.json` wrote.
  struct Text: Encodable, Equatable {
    let added: Int
    let filled: Int
    let differing: Int
    let deleted: Int
    let unknown: Int
    @Nullable var undo: String?
  }

  @Nullable var merged: MergeJSON?
  @Nullable var notes: Notes?
  @Nullable var text: Text?

  init(merged: ImportReport?, notes: NotesImportReport?, text: StoreTextReport?) {
    self.text = text.map {
      Text(
        added: $0.added, filled: $0.filled, differing: $0.differing, deleted: $0.deleted, unknown: $0.unknown,
        undo: $0.receipts.first?.name)
    }
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
