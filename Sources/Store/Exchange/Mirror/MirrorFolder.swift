import BundleFile
import Foundation

/// One half of a mirror: the files of one sort in a folder, by the identity of what they hold.
struct MirrorFolder<Item> {
  struct File {
    let name: String
    let bytes: [UInt8]
    let item: Item
  }

  let path: String
  let ending: String
  private(set) var files: [String: File] = [:]
  /// Identities that two files have: neither is touched.
  private(set) var doubled: Set<String> = []
  /// The names of files that cannot be read as an item.
  private(set) var unread: Set<String> = []
  /// What was left, and why.
  private(set) var problems: [String] = []

  /// Reads every file of the folder; where it is missing it has none.
  ///
  /// - Parameter read: nil for what is no such file.
  /// - Parameter uid: the identity of one.
  /// - Throws: `MirrorTrouble.unreadableFolder`.
  init(_ path: String, ending: String, read: ([UInt8]) -> Item?, uid: (Item) -> String) throws {
    (self.path, self.ending) = (path, ending)
    guard FileManager.default.fileExists(atPath: path) else { return }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw MirrorTrouble.unreadableFolder(path)
    }
    for name in names.sorted() where name.hasSuffix(ending) && !name.hasPrefix(".") {
      guard let bytes = bytes(of: name) else {
        unread.insert(name)
        continue
      }
      guard let item = read(bytes) else {
        unread.insert(name)
        problems.append("\(name): not one entry of a form that is read here")
        continue
      }
      let identity = uid(item)
      if let first = files[identity] {
        doubled.insert(identity)
        problems.append("\(first.name) and \(name): the same identity (UID) twice")
      } else {
        files[identity] = File(name: name, bytes: bytes, item: item)
      }
    }
    for identity in doubled { files[identity] = nil }
  }

  private mutating func bytes(of name: String) -> [UInt8]? {
    do {
      let file = try InputFile(path + "/" + name, links: .refuse)
      guard file.size <= Self.mostBytes else {
        problems.append("\(name): larger than \(Self.mostBytes >> 20) MB")
        return nil
      }
      return try file.prefix(file.size)
    } catch {
      problems.append("\(name): cannot be read")
      return nil
    }
  }

  private static var mostBytes: Int { 8 << 20 }

  /// Whether a file is as it was read.
  private func isUnchanged(_ file: File) -> Bool {
    (try? InputFile(path + "/" + file.name, links: .refuse).prefix(file.bytes.count + 1)) == file.bytes
  }

  // MARK: Writing

  /// Writes a file anew; false where somebody changed it meanwhile.
  func write(_ bytes: [UInt8], over file: File) throws -> Bool {
    guard isUnchanged(file) else { return false }
    try SafeFile.write(bytes, to: path + "/" + file.name, replace: true)
    return true
  }

  /// Writes a new file, under another name where something has this one.
  ///
  /// - Returns: false where all such names are taken.
  func write(_ bytes: [UInt8], as name: String) throws -> Bool {
    let stem = name.dropLast(ending.count)
    let names = [name] + (2...9).map { "\(stem)-\($0)\(ending)" }
    guard let free = names.first(where: { !isTaken($0) }) else { return false }
    try SafeFile.write(bytes, to: path + "/" + free, replace: false)
    return true
  }

  /// A link to nowhere takes up its name too.
  private func isTaken(_ name: String) -> Bool {
    var status = stat()
    return lstat(path + "/" + name, &status) == 0
  }

  func remove(_ file: File) throws -> Bool {
    guard isUnchanged(file) else { return false }
    guard unlink(path + "/" + file.name) == 0 else { throw MirrorTrouble.notWritable(path) }
    return true
  }
}
