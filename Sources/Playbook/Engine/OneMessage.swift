import Model

/// A follow-up that rides on another's message.
package struct Rider: Hashable, Sendable {
  package let key: ItemKey
  package let title: String
  package let draft: DraftKind
}

/// One message to one person on one day is one item with one draft.
struct OneMessage {
  let today: Day

  private struct Address: Hashable {
    let message: PersonDay
    let opportunity: RowID?
  }

  /// Lets what would be written to one person about one opportunity on one day ride on what matters most of it; every rule
  /// stays named in the reason. A card replaces nothing, and what is optional or put off stays alone. Across opportunities
  /// the items only name each other.
  func joined(_ items: [PlanItem]) -> [PlanItem] {
    var groups: [Address: [Int]] = [:]
    for (position, item) in items.enumerated() where rides(item) {
      let message = PersonDay(person: item.person, day: item.effectiveDay(today: today))
      groups[Address(message: message, opportunity: item.opportunity), default: []].append(position)
    }
    var result = items
    var gone: Set<Int> = []
    for positions in groups.values where positions.count > 1 {
      let order = positions.sorted {
        (rank(items[$0]), items[$0].rule, items[$0].id) < (rank(items[$1]), items[$1].rule, items[$1].id)
      }
      for position in order.dropFirst() where !isApart(items[position], from: items[order[0]]) {
        result[order[0]].carry(items[position])
        gone.insert(position)
      }
    }
    return named(result.indices.filter { !gone.contains($0) }.map { result[$0] })
  }

  /// An answer to an offer is no place to thank for an interview.
  private func isApart(_ item: PlanItem, from first: PlanItem) -> Bool {
    let answers: [DraftKind?] = [.acceptance, .decline, .withdrawal, .counterOffer]
    return item.purpose == .firstThanks && answers.contains(first.draft)
  }

  private func rides(_ item: PlanItem) -> Bool {
    if case .snoozed = item.state { return false }
    return item.person != nil && item.draft != nil && item.purpose != .card && !item.isOptional && !item.isStale
  }

  /// What the message is for first of all.
  private func rank(_ item: PlanItem) -> Int {
    switch item.purpose {
    case .offer: 0
    case .firstThanks, .afterNo: 1
    case .status, .announcedCall: 2
    case .repair, .proposal: 3
    case .value, .secondWind, .promise, .task, .card: 4
    case .keepInTouch: 5
    }
  }

  /// The ids of other items for the same person on the same day.
  private func named(_ items: [PlanItem]) -> [PlanItem] {
    var groups: [PersonDay: [Int]] = [:]
    for (position, item) in items.enumerated()
    where item.person != nil && item.draft != nil && item.purpose != .card && !item.isStale {
      groups[PersonDay(person: item.person, day: item.effectiveDay(today: today)), default: []].append(position)
    }
    var result = items
    for positions in groups.values where positions.count > 1 {
      for position in positions {
        result[position].together = positions.filter { $0 != position }.map { items[$0].id }.sorted()
      }
    }
    return result
  }
}

extension PlanItem {
  /// With all that rides on it.
  package var title: String { ([ownTitle] + riders.map(\.title)).joined(separator: " and ") }

  /// Without what rides on it.
  package var alone: PlanItem {
    var item = self
    item.riders = []
    return item
  }

  /// The keys of all that is done with this one.
  package var keys: [ItemKey] { [key] + riders.map(\.key) }

  /// Takes another follow-up along.
  mutating func carry(_ other: PlanItem) {
    guard let draft = other.draft else { return }
    riders.append(Rider(key: other.key, title: other.ownTitle, draft: draft))
    needs += other.needs.filter { !needs.contains($0) }
    hurry(for: other)
    let own = other.reason
    reason = reason.noting(
      ["one message with \(other.ownTitle) (\(other.rule)): \(own.because); from \(own.anchor), \(own.arithmetic)"]
        + ["its source: \(own.source)", "it would change by: \(own.change)"] + own.notes)
  }
}
