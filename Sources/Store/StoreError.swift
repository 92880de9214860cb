/// What can go wrong with a store, said so that a person knows what to do next.
public enum StoreError: Error, Equatable {
  /// The file is there but is no store of this program.
  case notAStore(path: String, why: String)
  /// Made by a newer version, which alone knows how to read it.
  case newerStore(path: String, version: Int)
  /// No store at this path yet.
  case missing(path: String)
  /// This machine wrote in a store at this path, which is gone now or empty; the mark remembers.
  case lost(path: String, LostStore)
  /// Another process held the write lock for too long.
  case busy(path: String)
  /// The disk or the file system refused: full, read-only, no permission, damaged.
  case disk(path: String, why: String)
  /// The file's own structure is broken.
  case damagedFile(path: String)
  /// A limit of the store was reached by data from outside.
  case tooMuch(String)
  /// The row of this name was deleted when the command opened it.
  case rowIsDeleted(String)
  /// The log contradicts itself; `doctor` names where.
  case damaged(String)
}

extension StoreError {
  package static let unwritable = "it cannot be written (read-only, or no permission)"
}

extension StoreError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notAStore(let path, let why):
      "\(path) is not an afterword store (\(why)). Choose another path with --store or AFTERWORD_STORE."
    case .newerStore(let path, let version):
      "\(path) was written by a newer afterword (store version \(version)). Install that version; nothing was changed."
    case .missing(let path):
      "There is no store at \(path) yet. `afterword import NOTES` makes one."
    case .lost(let path, let lost): "\(path) \(lost)"
    case .busy(let path):
      "\(path) is being written by another afterword. Try again when it has finished."
    case .disk(let path, let why):
      "\(path): \(why). Nothing was changed."
    case .damagedFile(let path):
      "\(path) is damaged. Nothing was changed. `afterword doctor` says where; the newest bundle brings it back: "
        + "`afterword restore FILE`"
    case .tooMuch(let what): what
    case .rowIsDeleted(let name): "\(name) was deleted. `afterword undo` or `afterword undelete` brings it back."
    case .damaged(let what): "The store contradicts itself: \(what). Run `afterword doctor`."
    }
  }
}
