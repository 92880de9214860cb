import BundleFile
import Crypto
import Foundation

/// The folder that a vault is written into, with a list of what was written there: so that writing it again takes away what
/// is no more, and leaves alone what somebody else wrote or changed.
package struct VaultFolder {
  private let path: String
  /// Checksums by name, as they were written before and now.
  private let before: [String: String]
  private var now: [String: String] = [:]
  /// Files that somebody else wrote or changed; they stay as they are.
  package private(set) var left: [String] = []
  package private(set) var removed = 0

  private static let list = ".afterword-vault"
  private static let mostBytes = 16 << 20

  /// - Parameter path: made where it is missing.
  package init(_ path: String) {
    self.path = path
    let bytes = Self.read(path + "/" + Self.list)
    before = bytes.flatMap { try? JSONDecoder().decode([String: String].self, from: Data($0)) } ?? [:]
  }

  /// - Parameter name: of a file in a folder of the vault.
  package mutating func write(_ name: String, _ bytes: [UInt8]) throws {
    let (place, sum) = (path + "/" + name, Self.sum(bytes))
    let there = Self.read(place).map(Self.sum)
    let isOthers = there.map { $0 != sum && $0 != before[name] } ?? isThere(place)
    if isOthers {
      left.append(name)
      now[name] = before[name]
      return
    }
    now[name] = sum
    guard there != sum else { return }
    try Folders.make((place as NSString).deletingLastPathComponent)
    try SafeFile.write(bytes, to: place, replace: true)
  }

  /// Takes away what was written before and is no more, and lists what is there.
  package mutating func finish() throws {
    for (name, sum) in before.sorted(by: { $0.key < $1.key }) where now[name] == nil && Self.isOfVault(name) {
      let place = path + "/" + name
      guard let there = Self.read(place) else { continue }
      if Self.sum(there) == sum, unlink(place) == 0 { removed += 1 } else { left.append(name) }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try Folders.make(path)
    try SafeFile.write(Array(try encoder.encode(now)), to: path + "/" + Self.list, replace: true)
  }

  private func isThere(_ place: String) -> Bool {
    var status = stat()
    return lstat(place, &status) == 0
  }

  /// Nothing outside is taken away, whatever stands in the list.
  private static func isOfVault(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && ["Searches", "People", "Notes"].contains(parts[0]) && parts[1] != ".." && parts[1] != "."
  }

  private static func read(_ place: String) -> [UInt8]? {
    guard let file = try? InputFile(place, links: .refuse), file.size <= mostBytes else { return nil }
    return try? file.prefix(file.size)
  }

  private static func sum(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).prefix(16).map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined()
  }
}
