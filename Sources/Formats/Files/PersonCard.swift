import Model

/// What a card says of a person, field by field, each in one form whichever program wrote it. All else in it stays.
package struct PersonCard: Sendable {
  package private(set) var file: PropertyFile

  /// Fields of one value; called as the person's are.
  package enum Field: String, CaseIterable, Sendable {
    case name, organisation, title, email, phone, address, profile, language
    case timeZone = "time_zone"
    case notes
  }

  /// Fields of several.
  package enum List: String, CaseIterable, Sendable {
    case otherEmails = "other_emails"
    case otherPhones = "other_phones"
    case tags
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

  private var whole: Range<Int> { file.blocks("VCARD").first ?? 0..<0 }
  private func places(_ name: String) -> [Int] { file.places(name, in: whole) }
  private func first(_ name: String) -> Int? { places(name).first }

  // MARK: Reading

  /// Nil where it says nothing.
  package subscript(field: Field) -> String? {
    let text: String? =
      switch field {
      case .email, .phone: primary(field).map { file[$0].contact }
      case .organisation: first("ORG").map { ContentLines.components(file[$0].value)[0] }
      case .address:
        first("ADR").map { PostalAddress.lines(ContentLines.components(file[$0].value).map(\.trimmed)) }
      default: first(field.property).map { file[$0].text }
      }
    return text.map(Self.plain).flatMap { $0.isEmpty ? nil : $0 }
  }

  package subscript(list: List) -> Set<String> {
    let texts: [String]
    switch list {
    case .otherEmails: texts = others(.email)
    case .otherPhones: texts = others(.phone)
    case .tags: texts = places("CATEGORIES").flatMap { ContentLines.components(file[$0].value, ",") }
    }
    return Set(texts.map(Self.plain).filter { !$0.isEmpty })
  }

  /// A text as it is compared: lines apart by one sign, no control characters, no blanks at the ends.
  package static func plain(_ text: String) -> String { ContentLines.unescaped(ContentLines.escaped(text)).trimmed }

  private func primary(_ field: Field) -> Int? {
    let places = places(field.property).filter { !file[$0].isOfMachine }
    return places.first { file[$0].isPreferred } ?? places.first
  }

  private func others(_ field: Field) -> [String] {
    let main = self[field]
    return places(field.property).filter { !file[$0].isOfMachine }.map { file[$0].contact }.filter {
      Self.plain($0) != main
    }
  }

  // MARK: Writing

  /// Changes one field and nothing else; nil takes its property out.
  package mutating func set(_ field: Field, _ text: String?) {
    let text = text.map(Self.plain).flatMap { $0.isEmpty ? nil : $0 }
    guard text != self[field] else { return }
    switch field {
    case .email, .phone: setPrimary(field, text)
    case .address: put("ADR", text.map { ";;" + ContentLines.escaped($0) + ";;;;" })
    case .profile: put("URL", text.flatMap(ContentLines.link))
    case .name:
      put("FN", ContentLines.escaped(text ?? "(no name)"))
      put("N", CardFile.parts(text ?? "", nil, nil))
    default: put(field.property, text.map(ContentLines.escaped))
    }
  }

  package mutating func set(_ list: List, _ wanted: Set<String>) {
    let (now, wanted) = (self[list], Set(wanted.map(Self.plain).filter { !$0.isEmpty }))
    guard now != wanted else { return }
    guard let property = list.contact else {
      places("CATEGORIES").dropFirst().reversed().forEach { file.remove($0) }
      return put("CATEGORIES", wanted.isEmpty ? nil : wanted.sorted().map(ContentLines.escaped).joined(separator: ","))
    }
    let gone = now.subtracting(wanted)
    for place in places(property).reversed() where gone.contains(Self.plain(file[place].contact)) {
      file.remove(place)
    }
    for text in wanted.subtracting(now).sorted() { add(property, ContentLines.escaped(text)) }
  }

  /// When the card was changed, where it says that at all.
  package mutating func setRevision(_ stamp: String) {
    if let place = first("REV") { file.replace(place, value: stamp) }
  }

  private mutating func put(_ name: String, _ value: String?) {
    guard let place = first(name) else {
      if let value { add(name, value) }
      return
    }
    if let value { file.replace(place, value: value) } else { file.remove(place) }
  }

  /// Beside others of its name, else at the end.
  private mutating func add(_ name: String, _ value: String) {
    if let last = places(name).last {
      file.insert(name + ":" + value, at: last + 1)
    } else {
      file.add(name + ":" + value, to: whole)
    }
  }

  /// What is there under this value already comes first; else the one that came first gets the value.
  private mutating func setPrimary(_ field: Field, _ text: String?) {
    let name = field.property
    guard let text else {
      if let place = primary(field) { file.remove(place) }
      return
    }
    guard let known = places(name).first(where: { Self.plain(file[$0].contact) == text }) else {
      if let place = primary(field) {
        file.replace(place, value: ContentLines.escaped(text))
      } else {
        add(name, ContentLines.escaped(text))
      }
      return
    }
    let line = file[known].headWithoutPreference + ":" + file[known].value
    for place in places(name) where file[place].isPreferred {
      file.replace(place, line: file[place].headWithoutPreference + ":" + file[place].value)
    }
    file.remove(known)
    file.insert(line, at: places(name).first ?? known)
  }
}

extension PersonCard.Field {
  fileprivate var property: String {
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
  fileprivate var contact: String? {
    switch self {
    case .otherEmails: "EMAIL"
    case .otherPhones: "TEL"
    case .tags: nil
    }
  }
}

extension PropertyLine {
  /// An address or number without the `mailto:` or `tel:` of a link.
  fileprivate var contact: String {
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
