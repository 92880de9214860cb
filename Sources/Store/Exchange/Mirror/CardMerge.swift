import Formats
import Model

extension Person {
  /// What a card says of a field; nil for nothing.
  func text(_ field: PersonCard.Field, organisation: String?) -> String? {
    let text: String? =
      switch field {
      case .name: name
      case .organisation: organisation
      case .title: title
      case .email: email
      case .phone: phone
      case .address: address
      case .profile: profile
      case .language: language
      case .timeZone: timeZone
      case .notes: notes
      }
    return text.map(PersonCard.plain).flatMap { $0.isEmpty ? nil : $0 }
  }

  func texts(_ list: PersonCard.List) -> Set<String> {
    let texts: Set<String> =
      switch list {
      case .otherEmails: otherEmails
      case .otherPhones: otherPhones
      case .tags: tags
      }
    return Set(texts.map(PersonCard.plain).filter { !$0.isEmpty })
  }
}

/// A change that an address book made and that the store takes.
enum CardChange {
  /// - Parameter isConflict: the store changed it too.
  case field(PersonCard.Field, String?, isConflict: Bool)
  case list(PersonCard.List, added: Set<String>, removed: Set<String>)
}

/// A person and their card, field by field, by what both said when they were last in step.
struct CardMerge {
  private(set) var card: PersonCard
  private(set) var changes: [CardChange] = []
  /// Fields that both sides said differently before they met, and go on to.
  private(set) var differing: [PersonCard.Field] = []
  /// The fields whose word on the card is taken into the store beside another.
  var taken: Set<String> {
    Set(
      changes.compactMap { change in
        if case .field(let field, _, _) = change { field.rawValue } else { nil }
      })
  }

  private let memory: MirrorMemory
  private let base: MirrorMemory.Person?
  /// The card was written by another program, and is met for the first time.
  private let isAdopted: Bool

  /// - Parameter contested: the fields that machines say differently now: they wait for an answer.
  init(
    _ card: PersonCard, _ person: Person, organisation: String?, _ memory: MirrorMemory, contested: Set<String>,
    isAdopted: Bool
  ) {
    (self.card, self.memory, self.base, self.isAdopted) = (card, memory, memory.people[card.uid], isAdopted)
    for field in PersonCard.Field.allCases where !contested.contains(field.rawValue) {
      merge(field, person.text(field, organisation: organisation))
    }
    for list in PersonCard.List.allCases { merge(list, person.texts(list)) }
  }

  private mutating func merge(_ field: PersonCard.Field, _ here: String?) {
    let there = card[field]
    guard here != there else { return }
    let pair = base?.fields[field.rawValue]
    let isChangedHere = pair.map { $0.here != memory.digest(here) } ?? (here != nil)
    let isChangedThere = pair.map { $0.there != memory.digest(there) } ?? (there != nil)
    switch (isChangedHere, isChangedThere) {
    case (true, false): card.set(field, here)
    case (_, true) where !field.takes(there): differing.append(field)
    case (false, true): changes.append(.field(field, there, isConflict: false))
    case (true, true) where pair == nil && isAdopted: differing.append(field)
    case (true, true): changes.append(.field(field, there, isConflict: true))
    case (false, false): break
    }
  }

  /// Elements never disagree: each that was added or taken out on one side is so on both.
  private mutating func merge(_ list: PersonCard.List, _ here: Set<String>) {
    let there = card[list]
    let base = base?.lists[list.rawValue] ?? .init(there: [], here: [])
    let goneThere = base.there.subtracting(memory.digests(there)), gone = base.here.subtracting(memory.digests(here))
    let added = there.filter { !base.there.contains(memory.digest($0)) && !here.contains($0) && $0.utf8.count <= 500 }
    let removed = here.filter { goneThere.contains(memory.digest($0)) }
    let goneHere = there.filter { gone.contains(memory.digest($0)) }
    let newHere = here.filter { !base.here.contains(memory.digest($0)) }
    if !added.isEmpty || !removed.isEmpty { changes.append(.list(list, added: added, removed: removed)) }
    card.set(list, there.subtracting(goneHere).union(newHere))
  }
}

extension PersonCard.Field {
  /// Whether a card's text can stand in the store.
  func takes(_ text: String?) -> Bool {
    guard let text else { return self != .name }
    switch self {
    case .notes: return text.utf8.count <= 1 << 20
    // An offset says no zone, and links of programs are no profile.
    case .timeZone: return text.contains("/") && text.utf8.count <= 64
    case .profile: return text.hasPrefix("http") && text.utf8.count <= 2000
    default: return text.utf8.count <= 2000
    }
  }
}
