import Model
package import Playbook

/// Why one follow-up stands before another on the day's page: the order in which a coach would name them. *(ours)*
///
/// A pure function of the follow-up and the day, so that `today`, `why` and two machines agree. Within one place what is
/// owed longest comes first; thanks that grew stale come behind everything else.
package enum Precedence: Int, CaseIterable, Comparable, Sendable {
  /// Others set a day or an hour: an offer, a limit in hours, an interview to prepare.
  case clock
  /// Somebody waits for what I promised.
  case promised
  /// Thanks, for an interview or after a no.
  case thanks
  case rest
  /// Only offered: nothing is lost without it.
  case offered
  case stale

  package static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

  /// The reason, as `why` says it.
  package var words: String {
    switch self {
    case .clock: "a clock runs: others set the day or the hour"
    case .promised: "somebody waits for what you promised"
    case .thanks: "thanks are worth most while they are fresh"
    case .rest: "it comes after what has a clock, what you promised, and thanks"
    case .offered: "it is only offered: nothing is lost without it"
    case .stale: "thanks so late are no longer owed"
    }
  }
}

extension PlanItem {
  package var precedence: Precedence {
    if purpose == .offer || by != nil || command.words.first == "prepare" { return .clock }
    if isStale { return .stale }
    if isOptional { return .offered }
    return switch purpose {
    case .promise, .announcedCall: .promised
    case .firstThanks, .card, .afterNo: .thanks
    default: .rest
    }
  }
}

extension Agenda {
  /// Follow-ups in the order of the day's page.
  package func ordered(_ items: [PlanItem]) -> [PlanItem] {
    // A promise without a day of its own waits behind one that named a day.
    let keys = items.map { item in
      (
        item.precedence.rawValue, item.purpose == .promise && item.lacksDay ? 1 : 0, item.until, item.day,
        title(item), item.id
      )
    }
    return keys.indices.sorted { keys[$0] < keys[$1] }.map { items[$0] }
  }
}

extension PlanItem {
  /// Whether the promise that it is about names no day.
  fileprivate var lacksDay: Bool { needs.contains { $0.hasPrefix("a day for it") } }
}
