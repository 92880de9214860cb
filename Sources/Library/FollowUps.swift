import Model
import Playbook
import Store

/// A follow-up: something a playbook asks for. It is computed from what is stored, never stored itself.
public struct FollowUp: Hashable, Sendable {
  public enum State: String, Hashable, Sendable {
    /// Its last good day has passed.
    case overdue
    case due
    /// It can be done now, and its day is later.
    case open
    case upcoming
    case snoozed
  }

  /// Why it is asked for, in sentences of the playbook.
  public struct Reason: Hashable, Sendable {
    /// The rule's argument.
    public let because: String
    /// What it counts from.
    public let anchor: String
    /// How its day follows from that.
    public let arithmetic: String
    /// Where the rule is from.
    public let source: String
    /// What of the rule is an addition to its source.
    public let ours: String?
    /// What else matters.
    public let notes: [String]
    /// What would close or move it.
    public let change: String
  }

  /// 16 hexadecimal digits, the same on every machine.
  public let id: String
  /// `persistent.thank-you-note`: the playbook and its rule.
  public let rule: String
  public let title: String
  public let state: State
  /// The first day it can be done, the day it is due, its last good day.
  public let opens: CalendarDay, day: CalendarDay, until: CalendarDay
  /// Days past `until`; 0 for what is in time.
  public let daysLate: Int
  public let person: RowReference?
  public let opportunity: RowReference?
  /// How the person is reached, as far as it is known.
  public let email: String?, phone: String?, address: String?
  /// `email`, `call`, …: the ways that suit, the best first.
  public let channels: [String]
  /// What is missing before it can be done well.
  public let needs: [String]
  public let isOptional: Bool
  public let reason: Reason
}

/// The follow-ups as of one day.
public struct FollowUpPlan: Hashable, Sendable {
  public let today: CalendarDay
  /// The playbook in force.
  public let playbook: String
  public let items: [FollowUp]
}

extension AfterwordStore {
  /// What can be done today, the most pressing first.
  public func today() throws(AfterwordError) -> FollowUpPlan {
    try use { store in
      let agenda = try store.agenda()
      return FollowUpPlan(agenda, agenda.ordered(agenda.doable))
    }
  }

  /// Every follow-up, those to come too, by day; of one row where a name is given.
  ///
  /// - Throws: `notFound`, `ambiguous`.
  public func plan(of name: String? = nil) throws(AfterwordError) -> FollowUpPlan {
    try use { store in
      let all = try store.agenda()
      let agenda = try name.map { all.narrowed(to: try store.resolve($0)) } ?? all
      return FollowUpPlan(agenda, agenda.items)
    }
  }

  /// The one follow-up that an id or a name means.
  ///
  /// - Throws: `notFound`, `ambiguous`.
  public func why(_ item: String) throws(AfterwordError) -> FollowUp {
    try use { store in
      let agenda = try store.agenda()
      return FollowUp(try store.followUp(named: item, in: agenda), agenda)
    }
  }

  /// Says that follow-ups were done; promises of the user's among them count as kept.
  ///
  /// - Parameters:
  ///   - items: ids, or the beginnings of ids.
  ///   - day: nil for today.
  @discardableResult
  public func markDone(_ items: [String], on day: CalendarDay? = nil) throws(AfterwordError) -> WriteReceipt {
    try write("done") { store, command in
      WriteReceipt(try store.done(try store.followUps(items), on: day?.day, command: command))
    }
  }

  /// Leaves follow-ups out; of a cadence, this time.
  @discardableResult
  public func skip(_ items: [String]) throws(AfterwordError) -> WriteReceipt {
    try write("skip") { store, command in
      WriteReceipt(try store.skip(try store.followUps(items), command: command))
    }
  }

  /// Puts follow-ups off.
  ///
  /// - Throws: `badValue` for a day that is not after today.
  @discardableResult
  public func snooze(_ items: [String], until day: CalendarDay) throws(AfterwordError) -> WriteReceipt {
    try write("snooze") { store, command in
      WriteReceipt(try store.snooze(try store.followUps(items), until: day.day, command: command))
    }
  }
}

extension Store {
  fileprivate func followUps(_ names: [String]) throws -> [PlanItem] {
    guard !names.isEmpty else { throw AfterwordError(.nothingAsked) }
    let agenda = try agenda()
    return try names.map { try agenda.item($0) }
  }
}

extension FollowUpPlan {
  init(_ agenda: Agenda, _ items: [PlanItem]) {
    self.init(
      today: CalendarDay(agenda.today), playbook: agenda.planner.preferences.playbook,
      items: items.map { FollowUp($0, agenda) })
  }
}

extension FollowUp {
  init(_ item: PlanItem, _ agenda: Agenda) {
    let facts = agenda.facts
    let contact = item.person.flatMap { facts.people[$0] }
    id = item.id
    rule = item.rule.description
    title = item.title
    state = State(item.urgency(today: agenda.today))
    (opens, day, until) = (CalendarDay(item.opens), CalendarDay(item.day), CalendarDay(item.until))
    daysLate = item.daysLate
    person = item.person.map { RowReference(Subject(kind: Person.kind, id: $0), title: facts.name($0)) }
    opportunity = item.opportunity.map {
      RowReference(Subject(kind: Opportunity.kind, id: $0), title: facts.name(opportunity: $0))
    }
    (email, phone, address) = (contact?.email, contact?.phone, contact?.address)
    channels = item.channels.map(\.rawValue)
    needs = item.needs
    isOptional = item.isOptional
    reason = Reason(
      because: item.reason.because, anchor: item.reason.anchor, arithmetic: item.reason.arithmetic,
      source: item.reason.source, ours: item.reason.ours, notes: item.reason.notes, change: item.reason.change)
  }
}

extension FollowUp.State {
  init(_ urgency: Urgency) {
    self =
      switch urgency {
      case .overdue: .overdue
      case .due: .due
      case .open: .open
      case .upcoming: .upcoming
      case .snoozed: .snoozed
      }
  }
}
