package import Formats
import Model
import Playbook

/// Three weeks from Monday on, as a page tells them: what others set a day for, and what is due.
extension PageFacts {
  package var calendar: [PageDay] {
    let start = today.monday
    var entries = Dictionary(grouping: FixedDate.all(agenda, until: start + 20), by: \.when.day).mapValues {
      $0.map(entry)
    }
    for (day, held) in interviewsHeld(since: start) { entries[day, default: []].insert(held, at: 0) }
    for item in agenda.ordered(agenda.items.filter { !$0.isStale }) {
      entries[item.effectiveDay(today: today), default: []].append(entry(item))
    }
    return (0..<21).map { start + $0 }.map { day in
      PageDay(
        weekday: day.weekday.name,
        date: day == start || day.dayOfMonth == 1
          ? DayText.short(day, today: today) : String(day.dayOfMonth),
        place: day < today ? .past : day == today ? .today : .ahead, isWeekend: day.weekday.isWeekend,
        entries: entries[day] ?? [])
    }
  }

  private func name(_ date: FixedDate) -> String { facts.opportunities[date.opportunity].map(firm) ?? "" }

  private func entry(_ date: FixedDate) -> PageDay.Entry {
    let people = date.people.map { facts.name($0) }.joined(separator: ", ")
    let more = [facts.name(opportunity: date.opportunity), people, date.detail ?? ""].filter { !$0.isEmpty }
    let detail = more.joined(separator: ", ")
    return switch date.sort {
    case .interview: .init(sort: .meeting, time: clock(date.when), text: name(date), detail: "interview: \(detail)")
    case .deadline: .init(sort: .offer, time: nil, text: "answer \(name(date))", detail: "their offer: \(detail)")
    case .word: .init(sort: .word, time: nil, text: "word due: \(name(date))", detail: "they promised: \(detail)")
    }
  }

  private func entry(_ item: PlanItem) -> PageDay.Entry {
    let row = item.opportunity.flatMap { facts.opportunities[$0] }
    let whose = row.map(firm) ?? item.person.map { facts.name($0) }
    return .init(
      sort: item.daysLate > 0 ? .overdue : .task, time: nil,
      text: [item.title, whose].compactMap(\.self).joined(separator: ": "), detail: agenda.title(item))
  }

  /// Interviews of this week that are over, and of today where no hour tells whether they are.
  private func interviewsHeld(since start: Day) -> [(Day, PageDay.Entry)] {
    let live = facts.opportunities.values.filter { $0.archived != true }.sorted { $0.id < $1.id }
    return live.flatMap { row in
      planner.process(row).held.filter { $0.day >= start && ($0.day < today || $0.start == nil) }.map { interview in
        let time = interview.start.map(planner.zones.wallTime).flatMap(clock)
        let detail = "interview: " + facts.name(opportunity: row.id)
        return (interview.day, .init(sort: .meeting, time: time, text: firm(row), detail: detail))
      }
    }
  }

  private func clock(_ moment: Moment) -> String? { moment.minute == nil ? nil : String(moment.clock) }
}

extension Moment {
  /// "09:30".
  fileprivate var clock: Substring { Moment(day: day, minute: minute).description.suffix(5) }
}
