import Foundation

package enum FilePath {
  /// The absolute path with symbolic links resolved as far as it exists, so that one file has one name.
  package static func resolved(_ path: String) -> String {
    let absolute = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    if let real = realpath(absolute, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    let parts = absolute.split(separator: "/")
    guard let last = parts.last, parts.count > 1 else { return absolute }
    let parent = resolved("/" + parts.dropLast().joined(separator: "/"))
    return parent + (parent.hasSuffix("/") ? "" : "/") + last
  }
}
