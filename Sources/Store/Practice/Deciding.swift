package import Model
package import Playbook

/// What the user says of a follow-up, kept as a decision.
extension Store {
  /// Says that a follow-up was done on a day. Where it is a promise of mine, that is kept then.
  @discardableResult
  package func done(_ item: PlanItem, on day: Day? = nil, command: String) throws -> Receipt? {
    let day = day ?? today
    var edits = [try decision(item, .done, on: day)]
    if item.key.anchor.kind == Promise.kind, let promise = try one(Promise.self, item.key.anchor.id), promise.by == .me
    {
      var kept = promise
      kept.kept = day
      edits.append(RowEdit(old: promise, new: kept))
    }
    return try save(command, edits)
  }

  @discardableResult
  package func skip(_ item: PlanItem, command: String) throws -> Receipt? {
    try save(command, [try decision(item, .skipped)])
  }

  /// Puts a follow-up off; nothing is to be seen of it before that day.
  ///
  /// - Throws: `PracticeError.notLater` for a day that is not after today.
  @discardableResult
  package func snooze(_ item: PlanItem, until day: Day, command: String) throws -> Receipt? {
    guard day > today else { throw PracticeError.notLater(day) }
    return try save(command, [try decision(item, .snoozed, until: day)])
  }

  /// The decision's row as it should be; its identity follows from the item, so that two machines decide the same one.
  func decision(_ item: PlanItem, _ outcome: Outcome, until: Day? = nil, on day: Day? = nil) throws -> RowEdit {
    let key = item.key
    let id = StableID.decision(rule: key.rule.description, anchor: key.anchor, index: key.index, person: key.person)
    let old = try one(Decision.self, id)
    var decision = old ?? Decision(id: id)
    decision.rule = key.rule.description
    decision.anchor = key.anchor
    decision.index = key.index
    decision.about = key.person.map { Subject(kind: Person.kind, id: $0) }
    decision.outcome = outcome
    decision.until = until
    decision.on = day ?? today
    return old.map { RowEdit(old: $0, new: decision) } ?? RowEdit(new: decision)
  }
}
