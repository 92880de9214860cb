import Store

/// `{"notes": {"files": [{"name", "outcome", "made", "undo"}], "problems", "undated", "archived"},
/// "merged": {"changes", "transactions", "changedRows", "removedRows", "unknown", "waiting", "joinedNotes", "conflicts"}}`; a
/// part that did not happen is missing.
struct ImportJSON: Encodable {
  struct File: Encodable {
    let name: String
    let outcome: String
    let made: [String: Int]
    let undo: String?
  }

  struct Notes: Encodable {
    let files: [File]
    let problems: [String]
    let undated: [String]
    let archived: Int
  }

  let merged: MergeJSON?
  let notes: Notes?

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

struct MergeJSON: Encodable {
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

/// What a bundle holds: `{"kind", "contentId", "changes", "transactions", "machines", "counts"}`.
struct BundleJSON: Encodable {
  let kind: String
  let contentId: String
  let changes: Int
  let transactions: Int
  let machines: Int
  let counts: [String: Int]
}
