import Formats
import Merge
import Model

/// Brings changes of an address book into a row, as another machine's would come: what the store changed meanwhile stands
/// beside them.
struct CardTaking {
  private let snapshot: RowSnapshot
  private let edits: Edits
  /// The versions of the notes that the address book had seen.
  private let notes: [String]

  init(_ snapshot: RowSnapshot, _ edits: Edits, notes: [String]) {
    (self.snapshot, self.edits, self.notes) = (snapshot, edits, notes)
  }

  func writes(_ change: CardChange, _ organisations: inout CardOrganisations) -> [CellWrite] {
    switch change {
    case .list(let list, let added, let removed):
      return added.sorted().flatMap { edits.addElement(snapshot, list.rawValue, $0) }
        + removed.sorted().flatMap { edits.removeElement(snapshot, list.rawValue, $0) }
    case .field(let field, let text, let isConflict):
      guard let info = Registry.kind(Person.kind)?.field(field.rawValue) else { return [] }
      let content = text.map { field.content($0, &organisations) } ?? .empty
      return writes(info, content, isConflict: isConflict)
    }
  }

  /// One field of any row.
  func writes(_ field: FieldInfo, _ content: FieldContent, isConflict: Bool) -> [CellWrite] {
    guard isConflict else { return edits.edit(snapshot, field, content) }
    return snapshot.targets(field.name).map { member in
      if field.rule == .text {
        let bases = snapshot.heads(Cell(subject: member, field: field.name), among: notes)
        return CellWrite(
          member, field.name, .text(bases: bases, whole: content.plainText), shown: .everything)
      }
      return CellWrite(member, field.name, content.value.map(Operation.set) ?? .clear, shown: .these([]))
    }
  }
}

extension PersonCard.Field {
  fileprivate func content(_ text: String, _ organisations: inout CardOrganisations) -> FieldContent {
    switch self {
    case .notes: .text(text)
    case .organisation: .value(.reference(Subject(kind: Organisation.kind, id: organisations.id(of: text))))
    default: .value(.string(text))
    }
  }
}

extension Person {
  /// Whom a card is of.
  init(_ id: RowID, _ card: PersonCard, _ organisations: inout CardOrganisations) {
    self.init(id: id)
    for field in PersonCard.Field.allCases {
      guard let text = card[field], field.takes(text) else { continue }
      _ = set(field.rawValue, field.content(text, &organisations))
    }
    otherEmails = card[.emails].subtracting([email].compactMap(\.self)).filter(PersonCard.List.emails.takes)
    otherPhones = card[.phones].subtracting([phone].compactMap(\.self)).filter(PersonCard.List.phones.takes)
    tags = card[.tags].filter(PersonCard.List.tags.takes)
  }
}

extension RowSnapshot {
  /// The versions of a long text that stand.
  func versions(_ field: String) -> [String] {
    members.flatMap { heads(Cell(subject: $0, field: field)) }.map { Self.name($0.reference) }.sorted()
  }

  /// All that ever stood and say this.
  func versions(_ field: String, saying text: String) -> [String] {
    histories.flatMap { $0.events(field) }.filter { event in
      if case .text(_, let whole) = event.operation { PersonCard.plain(whole) == text } else { false }
    }.map { Self.name($0.reference) }.sorted()
  }

  /// Those of a cell's versions that go by these names.
  fileprivate func heads(_ cell: Cell, among names: [String]) -> [Reference] {
    let all = histories.first { $0.subject == cell.subject }?.events(cell.field) ?? []
    return all.map(\.reference).filter { names.contains(Self.name($0)) }.sorted()
  }

  private static func name(_ reference: Reference) -> String {
    "\(reference.incarnation)/\(reference.seq)/\(String(reference.hash, radix: 16))"
  }
}

/// The firms that cards name, known ones and new ones.
struct CardOrganisations {
  private var known: [String: RowID] = [:]
  private var new: [(id: RowID, name: String)] = []
  /// Whether the store has a firm of this identity that lives, under whichever name.
  private let lives: (RowID) throws -> Bool
  private let fresh: () -> RowID

  init(_ firms: [RowID: String], lives: @escaping (RowID) throws -> Bool, fresh: @escaping () -> RowID) {
    (self.lives, self.fresh) = (lives, fresh)
    for (id, name) in firms.sorted(by: { $1.key < $0.key }) { known[NameFolding.organisation(name)] = id }
  }

  /// A new one has the same identity on every machine that reads its name from a card.
  mutating func id(of name: String) -> RowID {
    let key = NameFolding.organisation(name)
    if let id = known[key] { return id }
    let stable = StableID.make(Organisation.kind, "card", key)
    let id = (try? lives(stable)) == false ? stable : fresh()
    known[key] = id
    new.append((id, name))
    return id
  }

  func writes(_ edits: Edits) throws -> [CellWrite] {
    guard let field = Registry.kind(Organisation.kind)?.field("name") else { return [] }
    return try new.flatMap {
      try edits.put(Subject(kind: Organisation.kind, id: $0.id), [(field, .value(.string($0.name)))])
    }
  }
}
