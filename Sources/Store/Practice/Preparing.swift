package import Model
package import Playbook

/// The sheet to have read before an interview, with the names it needs.
package struct Preparation: Sendable {
  package let title: String
  package let start: Moment?
  /// The same on the user's clock, where that shows another hour.
  package let ownTime: String?
  package let people: [String]
  /// Weak answers at other firms, each with the firm's name.
  package let weakElsewhere: [String]
  package let sheet: PrepareSheet
}

extension Store {
  /// The sheet for an interview.
  ///
  /// - Parameter name: an interview, an item's id, or an opportunity, whose next interview is meant; nil: the next of all.
  /// - Throws: `PracticeError.nothing` where no interview lies ahead; `NamingError`.
  package func preparation(for name: String?) throws -> Preparation {
    let planner = try completePlanner()
    let interview = try name.map { try aheadOrNamed($0, planner) } ?? next(planner.facts.interviews.values)
    guard let interview, let process = planner.process(of: interview),
      let dated = process.interviews.first(where: { $0.row.id == interview.id })
    else {
      throw PracticeError.nothing(
        "No interview lies ahead. Add one: `afterword add interview`")
    }
    let sheet = process.prepareSheet(for: dated)
    return Preparation(
      title: try title(of: interview.subject), start: interview.start,
      ownTime: interview.start.flatMap { DayText.onOwnClock($0, today: today, zones: planner.zones) },
      people: sheet.people.map { person in
        [planner.facts.name(person), planner.facts.people[person]?.title].compactMap(\.self).joined(separator: ", ")
      },
      weakElsewhere: sheet.weakElsewhere.map { weak in
        "\(weak.line) (\(planner.facts.name(opportunity: weak.opportunity)))"
      },
      sheet: sheet)
  }

  private func aheadOrNamed(_ name: String, _ planner: Planner) throws -> Interview? {
    let known = Set(try agenda().items.map(\.id))
    if known.contains(where: { $0.hasPrefix(name.lowercased()) }) { return try interview(meantBy: name) }
    let row = try resolve(name, kinds: [Interview.kind, Opportunity.kind, Organisation.kind])
    if row.kind == Interview.kind { return try self.row(Interview.self, row) }
    let opportunity = row.kind == Opportunity.kind ? row.id : try self.opportunity(named: name).id
    return next(planner.facts.interviews.values.filter { $0.opportunity == opportunity })
  }

  private func next(_ interviews: some Sequence<Interview>) -> Interview? {
    interviews.filter { ($0.start?.day ?? .first) >= today }.min { left, right in
      (left.start?.day ?? .last, left.id) < (right.start?.day ?? .last, right.id)
    }
  }
}
