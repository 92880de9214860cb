import Foundation

/// What is known of a store that should be there and is not.
public struct LostStore: Equatable, Sendable {
  /// Changes that this machine wrote there, at least.
  public let changes: Int
  let isEmpty: Bool
  /// Where the mark lies that remembers it.
  let mark: String
}

extension LostStore: CustomStringConvertible {
  public var description: String {
    """
    \(isEmpty ? "is empty" : "is gone"), though this machine wrote \(changes) changes there. Nothing was made.
    Put the file back, or bring a backup back: `afterword restore FILE`. To begin with an empty store instead, \
    remove \(mark)
    """
  }
}

extension StoreFile {
  /// - Throws: `StoreError.lost` where a store was written to and is missing or empty now, `.disk` for a link to nowhere:
  ///   neither is a place for a new one that nobody asked for.
  static func checkNotLost(_ environment: Environment) throws {
    let path = environment.storePath
    guard try isMissingOrEmpty(path) else { return }
    if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path), access(path, F_OK) != 0 {
      throw StoreError.disk(path: path, why: "it is a link to \(target), which is not there. Is its disk or stick in?")
    }
    let markPath = try Store.markPath(environment)
    guard let mark = Mark.read(markPath), mark.seq > 0 else { return }
    let lost = LostStore(changes: mark.seq, isEmpty: access(path, F_OK) == 0, mark: markPath)
    throw StoreError.lost(path: path, lost)
  }
}
