import Foundation

/// The files in a shared folder that may be bundles.
struct SyncListing {
  struct Entry {
    let name: String
    let path: String
    let size: Int
    let modified: Int
  }

  let folder: String
  let entries: [Entry]

  /// - Throws: `SyncError.folderMissing`.
  init(_ folder: String) throws {
    self.folder = folder
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw SyncError.folderMissing(folder)
    }
    entries = names.sorted().filter(SyncFileName.mayBeBundle).compactMap { name in
      let path = folder + "/" + name
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      let modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
      return Entry(name: name, path: path, size: Int(status.st_size), modified: modified)
    }
  }

  /// Whether what lies there is encrypted; nil where there is nothing, or some is and some is not.
  var isEncrypted: Bool? {
    let found = Set(entries.map { $0.name.lowercased().hasSuffix(".age") })
    return found.count == 1 ? found.first : nil
  }

  static func entry(_ folder: String, _ name: String) throws -> Entry? {
    try SyncListing(folder).entries.first { $0.name == name }
  }
}
