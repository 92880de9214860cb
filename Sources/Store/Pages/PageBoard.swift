import Formats
import Model
import Playbook

/// Where each search stands, made of facts and not of a stage that somebody moves.
extension PageFacts {
  func columns(_ entries: [PipelineEntry]) -> [PageColumn] {
    let doable = Dictionary(grouping: agenda.ordered(agenda.doable.filter { !$0.isStale }), by: \.opportunity)
    var cards: [Place: [PageColumn.Card]] = [:]
    for entry in entries {
      guard let row = facts.opportunities[entry.opportunity] else { continue }
      let first = doable[row.id]?.first
      cards[Place(entry, hasTask: first != nil), default: []].append(card(entry, row, first))
    }
    return Place.allCases.map { PageColumn(title: $0.rawValue, cards: cards[$0] ?? []) }
  }

  private enum Place: String, CaseIterable {
    case waiting = "Waiting for their word"
    case acting = "You are to act"
    case meeting = "Interview ahead"
    case offer = "Offer"
    case closed = "Over or silent"

    init(_ entry: PipelineEntry, hasTask: Bool) {
      if !entry.stage.isOpen || entry.stage == .dormant {
        self = .closed
      } else if entry.stage == .offer {
        self = .offer
      } else if case .interview? = entry.next {
        self = .meeting
      } else {
        self = hasTask ? .acting : .waiting
      }
    }
  }

  private func card(_ entry: PipelineEntry, _ row: Opportunity, _ task: PlanItem?) -> PageColumn.Card {
    let process = planner.process(row)
    var lines: [(text: String, weight: PageColumn.Card.Weight)] = []
    switch entry.next {
    case .answer(let day): lines.append((answer(by: day), .bold))
    case .interview(let moment): lines.append((DayText.long(moment, today: today), .bold))
    case .word(_, let day): lines.append(("their word by \(DayText.long(day, today: today))", .plain))
    case .rest(let day): lines.append(("rests until \(DayText.long(day, today: today))", .plain))
    case .followUp, nil: break
    }
    if entry.stage.isOpen, entry.stage != .dormant {
      if let promised = process.openPromise?.lastDay, promised < today {
        lines.append(("promised \(DayText.long(promised, today: today))", .late))
      }
      if let last = entry.last?.day, entry.stage != .offer { lines.append((quiet(since: last), .plain)) }
    } else {
      let day = row.closedOn.map { " · \(DayText.long($0, today: today))" } ?? ""
      lines.append((PageFacts.end(entry.stage) + day, .plain))
    }
    if let task { lines.append((task.title, .todo)) }
    let name = entry.firm ?? entry.role ?? "(no name)"
    return .init(
      name: name, role: entry.firm == nil ? nil : entry.role, held: process.held.count, ahead: process.ahead.count,
      lines: lines)
  }

  private func answer(by day: Day) -> String {
    let days = day - today
    let far = days < 0 ? "passed" : days == 0 ? "today" : "in \(counted(days, "day"))"
    return "answer by \(DayText.long(day, today: today)), \(far)"
  }

  private func quiet(since day: Day) -> String {
    let days = today - day
    return days <= 0 ? "in touch today" : "last contact \(counted(days, "day")) ago"
  }
}
