/// A table of contacts as LinkedIn, Google and Outlook export one: a person a row.
struct ContactTable {
  private enum Column: Hashable {
    case given, family, organisation, title, email, phone
    case further(String)
  }

  private let table: TableGrid
  private let columns: [Column?]

  /// Nil where no column has names.
  init?(_ table: TableGrid, _ text: [Unicode.Scalar]) {
    self.table = table
    columns = table.header.map { Self.column(collapsed(text.text($0)).lowercased()) }
    guard columns.contains(.given), columns.contains(.family) else { return nil }
  }

  private static let names: [String: Column] = [
    "first name": .given, "given name": .given, "vorname": .given, "prénom": .given, "last name": .family,
    "family name": .family, "nachname": .family, "nom": .family, "company": .organisation, "firma": .organisation,
    "organization name": .organisation, "organization 1 - name": .organisation, "société": .organisation,
    "position": .title, "job title": .title, "organization title": .title, "organization 1 - title": .title,
    "position im unternehmen": .title, "url": .further("profile"), "profile url": .further("profile"),
    "notes": .further("notes"), "notizen": .further("notes"),
  ]

  private static func column(_ name: String) -> Column? {
    if let known = names[name] { return known }
    let words = name.split { !$0.isLetter }.map(String.init)
    if ["label", "type", "typ", "fax", "pager", "telex", "display"].contains(where: words.contains) { return nil }
    let isMail = words.contains("email") || words.starts(with: ["e", "mail"])
    if isMail { return .email }
    let isPhone = ["phone", "mobile", "telefon", "mobiltelefon", "téléphone"].contains(where: words.contains)
    return isPhone ? .phone : nil
  }

  func write(on page: inout CardPage, _ text: [Unicode.Scalar]) {
    for row in table.rows {
      let cells = zip(columns, row).filter { $0.0 != nil && !$0.1.isEmpty }.map { ($0.0, view($0.1, text)) }
      func first(_ column: Column) -> TextView? { cells.first { $0.0 == column }?.1 }
      page.begin()
      if let organisation = first(.organisation) { page.write(.organisation, organisation) }
      guard let name = TextView.name(given: first(.given) ?? TextView(), family: first(.family) ?? TextView()) else {
        continue
      }
      page.write(.person(role: nil), name)
      for (column, value) in cells {
        switch column {
        case .title: page.write(.title, value)
        // Google writes several into one cell.
        // Outlook has names of its own servers among them.
        case .email: for one in value.parts(" ::: ") where one.scalars.contains("@") { page.write(.email, one) }
        case .phone: for one in value.parts(" ::: ") { page.write(.phone, one) }
        case .further(let field):
          page.write(.further(field: field, value: string(value.withoutControlSequences().scalars[...])), value)
        default: break
        }
      }
    }
  }

  /// A cell with its doubled quotes single.
  private func view(_ cell: TextSpan, _ text: [Unicode.Scalar]) -> TextView {
    var (view, place) = (TextView(), cell.start)
    while place < cell.end {
      let isDoubled = text[place] == "\"" && place + 1 < cell.end && text[place + 1] == "\""
      view.append(text[place], place, isDoubled ? place + 2 : place + 1)
      place += isDoubled ? 2 : 1
    }
    return view
  }
}

extension TextView {
  /// What stands between marks.
  fileprivate func parts(_ mark: String) -> [TextView] {
    let mark = Array(mark.unicodeScalars)
    var (parts, start, place) = ([TextView](), 0, 0)
    while place + mark.count <= scalars.count {
      if scalars[place..<place + mark.count].elementsEqual(mark) {
        parts.append(self[start..<place])
        start = place + mark.count
        place = start
      } else {
        place += 1
      }
    }
    return parts + [self[start..<scalars.count]]
  }
}
