import Model

/// One card of a vCard file.
struct VCard {
  private let properties: [CardProperty]

  static func all(_ properties: [CardProperty]) -> [VCard] {
    properties.split { $0.name == "BEGIN" }.map { VCard(properties: Array($0)) }
  }

  /// A person with what the card says of them; only the organisation where it is the organisation's own card.
  func write(on page: inout CardPage) {
    guard !isList else { return }
    page.begin()
    let organisation = properties.first { $0.name == "ORG" }?.components.first
    if let organisation { page.write(.organisation, organisation) }
    guard let name, !isOrganisation(name, organisation) else { return }
    page.write(.person(role: nil), name)
    let hasTitle = properties.contains { $0.name == "TITLE" }
    for property in properties {
      switch property.name {
      case "TITLE": page.write(.title, property.text)
      case "ROLE" where !hasTitle: page.write(.title, property.text)
      case "EMAIL": page.write(.email, property.address)
      case "TEL" where !property.isOfType("FAX") && !property.isOfType("PAGER"): page.write(.phone, property.address)
      default: if let field = Self.further[property.name] { page.write(property, as: field) }
      }
    }
  }

  private static let further = [
    "NOTE": "notes", "ADR": "address", "URL": "profile", "TZ": "time_zone", "LANG": "language", "CATEGORIES": "tags",
  ]

  /// As displayed, else put together from given and family name.
  private var name: TextView? {
    let shown = properties.first { $0.name == "FN" }?.text
    if let shown, !shown.isBlank { return shown.scalars.contains("@") ? nil : shown }
    guard let parts = properties.first(where: { $0.name == "N" })?.components, let family = parts.first else {
      return nil
    }
    return TextView.name(given: parts.count > 1 ? parts[1] : TextView(), family: family)
  }

  private func kind(_ name: String) -> String? {
    properties.first { $0.name == name }.map { string($0.text.scalars[...]).lowercased() }
  }

  /// Cards of groups hold no person.
  private var isList: Bool { kind("KIND") == "group" || kind("X-ADDRESSBOOKSERVER-KIND") == "group" }

  private func isOrganisation(_ name: TextView, _ organisation: TextView?) -> Bool {
    kind("KIND") == "org" || kind("X-ABSHOWAS") == "company"
      || organisation.map { string($0.scalars[...]) == string(name.scalars[...]) } ?? false
  }
}

extension CardProperty {
  /// A mail address or number without the `mailto:` or `tel:` of a link.
  var address: TextView {
    let value = text
    for scheme in ["mailto:", "tel:"] where string(value.scalars.prefix(scheme.utf8.count)).lowercased() == scheme {
      return value[scheme.utf8.count..<value.scalars.count]
    }
    return value
  }
}

extension CardPage {
  fileprivate mutating func write(_ property: CardProperty, as field: String) {
    for value in property.values(of: field) { write(.further(field: field, value: value), property.text) }
  }
}

extension CardProperty {
  /// What of it a person's field holds; none where it is no such thing.
  fileprivate func values(of field: String) -> [String] {
    let own = string(text.withoutControlSequences().scalars[...])
    switch field {
    case "notes": return [own.replacing("\r\n", with: "\n")]
    case "profile": return own.lowercased().hasPrefix("http") ? [collapsed(own)] : []
    // An offset is no zone.
    case "time_zone": return own.contains("/") ? [collapsed(own)] : []
    case "address":
      return [PostalAddress.lines(components.map { collapsed(string($0.scalars[...])) })].filter { !$0.isEmpty }
    case "tags": return own.split(separator: ",").map { collapsed(String($0)) }.filter { !$0.isEmpty }
    default: return [collapsed(own)]
    }
  }
}

extension TextView {
  var isBlank: Bool { scalars.allSatisfy(\.isSpace) }

  /// The name as it is said: the given name first.
  static func name(given: TextView, family: TextView) -> TextView? {
    if given.isBlank { return family.isBlank ? nil : family }
    var name = given
    if !family.isBlank {
      name.insert(" ", at: Int(given.ends.last ?? 0))
      name.append(family)
    }
    return name
  }
}
