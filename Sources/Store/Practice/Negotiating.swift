package import Model
package import Playbook

extension Store {
  /// What to have in front of one when pay and the rest are talked about.
  ///
  /// - Parameter name: an opportunity; nil: the open offer that must be answered first.
  /// - Throws: `PracticeError.nothing` where no offer is open; `NamingError`; what is wrong with a template.
  package func negotiation(of name: String?) throws -> NegotiationSheet {
    let agenda = try agenda()
    guard let opportunity = try name.map(opportunity(named:)) ?? firstOffer(agenda) else {
      throw PracticeError.nothing(
        "No offer is open. Name a search: `afterword negotiate acme`, or say that one came: `afterword heard acme --offer`"
      )
    }
    // An archived search is not among the facts of the day.
    let isLive = agenda.facts.opportunities[opportunity.id] != nil
    let planner = isLive ? agenda.planner : try completePlanner()
    let writer = LetterWriter(
      facts: planner.facts, preferences: planner.preferences, today: planner.today, zones: planner.zones)
    guard let sheet = try writer.negotiation(for: opportunity) else {
      throw PracticeError.nothing("Nothing is on record of \(try title(of: opportunity.subject)).")
    }
    return sheet
  }

  private func firstOffer(_ agenda: Agenda) -> Opportunity? {
    agenda.planner.offers.first.flatMap { agenda.facts.opportunities[$0.opportunity] }
  }

  /// A part of an offer: the one on record, else a new one, the same row on every machine.
  package func term(_ part: String, of opportunity: RowID) throws -> (old: Term?, new: Term) {
    let words = Term.folded(part: part)
    let known = try completePlanner().facts.termsOfOpportunity[opportunity]?.first {
      Term.folded(part: $0.part ?? "") == words
    }
    if let known { return (known, known) }
    var term = Term(id: StableID.term(opportunity, words))
    (term.opportunity, term.part) = (opportunity, words)
    return (nil, term)
  }

  /// Says that somebody did not come to an interview: that of the day, else today's or the last before it. The user may
  /// say so ahead: of tomorrow's, or of the next where none was yet. Said twice it is the same interview.
  ///
  /// - Throws: `PracticeError.nothing` where there is none.
  package func missed(
    _ opportunity: Opportunity, by absentee: Absentee, on day: Day?, command: String
  ) throws -> (interview: Interview, receipt: Receipt?) {
    let process = try completePlanner().process(opportunity)
    let agreed = (process.interviews + process.missed).sorted {
      ($0.day, $0.start?.seconds ?? 0, $0.row.id) < ($1.day, $1.start?.seconds ?? 0, $1.row.id)
    }
    guard let interview = Self.missed(agreed, by: absentee, on: day, today: today) else {
      if absentee == .them, let next = agreed.first(where: { $0.day > today }) {
        throw PracticeError.nothing(
          "\(try title(of: next.row.subject)) is still to come. Called off? `afterword note` in a few words says so.")
      }
      throw PracticeError.nothing(
        "No interview with \(try title(of: opportunity.subject)) is on record for that. Add it: `afterword add interview`"
      )
    }
    var missed = interview.row
    missed.missedBy = absentee
    return (missed, try save(command, [RowEdit(old: interview.row, new: missed)]))
  }

  private static func missed(
    _ agreed: [DatedInterview], by absentee: Absentee, on day: Day?, today: Day
  ) -> DatedInterview? {
    if let day {
      let ofDay = agreed.filter { $0.day == day && (absentee == .me || $0.day <= today) }
      return ofDay.last { $0.row.missedBy == absentee } ?? ofDay.last
    }
    let until = agreed.last { $0.day <= today && ($0.row.missedBy ?? absentee) == absentee }
    let next = absentee == .me ? agreed.first { $0.day > today } : nil
    if let until, until.day == today { return until }
    return next.map { $0.day - today == 1 } == true ? next : until ?? next
  }
}
