import Formats
import Model

/// A change that an address book made and that the store takes.
enum CardChange {
  /// - Parameter isConflict: the store changed it too.
  case field(PersonCard.Field, String?, isConflict: Bool)
  case list(PersonCard.List, added: Set<String>, removed: Set<String>)

  var isConflict: Bool { if case .field(_, _, true) = self { true } else { false } }
}

/// What is compared with a card.
struct CardPerson {
  let person: Person
  let organisation: String?
  /// The fields that machines say differently now: they wait for an answer.
  let contested: Set<String>
  let firms: [RowID: String]
  /// Read only where something differs.
  let snapshot: () throws -> RowSnapshot?

  /// The versions of the notes that a card holds.
  ///
  /// - Parameters:
  ///   - before: those that it held.
  ///   - isInStep: whether it says what is shown here.
  fileprivate func notes(on card: String?, before: [String], isInStep: Bool) throws -> [String] {
    if isInStep { return try person.notes.isEmpty ? [] : snapshot()?.versions("notes") ?? [] }
    let held = try card.flatMap { try snapshot()?.versions("notes", saying: $0) } ?? []
    return held.isEmpty ? before : held
  }
}

/// A person and their card, field by field, by what both said when they were last in step.
struct CardMerge {
  /// As it is to be written.
  private(set) var card: PersonCard
  private(set) var changes: [CardChange] = []
  /// Fields that both sides said differently before they met, and go on to.
  private(set) var differing: [PersonCard.Field] = []
  /// Fields of the card that cannot be read.
  private(set) var unreadable: [String] = []
  /// What is remembered as soon as the store has the changes, and once the card is written too.
  private(set) var whenTaken: MirrorMemory.Person
  private(set) var whenWritten: MirrorMemory.Person

  let memory: MirrorMemory
  let row: CardPerson
  let here: PersonValues
  let there: PersonValues
  /// The card was written by another program, and is met for the first time.
  let isAdopted: Bool
  private var past: PersonPast?

  init(_ card: PersonCard, _ row: CardPerson, _ memory: MirrorMemory, isAdopted: Bool) throws {
    (self.card, self.memory, self.row, self.isAdopted) = (card, memory, row, isAdopted)
    there = PersonValues(card)
    here = PersonValues(row.person, organisation: row.organisation, on: card)
    whenTaken = memory.people[card.uid] ?? .init(row: "")
    whenTaken.row = row.person.id.description
    whenWritten = whenTaken
    let hasBase = memory.people[card.uid] != nil
    let ofLists = PersonCard.List.allCases.compactMap(\.main)
    for field in PersonCard.Field.allCases where !ofLists.contains(field) { try merge(field) }
    for list in PersonCard.List.allCases { try merge(list, hasBase: hasBase) }
  }

  /// What is to become of a field; it is remembered so.
  private mutating func settle(_ field: PersonCard.Field) throws -> ValueMerge {
    let name = field.rawValue
    guard card.isReadable(field) else {
      unreadable.append(name)
      return .wait
    }
    guard !row.contested.contains(name) else { return .wait }
    let (here, there) = (digest(field, here[field]), digest(field, there[field]))
    let step = ValueMerge(
      here: here, there: there, whenTaken.fields[name], isTaken: field.takes(self.there[field]), isAdopted: isAdopted
    ) { (try? held(field)) ?? false }
    if step == .stay, whenTaken.fields[name] == nil { differing.append(field) }
    return step
  }

  private mutating func merge(_ field: PersonCard.Field) throws {
    let step = try settle(field)
    let known = whenTaken.fields[field.rawValue]
    switch step {
    case .toFolder: card.set(field, here[field])
    case .toStore(let isConflict): changes.append(.field(field, there[field], isConflict: isConflict))
    case .agree, .stay, .wait: break
    }
    remember(field, step)
    if field == .notes { try rememberNotes(step, isKnown: known == whenTaken.fields[field.rawValue]) }
  }

  /// - Parameter isKnown: whether both sides say what they did.
  private mutating func rememberNotes(_ step: ValueMerge, isKnown: Bool) throws {
    let before = whenTaken.notes
    if step == .agree, isKnown, !before.isEmpty || there[.notes] == nil { return }
    if case .toStore = step { return whenTaken.notes = [] }
    whenTaken.notes = try row.notes(on: there[.notes], before: before, isInStep: step == .agree)
    whenWritten.notes =
      step == .toFolder ? try row.notes(on: nil, before: before, isInStep: true) : whenTaken.notes
  }

  /// - Parameter step: what became of a field.
  private mutating func remember(_ field: PersonCard.Field, _ step: ValueMerge) {
    let name = field.rawValue
    let (here, there) = (digest(field, here[field]), digest(field, there[field]))
    switch step {
    case .wait: return
    case .agree, .stay: whenTaken.fields[name] = .init(there: there, here: here)
    case .toStore(let isConflict):
      whenTaken.fields[name] = .init(there: there, here: isConflict ? MirrorMemory.contested : there)
    case .toFolder:
      whenWritten.fields[name] = .init(there: digest(field, card[field]), here: here)
      return
    }
    whenWritten.fields[name] = whenTaken.fields[name]
  }

  private mutating func held(_ field: PersonCard.Field) throws -> Bool {
    guard let text = there[field] else { return false }
    return try pastOfRow().held(field, text)
  }

  private mutating func pastOfRow() throws -> PersonPast {
    if let past { return past }
    let found = PersonPast(try row.snapshot(), row.firms)
    past = found
    return found
  }

  private func digest(_ field: PersonCard.Field, _ text: String?) -> String { memory.digest(text.map(field.key)) }

  // MARK: Several of a sort

  private mutating func merge(_ list: PersonCard.List, hasBase: Bool) throws {
    guard card.isReadable(list) else { return unreadable.append(list.rawValue) }
    guard let field = list.main else {
      let sets = try elements(list, alive: [], hasBase: hasBase)
      if sets.store != here[list] {
        changes.append(
          .list(list, added: sets.store.subtracting(here[list]), removed: here[list].subtracting(sets.store)))
      }
      card.setTags(sets.folder)
      return remember(list, sets)
    }
    let step = try settle(field)
    if step == .wait { return }
    var (first, alive, main) = ([row.person.main(list)], [String?](), there[field])
    if case .toStore(let isConflict) = step {
      changes.append(.field(field, main, isConflict: isConflict))
      first = [main, isConflict ? here[field] : nil]
      alive = first
    } else if step == .toFolder {
      main = here[field]
      alive = [main]
    }
    let sets = try elements(list, alive: Set(alive.compactMap(\.self)), hasBase: hasBase)
    takeOthers(list, sets, besides: Set(first.compactMap(\.self)))
    card.set(list, sets.folder, main: sets.inFolder(main) ?? sets.inFolder(here[field]))
    remember(field, step)
    remember(list, sets)
  }

  private mutating func elements(_ list: PersonCard.List, alive: Set<String>, hasBase: Bool) throws -> ElementMerge {
    let base = whenTaken.lists[list.rawValue] ?? .init(there: [], here: [])
    let past = hasBase || there[list].isSubset(of: here[list]) ? nil : try pastOfRow()
    return ElementMerge(list, here: here[list], there: there[list], alive: alive, base, memory) { text in
      past?.held(list, text) ?? false
    }
  }

  /// What the store has beside the one that is used first.
  private mutating func takeOthers(_ list: PersonCard.List, _ sets: ElementMerge, besides first: Set<String>) {
    let firstKeys = Set(first.map(list.key))
    let (others, wanted) = (row.person.others(list), sets.store.filter { !firstKeys.contains(list.key($0)) })
    let (known, kept) = (Set(others.map { list.key(PersonCard.plain($0)) }), Set(wanted.map(list.key)))
    let added = wanted.filter { !known.contains(list.key($0)) }
    let removed = others.filter { !kept.contains(list.key(PersonCard.plain($0))) }
    if !added.isEmpty || !removed.isEmpty { changes.append(.list(list, added: added, removed: removed)) }
  }

  private mutating func remember(_ list: PersonCard.List, _ sets: ElementMerge) {
    (whenTaken.lists[list.rawValue], whenWritten.lists[list.rawValue]) = (sets.whenTaken, sets.whenWritten)
  }
}
