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
  /// Cards of people who were deleted here.
  private(set) var goneHere: [(uid: String, file: File, row: Subject)] = []
  /// People whose card was deleted in the folder.
  private(set) var goneThere: [(uid: String, person: Person)] = []

  init(_ folder: MirrorFolder<PersonCard>, _ memory: MirrorMemory, _ session: Session) throws {
    let people = try session.records(Person.self).sorted { $0.id < $1.id }
    let organisations = try session.records(Organisation.self)
    let firms = Dictionary(organisations.map { ($0.id, $0.name ?? "") }, uniquingKeysWith: { first, _ in first })
    var free = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var unknown: [(uid: String, file: File)] = []
    for (uid, file) in folder.files.sorted(by: { $0.key < $1.key }) where file.item.isPerson {
      guard let id = memory.people[uid].flatMap({ RowID($0.row) }) ?? RowID(uid: uid) else {
        unknown.append((uid, file))
        continue
      }
      let row = Subject(kind: Person.kind, id: id)
      if let person = try session.record(Person.self, id).flatMap({ free.removeValue(forKey: $0.id) }) {
        pairs.append(Pair(uid: uid, file: file, person: person, isAdopted: false))
      } else if try memory.people[uid] != nil || session.interner.existing(row) != nil {
        goneHere.append((uid, file, row))
      } else {
        unknown.append((uid, file))
      }
    }
    let known = KnownPeople(free.values.sorted { $0.id < $1.id }, firms)
    for (uid, file) in unknown {
      if let person = known.person(on: file.item).flatMap({ free.removeValue(forKey: $0) }) {
        pairs.append(Pair(uid: uid, file: file, person: person, isAdopted: true))
      } else {
        strangers.append((uid, file))
      }
    }
    let remembered = Dictionary(
      memory.people.map { ($0.value.row, $0.key) }, uniquingKeysWith: { first, second in min(first, second) })
    for person in free.values.sorted(by: { $0.id < $1.id }) {
      guard let uid = remembered[person.id.description] else {
        without.append(person)
        continue
      }
      // A file that cannot be read now may be theirs.
      if folder.problems.isEmpty { goneThere.append((uid, person)) }
    }
  }
}

/// People by what a card of another program can be known by: an address, or name and firm.
private struct KnownPeople {
  private var byAddress: [String: Set<RowID>] = [:]
  private var byName: [String: Set<RowID>] = [:]

  init(_ people: [Person], _ firms: [RowID: String]) {
    for person in people {
      for address in person.otherEmails.union([person.email].compactMap(\.self)) {
        byAddress[address.lowercased(), default: []].insert(person.id)
      }
      let firm = person.organisation.flatMap { firms[$0] }
      if let key = Self.key(person.name, firm) { byName[key, default: []].insert(person.id) }
    }
  }

  private static func key(_ name: String?, _ firm: String?) -> String? {
    guard let name, let firm, !firm.isEmpty else { return nil }
    return NameFolding.person(name) + "\n" + NameFolding.organisation(firm)
  }

  /// Nil also where several could be meant.
  func person(on card: PersonCard) -> RowID? {
    let addresses = card[.otherEmails].union([card[.email]].compactMap(\.self))
    let found = Set(addresses.flatMap { byAddress[$0.lowercased()] ?? [] })
    if !found.isEmpty { return found.count == 1 ? found.first : nil }
    let named = Self.key(card[.name], card[.organisation]).flatMap { byName[$0] } ?? []
    return named.count == 1 ? named.first : nil
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
