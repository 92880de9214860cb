package import Model
package import Playbook

/// What the user says of follow-ups, kept as decisions.
extension Store {
  /// Says that follow-ups were done on a day, in one transaction. Where one is a promise of mine, that is kept then.
  @discardableResult
  package func done(_ items: [PlanItem], on day: Day? = nil, command: String) throws -> Receipt? {
    try save(command, try decisions(done: items, on: day ?? today))
  }

  func decisions(done items: [PlanItem], on day: Day) throws -> [RowEdit] {
    let kept = try items.compactMap { try keeping($0, on: day) }
    return try items.flatMap(\.keys).map { try decision($0, .done, on: day) } + kept
  }

  private func keeping(_ item: PlanItem, on day: Day) throws -> RowEdit? {
    guard item.key.anchor.kind == Promise.kind, let promise = try one(Promise.self, item.key.anchor.id),
      promise.by == .me
    else { return nil }
    var kept = promise
    kept.kept = day
    return RowEdit(old: promise, new: kept)
  }

  @discardableResult
  package func skip(_ items: [PlanItem], command: String) throws -> Receipt? {
    try save(command, try decisions(skipped: items))
  }

  func decisions(skipped items: [PlanItem]) throws -> [RowEdit] {
    try items.flatMap(\.keys).map { try decision($0, .skipped) }
  }

  /// Puts follow-ups off; nothing is to be seen of them before that day.
  ///
  /// - Throws: `PracticeError.notLater` for a day that is not after today.
  @discardableResult
  package func snooze(_ items: [PlanItem], until day: Day, command: String) throws -> Receipt? {
    guard day > today else { throw PracticeError.notLater(day) }
    return try save(command, try items.flatMap(\.keys).map { try decision($0, .snoozed, until: day) })
  }

  /// The decision's row as it should be; its identity follows from the item, so that two machines decide the same one.
  func decision(_ key: ItemKey, _ outcome: Outcome, until: Day? = nil, on day: Day? = nil) throws -> RowEdit {
    let id = key.decision.id
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

extension ItemKey {
  /// The row that says what the user decided of it.
  var decision: Subject {
    let id = StableID.decision(rule: rule.description, anchor: anchor, index: index, person: person)
    return Subject(kind: Decision.kind, id: id)
  }
}
