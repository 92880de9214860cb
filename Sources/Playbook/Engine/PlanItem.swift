package import Model

/// How a follow-up stands on the day of the plan.
package enum ItemState: Hashable, Sendable {
  /// Opens on a later day.
  case upcoming
  /// Can be done now, its last day has not passed.
  case open
  case overdue(days: Int)
  /// Put off by the user.
  case snoozed(until: Day)
}

extension ItemState {
  init(snoozed: Day?, opens: Day, until: Day, today: Day) {
    if let snoozed, snoozed > today {
      self = .snoozed(until: snoozed)
    } else if today > until {
      self = .overdue(days: today - until)
    } else {
      self = today < opens ? .upcoming : .open
    }
  }
}

/// That the contact cap moved a follow-up, and why.
package struct Move: Hashable, Sendable {
  package let from: Day
  package let why: String
}

/// Why a follow-up is due.
package struct Reason: Hashable, Sendable {
  /// The rule's argument.
  package let because: String
  package let anchor: String
  package let arithmetic: String
  /// The source text and section, or that it is ours.
  package let source: String
  /// What of the rule is our own addition.
  package let ours: String?
  /// What would close or move it.
  package let change: String
  /// What else matters here: slips, a recruiter in charge, a collision, a move.
  package let notes: [String]

  /// All of it, one sentence a line.
  package var lines: [String] {
    [because, "from \(anchor)", arithmetic, "source: \(source)"] + (ours.map { ["ours: \($0)"] } ?? []) + notes
      + ["what would change it: \(change)"]
  }
}

/// A follow-up: computed, never stored.
package struct PlanItem: Hashable, Sendable {
  package let key: ItemKey
  /// The key's id: 16 hexadecimal digits.
  package let id: String
  package let ownTitle: String
  /// The first day it can be done, the day it is due and its last good day.
  package private(set) var opens: Day
  package private(set) var day: Day
  package private(set) var until: Day
  /// The exact limit, where the rule counts hours and the anchor's time of day is known.
  package private(set) var by: Instant?
  package let opportunity: RowID?
  package let channels: [Channel]
  package let draft: DraftKind?
  package let purpose: Purpose
  /// What is missing before it can be done well.
  package internal(set) var needs: [String]
  /// Occurrences of a cadence that passed without a touch.
  package let missed: Int
  package let isOptional: Bool
  package private(set) var state: ItemState
  package private(set) var moved: Move?
  /// The ids of the other items for the same person on the same day, offered as one message.
  package internal(set) var together: [String] = []
  package internal(set) var reason: Reason
  /// What rides on this item's message.
  package internal(set) var riders: [Rider] = []
  /// Thanks that are late by more than is of use: no longer owed, until somebody says otherwise.
  package internal(set) var isStale = false
  /// The next command to type.
  package let command: ShellCommand
  let rank: Int

  package var rule: RuleName { key.rule }
  package var person: RowID? { key.person }

  /// The day it takes up: today for what is late.
  package func effectiveDay(today: Day) -> Day { max(day, today) }

  /// Moves the item to a later day. Its last good day stays, unless the day comes after it.
  mutating func move(to later: Day, today: Day, why: String) {
    moved = Move(from: moved?.from ?? day, why: why)
    until = max(until, later)
    (opens, day) = (later, later)
    state = later > today ? .upcoming : .open
    reason = reason.adding("moved from \(spoken(moved?.from ?? later)) to \(spoken(later)): \(why)")
  }
}

extension PlanItem {
  /// Takes over the limits of what rides on it, where they are earlier.
  mutating func hurry(for other: PlanItem) {
    until = min(until, other.until)
    by = [by, other.by].compactMap(\.self).min { $0.seconds < $1.seconds }
  }
}

extension Reason {
  func noting(_ more: [String]) -> Reason {
    Reason(
      because: because, anchor: anchor, arithmetic: arithmetic, source: source, ours: ours, change: change,
      notes: notes + more)
  }

  func adding(_ note: String) -> Reason {
    Reason(
      because: because, anchor: anchor, arithmetic: arithmetic, source: source, ours: ours, change: change,
      notes: notes.filter { !$0.hasPrefix("moved from ") } + [note])
  }
}

extension PlanItem {
  /// A candidate with the user's decision on it; nil when that closed it or it lapsed.
  ///
  /// - Parameter pause: the day until which the user put the whole search off.
  init?(_ candidate: Candidate, facts: Facts, today: Day, pause: Day?) {
    let rule = candidate.rule
    let decision = facts.decisions[candidate.key]
    if decision?.outcome == .done || decision?.outcome == .skipped { return nil }
    if facts.decisions.isClosedElsewhere(candidate) { return nil }
    if rule.isOptional && today > candidate.until + Rule.optionalDays { return nil }
    key = candidate.key
    id = key.id
    ownTitle = candidate.title(facts: facts)
    opportunity = candidate.opportunity
    channels = rule.channels
    draft = rule.draft
    purpose = rule.purpose
    needs = candidate.needs
    missed = candidate.missed
    isOptional = rule.isOptional
    rank = candidate.rank
    command = candidate.command(id: String(id.prefix(8)))
    reason = Reason(
      because: rule.because, anchor: candidate.anchorText, arithmetic: candidate.arithmetic,
      source: rule.source.description, ours: rule.ours, change: rule.change, notes: candidate.notes)
    let own = decision?.outcome == .snoozed ? decision?.until : nil
    let snoozed = [own, pause].compactMap { $0 }.max()
    // What was put off to a day before it came about was not put off.
    by = snoozed.map { $0 <= candidate.opens } ?? true ? candidate.by : nil
    opens = max(candidate.opens, snoozed ?? candidate.opens)
    day = max(candidate.day, snoozed ?? candidate.day)
    until = max(candidate.until, day)
    state = ItemState(snoozed: snoozed, opens: opens, until: until, today: today)
  }
}

extension Candidate {
  /// The rule's title; of a promise of mine what was promised, of a concern which one.
  func title(facts: Facts) -> String {
    if rule.anchor == .concern, let text = facts.findings[anchor.id]?.text {
      return "\(rule.title) (\(text.count > 48 ? text.prefix(48) + "…" : text))"
    }
    guard rule.anchor == .myPromise, let text = facts.promises[anchor.id]?.text else { return rule.title }
    return "promised: \(text)"
  }

  /// The next command to type, for the item of this short id.
  func command(id: String) -> ShellCommand {
    switch rule.anchor {
    case .interviewAhead: return ShellCommand("prepare", id)
    case .unknownNextStep where opportunity != nil:
      return ShellCommand("heard", opportunity?.short ?? id, "--next", "STEP", "--by", "DAY")
    case .undatedInterview: return ShellCommand("edit", anchor.id.short, "start")
    case .concern where person == nil: return ShellCommand("set", anchor.id.short, "judgement=substantial")
    case .unanswered where person == nil && opportunity != nil:
      return ShellCommand("heard", opportunity?.short ?? id, "--silent")
    case .offerDeadline, .myPromise: return ShellCommand("done", id)
    default: break
    }
    if rule.draft != nil { return ShellCommand("letter", id) }
    if rule.channels.first == .call, let person { return ShellCommand("log", "call", person.short) }
    return ShellCommand(rule.purpose == .task ? "reflect" : "done", id)
  }
}
