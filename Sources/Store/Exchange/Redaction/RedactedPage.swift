import GRDB
import Merge
import Model

/// A copy for a coach as a page to read: what is shown now, of the fields that a redacted copy carries, without names.
package struct RedactedPage: Sendable {
  package enum Block: Equatable, Sendable {
    case heading(Int, String)
    case fact(label: String, String)
    case text(String)
  }

  /// What nobody can promise: the first line of every page.
  package static let warning = """
    Names that the store knows, and what its reader takes for a name, a company, a sum, a number or an address, are \
    replaced. Nobody can promise that nothing else tells who is meant: read it before you give it away.
    """

  package fileprivate(set) var blocks: [Block] = []
}

extension Store {
  /// - Throws: `ExportError.nothingToShow` where nothing is shown.
  package func redactedPage() throws -> RedactedPage {
    let page = try read { session in
      var builder = try RedactedPageBuilder(session)
      return builder.build()
    }
    guard !page.blocks.isEmpty else { throw ExportError.nothingToShow }
    return page
  }
}

/// Lays rows out under those that they are a part of.
private struct RedactedPageBuilder {
  private let names: RedactedNames
  /// By the row that they are a part of; nil for those that are a part of none.
  private var rows: [Subject?: [ShownRow]] = [:]
  private let registry: Registry
  private var page = RedactedPage()

  /// Searches first: what a coach looks at.
  private static let order = [
    Opportunity.kind, Interview.kind, Participation.kind, Finding.kind, Promise.kind, Letter.kind, Touch.kind,
    Person.kind, Organisation.kind, Material.kind,
  ]

  init(_ session: Session) throws {
    names = try RedactedNames(session)
    registry = session.registry
    let shown = try Self.order.compactMap(session.registry.kind).flatMap { try session.shownRows($0) }
      .filter { !RedactedFields.isLeftOut($0) }
    let there = Set(shown.map(\.subject))
    for row in shown {
      let parent = session.registry.kind(row.subject.kind)?.parent.flatMap { row.reference($0.name) }
      // A company has no searches in it here: each is a heading of its own.
      let isNested = parent.map { there.contains($0) && $0.kind != Organisation.kind } ?? false
      rows[isNested ? parent : nil, default: []].append(row)
    }
  }

  mutating func build() -> RedactedPage {
    for row in rows[nil] ?? [] { add(row, level: 2) }
    return page
  }

  private mutating func add(_ row: ShownRow, level: Int) {
    page.blocks.append(.heading(min(level, 6), title(row)))
    for (field, content) in row.contents where isCarried(row, field) {
      if let block = block(field, content) { page.blocks.append(contentsOf: block) }
    }
    for part in rows[row.subject] ?? [] { add(part, level: level + 1) }
  }

  private func isCarried(_ row: ShownRow, _ field: FieldInfo) -> Bool {
    RedactedFields.carried[row.subject.kind]?.contains(field.name) == true && field.name != "name"
      && !(row.subject.kind == Opportunity.kind && ["organisation", "role"].contains(field.name))
  }

  private func title(_ row: ShownRow) -> String {
    if let standIn = names.standIns[row.subject] { return standIn }
    switch row.subject.kind {
    case Opportunity.kind:
      let firm = row.reference("organisation").flatMap { names.standIns[$0] } ?? "A company"
      return row.string("role").map { "\(firm): \(names.redactor.redacted($0))" } ?? firm
    case Interview.kind: return row.day("start").map { "Interview \($0)" } ?? "Interview"
    default: return row.subject.kind.prefix(1).uppercased() + row.subject.kind.dropFirst()
    }
  }

  private func block(_ field: FieldInfo, _ content: FieldContent) -> [RedactedPage.Block]? {
    let label = field.name.replacing("_", with: " ")
    switch content {
    case .empty, .words: return nil
    case .text(let text): return [.fact(label: label, ""), .text(names.redactor.redacted(text))]
    case .value(let value): return self.value(value, field).map { [.fact(label: label, $0)] }
    }
  }

  private func value(_ value: Value, _ field: FieldInfo) -> String? {
    switch value {
    case .string(let text):
      if case .choice = field.type { return text }
      return names.redactor.redacted(text)
    case .integer(let number): return String(number)
    case .boolean(let flag): return flag ? "yes" : "no"
    case .day(let day): return day.description
    case .moment(let moment): return moment.description
    case .reference(let subject): return names.standIns[subject]
    case .decimal, .bytes, .unknown: return nil
    }
  }
}
