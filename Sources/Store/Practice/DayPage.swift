package import Model
package import Playbook

/// What others set a day or an hour for.
package struct FixedDate: Hashable, Sendable {
  package enum Sort: Int, Sendable {
    /// An interview to come.
    case interview
    /// The deadline of an offer.
    case deadline
    /// What they promised for a day.
    case word
  }

  package let sort: Sort
  package let when: Moment
  package let opportunity: RowID
  package let people: [RowID]
  /// Where or how an interview is; what was promised.
  package let detail: String?
}

/// The day as a person should see it: first what has a day that others set, then what to do now in the order a coach would
/// say it, then what can wait. A pure function of the agenda.
package struct DayPage: Sendable {
  /// By day and hour.
  package let fixed: [FixedDate]
  package let now: [PlanItem]
  /// Can be done already, is due later.
  package let later: [PlanItem]
  /// Late by more than days than thanks are owed.
  package let stale: [PlanItem]
  package let coming: [PlanItem]
  /// Whom the page would have written to, were their address known.
  package let unreachable: [RowID]

  package init(_ agenda: Agenda) {
    let clock = agenda.items(.open).filter { $0.precedence == .clock }
    let due = agenda.ordered(agenda.items(.overdue) + agenda.items(.due) + clock)
    fixed = FixedDate.all(agenda)
    now = due.filter { !$0.isStale }
    stale = due.filter { $0.isStale }
    later = agenda.ordered(agenda.items(.open).filter { $0.precedence != .clock })
    coming = agenda.items(.upcoming)
    var seen: Set<RowID> = []
    unreachable = (now + later).compactMap { item in
      item.needs.contains { $0.hasPrefix("an e-mail address") } ? item.person : nil
    }.filter { seen.insert($0).inserted }
  }
}

extension FixedDate {
  /// What others set a day for, by day and hour: up to a day, else as far ahead as it matters to a day's page.
  package static func all(_ agenda: Agenda, until last: Day? = nil) -> [FixedDate] {
    FixedDates(agenda: agenda, last: last).all
  }
}

/// Finds what others set a day for.
private struct FixedDates {
  let agenda: Agenda
  let last: Day?
  var today: Day { agenda.today }

  /// How many days ahead each sort is told on a day's page.
  private static let ahead: [FixedDate.Sort: Int] = [.interview: 14, .deadline: 28, .word: 3]

  var all: [FixedDate] {
    let live = agenda.facts.opportunities.values.filter { $0.archived != true && ($0.stage ?? .interviewing).isOpen }
    return live.map(agenda.planner.process).flatMap { interviews($0) + deadline($0) + word($0) }.sorted {
      key($0) < key($1)
    }
  }

  private func key(_ date: FixedDate) -> (Day, Int, Int, RowID) {
    (date.when.day, date.when.minute ?? -1, date.sort.rawValue, date.opportunity)
  }

  private func isTold(_ day: Day, _ sort: FixedDate.Sort) -> Bool {
    day >= today && day <= last ?? today + (Self.ahead[sort] ?? 0)
  }

  /// One of today counts where its hour is known: a note of today's interview mostly is about one that is over.
  private func interviews(_ process: Process) -> [FixedDate] {
    process.interviews.filter { interview in
      isTold(interview.day, .interview) && (interview.day > today || interview.start != nil)
    }.map { interview in
      let local = interview.start.map(agenda.planner.zones.wallTime)
      return FixedDate(
        sort: .interview, when: local ?? interview.row.start ?? Moment(day: interview.day),
        opportunity: process.opportunity.id,
        people: process.interviewers(of: interview.row).sorted { name($0) < name($1) },
        detail: interview.row.placeInWords)
    }
  }

  private func name(_ person: RowID) -> String { agenda.facts.name(person) }

  private func deadline(_ process: Process) -> [FixedDate] {
    guard process.stage == .offer, let day = process.opportunity.deadline, isTold(day, .deadline) else { return [] }
    return [
      FixedDate(
        sort: .deadline, when: Moment(day: day), opportunity: process.opportunity.id, people: [], detail: nil)
    ]
  }

  private func word(_ process: Process) -> [FixedDate] {
    guard let promise = process.openPromise, let day = promise.lastDay, isTold(day, .word) else { return [] }
    return [
      FixedDate(
        sort: .word, when: Moment(day: day), opportunity: process.opportunity.id,
        people: [promise.person].compactMap(\.self), detail: promise.text)
    ]
  }
}

extension Interview {
  /// "by video", "at 1 Pine Rd"; nil where neither is known.
  fileprivate var placeInWords: String? {
    let form: String? =
      switch self.form {
      case .phone: "by phone"
      case .video: "by video"
      case .onsite: "on site"
      case .other, nil: nil
      }
    let words = [form, place].compactMap(\.self).joined(separator: ", ")
    return words.isEmpty ? nil : words
  }
}
