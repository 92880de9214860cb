import BundleFile
import Foundation
import Merge
import Model

/// What this machine remembers of the folders it exchanges through: local state, in the state folder. Losing it costs
/// reading all files again and leaves own files in place that could have gone.
struct SyncMark: Codable {
  struct Range: Codable {
    let incarnation: String
    let first: Int
    let last: Int
    let before: String?
    let end: String
  }

  /// A file that was found whole. Files are written once and never changed, so size and time of change tell it again.
  struct File: Codable {
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int
    var ranges: [Range]
    /// For files that this machine wrote, the order in which it did; nil for those of others.
    var ownNumber: Int?
    /// Whether others take from it what it holds; nil where an older version looked at it.
    var counts: Bool?

    var changes: Int { ranges.reduce(0) { $0 + $1.last - $1.first + 1 } }
  }

  struct Folder: Codable {
    var isEncrypted: Bool
    /// The public keys that all own files there are encrypted for; nil where an older version wrote them.
    var recipients: [String]?
    var files: [String: File] = [:]
    /// Milliseconds since 1970.
    var lastSync: Int?
    /// Transactions of the store that something was erased from when all own files there were last written anew.
    var erased: Int?
    /// Words on keys when an own file was last written there.
    var certificates: Int?
  }

  /// Own files are those of this machine alone: a copied home folder does not make them another's.
  var machine: String
  var folders: [String: Folder] = [:]
  /// The folder that was last synced with.
  var last: String?
  /// What machines call themselves that signed what was not taken in, by their keys.
  var unmet: [String: String]?

  static func read(_ path: String, machine: String) -> SyncMark {
    guard let data = FileManager.default.contents(atPath: path), data.count < 64 << 20,
      var mark = try? JSONDecoder().decode(SyncMark.self, from: data)
    else { return SyncMark(machine: machine) }
    if mark.machine != machine {
      mark.machine = machine
      mark.folders = mark.folders.mapValues { folder in
        var folder = folder
        folder.files = [:]
        return folder
      }
    }
    return mark
  }

  private static let mostUnmet = 64

  /// Remembers them, the last ones where they are many: anybody may leave any number.
  mutating func note(_ signers: [Signer]) {
    guard !signers.isEmpty else { return }
    let last = signers.suffix(Self.mostUnmet).map { ($0.key.description, $0.name) }
    let known = (unmet ?? [:]).merging(last) { $1 }
    unmet = known.count > Self.mostUnmet ? Dictionary(last) { $1 } : known
  }

  var signers: [Signer] {
    (unmet ?? [:]).compactMap { key, name in MachineKey(key).map { Signer(name: name, key: $0) } }
      .sorted { ($0.name, $0.words) < ($1.name, $1.words) }
  }

  func write(_ path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let data = try encoder.encode(self)
    try Folders.make((path as NSString).deletingLastPathComponent)
    try SafeFile.write(to: path, replace: true) { sink in
      try data.withUnsafeBytes(sink)
    } readBack: { _ in
    }
  }
}

extension SyncMark.Range {
  init(_ range: StreamRange) {
    incarnation = range.incarnation.description
    first = range.first
    last = range.last
    before = range.before?.description
    end = range.end.description
  }

  /// Nil where the mark was tampered with.
  var range: StreamRange? {
    guard let id = RowID(incarnation), let end = ChainHash(hexadecimal: end) else { return nil }
    return StreamRange(
      incarnation: Incarnation(id), first: first, last: last, before: before.flatMap { ChainHash(hexadecimal: $0) },
      end: end)
  }
}
