import Crypto
import Foundation
import Model

/// What a mirror's folder and the store said when they were last in step: so that only real changes are taken and written.
/// It lies in the store's file, so that what is taken is remembered in the same transaction, and a copy of the file that is
/// put back says what was in step then; it is no part of what machines exchange. It holds digests and no words.
struct MirrorMemory: Codable, Equatable {
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

  struct Person: Codable, Equatable {
    var row: String
    var fields: [String: Pair] = [:]
    var lists: [String: Elements] = [:]
    /// The versions of the notes, as references of the log.
    var notes: [String] = []
  }

  struct Entry: Codable, Equatable {
    /// The interview that it is.
    var row: String?
    var fields: [String: Pair] = [:]
    /// Somebody took it out of the folder, and it stays out.
    var isOut = false
  }

  /// Of the digests, so that the same word is not known again in another folder's memory. It hides nothing from whoever has
  /// this one.
  private let salt: String
  /// By the identities of cards.
  var people: [String: Person] = [:]
  /// Whom cards name that are nobody's own, by their identities; nil for none.
  var spares: [String: [String]]?
  /// By the identities of entries.
  var entries: [String: Entry] = [:]

  /// Stands for a field that machines say differently.
  static let contested = "?"

  init(salt: UInt64) { self.salt = String(salt, radix: 36) }

  /// Empty for nothing.
  func digest(_ text: String?) -> String {
    guard let text else { return "" }
    return SHA256.hash(data: Array((salt + text).utf8)).prefix(9).map { byte in
      String(UInt16(byte) + 256, radix: 16).dropFirst()
    }.joined()
  }

  func digests(_ texts: some Sequence<String>) -> Set<String> { Set(texts.map(digest)) }

  /// What is left when a folder is met anew: who was deleted here.
  func anew(_ session: Session) throws -> MirrorMemory {
    var memory = self
    memory.entries = [:]
    memory.people = try people.filter { _, known in
      try RowID(known.row).map { try session.record(Model.Person.self, $0) == nil } ?? false
    }.mapValues { Person(row: $0.row) }
    return memory
  }
}

/// Where the memory of one folder on one machine lies in the store.
struct MirrorPlace {
  private let key: String
  let lockPath: String

  init(_ store: Store, _ folder: String) throws {
    let name = StableID.make("mirror", store.environment.machine, folder).description
    key = "mirror " + name
    lockPath = try store.markPath() + ".mirror-" + name + ".lock"
  }

  /// Nil where there is none.
  ///
  /// - Throws: `MirrorTrouble.unreadableMemory`.
  func read(_ session: Session) throws -> MirrorMemory? {
    guard let text = try Meta.get(session.db, key) as String? else { return nil }
    guard let memory = try? JSONDecoder().decode(MirrorMemory.self, from: Data(text.utf8)) else {
      throw MirrorTrouble.unreadableMemory
    }
    return memory
  }

  func write(_ memory: MirrorMemory, _ session: Session) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    try Meta.set(session.db, key, String(decoding: try encoder.encode(memory), as: UTF8.self))
  }
}
