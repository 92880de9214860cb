package import Formats
package import Model
import Playbook

/// Lists as tables for spreadsheets.
extension Store {
  /// Every row of a kind: its identity, and each field; what refers to another row has its name, and its identity beside.
  package func table(_ kind: KindInfo) throws -> CSVTable {
    let rows = try list(kind, [], includingArchived: true).map(\.row)
    let fields = kind.fields.filter { !$0.isBlob }
    let named = Set(rows.flatMap { row in fields.compactMap { row.reference($0.name) } })
    let names = try titles(of: named)
    let header = fields.flatMap { $0.isReference ? [$0.name, $0.name + "_id"] : [$0.name] }
    return CSVTable(
      header: ["id"] + header,
      rows: rows.map { row in
        [row.subject.id.description]
          + fields.flatMap { field -> [String] in
            guard field.isReference else { return [Self.cell(row[field.name])] }
            let subject = row.reference(field.name)
            return [subject.flatMap { names[$0] } ?? "", subject?.id.description ?? ""]
          }
      })
  }

  /// As stored; the words of a set a line each.
  private static func cell(_ content: FieldContent) -> String {
    switch content {
    case .empty: ""
    case .text(let text): text
    case .words(let words): words.sorted().joined(separator: "\n")
    case .value(.string(let text)), .value(.decimal(let text)): text
    case .value(.integer(let number)): String(number)
    case .value(.boolean(let isSo)): isSo ? "yes" : "no"
    case .value(.day(let day)): day.description
    case .value(.moment(let moment)): moment.description
    case .value(.reference(let row)): row.id.description
    case .value(.bytes), .value(.unknown): ""
    }
  }

  /// One row a search: what job centres ask for.
  ///
  /// - Parameter days: only searches of which something happened on one of these; nil: all.
  package func applications(in days: ClosedRange<Day>?) throws -> CSVTable {
    let planner = try completePlanner()
    let processes = planner.facts.opportunities.values.map(planner.process).filter { process in
      guard let days else { return true }
      return process.days.contains(where: days.contains)
    }
    let sorted = processes.sorted { left, right in
      (left.days.min() ?? .last, left.opportunity.id) < (right.days.min() ?? .last, right.opportunity.id)
    }
    return CSVTable(
      header: [
        "applied", "company", "position", "location", "link", "source", "stage", "interviews", "written", "heard",
        "outcome", "contact",
      ], rows: sorted.map { Self.application($0, days) })
  }

  private static func application(_ process: Process, _ days: ClosedRange<Day>?) -> [String] {
    let (row, facts) = (process.opportunity, process.facts)
    func listed(_ all: [Day]) -> String {
      all.filter { days?.contains($0) ?? true }.map(\.description).joined(separator: ", ")
    }
    let people = ([process.recruiter].compactMap(\.self) + process.everybody).map { facts.name($0) }
    return [
      row.applied?.description ?? "", row.organisation.flatMap { facts.organisations[$0]?.name } ?? "", row.role ?? "",
      row.location ?? "", row.link ?? "", row.source ?? "", process.stage.rawValue,
      listed(process.interviews.map(\.day)), listed(process.contacts.filter(\.isSent).map(\.day)),
      listed(process.contacts.filter(\.isReceived).map(\.day)),
      process.stage.isOpen ? "" : row.closedOn?.description ?? "", people.first ?? "",
    ]
  }
}

extension Process {
  /// The days on which something happened.
  fileprivate var days: [Day] {
    [opportunity.applied, opportunity.closedOn].compactMap(\.self) + interviews.map(\.day) + contacts.map(\.day)
  }
}

extension FieldInfo {
  fileprivate var isReference: Bool { if case .reference = type { true } else { false } }
}

extension Store {
  /// Everybody as cards, by name.
  package func cards() throws -> CardFile {
    let organisations = Dictionary(
      try all(Organisation.self).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let people = try all(Person.self).sorted { ($0.name ?? "", $0.id) < ($1.name ?? "", $1.id) }
    return CardFile(people.map { ($0, $0.organisation.flatMap { organisations[$0] ?? nil }) })
  }
}
