import Glibc

/// The folder that holds Sources and Tests.
let repositoryRoot = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

/// Foreign test suites, which are no part of the repository: they lie where `AFTERWORD_SUITES` points, else in `../shared`.
enum SharedFiles {
  private static let root = getenv("AFTERWORD_SUITES").map { String(cString: $0) } ?? repositoryRoot + "/../shared"

  /// The suite's folder, or nil where it is missing.
  static func folder(_ name: String) -> String? {
    let path = root + "/" + name
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR ? path : nil
  }

  static func has(_ name: String) -> Bool { folder(name) != nil }

  static func names(_ folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
