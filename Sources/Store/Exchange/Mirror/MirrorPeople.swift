import Formats
import Model

/// The people of a mirror: what is to be taken from their cards, and what is to be written onto them.
struct MirrorPeople {
  typealias File = MirrorFolder<PersonCard>.File

  /// An unknown person who is taken from their card.
  private struct Fresh {
    let uid: String
    let file: File
    let row: RowID
  }

  private let pairs: CardPairs
  private let firms: [RowID: String]
  private let memory: MirrorMemory
  private(set) var merges: [(pair: CardPairs.Pair, merge: CardMerge)] = []
  private var fresh: [Fresh] = []
  /// Cards to be written for the first time.
  private(set) var new: [(name: String, merge: CardMerge)] = []
  /// Who was deleted on one side, and is as both sides knew them.
  private var goneHere: [(uid: String, file: File, row: Subject)] = []
  private var goneThere: [(uid: String, person: Person)] = []
  /// Cards of people deleted here that this program wrote, and that hold more than the store took. Those that others wrote
  /// are theirs.
  private var kept: [File] = []
  /// Identities of cards that are gone on both sides.
  private let dropped: [String]
  /// A person as they are compared with a card; only while the store is being read.
  private let card: (Person) throws -> CardPerson

  /// - Parameter keepsAll: whether what was deleted in the folder is written anew.
  init(
    _ folder: MirrorFolder<PersonCard>, _ memory: MirrorMemory, takesNew: Bool, keepsAll: Bool, _ session: Session
  ) throws {
    let (pairs, firms) = (try CardPairs(folder, memory, session), try session.firms())
    let contested = try session.contestedFields()
    dropped = try folder.problems.isEmpty ? Self.gone(folder, memory, session) : []
    (self.pairs, self.firms, self.memory) = (pairs, firms, memory)
    card = { person in
      CardPerson(
        person: person, organisation: person.organisation.flatMap { firms[$0] },
        contested: contested[person.subject] ?? [], firms: firms, snapshot: { try session.snapshot(person.subject) })
    }
    merges = try pairs.pairs.map { pair in
      (pair, try CardMerge(pair.file.item, card(pair.person), memory, isAdopted: pair.isAdopted))
    }
    if takesNew { try takeNew(session) }
    try sortDeletions(keepsAll: keepsAll)
    try pairs.without.forEach { try begin($0) }
  }

  private static func gone(
    _ folder: MirrorFolder<PersonCard>, _ memory: MirrorMemory, _ session: Session
  ) throws -> [String] {
    try memory.people.filter { uid, known in
      try folder.files[uid] == nil && RowID(known.row).map { try session.record(Person.self, $0) == nil } ?? true
    }.map(\.key)
  }

  /// Who was deleted here stays so, and two cards of one person make one.
  private mutating func takeNew(_ session: Session) throws {
    var known = KnownPeople([], [:])
    for (uid, file) in pairs.strangers where file.item[.name] != nil {
      guard known.people(on: file.item).isEmpty, known.named(as: file.item).isEmpty else { continue }
      let row = RowID(uid: uid) ?? StableID.make(Person.kind, "card", uid)
      var person = Person(id: row)
      (person.name, person.otherEmails) = (file.item[.name], file.item[.emails])
      known.add(person, firm: file.item[.organisation])
      fresh.append(Fresh(uid: uid, file: file, row: row))
    }
  }

  /// A card for a person who has none.
  private mutating func begin(_ person: Person) throws {
    let text = CardFile([(person, person.organisation.flatMap { firms[$0] })]).text
    guard let item = PersonCard(Array(text.utf8)) else { return }
    new.append((person.cardName, try CardMerge(item, card(person), memory, isAdopted: false)))
  }

  // MARK: Telling

  func tell(_ report: inout MirrorReport) {
    let taking = merges.filter { !$0.merge.changes.isEmpty }
    report.taken += taking.map { $0.pair.person.name ?? $0.merge.card[.name] ?? "" }
    report.conflicts += taking.flatMap(\.merge.changes).count(where: \.isConflict)
    report.newPeople = fresh.count
    report.foreignCards = pairs.strangers.count - fresh.count
    report.spareCards = pairs.spare.map(\.name).sorted()
    report.keptCards = kept.map { $0.item[.name] ?? $0.name }.sorted()
    report.differing = merges.flatMap { pair, merge in
      merge.differing.map { "\($0.rawValue) of \(pair.person.name ?? "")" }
    }
    report.problems += merges.filter { !$0.merge.unreadable.isEmpty }.map { pair, merge in
      "contacts/\(pair.file.name): \(merge.unreadable.sorted().joined(separator: ", ")) cannot be read, and stays"
    }
  }

  // MARK: Deletions

  /// What one side changed since is not deleted on it because the other deleted it.
  private mutating func sortDeletions(keepsAll: Bool) throws {
    for (uid, file, row) in pairs.goneHere {
      // Others write bare identities, or their own.
      let isOwn = uid.hasPrefix("urn:uuid:") && RowID(uid: uid) == row.id
      let isSame = memory.people[uid]?.says(PersonValues(file.item), \.there, \.there, memory) ?? false
      if isOwn && isSame && file.item.isAllRead {
        goneHere.append((uid, file, row))
      } else if isOwn {
        kept.append(file)
      }
    }
    for (uid, person) in pairs.goneThere {
      let row = try card(person)
      let values = PersonValues(person, organisation: row.organisation, on: nil)
      let isSame = memory.people[uid]?.says(values, \.here, \.here, memory) ?? false
      if isSame && row.contested.isEmpty && !keepsAll { goneThere.append((uid, person)) } else { try begin(person) }
    }
  }

  var deletions: [MirrorDeletion] {
    goneHere.map { .init(row: $0.row, title: $0.file.item[.name] ?? $0.file.name, side: .here) }
      + goneThere.map { .init(row: $0.person.subject, title: $0.person.name ?? "", side: .there) }
  }

  /// Cards to be deleted, of those that were asked about.
  func gone(_ asked: Set<MirrorDeletion>) -> [(uid: String, file: File)] {
    let rows = Set(asked.filter { $0.side == .here }.map(\.row))
    return goneHere.filter { rows.contains($0.row) }.map { ($0.uid, $0.file) }
  }

  // MARK: The store

  var takes: Bool { !fresh.isEmpty || merges.contains { !$0.merge.changes.isEmpty } }

  func writes(_ door: Door, deletes asked: Set<MirrorDeletion>) throws -> [CellWrite] {
    let edits = Edits(session: door.session)
    var organisations = CardOrganisations(firms) { id in
      try door.session.record(Organisation.self, id) != nil
    } fresh: {
      door.identity.environment.freshID()
    }
    var writes: [CellWrite] = []
    for (pair, merge) in merges where !merge.changes.isEmpty {
      guard let snapshot = try door.session.snapshot(pair.person.subject) else { continue }
      let taking = CardTaking(snapshot, edits, notes: memory.people[pair.uid]?.notes ?? [])
      for change in merge.changes { writes += taking.writes(change, &organisations) }
    }
    for new in fresh { writes += try door.writes(RowEdit(new: Person(new.row, new.file.item, &organisations))) }
    let rows = Set(asked.filter { $0.side == .there }.map(\.row))
    let deleted = try goneThere.filter { rows.contains($0.person.subject) }.flatMap {
      try edits.delete(try edits.askDelete($0.person.subject))
    }
    return try organisations.writes(edits) + writes + deleted
  }

  // MARK: The folder

  /// The cards to be written over others.
  var changed: [(file: File, card: PersonCard)] {
    merges.filter { $0.merge.card.file.bytes != $0.pair.file.bytes }.map { ($0.pair.file, $0.merge.card) }
  }

  /// What the store has taken by now.
  ///
  /// - Parameter asked: what is deleted.
  func rememberTaken(_ memory: inout MirrorMemory, deletes asked: Set<MirrorDeletion>) {
    for uid in dropped { memory.people[uid] = nil }
    memory.spares = pairs.spareRows.isEmpty ? nil : pairs.spareRows
    let rows = Set(asked.filter { $0.side == .there }.map(\.row))
    for (uid, person) in goneThere where rows.contains(person.subject) { memory.people[uid] = nil }
    for (pair, merge) in merges { memory.people[pair.uid] = merge.whenTaken }
  }

  /// What both sides say when all is written.
  ///
  /// - Parameters:
  ///   - asked: what is deleted.
  ///   - failed: the names of files that could not be written.
  func rememberWritten(_ memory: inout MirrorMemory, deletes asked: Set<MirrorDeletion>, failed: Set<String>) {
    for (uid, file) in gone(asked) where !failed.contains(file.name) { memory.people[uid] = nil }
    for (pair, merge) in merges where !failed.contains(pair.file.name) { memory.people[pair.uid] = merge.whenWritten }
    for (name, merge) in new where !failed.contains(name) {
      // Instead of the one that is gone.
      let row = merge.whenWritten.row
      memory.people = memory.people.filter { $0.value.row != row }
      memory.people[merge.card.uid] = merge.whenWritten
    }
  }
}

extension MirrorMemory.Person {
  /// Whether one side says what it did when this was remembered.
  fileprivate func says(
    _ values: PersonValues, _ side: KeyPath<MirrorMemory.Pair, String>,
    _ elements: KeyPath<MirrorMemory.Elements, Set<String>>, _ memory: MirrorMemory
  ) -> Bool {
    PersonCard.Field.allCases.allSatisfy { field in
      fields[field.rawValue]?[keyPath: side] ?? "" == memory.digest(values[field].map(field.key))
    }
      && PersonCard.List.allCases.allSatisfy { list in
        lists[list.rawValue]?[keyPath: elements] ?? [] == memory.digests(values[list].map(list.key))
      }
  }
}

extension Session {
  func firms() throws -> [RowID: String] {
    Dictionary(try records(Organisation.self).map { ($0.id, $0.name ?? "") }, uniquingKeysWith: { first, _ in first })
  }

  /// The fields that machines say differently, by row.
  func contestedFields() throws -> [Subject: Set<String>] {
    guard !contested.all.isEmpty else { return [:] }
    return Dictionary(grouping: try conflicts(), by: \.subject).mapValues { Set($0.map(\.field)) }
  }
}
