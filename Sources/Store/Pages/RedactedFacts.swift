import GRDB
import Model
import Playbook

/// Every row that a plan is made from, without what tells who and where: names are replaced as in a redacted copy, other
/// texts only kept where such a copy has them. Days, stages and what refers to what stay, or the plan would be another one.
struct RedactedFacts {
  private let session: Session
  private let names: RedactedNames

  init(_ session: Session) throws {
    self.session = session
    names = try RedactedNames(session)
  }

  func read() throws -> Facts {
    Facts(
      organisations: try rows(Organisation.self), people: try rows(Person.self),
      opportunities: try rows(Opportunity.self), interviews: try rows(Interview.self),
      participations: try rows(Participation.self), findings: try rows(Finding.self).filter { $0.about != .pay },
      promises: try rows(Promise.self), materials: try rows(Material.self), letters: try rows(Letter.self),
      touches: try rows(Touch.self), decisions: try session.records(Decision.self))
  }

  private func rows<R: Model.Record>(_ kind: R.Type) throws -> [R] { try session.records(kind).map(redacted) }

  private func redacted<R: Model.Record>(_ row: R) -> R {
    var copy = R(id: row.id)
    let carried = RedactedFields.carried[R.kind] ?? []
    for (field, content) in row.contents {
      if let kept = redacted(row.subject, field, content, isCarried: carried.contains(field.name)) {
        _ = copy.set(field.name, kept)
      }
    }
    return copy
  }

  private func redacted(_ row: Subject, _ field: FieldInfo, _ content: FieldContent, isCarried: Bool) -> FieldContent? {
    if field.name == "name", let standIn = names.standIns[row] { return .value(.string(standIn)) }
    switch content {
    case .empty, .words, .value(.bytes): return nil
    case .text(let text): return isCarried ? .text(names.redactor.redacted(text)) : nil
    case .value(.string(let text)):
      if case .choice = field.type { return content }
      return isCarried ? .value(.string(names.redactor.redacted(text))) : nil
    case .value: return content
    }
  }
}
