import Foundation

/// A machine's folders, gone with the value.
final class Disk {
  private let folder: String
  var store: String { folder + "/data" }
  var state: String { folder + "/state" }
  /// A bundle on its way to this machine.
  var bundle: String { folder + "/bundle.afterword" }

  init() throws {
    let memory = "/dev/shm"
    let root = FileManager.default.fileExists(atPath: memory) ? memory + "/" : NSTemporaryDirectory()
    folder = root + "afterword-" + UUID().uuidString
    for path in [store, state] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}

/// The contents of a folder's files.
struct Files {
  private let contents: [String: Data]

  init(_ folder: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasSuffix("-shm") }
    contents = try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0))) })
  }

  /// Makes the folder hold these files and no others. An existing file is overwritten in place and keeps its inode.
  func write(to folder: String) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) where contents[name] == nil {
      try FileManager.default.removeItem(atPath: folder + "/" + name)
    }
    for (name, data) in contents { try data.write(to: URL(fileURLWithPath: folder + "/" + name)) }
  }
}
