import Model
package import Playbook

/// A follow-up as `plan --json` and `today --json` give it.
///
/// Every key is always there, null where nothing is to be said: `id`, `rule` (`persistent.thank-you-note`), `day`, `until`
/// (ISO days), `by` (an ISO instant with its offset, where hours count), `person` and `opportunity` (names), `channels`,
/// `needs` (what is missing), `reason` (`rule`, `anchor`, `arithmetic`, `source`, `because`, `ours`, `notes`, `change`),
/// `command` (the next one to type). Besides: `title`, `state` (`overdue`, `due`, `open`, `upcoming`, `snoozed`), `opens`
/// (the first day it can be done), `late` (days past `until`), `missed` (how many occurrences of a cadence passed), `moved`
/// (`from`, `why`: what the contact cap did), `opportunity_id`, `person_id`, `optional`, `draft`, `together` (ids of the
/// items for the same person on that day), `rules` (every rule that the one message serves, its own first).
package struct PlanRecord: Encodable, Equatable, Sendable {
  package struct Why: Encodable, Equatable, Sendable {
    let rule: String
    let anchor: String
    let arithmetic: String
    let source: String
    let because: String
    @Nullable var ours: String?
    let notes: [String]
    let change: String
  }

  package struct Moved: Encodable, Equatable, Sendable {
    let from: String
    let why: String
  }

  package let id: String
  package let rule: String
  let title: String
  let state: String
  let opens: String
  package let day: String
  package let until: String
  @Nullable package var by: String?
  let late: Int
  let missed: Int
  @Nullable var moved: Moved?
  @Nullable package var person: String?
  @Nullable var personID: String?
  @Nullable package var opportunity: String?
  @Nullable var opportunityID: String?
  package let channels: [String]
  @Nullable var draft: String?
  let optional: Bool
  package let needs: [String]
  package let reason: Why
  let together: [String]
  /// Every rule that the one message serves, its own first.
  let rules: [String]
  package let command: String

  private enum CodingKeys: String, CodingKey {
    case id, rule, title, state, opens, day, until, by, late, missed, moved, person, opportunity, channels, draft
    case optional, needs, reason, together, rules, command
    case personID = "person_id"
    case opportunityID = "opportunity_id"
  }

  package init(_ item: PlanItem, _ agenda: Agenda) {
    id = item.id
    rule = item.rule.description
    title = item.title
    state = item.urgency(today: agenda.today).rawValue
    opens = item.opens.description
    day = item.day.description
    until = item.until.description
    by = item.by.map { agenda.planner.zones.text($0) }
    late = item.daysLate
    missed = item.missed
    moved = item.moved.map { Moved(from: $0.from.description, why: $0.why) }
    person = item.person.map { agenda.facts.name($0) }
    personID = item.person?.description
    opportunity = item.opportunity.map { agenda.facts.name(opportunity: $0) }
    opportunityID = item.opportunity?.description
    channels = item.channels.map(\.rawValue)
    draft = item.draft?.rawValue
    optional = item.isOptional
    needs = item.needs
    reason = Why(item)
    together = item.together
    rules = item.keys.map(\.rule.description)
    command = item.command.description
  }
}

extension PlanRecord.Why {
  init(_ item: PlanItem) {
    let reason = item.reason
    self.init(
      rule: item.rule.description, anchor: reason.anchor, arithmetic: reason.arithmetic, source: reason.source,
      because: reason.because, ours: reason.ours, notes: reason.notes, change: reason.change)
  }
}

/// The plan as a whole in JSON: the day it was made for, the playbook of the search, the items in order of day.
package struct PlanDocument: Encodable, Sendable {
  let today: String
  let playbook: String
  let archived: Int
  package let items: [PlanRecord]

  package init(_ agenda: Agenda, items: [PlanItem]) {
    today = agenda.today.description
    playbook = agenda.planner.preferences.playbook
    archived = agenda.archived
    self.items = items.map { PlanRecord($0, agenda) }
  }
}

/// An optional value whose key is written even when it is nil.
@propertyWrapper
package struct Nullable<Value: Encodable & Equatable & Sendable>: Encodable, Equatable, Sendable {
  package var wrappedValue: Value?

  package init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
  }
}
