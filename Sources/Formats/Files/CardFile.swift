package import Model

/// People for an address book, as vCard 4.0 (RFC 6350). A card's UID is its row's identity and never changes.
package struct CardFile: Sendable {
  package let people: [(person: Person, organisation: String?)]

  package init(_ people: [(person: Person, organisation: String?)]) { self.people = people }

  package var text: String { ContentLines.text(people.flatMap { Self.card($0.person, $0.organisation) }) }

  /// Stands where a card has to name somebody of whom nothing is known.
  static let noName = "(no name)"

  private static func card(_ person: Person, _ organisation: String?) -> [String] {
    let shown = [person.name, person.email, person.phone].compactMap(\.self).first { !$0.isEmpty } ?? noName
    var lines = [
      "BEGIN:VCARD", "VERSION:4.0", "PRODID:-//Afterword//EN", "UID:urn:uuid:" + person.id.uuid, "KIND:individual",
      "FN:" + ContentLines.escaped(shown),
      "N:"
        + (parts(shown, person.firstName) + ["", person.salutation ?? "", ""]).map(ContentLines.escaped)
        .joined(separator: ";"),
    ]
    func add(_ property: String, _ text: String?) {
      if let text, !text.isEmpty { lines.append(property + ":" + ContentLines.escaped(text)) }
    }
    add("ORG", organisation)
    add("TITLE", person.title)
    add("EMAIL", person.email)
    for other in person.otherEmails.sorted() { add("EMAIL", other) }
    add("TEL", person.phone)
    for other in person.otherPhones.sorted() { add("TEL", other) }
    if let address = person.address, !address.isEmpty {
      lines.append("ADR:;;" + ContentLines.escaped(address) + ";;;;")
    }
    if let link = person.profile.flatMap(ContentLines.link) { lines.append("URL:" + link) }
    add("LANG", person.language)
    add("TZ", person.timeZone)
    add("NOTE", person.notes)
    if !person.tags.isEmpty {
      lines.append("CATEGORIES:" + person.tags.sorted().map(ContentLines.escaped).joined(separator: ","))
    }
    return lines + ["END:VCARD"]
  }

  /// Family and given name: by the first name on record, else the last word of two or more in Latin letters. A name of one
  /// word, or of another script, stands whole.
  static func parts(_ name: String, _ first: String?) -> [String] {
    var (family, given) = (name, "")
    let words = name.split(separator: " ")
    if let first, !first.isEmpty, name.hasPrefix(first + " ") {
      (family, given) = (String(name.dropFirst(first.count + 1)), first)
    } else if words.count > 1, let last = words.last, name.unicodeScalars.allSatisfy({ $0.value < 0x250 }) {
      (family, given) = (String(last), words.dropLast().joined(separator: " "))
    }
    return [family, given]
  }
}

extension RowID {
  /// With dashes (RFC 9562).
  fileprivate var uuid: String {
    let digits = description
    let ends = [8, 12, 16, 20, 32]
    return zip([0] + ends, ends).map { start, end in String(digits.dropFirst(start).prefix(end - start)) }
      .joined(separator: "-")
  }
}
