import GRDB
import Model

/// The documents that a store has, by their content; kept up to date while an import runs.
final class KnownDocuments {
  struct Entry {
    let id: RowID
    let hash: String?
    var names: Set<String>
    let written: Day?
  }

  private var entries: [RowID: Entry] = [:]
  private var byHash: [String: RowID] = [:]
  private var byName: [String: [RowID]] = [:]
  private var byDay: [Day?: [RowID]] = [:]
  private var lines: [RowID: LineSketch] = [:]

  init(_ session: Session) throws {
    for document in try session.records(Model.Document.self) {
      keep(Entry(id: document.id, hash: document.hash, names: document.names, written: document.written))
    }
  }

  /// A document just taken in, with its bytes; in place of what was known of it.
  func add(_ entry: Entry, content: [UInt8]) {
    if let old = entries[entry.id] {
      byDay[old.written]?.removeAll { $0 == entry.id }
      if let hash = old.hash { byHash[hash] = nil }
    }
    keep(entry)
    lines[entry.id] = LineSketch(content)
  }

  private func keep(_ entry: Entry) {
    for name in entry.names where !(byName[name] ?? []).contains(entry.id) {
      byName[name, default: []].append(entry.id)
    }
    entries[entry.id] = entry
    if let hash = entry.hash { byHash[hash] = entry.id }
    byDay[entry.written, default: []].append(entry.id)
  }

  func entry(_ id: RowID) -> Entry? { entries[id] }
  func entry(hash: String) -> Entry? { byHash[hash].flatMap { entries[$0] } }

  /// The document that these bytes are a later version of: one of the same name with half of its lines, else, moved and
  /// renamed, one written on the same day with most of its long lines.
  func earlierVersion(
    name: String, written: Day?, content: [UInt8], reading: (RowID) throws -> [UInt8]?
  ) throws -> Entry? {
    let own = LineSketch(content)
    for id in byName[name] ?? [] {
      if try sketch(id, reading)?.isVersion(of: own) ?? false { return entries[id] }
    }
    for id in (byDay[written] ?? []).prefix(KnownDocuments.mostCompared) {
      if try sketch(id, reading)?.isRenamedVersion(of: own) ?? false { return entries[id] }
    }
    return nil
  }

  /// Notes without a day all lie together: more than this many are not compared.
  private static let mostCompared = 2000

  private func sketch(_ id: RowID, _ reading: (RowID) throws -> [UInt8]?) throws -> LineSketch? {
    if let known = lines[id] { return known }
    let sketch = try reading(id).map { LineSketch($0) }
    lines[id] = sketch
    return sketch
  }
}

/// The lines of a document as hashes: all that are not blank, and of these the long ones that say something.
struct LineSketch {
  private let all: Set<UInt32>
  private let telling: Set<UInt32>

  /// Shorter lines, and headings and labels, stand in every note written by the same form.
  private static let leastTelling = 20

  init(_ content: [UInt8]) {
    var (all, telling) = (Set<UInt32>(), Set<UInt32>())
    for line in NoteLines(content) {
      let hash = LineSketch.hash(line)
      all.insert(hash)
      if line.count >= LineSketch.leastTelling, line.first != UInt8(ascii: "#"), line.last != UInt8(ascii: ":") {
        telling.insert(hash)
      }
    }
    (self.all, self.telling) = (all, telling)
  }

  func isVersion(of other: LineSketch) -> Bool {
    let shared = all.intersection(other.all).count
    return shared > 0 && shared * 2 >= min(all.count, other.all.count)
  }

  func isRenamedVersion(of other: LineSketch) -> Bool {
    let shared = telling.intersection(other.telling).count
    return shared >= 3 && shared * 5 >= min(telling.count, other.telling.count) * 3
  }

  /// FNV-1a, folded to 32 bits: a chance hit only counts one line too many.
  private static func hash(_ line: ArraySlice<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in line { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}

/// The lines of a file that are not blank, as bytes.
struct NoteLines: Sequence {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func makeIterator() -> some IteratorProtocol<ArraySlice<UInt8>> {
    bytes.split { $0 == 0x0A || $0 == 0x0D }.filter { !$0.allSatisfy { $0 == 0x20 || $0 == 0x09 } }.makeIterator()
  }
}
