package import Model
package import Playbook

/// A promise with the names it is about.
package struct PromiseEntry: Sendable {
  package let promise: Promise
  package let person: String?
  package let opportunity: String
}

/// A material with who has had it, and when.
package struct MaterialEntry: Sendable {
  package let material: Material
  package let given: [(person: String, day: Day)]
}

/// What was promised, given and vouched for, over the whole search.
extension Store {
  /// Promises both ways, open ones first, then by their day.
  ///
  /// - Parameter who: a person, an opportunity or an organisation; nil: all.
  package func promises(of who: Subject?, includingKept: Bool) throws -> [PromiseEntry] {
    let facts = try completePlanner().facts
    let chosen = facts.promises.values.filter { promise in
      let opportunity = promise.opportunity.flatMap { facts.opportunities[$0] }
      let about = [promise.person, promise.opportunity, opportunity?.organisation]
      return (includingKept || promise.kept == nil) && (who == nil || about.contains(who?.id))
        && (includingKept || opportunity?.archived != true)
    }
    return chosen.sorted { left, right in
      (left.kept == nil ? 0 : 1, left.due ?? .last, left.id) < (right.kept == nil ? 0 : 1, right.due ?? .last, right.id)
    }.map { promise in
      PromiseEntry(
        promise: promise, person: promise.person.map { facts.name($0) },
        opportunity: facts.name(opportunity: promise.opportunity))
    }
  }

  /// All materials by topic and title, with who got them.
  package func materialLedger() throws -> [MaterialEntry] {
    let facts = try completePlanner().facts
    let given = Dictionary(grouping: facts.touches.values.filter { $0.material != nil && $0.direction == .sent }) {
      $0.material
    }
    return facts.materials.values.sorted { left, right in
      (left.topic ?? "", left.title ?? "", left.id) < (right.topic ?? "", right.title ?? "", right.id)
    }.map { material in
      let touches = (given[material.id] ?? []).compactMap { touch in
        touch.day.map { (person: facts.name(touch.person), day: $0) }
      }
      return MaterialEntry(material: material, given: touches.sorted { ($0.day, $0.person) < ($1.day, $1.person) })
    }
  }

  /// The planner over everything, archived searches included.
  package func completePlanner() throws -> Planner {
    try read { try planner($0, try CompleteFacts(session: $0).read()) }
  }
}

/// Reads every row that a plan could be made from.
struct CompleteFacts {
  let session: Session

  func read() throws -> Facts {
    Facts(
      organisations: try session.records(Organisation.self), people: try session.records(Person.self),
      opportunities: try session.records(Opportunity.self), interviews: try session.records(Interview.self),
      participations: try session.records(Participation.self), findings: try session.records(Finding.self),
      promises: try session.records(Promise.self), materials: try session.records(Material.self),
      letters: try session.records(Letter.self), touches: try session.records(Touch.self),
      terms: try session.records(Term.self), decisions: try session.records(Decision.self))
  }
}
