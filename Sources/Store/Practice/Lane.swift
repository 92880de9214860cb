package import Model
package import Playbook

/// One search as it went, for a picture of it.
package struct Lane: Sendable {
  /// What happened or is set for a day, the weightier later in the list: where two fall on one place, that is shown.
  package enum Mark: Int, Sendable, CaseIterable, Comparable {
    case sent, received, word, missed, interview, offer, end

    package static func < (left: Mark, right: Mark) -> Bool { left.rawValue < right.rawValue }
  }

  package struct Event: Sendable {
    package let day: Day
    package let mark: Mark
    /// Of an interview: `1` … `9`, `screen`, `final`.
    package var round: String?
    /// What was said, sent or promised, and how.
    package var words = ""
  }

  package let opportunity: RowID
  package let name: String
  package let role: String?
  package let stage: Stage
  /// By day.
  package let events: [Event]
  /// The last day on which word came or they were met; nil where nobody is waited for.
  package let quietSince: Day?
  /// The day that they named and that no word has answered.
  package let awaited: Day?
  /// When the offer must be answered.
  package let deadline: Day?
  package var isOpen: Bool { stage.isOpen }
}

extension Planner {
  /// The lanes of some searches, the one that began first on top; those of which nothing has a day are left out.
  package func lanes(_ isWanted: (Opportunity) -> Bool) -> [Lane] {
    facts.opportunities.values.filter(isWanted).map { lane(process($0)) }.filter { !$0.events.isEmpty }.sorted {
      ($0.events[0].day, $0.name, $0.opportunity) < ($1.events[0].day, $1.name, $1.opportunity)
    }
  }

  private func lane(_ process: Process) -> Lane {
    let row = process.opportunity
    var events = process.interviews.map { interview in
      Lane.Event(
        day: interview.day, mark: .interview, round: interview.row.round,
        words: [interview.row.form?.rawValue, "interview"].compactMap(\.self).joined(separator: " "))
    }
    events += process.missed.map { missed in
      Lane.Event(day: missed.day, mark: .missed, words: missed.row.missedBy?.told ?? "")
    }
    events += process.contacts.map { contact in
      Lane.Event(day: contact.day, mark: contact.isSent ? .sent : .received, words: words(contact))
    }
    events += process.promises.compactMap { promise in
      promise.by == .them ? promise.lastDay.map { .init(day: $0, mark: .word, words: promise.text ?? "") } : nil
    }
    if row.stage == .offer, let day = row.closedOn { events.append(.init(day: day, mark: .offer)) }
    if let stage = row.stage, !stage.isOpen, let day = row.closedOn { events.append(.init(day: day, mark: .end)) }
    let organisation = row.organisation.flatMap { facts.organisations[$0]?.name }
    return Lane(
      opportunity: row.id, name: organisation ?? row.role ?? "(no name)", role: organisation == nil ? nil : row.role,
      stage: process.stage, events: events.sorted { ($0.day, $0.mark) < ($1.day, $1.mark) },
      quietSince: quietSince(process), awaited: process.openPromise?.lastDay,
      deadline: process.stage == .offer ? row.deadline : nil)
  }

  /// Nobody is waited for with an offer in hand, or once all is decided.
  private func quietSince(_ process: Process) -> Day? {
    guard process.stage.isOpen, process.stage != .offer else { return nil }
    let words = process.contacts.filter { $0.isReceived && $0.day <= today }.map(\.day)
    return (words + process.held.map(\.day)).max()
  }

  /// "email, thank-you: Thank you for Tuesday".
  private func words(_ contact: Contact) -> String {
    let what = [contact.channel?.rawValue, contact.form].compactMap(\.self).joined(separator: ", ")
    let letter = facts.letters[contact.row.id]
    let said = facts.touches[contact.row.id]?.summary ?? letter?.subjectLine
    return [what, said ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
  }
}
