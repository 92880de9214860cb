import Merge
import Model

extension IdentifyingWords {
  private static let names: Set<String> = ["name", "first_name"]
  private static let numbers: Set<String> = ["phone", "other_phones"]
  private static let literals: Set<String> = ["email", "other_emails", "profile", "address", "website", "domain"]

  /// What every version of these rows calls them; of notes nothing, since a note is not called by its words.
  mutating func add(namesOf rows: [Subject], _ session: Session) throws {
    for row in rows where [Person.kind, Organisation.kind].contains(row.kind) {
      guard let id = try session.interner.existing(row) else { continue }
      for (cell, events) in try session.cells.row(id).cells {
        for event in events {
          let own: String? =
            switch event.operation {
            case .set(.string(let text)): text
            case .add(let element): element
            default: nil
            }
          guard let text = own else { continue }
          if Self.names.contains(cell.field) { add(name: text) }
          if Self.literals.contains(cell.field) { add(literal: text) }
          if Self.numbers.contains(cell.field) { add(number: text) }
        }
      }
    }
  }

  /// What everybody else is called.
  mutating func addOthers(_ session: Session, but rows: Set<RowID>) throws {
    let people = try session.records(Person.self).filter { !rows.contains($0.id) }.compactMap(\.name)
    let firms = try session.records(Organisation.self).filter { !rows.contains($0.id) }.compactMap(\.name)
    for name in people + firms { add(other: name) }
  }
}
