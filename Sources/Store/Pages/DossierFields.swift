import Formats
import Model
import Playbook

/// A row's own fields as a page tells them.
extension PageFacts {
  func fields(_ record: any Model.Record) -> [DossierPage.Line] {
    record.contents.compactMap { field, content in
      guard field.name != "name", let text = text(content), !text.isEmpty else { return nil }
      return .init(field.name.replacing("_", with: " "), text)
    }
  }

  private func text(_ content: FieldContent) -> String? {
    switch content {
    case .empty: nil
    case .text(let text): text
    case .words(let words): words.sorted().joined(separator: ", ")
    case .value(.string(let text)), .value(.decimal(let text)): text
    case .value(.integer(let number)): String(number)
    case .value(.boolean(let isSo)): isSo ? "yes" : "no"
    case .value(.day(let day)): DayText.long(day, today: today)
    case .value(.moment(let moment)): DayText.long(moment, today: today)
    case .value(.reference(let row)): name(of: row)
    case .value(.bytes), .value(.unknown): nil
    }
  }

  private func name(of row: Subject) -> String? {
    switch row.kind {
    case Person.kind: facts.people[row.id]?.name
    case Organisation.kind: facts.organisations[row.id]?.name
    case Opportunity.kind: facts.name(opportunity: row.id)
    default: nil
    }
  }
}
