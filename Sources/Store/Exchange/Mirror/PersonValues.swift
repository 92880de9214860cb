import Formats
import Merge
import Model

/// What one side says of a person, in the form that a card says it in: so that both can be compared.
struct PersonValues {
  private var fields: [PersonCard.Field: String] = [:]
  private var lists: [PersonCard.List: Set<String>] = [:]

  subscript(field: PersonCard.Field) -> String? { fields[field] }
  subscript(list: PersonCard.List) -> Set<String> { lists[list] ?? [] }

  init(_ card: PersonCard) {
    for field in PersonCard.Field.allCases { fields[field] = card[field] }
    for list in PersonCard.List.allCases { lists[list] = card[list] }
  }

  /// - Parameter card: where nothing is used first here, what is first there is.
  init(_ person: Person, organisation: String?, on card: PersonCard?) {
    for field in PersonCard.Field.allCases { fields[field] = person.text(field, organisation: organisation) }
    for list in PersonCard.List.allCases {
      lists[list] = Self.plain(person.others(list))
      guard let field = list.main else { continue }
      if fields[field] == nil { fields[field] = Self.first(self[list], card?[field], list) }
      if let main = fields[field] { lists[list, default: []].insert(main) }
    }
  }

  private static func plain(_ texts: Set<String>) -> Set<String> {
    Set(texts.map(PersonCard.plain).filter { !$0.isEmpty })
  }

  private static func first(_ texts: Set<String>, _ there: String?, _ list: PersonCard.List) -> String? {
    texts.first { text in there.map { list.key(text) == list.key($0) } ?? false } ?? texts.min()
  }
}

extension Person {
  /// What a card says of a field; nil for nothing.
  fileprivate func text(_ field: PersonCard.Field, organisation: String?) -> String? {
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
}

extension PersonCard.Field {
  /// What a text is compared by: spellings of the same are no change.
  func key(_ text: String) -> String {
    switch self {
    case .organisation: NameFolding.organisation(text).isEmpty ? text : NameFolding.organisation(text)
    case .email: PersonCard.List.emails.key(text)
    case .phone: PersonCard.List.phones.key(text)
    default: text
    }
  }

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

extension Person {
  func main(_ list: PersonCard.List) -> String? {
    switch list {
    case .emails: email
    case .phones: phone
    case .tags: nil
    }
  }

  func others(_ list: PersonCard.List) -> Set<String> {
    switch list {
    case .emails: otherEmails
    case .phones: otherPhones
    case .tags: tags
    }
  }
}

extension PersonCard.List {
  /// Likewise, of one of several.
  func key(_ text: String) -> String {
    switch self {
    case .emails: text.lowercased()
    case .phones: String(text.filter { !" -()./\u{A0}".contains($0) })
    case .tags: text
    }
  }

  func takes(_ text: String) -> Bool { text.utf8.count <= 500 }
}

/// What the log says that the store ever said of a person.
struct PersonPast {
  private let texts: [String: Set<String>]
  private let elements: [String: Set<String>]

  init(_ snapshot: RowSnapshot?, _ firms: [RowID: String]) {
    var (texts, elements) = ([String: Set<String>](), [String: Set<String>]())
    for history in snapshot?.histories ?? [] {
      for (cell, events) in history.cells {
        for event in events {
          switch event.operation {
          case .set(.string(let text)), .text(_, let text):
            texts[cell.field, default: []].insert(PersonCard.plain(text))
          case .set(.reference(let row)): texts[cell.field, default: []].insert(firms[row.id] ?? "")
          case .add(let element): elements[cell.field, default: []].insert(PersonCard.plain(element))
          default: break
          }
        }
      }
    }
    (self.texts, self.elements) = (texts, elements)
  }

  func held(_ field: PersonCard.Field, _ text: String) -> Bool {
    texts[field.rawValue]?.contains { field.key($0) == field.key(text) } ?? false
  }

  func held(_ list: PersonCard.List, _ text: String) -> Bool {
    elements[list.rawValue]?.contains { list.key($0) == list.key(text) } ?? false
      || list.main.map { held($0, text) } ?? false
  }
}
