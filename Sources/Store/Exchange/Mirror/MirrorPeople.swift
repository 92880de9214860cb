import Formats
import Model

/// The people of a mirror: what is to be taken from their cards, and what is to be written onto them.
struct MirrorPeople {
  typealias File = MirrorFolder<PersonCard>.File

  /// Whose card some unknown person's is to be taken for.
  private struct Fresh {
    let uid: String
    let file: File
    let row: RowID
  }

  private let pairs: CardPairs
  private let firms: [RowID: String]
  private let merges: [(pair: CardPairs.Pair, merge: CardMerge)]
  private let fresh: [Fresh]
  /// People whose cards are to be written for the first time.
  private var without: [Person]

  init(_ folder: MirrorFolder<PersonCard>, _ memory: MirrorMemory, takesNew: Bool, _ session: Session) throws {
    let pairs = try CardPairs(folder, memory, session)
    let firms = try session.firms()
    let contested = try session.contestedFields()
    (self.pairs, self.firms, without) = (pairs, firms, pairs.without)
    merges = pairs.pairs.map { pair in
      let firm = pair.person.organisation.flatMap { firms[$0] }
      let merge = CardMerge(
        pair.file.item, pair.person, organisation: firm, memory, contested: contested[pair.person.subject] ?? [],
        isAdopted: pair.isAdopted)
      return (pair, merge)
    }
    fresh =
      try !takesNew
      ? []
      : pairs.strangers.compactMap { uid, file in
        let row = RowID(uid: uid) ?? StableID.make(Person.kind, "card", uid)
        // Who was deleted here stays so.
        let isKnown = try session.interner.existing(Subject(kind: Person.kind, id: row)) != nil
        return isKnown || file.item[.name] == nil ? nil : Fresh(uid: uid, file: file, row: row)
      }
  }

  /// Cards of nobody known that are left.
  var foreign: Int { pairs.strangers.count - fresh.count }

  /// What cards of other programs say otherwise since before they were met.
  var differing: [String] {
    merges.filter(\.pair.isAdopted).flatMap { pair, merge in
      merge.differing.map { "\($0.rawValue) of \(pair.person.name ?? "")" }
    }
  }

  func tell(_ report: inout MirrorReport) {
    let taking = merges.filter { !$0.merge.changes.isEmpty }
    report.taken += taking.map { $0.pair.person.name ?? $0.merge.card[.name] ?? "" }
    report.conflicts += taking.flatMap(\.merge.changes).count(where: \.isConflict)
    (report.newPeople, report.foreignCards, report.differing) = (fresh.count, foreign, differing)
  }

  // MARK: Deletions

  var deletions: [MirrorDeletion] {
    pairs.goneHere.map { .init(row: $0.row, title: $0.file.item[.name] ?? $0.file.name, side: .here) }
      + pairs.goneThere.map { .init(row: $0.person.subject, title: $0.person.name ?? "", side: .there) }
  }

  var gone: [File] { pairs.goneHere.map(\.file) }

  /// What was deleted in the folder and is not to go here is written anew.
  mutating func keepAll() { without += pairs.goneThere.map(\.person) }

  // MARK: The store

  func writes(_ door: Door, _ memory: MirrorMemory, deletes: Bool) throws -> [CellWrite] {
    let edits = Edits(session: door.session)
    var organisations = CardOrganisations(firms, fresh: door.identity.environment.freshID)
    var writes: [CellWrite] = []
    for (pair, merge) in merges where !merge.changes.isEmpty {
      guard let snapshot = try door.session.snapshot(pair.person.subject) else { continue }
      let taking = CardTaking(snapshot, edits, notes: memory.people[pair.uid]?.notes ?? [])
      for change in merge.changes { writes += taking.writes(change, &organisations) }
    }
    for new in fresh { writes += try door.writes(RowEdit(new: Person(new.row, new.file.item, &organisations))) }
    writes = organisations.writes(edits) + writes
    guard deletes else { return writes }
    return try writes
      + pairs.goneThere.flatMap { try edits.delete(try edits.askDelete($0.person.subject)) }
  }

  // MARK: The folder

  /// The cards to be written over others.
  var changed: [(file: File, card: PersonCard)] {
    merges.filter { $0.merge.card.file.bytes != $0.pair.file.bytes }.map { ($0.pair.file, $0.merge.card) }
  }

  /// New cards, by their files' names.
  var new: [(name: String, text: String)] {
    without.map { person in
      (person.id.description + ".vcf", CardFile([(person, person.organisation.flatMap { firms[$0] })]).text)
    }
  }

  /// What both sides say now, of those in step.
  ///
  /// - Parameter failed: the names of files that could not be written.
  func remember(_ memory: inout MirrorMemory, _ session: Session, deleted: Bool, failed: Set<String>) throws {
    let (contested, firms) = (try session.contestedFields(), try session.firms())
    var cards = merges.map { ($0.pair.file.name, $0.pair.person.id, $0.merge.card, $0.merge.taken) }
    cards += fresh.map { ($0.file.name, $0.row, $0.file.item, []) }
    for (name, text) in new {
      if let card = PersonCard(Array(text.utf8)), let id = RowID(uid: card.uid) { cards.append((name, id, card, [])) }
    }
    for (name, id, card, taken) in cards where !failed.contains(name) {
      guard let person = try session.record(Person.self, id) else { continue }
      let waiting = (contested[person.subject] ?? []).filter { !taken.contains($0) }
      var known = MirrorMemory.Person(
        card, person, organisation: person.organisation.flatMap { firms[$0] }, memory,
        contested: contested[person.subject] ?? [], waiting: waiting)
      if !person.notes.isEmpty { known.notes = try session.snapshot(person.subject)?.versions("notes") ?? [] }
      memory.people[card.uid] = known
    }
    guard deleted else { return }
    for uid in pairs.goneHere.map(\.uid) + pairs.goneThere.map(\.uid) { memory.people[uid] = nil }
  }
}

extension MirrorMemory.Person {
  /// - Parameters:
  ///   - contested: fields that machines say differently.
  ///   - waiting: those of them of which the card's word is not in the store yet.
  fileprivate init(
    _ card: PersonCard, _ person: Person, organisation: String?, _ memory: MirrorMemory, contested: Set<String>,
    waiting: Set<String>
  ) {
    self.init(row: person.id.description)
    for field in PersonCard.Field.allCases {
      let name = field.rawValue
      let before = waiting.contains(name) ? memory.people[card.uid]?.fields[name]?.there : nil
      let here =
        contested.contains(name)
        ? MirrorMemory.contested : memory.digest(person.text(field, organisation: organisation))
      let pair = MirrorMemory.Pair(there: before ?? memory.digest(card[field]), here: here)
      if pair != .init(there: "", here: "") { fields[name] = pair }
    }
    for list in PersonCard.List.allCases {
      let elements = MirrorMemory.Elements(
        there: memory.digests(card[list]), here: memory.digests(person.texts(list)))
      if elements != .init(there: [], here: []) { lists[list.rawValue] = elements }
    }
  }
}

extension Session {
  fileprivate func firms() throws -> [RowID: String] {
    Dictionary(try records(Organisation.self).map { ($0.id, $0.name ?? "") }, uniquingKeysWith: { first, _ in first })
  }

  /// The fields that machines say differently, by row.
  func contestedFields() throws -> [Subject: Set<String>] {
    guard !contested.all.isEmpty else { return [:] }
    return Dictionary(grouping: try conflicts(), by: \.subject).mapValues { Set($0.map(\.field)) }
  }
}
