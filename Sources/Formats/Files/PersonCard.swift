import Model

/// What a card says of a person, field by field, each in one form whichever program wrote it. All else in it stays.
package struct PersonCard: Sendable {
  package internal(set) var file: PropertyFile

  /// Fields of one value; called as the person's are.
  package enum Field: String, CaseIterable, Sendable {
    case name, organisation, title, email, phone, address, profile, language
    case timeZone = "time_zone"
    case notes
  }

  /// Fields of several. What a person can be reached by holds all of its sort here, the main one too.
  package enum List: String, CaseIterable, Sendable {
    case emails = "other_emails"
    case phones = "other_phones"
    case tags

    /// The field of the one that is used first.
    package var main: Field? {
      switch self {
      case .emails: .email
      case .phones: .phone
      case .tags: nil
      }
    }
  }

  /// Nil for what is no single card of version 3 or 4 with an identity.
  package init?(_ bytes: [UInt8]) {
    guard let file = PropertyFile(bytes, of: "VCARD"), file.blocks("VCARD").count == 1 else { return nil }
    self.file = file
    guard ["3.0", "4.0"].contains(first("VERSION").map { file[$0].value.trimmed }), !uid.isEmpty,
      List.allCases.allSatisfy({ self[$0].count <= Self.mostElements })
    else { return nil }
  }

  /// Of addresses, numbers or tags; nobody has more.
  private static let mostElements = 200

  /// As it stands; it is never changed.
  package var uid: String { first("UID").map { file[$0].value.trimmed } ?? "" }

  /// Cards of groups and firms hold no person.
  package var isPerson: Bool {
    let kinds = ["KIND", "X-ADDRESSBOOKSERVER-KIND"].compactMap {
      first($0).map { file[$0].value.trimmed.lowercased() }
    }
    return kinds.allSatisfy { $0 == "individual" || $0.isEmpty }
  }

  var whole: Range<Int> { file.blocks("VCARD").first ?? 0..<0 }
  func places(_ name: String) -> [Int] { file.places(name, in: whole) }
  func first(_ name: String) -> Int? { places(name).first }

  // MARK: Reading

  /// Whether what it says of a field can be read, if it says anything.
  package func isReadable(_ field: Field) -> Bool { places(field.property).allSatisfy { file[$0].isReadable } }
  package func isReadable(_ list: List) -> Bool { places(list.property).allSatisfy { file[$0].isReadable } }

  /// Nil where it says nothing.
  package subscript(field: Field) -> String? {
    let text: String? =
      switch field {
      case .email, .phone: primary(field).map { file[$0].contact }
      case .organisation: first("ORG").map { ContentLines.components(file[$0].value)[0] }
      case .address:
        first("ADR").map { PostalAddress.lines(ContentLines.components(file[$0].value).map(\.trimmed)) }
      case .name: first("FN").map { file[$0].text }.flatMap { isStandIn($0) ? nil : $0 }
      default: first(field.property).map { file[$0].text }
      }
    return text.map(Self.plain).flatMap { $0.isEmpty ? nil : $0 }
  }

  package subscript(list: List) -> Set<String> {
    let texts =
      switch list {
      case .emails, .phones: contacts(list.property).map { file[$0].contact }
      case .tags: places("CATEGORIES").flatMap { ContentLines.components(file[$0].value, ",") }
      }
    return Set(texts.map(Self.plain).filter { !$0.isEmpty })
  }

  /// Whether a name only stands where a card has to have one (RFC 6350, §6.2.1).
  private func isStandIn(_ name: String) -> Bool {
    let text = Self.plain(name)
    return text == CardFile.noName || self[.emails].contains(text) || self[.phones].contains(text)
  }

  /// A text as it is compared: lines apart by one sign, no control characters, no blanks at the ends.
  package static func plain(_ text: String) -> String { ContentLines.unescaped(ContentLines.escaped(text)).trimmed }

  /// The place of the one that is used first.
  func primary(_ field: Field) -> Int? {
    let places = contacts(field.property)
    let marked = places.compactMap { place in file[place].preference.map { (place, $0) } }
    return marked.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0 ?? places.first
  }

  func contacts(_ property: String) -> [Int] {
    places(property).filter { !file[$0].isOfMachine && file[$0].isReadable && !file[$0].contact.isEmpty }
  }
}

extension PersonCard.Field {
  var property: String {
    switch self {
    case .name: "FN"
    case .organisation: "ORG"
    case .title: "TITLE"
    case .email: "EMAIL"
    case .phone: "TEL"
    case .address: "ADR"
    case .profile: "URL"
    case .language: "LANG"
    case .timeZone: "TZ"
    case .notes: "NOTE"
    }
  }
}

extension PersonCard.List {
  var property: String {
    switch self {
    case .emails: "EMAIL"
    case .phones: "TEL"
    case .tags: "CATEGORIES"
    }
  }
}

extension PropertyLine {
  /// An address or number without the `mailto:` or `tel:` of a link.
  var contact: String {
    let text = self.text.trimmed
    for scheme in ["mailto:", "tel:"] where text.lowercased().hasPrefix(scheme) {
      return String(text.dropFirst(scheme.count))
    }
    return text
  }

  /// A fax or pager answers nobody.
  fileprivate var isOfMachine: Bool {
    let words = head.uppercased().split { ";=,\"".contains($0) }
    return words.contains("FAX") || words.contains("PAGER")
  }
}

extension PersonCard {
  /// What is read or written here, and what only says of the card itself what it is.
  private static let known: Set = Set(Field.allCases.map(\.property) + List.allCases.map(\.property)).union([
    "BEGIN", "VERSION", "PRODID", "UID", "KIND", "N", "REV", "END",
  ])

  /// Whether it holds nothing but what a person here holds too: no photograph, no birthday.
  package var isAllRead: Bool {
    whole.allSatisfy { Self.known.contains(file[$0].name) && file[$0].isReadable || file[$0].isBlank }
  }
}
