import Merge
import Model

/// What a command finds wrong with a row while a read or write is under way. It carries values only: `Store` alone puts it
/// into words, afterwards.
enum RowTrouble: Error {
  /// The row was deleted when the command opened it.
  case deleted(Subject)
  /// A text that must be settled first, with the machines that changed it differently.
  case contested(Subject, field: String, machines: [String])

  /// What the person is told.
  func worded(by store: Store) throws -> any Error {
    switch self {
    case .deleted(let row): StoreError.rowIsDeleted(try store.name(of: row))
    case .contested(let row, let field, let machines):
      RequestError.contestedText(
        title: try store.title(of: row), field: field, machines: machines, id: row.id.short)
    }
  }
}

extension Store {
  /// What a row is called, or was before it was deleted.
  fileprivate func name(of row: Subject) throws -> String {
    let title = try title(of: row)
    return title.hasPrefix("(deleted) ") ? String(title.dropFirst("(deleted) ".count)) : title
  }
}
