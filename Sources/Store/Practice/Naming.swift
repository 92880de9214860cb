package import Model
import Playbook

/// Finding the rows that the practice is about by what a person types.
extension Store {
  /// An opportunity by its role, its organisation's name or an id; of several the one that is not archived.
  ///
  /// - Throws: `NamingError`.
  package func opportunity(named name: String) throws -> Opportunity {
    let row: Subject
    do {
      row = try resolve(name, kinds: [Opportunity.kind])
    } catch NamingError.ambiguous(let name, let candidates) {
      let live = try candidates.filter { try one(Opportunity.self, $0.subject.id)?.archived != true }
      guard live.count == 1 else { throw NamingError.ambiguous(name: name, candidates: candidates) }
      row = live[0].subject
    }
    return try self.row(Opportunity.self, row)
  }

  package func person(named name: String) throws -> Person {
    try row(Person.self, try resolve(name, kinds: [Person.kind]))
  }

  package func material(named name: String) throws -> Material {
    try row(Material.self, try resolve(name, kinds: [Material.kind]))
  }

  package func interview(named name: String) throws -> Interview {
    try row(Interview.self, try resolve(name, kinds: [Interview.kind]))
  }

  /// The names of those in an interview, in order.
  package func peopleAt(_ interview: RowID) throws -> [String] {
    try read { session in
      let present = try session.records(
        Participation.self, "interview", is: Subject(kind: Interview.kind, id: interview))
      return try present.compactMap { try $0.person.flatMap { try session.record(Person.self, $0)?.name } }.sorted()
    }
  }

  func row<R: Record>(_ kind: R.Type, _ subject: Subject) throws -> R {
    guard let row = try one(kind, subject.id) else { throw StoreError.rowIsDeleted(try title(of: subject)) }
    return row
  }
}

extension Facts {
  /// The one live opportunity that a person belongs to: met in it, its recruiter, or told its outcome; nil for none or
  /// several.
  func onlyOpportunity(of person: RowID, planner: Planner) -> Opportunity? {
    let theirs = opportunities.values.filter { row in
      row.recruiter == person || row.toldBy == person || planner.process(row).everybody.contains(person)
    }
    if theirs.count == 1 { return theirs[0] }
    let open = theirs.filter { ($0.stage ?? .interviewing).isOpen }
    if open.count == 1 { return open[0] }
    let organisation = people[person]?.organisation
    let employing = opportunities.values.filter { $0.organisation == organisation && organisation != nil }
    return theirs.isEmpty && employing.count == 1 ? employing[0] : nil
  }
}

extension Stage {
  /// Whether anything is still to be decided.
  package var isOpen: Bool {
    switch self {
    case .applied, .interviewing, .offer, .dormant: true
    case .accepted, .rejected, .withdrawn, .filled: false
    }
  }
}
