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
    let words = part.lowercased().split { $0 == " " }.joined(separator: " ")
    let id = StableID.term(opportunity, words)
    if let known = try one(Term.self, id) { return (known, known) }
    var term = Term(id: id)
    (term.opportunity, term.part) = (opportunity, words)
    return (nil, term)
  }

  /// Says that somebody did not come to an interview: the last one held, else, where the user cannot come, the next.
  ///
  /// - Throws: `PracticeError.nothing` where there is none.
  package func missed(
    _ opportunity: Opportunity, by absentee: Absentee, on day: Day?, command: String
  ) throws -> (interview: Interview, receipt: Receipt?) {
    let process = try completePlanner().process(opportunity)
    let wanted = day.map { day in process.interviews.filter { $0.day == day } } ?? process.held
    let ahead = absentee == .me && day == nil ? process.ahead.first : nil
    guard let interview = (ahead.map { $0.day - today <= 1 } == true ? ahead : nil) ?? wanted.last ?? ahead else {
      throw PracticeError.nothing(
        "No interview with \(try title(of: opportunity.subject)) is on record for that. Add it: `afterword add interview`"
      )
    }
    var missed = interview.row
    missed.missedBy = absentee
    return (missed, try save(command, [RowEdit(old: interview.row, new: missed)]))
  }
}
