import GRDB
import Merge
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
  /// Of each day that has been looked at: which documents have a telling line.
  private var byLine: [Day?: [UInt32: [RowID]]] = [:]
  /// For each member of joined documents the one that stands for all.
  private var canonical: [RowID: RowID] = [:]
  /// The names of the files that are imported now: none of them was renamed to another.
  var present: Set<String> = []
  /// The hashes of those that have their name in common: each stands for itself.
  var presentHashes: Set<String> = []
  /// What files of this import were taken for already.
  private var taken: Set<RowID> = []

  init(_ session: Session) throws {
    for document in try session.records(Model.Document.self) {
      keep(Entry(id: document.id, hash: document.hash, names: document.names, written: document.written))
    }
    try addJoined(session)
  }

  /// A file that became a version of a joined document is known by the hash it came with, under whichever member.
  private func addJoined(_ session: Session) throws {
    guard let hash = session.interner.existing(name: "hash") else { return }
    let rows = try Row.fetchAll(session.db, sql: "SELECT member, canonical FROM alias")
    for row in rows {
      guard let member = try session.interner.subject(row["member"]), member.kind == Model.Document.kind,
        let shown = try session.interner.subject(row["canonical"]), entries[shown.id] != nil
      else { continue }
      canonical[member.id] = shown.id
      for change in try session.cells.field(Interner.cell(row["member"], hash)) {
        if case .set(.string(let text)) = change.event.operation { byHash[text] = shown.id }
      }
    }
  }

  /// A document just taken in, with its bytes; in place of what was known of it.
  func add(_ entry: Entry, content: [UInt8]) {
    if let old = entries[entry.id] {
      byDay[old.written]?.removeAll { $0 == entry.id }
      if let hash = old.hash { byHash[hash] = nil }
    }
    keep(entry)
    let sketch = LineSketch(content)
    lines[entry.id] = sketch
    for line in sketch.telling { byLine[entry.written]?[line, default: []].append(entry.id) }
  }

  /// Says that a file that is imported now is this document, so that no other is.
  func take(_ id: RowID) { taken.insert(id) }

  private func isFree(_ id: RowID) -> Bool {
    guard !taken.contains(id), let entry = entries[id] else { return false }
    return entry.hash.map { !presentHashes.contains($0) } ?? true
  }

  private func keep(_ entry: Entry) {
    for name in entry.names where !(byName[name] ?? []).contains(entry.id) {
      byName[name, default: []].append(entry.id)
    }
    entries[entry.id] = entry
    if let hash = entry.hash { byHash[hash] = entry.id }
    byDay[entry.written, default: []].append(entry.id)
  }

  var all: some Collection<RowID> { entries.keys }

  /// A document; a joined one under any member's identity.
  func entry(_ id: RowID) -> Entry? { entries[canonical[id] ?? id] }
  func entry(hash: String) -> Entry? { byHash[hash].flatMap { entries[$0] } }

  /// The document that these bytes are a later version of: one of the same name with half of its lines, else, moved and
  /// renamed, one written on the same day with most of its long lines and whose own file is not there any more.
  func earlierVersion(
    name: String, written: Day?, content: [UInt8], reading: (RowID) throws -> [UInt8]?
  ) throws -> Entry? {
    let own = LineSketch(content)
    for id in byName[name] ?? [] where isFree(id) {
      if try sketch(id, reading)?.isVersion(of: own) ?? false { return entries[id] }
    }
    return try similar(to: own, written: written, reading) {
      self.isFree($0) && self.entries[$0]?.names.isDisjoint(with: self.present) ?? false
    }
    .lazy.compactMap { self.entry($0) }.first
  }

  /// The other documents of the same day that have most of their long lines in common with this one.
  ///
  /// - Parameter isCandidate: asked before the two are compared.
  func copies(
    of entry: Entry, isCandidate: (RowID) -> Bool, reading: (RowID) throws -> [UInt8]?
  ) throws -> [Entry] {
    guard let own = try sketch(entry.id, reading) else { return [] }
    return try similar(to: own, written: entry.written, reading) { $0 != entry.id && isCandidate($0) }
      .compactMap(self.entry)
  }

  /// The documents of a day with most of these long lines, those with the most in common first.
  private func similar(
    to own: LineSketch, written: Day?, _ reading: (RowID) throws -> [UInt8]?,
    where isCandidate: (RowID) -> Bool = { _ in true }
  ) throws -> [RowID] {
    try indexLines(of: written, reading)
    var shared: [RowID: Int] = [:]
    for line in own.telling {
      guard let holders = byLine[written]?[line], holders.count <= KnownDocuments.mostHolders else { continue }
      for id in holders { shared[id, default: 0] += 1 }
    }
    let found = try shared.keys.filter { id in
      try entries[id]?.written == written && isCandidate(id) && sketch(id, reading)?.isRenamedVersion(of: own) ?? false
    }
    return found.sorted { (shared[$1] ?? 0, $0) < (shared[$0] ?? 0, $1) }
  }

  private func indexLines(of day: Day?, _ reading: (RowID) throws -> [UInt8]?) throws {
    guard byLine[day] == nil else { return }
    var holders: [UInt32: [RowID]] = [:]
    for id in (byDay[day] ?? []).prefix(KnownDocuments.mostRead) {
      for line in try sketch(id, reading)?.telling ?? [] { holders[line, default: []].append(id) }
    }
    byLine[day] = holders
  }

  /// Notes without a day all lie together: of more than this many the rest is not looked at.
  private static let mostRead = 5000
  /// A line of more documents than this belongs to a form and finds nothing.
  private static let mostHolders = 50

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
  let telling: Set<UInt32>

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

  /// How many lines the two have in common.
  func shared(with other: LineSketch) -> Int { all.intersection(other.all).count }

  func isVersion(of other: LineSketch) -> Bool {
    let shared = shared(with: other)
    return shared > 0 && shared * 2 >= min(all.count, other.all.count)
  }

  func isRenamedVersion(of other: LineSketch) -> Bool {
    let shared = telling.intersection(other.telling).count
    if shared >= 2, all.subtracting(other.all).count <= 1, other.all.subtracting(all).count <= 1 { return true }
    return shared >= 3 && shared * 5 >= min(telling.count, other.telling.count) * 3
  }

  private static let separators = Set(",;|\" \t".utf8)

  /// FNV-1a, folded to 32 bits: a chance hit only counts one line too many. What parts cells does not count: a table saved
  /// with semicolons is the same table.
  private static func hash(_ line: ArraySlice<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in line where !separators.contains(byte) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}

/// The lines of a file that are not blank, as bytes.
struct NoteLines: Sequence {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// One at a time: a file of nothing but short lines has millions.
  func makeIterator() -> some IteratorProtocol<ArraySlice<UInt8>> {
    var place = 0
    return AnyIterator<ArraySlice<UInt8>> { [bytes] in
      while place < bytes.count {
        let end = bytes[place...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        let line = bytes[place..<end]
        place = end + 1
        if !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return line }
      }
      return nil
    }
  }
}
