package import Formats
package import Model
import Playbook

/// Searches as lanes on a page: those that wait longest for a word first, then by their beginning.
extension PageFacts {
  package func lanes(_ isWanted: (Opportunity) -> Bool) -> [PageLane] {
    planner.lanes(isWanted).sorted { rank($0) < rank($1) }.map(picture)
  }

  private func rank(_ lane: Lane) -> (Int, Day, String, RowID) {
    let place = lane.stage == .offer ? 0 : lane.stage == .dormant ? 2 : lane.isOpen ? 1 : 3
    return (place, lane.quietSince ?? lane.events[0].day, lane.name, lane.opportunity)
  }

  private func picture(_ lane: Lane) -> PageLane {
    let told = lane.events.last { $0.mark == .end } ?? lane.events.last { $0.mark != .word }
    let last = told?.day ?? lane.events[0].day
    let isPast = lane.awaited.map { $0 < today } ?? false
    return PageLane(
      name: lane.name, role: lane.role, isOver: !lane.isOpen, events: lane.events.compactMap { event($0, lane) },
      until: lane.isOpen ? max(today, lane.events[0].day) : last, quietSince: lane.quietSince, isPastTheirDay: isPast,
      offer: offer(lane), end: lane.isOpen && lane.stage != .dormant ? nil : Self.end(lane.stage))
  }

  private func event(_ event: Lane.Event, _ lane: Lane) -> PageLane.Event? {
    let mark: PageLane.Mark
    let what: String
    switch event.mark {
    case .interview:
      let round = event.round.map { String($0.prefix(1)).uppercased() } ?? ""
      mark = event.day > today ? .ahead(round) : .meeting(round)
      what = event.words + (event.round.map { ", round \($0)" } ?? "")
    case .sent: (mark, what) = (.sent, event.words.isEmpty ? "you wrote or called" : "you: \(event.words)")
    case .received, .offer: (mark, what) = (.received, event.words.isEmpty ? "word from them" : "they: \(event.words)")
    case .word:
      let isBroken = event.day == lane.awaited && event.day < today
      mark = isBroken ? .brokenWord : .word
      what = "their day" + (event.words.isEmpty ? "" : ": \(event.words)") + (isBroken ? " – no word yet" : "")
    case .missed: (mark, what) = (.received, "interview: \(event.words)")
    case .end: (mark, what) = (.received, Self.end(lane.stage))
    }
    return .init(day: event.day, mark: mark, text: "\(DayText.long(event.day, today: today)): \(what)")
  }

  private func offer(_ lane: Lane) -> PageLane.Offer? {
    guard lane.stage == .offer, let from = lane.events.last(where: { $0.mark == .offer })?.day else { return nil }
    let by = lane.deadline.map { ", answer by \(DayText.long($0, today: today))" } ?? ""
    return .init(from: from, by: max(from, lane.deadline ?? today), text: "offer" + by)
  }

  /// How a search that is over ended.
  static func end(_ stage: Stage) -> String {
    switch stage {
    case .dormant: "silent"
    case .rejected: "a no"
    case .filled: "filled by somebody else"
    default: stage.rawValue
    }
  }
}
