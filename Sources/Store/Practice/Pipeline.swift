package import Model
package import Playbook

/// One search as it stands: stage, the next thing with its day, the last contact.
package struct PipelineEntry: Sendable {
  /// What comes next, and who set its day.
  package enum Next: Sendable, Equatable {
    case answer(by: Day)
    case interview(Moment)
    case word(String?, Day)
    /// The user put the search off.
    case rest(until: Day)
    /// The follow-up that the day's page would name first.
    case followUp(PlanItem)
  }

  /// The last that was said or sent, or the last interview.
  package enum Last: Sendable, Equatable {
    case interview(Day)
    case contact(Channel?, Direction, Day)

    package var day: Day {
      switch self {
      case .interview(let day), .contact(_, _, let day): day
      }
    }
  }

  package let opportunity: RowID
  package let firm: String?
  package let role: String?
  package let stage: Stage
  package let next: Next?
  package let last: Last?
}

extension Agenda {
  /// Every live search, those of the furthest stage first, then by what comes next.
  package var pipeline: [PipelineEntry] {
    let items = Dictionary(grouping: ordered(items), by: \.opportunity)
    let live = facts.opportunities.values.filter { $0.archived != true }
    return live.map { entry(planner.process($0), items[$0.id] ?? []) }.sorted { key($0) < key($1) }
  }

  private func key(_ entry: PipelineEntry) -> (Int, Day, String, RowID) {
    (entry.stage.distance, entry.next.map(day) ?? .last, entry.firm ?? entry.role ?? "", entry.opportunity)
  }

  private func day(_ next: PipelineEntry.Next) -> Day {
    switch next {
    case .answer(let day), .word(_, let day), .rest(let day): day
    case .interview(let moment): moment.day
    case .followUp(let item): item.effectiveDay(today: today)
    }
  }

  private func entry(_ process: Process, _ items: [PlanItem]) -> PipelineEntry {
    let row = process.opportunity
    return PipelineEntry(
      opportunity: row.id, firm: row.organisation.flatMap { facts.organisations[$0]?.name }, role: row.role,
      stage: process.stage, next: next(process, items), last: last(process))
  }

  private func next(_ process: Process, _ items: [PlanItem]) -> PipelineEntry.Next? {
    if process.stage == .offer, let day = process.opportunity.deadline { return .answer(by: day) }
    if process.stage.isOpen {
      if let interview = process.ahead.first {
        return .interview(interview.start.map(planner.zones.wallTime) ?? Moment(day: interview.day))
      }
      if let promise = process.openPromise, let day = promise.lastDay, day >= today { return .word(promise.text, day) }
    }
    if let day = planner.pause(of: process.opportunity.id), day > today { return .rest(until: day) }
    return items.first.map { .followUp($0) }
  }

  private func last(_ process: Process) -> PipelineEntry.Last? {
    let contact = process.contacts.last { $0.day <= today }
    let held = process.held.last?.day
    guard let contact, contact.day >= held ?? .first else { return held.map { .interview($0) } }
    return .contact(contact.channel, contact.direction, contact.day)
  }
}

extension Stage {
  /// How far from a decision in one's favour: what is nearest comes first, what is over last.
  fileprivate var distance: Int {
    switch self {
    case .offer: 0
    case .interviewing: 1
    case .applied: 2
    case .dormant: 3
    case .accepted: 4
    case .rejected, .withdrawn, .filled: 5
    }
  }
}
