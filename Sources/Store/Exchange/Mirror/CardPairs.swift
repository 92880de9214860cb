import Formats
import Model

/// Whose card is whose.
struct CardPairs {
  typealias File = MirrorFolder<PersonCard>.File

  struct Pair {
    let uid: String
    let file: File
    let person: Person
    /// Another program made the card; it is met for the first time.
    let isAdopted: Bool
  }

  private(set) var pairs: [Pair] = []
  /// People without a card.
  private(set) var without: [Person] = []
  /// Cards of nobody known.
  private(set) var strangers: [(uid: String, file: File)] = []
  /// Cards of people who have another, or of whom several could be meant.
  private(set) var spare: [File] = []
  /// Whom those name, by the identities of the cards, to be remembered: when these people are gone, such a card makes them not
  /// anew.
  private(set) var spareRows: [String: [String]]
  /// Cards of people who were deleted here.
  private(set) var goneHere: [(uid: String, file: File, row: Subject)] = []
  /// People whose card was deleted in the folder.
  private(set) var goneThere: [(uid: String, person: Person)] = []

  private var free: [RowID: Person]
  private let memory: MirrorMemory
  private let session: Session

  init(_ folder: MirrorFolder<PersonCard>, _ memory: MirrorMemory, _ session: Session) throws {
    let people = try session.records(Person.self).sorted { $0.id < $1.id }
    (self.memory, self.session) = (memory, session)
    spareRows = (memory.spares ?? [:]).filter { folder.files[$0.key] != nil }
    free = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let cards = folder.files.sorted { $0.key < $1.key }.map { (uid: $0.key, file: $0.value) }.filter(
      \.file.item.isPerson)
    try meetUnknown(try pairKnown(cards), people)
    leave(folder)
  }

  /// Cards of people by their identity: what is remembered of them first, then what the identity itself says. One of a
  /// person who was joined with another comes after the other's own.
  ///
  /// - Returns: the others.
  private mutating func pairKnown(_ cards: [(uid: String, file: File)]) throws -> [(uid: String, file: File)] {
    var (unknown, joined) = ([(uid: String, file: File)](), [(uid: String, file: File, row: Subject)]())
    let (remembered, others) = (
      cards.filter { memory.people[$0.uid] != nil }, cards.filter { memory.people[$0.uid] == nil }
    )
    for (uid, file) in remembered + others {
      guard let row = try row(uid) else {
        unknown.append((uid, file))
        continue
      }
      guard let person = try session.record(Person.self, row.id) else {
        goneHere.append((uid, file, row))
        continue
      }
      if person.id == row.id { pair(uid, file, person) } else { joined.append((uid, file, row)) }
    }
    for (uid, file, row) in joined {
      if let person = try session.record(Person.self, row.id) { pair(uid, file, person) }
    }
    return unknown
  }

  private mutating func pair(_ uid: String, _ file: File, _ person: Person, isAdopted: Bool = false) {
    guard free.removeValue(forKey: person.id) != nil else { return leave(uid, file, [person.id]) }
    pairs.append(Pair(uid: uid, file: file, person: person, isAdopted: isAdopted))
  }

  private mutating func leave(_ uid: String, _ file: File, _ people: Set<RowID>) {
    spare.append(file)
    spareRows[uid] = people.map(\.description).sorted()
  }

  /// Whose card this is by its identity, deleted ones too; nil for nobody's.
  private func row(_ uid: String) throws -> Subject? {
    let ids = [memory.people[uid].flatMap { RowID($0.row) }, RowID(uid: uid), StableID.make(Person.kind, "card", uid)]
    return try ids.compactMap { $0.map { Subject(kind: Person.kind, id: $0) } }.first {
      try session.interner.existing($0) != nil
    } ?? goneSpare(uid)
  }

  /// Of whom a card was that named people who had another and who are all gone by now.
  private func goneSpare(_ uid: String) throws -> Subject? {
    let rows = (memory.spares?[uid] ?? []).compactMap { RowID($0) }.map { Subject(kind: Person.kind, id: $0) }
    return try rows.allSatisfy { try session.record(Person.self, $0.id) == nil } ? rows.first : nil
  }

  private mutating func meetUnknown(_ unknown: [(uid: String, file: File)], _ people: [Person]) throws {
    let firms = try session.firms()
    let (waiting, all) = (KnownPeople(free.values.sorted { $0.id < $1.id }, firms), KnownPeople(people, firms))
    for (uid, file) in unknown {
      let found = waiting.people(on: file.item)
      if found.count == 1, let person = found.first.flatMap({ free[$0] }) {
        pair(uid, file, person, isAdopted: true)
        continue
      }
      let meant = all.people(on: file.item).union(all.named(as: file.item))
      if meant.isEmpty { strangers.append((uid, file)) } else { leave(uid, file, meant) }
    }
  }

  /// People of whom no card was found.
  private mutating func leave(_ folder: MirrorFolder<PersonCard>) {
    let remembered = Dictionary(
      memory.people.map { ($0.value.row, $0.key) }, uniquingKeysWith: { first, second in min(first, second) })
    let doubled = Set(folder.doubled.flatMap { [RowID(uid: $0), StableID.make(Person.kind, "card", $0)] })
    for person in free.values.sorted(by: { $0.id < $1.id }) where !doubled.contains(person.id) {
      if let uid = remembered[person.id.description] {
        // A file that cannot be read now may be theirs.
        if folder.problems.isEmpty { goneThere.append((uid, person)) }
      } else if !folder.unread.contains(person.cardName) {
        without.append(person)
      }
    }
  }
}

extension Person {
  /// Of the file that their card is written to first.
  var cardName: String { id.description + ".vcf" }
}

/// People by what a card of another program can be known by: an address, or name and firm.
struct KnownPeople {
  private var byAddress: [String: Set<RowID>] = [:]
  private var byName: [String: Set<RowID>] = [:]
  private var names: [String: Set<RowID>] = [:]

  init(_ people: [Person], _ firms: [RowID: String]) {
    for person in people { add(person, firm: person.organisation.flatMap { firms[$0] }) }
  }

  mutating func add(_ person: Person, firm: String?) {
    for address in person.otherEmails.union([person.email].compactMap(\.self)) {
      byAddress[address.lowercased(), default: []].insert(person.id)
    }
    if let name = person.name { names[NameFolding.person(name), default: []].insert(person.id) }
    if let key = Self.key(person.name, firm) { byName[key, default: []].insert(person.id) }
  }

  private static func key(_ name: String?, _ firm: String?) -> String? {
    guard let name, let firm, !firm.isEmpty else { return nil }
    return NameFolding.person(name) + "\n" + NameFolding.organisation(firm)
  }

  func named(as card: PersonCard) -> Set<RowID> { card[.name].flatMap { names[NameFolding.person($0)] } ?? [] }

  /// All who could be meant.
  func people(on card: PersonCard) -> Set<RowID> {
    let found = Set(card[.emails].flatMap { byAddress[$0.lowercased()] ?? [] })
    return found.isEmpty ? Self.key(card[.name], card[.organisation]).flatMap { byName[$0] } ?? [] : found
  }
}

extension RowID {
  /// Of a card that this program wrote: `urn:uuid:…`.
  init?(uid: String) {
    let digits = uid.lowercased().replacing("urn:uuid:", with: "").filter { $0 != "-" }
    guard digits.utf8.count == 32 else { return nil }
    self.init(digits)
  }
}
