import BundleFile
import Crypto
import Formats
import Foundation
import Model

/// What a mirror's folder and the store said when they were last in step, kept on this machine: so that only real changes
/// are taken and written. It holds digests and no words, so that what is forgotten is in it neither.
struct MirrorMemory: Codable {
  /// What each side said of a field; equal unless neither could follow the other.
  struct Pair: Codable, Equatable {
    var there: String
    var here: String
  }

  /// The elements of a set.
  struct Elements: Codable, Equatable {
    var there: Set<String>
    var here: Set<String>
  }

  struct Person: Codable {
    var row: String
    var fields: [String: Pair] = [:]
    var lists: [String: Elements] = [:]
    /// The versions of the notes, as references of the log.
    var notes: [String] = []
  }

  struct Entry: Codable {
    /// The interview that it is.
    var row: String?
    var fields: [String: Pair] = [:]
    /// Somebody took it out of the folder, and it stays out.
    var isOut = false
  }

  /// Of the digests, so that short words are not guessed from them.
  private let salt: String
  /// By the identities of cards.
  var people: [String: Person] = [:]
  /// By the identities of entries.
  var entries: [String: Entry] = [:]

  /// Stands for a field that machines say differently.
  static let contested = "?"
  private static let limit = 64 << 20

  init(salt: UInt64) { self.salt = String(salt, radix: 36) }

  var isEmpty: Bool { people.isEmpty && entries.isEmpty }

  /// Empty for nothing.
  func digest(_ text: String?) -> String {
    guard let text else { return "" }
    return SHA256.hash(data: Array((salt + text).utf8)).prefix(9).map { byte in
      String(UInt16(byte) + 256, radix: 16).dropFirst()
    }.joined()
  }

  func digests(_ texts: Set<String>) -> Set<String> { Set(texts.map(digest)) }

  /// Nil where there is none.
  static func read(_ path: String) throws -> MirrorMemory? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    guard data.count < limit, let memory = try? JSONDecoder().decode(MirrorMemory.self, from: data) else {
      throw MirrorTrouble.unreadableMemory
    }
    return memory
  }

  func write(_ path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    try Folders.make((path as NSString).deletingLastPathComponent)
    try SafeFile.write(Array(try encoder.encode(self)), to: path, replace: true)
  }
}
