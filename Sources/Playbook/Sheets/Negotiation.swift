package import Model

/// A sentence to say, and where it comes from.
package struct SourcedLine: Hashable, Sendable {
  package let text: String
  package let source: String
}

/// What to have in front of one when an offer is talked about.
package struct NegotiationSheet: Hashable, Sendable {
  package let opportunity: RowID
  package let heard: Day?
  package let deadline: Day?
  /// The parts on record, in the order in which they are spoken about.
  package let terms: [Term]
  /// Usual parts of which nothing is on record.
  package let missing: [String]
  package let pay: [PayTalk]
  package let say: [SourcedLine]
  package let leaveOut: [String]
  /// What else is decided around the deadline.
  package let collisions: [String]
}

extension Facts {
  /// The parts of an offer that are on record; what an offer's mail said of pay is one.
  package func terms(of opportunity: Opportunity) -> [Term] {
    var terms = Term.folded(termsOfOpportunity[opportunity.id] ?? [])
    if let pay = opportunity.compensation {
      if let index = terms.firstIndex(where: { $0.part == Term.usualParts[0] }) {
        terms[index].offered = terms[index].offered ?? pay
      } else {
        var term = Term(id: RowID(high: 0, low: 0))
        (term.opportunity, term.part, term.offered) = (opportunity.id, Term.usualParts[0], pay)
        terms.append(term)
      }
    }
    return terms.sorted { ($0.rank, $0.part ?? "", $0.id) < ($1.rank, $1.part ?? "", $1.id) }
  }
}

extension Term {
  /// A part's name as rows of it are told to be the same: "Pay" is "pay".
  package static func folded(part: String) -> String {
    part.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// One for each part; what one row of a part does not say another may.
  fileprivate static func folded(_ terms: [Term]) -> [Term] {
    let parts = Dictionary(grouping: terms.filter { $0.part != nil }) { folded(part: $0.part ?? "") }
    return parts.map { part, rows in
      let rows = rows.sorted { $0.id < $1.id }
      var term = rows[0]
      term.part = part
      for row in rows.dropFirst() {
        term.offered = term.offered ?? row.offered
        term.wanted = term.wanted ?? row.wanted
        term.walkAway = term.walkAway ?? row.walkAway
        term.grounds = term.grounds ?? row.grounds
        term.agreed = term.agreed ?? row.agreed
      }
      return term
    }
  }

  /// What an offer usually consists of, pay first.
  package static let usualParts = ["pay", "bonus", "leave", "hours", "start", "place", "notice"]

  fileprivate var rank: Int { Term.usualParts.firstIndex(of: part ?? "") ?? Term.usualParts.count }

  /// "pay: they offer 52,000; you want 58,000; your limit: 54,000; for it speaks the survey".
  package var line: String {
    let told = [
      offered.map { "they offer \($0)" }, wanted.map { "you want \($0)" }, walkAway.map { "your limit: \($0)" },
      grounds.map { "what speaks for it: \($0)" }, agreed.map { "agreed: \($0)" },
    ].compactMap { $0 }
    return "\(part ?? ""): \(told.isEmpty ? "nothing yet" : told.joined(separator: "; "))"
  }

  /// Whether something else is wanted than what is offered.
  var isOpen: Bool { wanted != nil && wanted != offered && agreed == nil }

  /// All parts in one, as a letter lists them; fields of which nothing is on record stay empty.
  init?(summing terms: [Term], _ tongue: Tongue) {
    self.init(id: RowID(high: 0, low: 0))
    let named = terms.map { $0.named(in: tongue) }
    func list(_ value: (Term) -> String?) -> String? {
      let parts = named.compactMap { term in value(term).map { "\($0) (\(term.part ?? ""))" } }
      return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
    part = named.isEmpty ? nil : named.compactMap(\.part).joined(separator: ", ")
    wanted = list { $0.isOpen ? $0.wanted : nil }
    // Nothing else was agreed: then their offer stands.
    agreed = list { $0.agreed ?? $0.offered }
    grounds = list { $0.isOpen ? $0.grounds : nil }
  }

  /// With the part's name as the language has it.
  func named(in tongue: Tongue) -> Term {
    let names: [Tongue: [String]] = [
      .german: ["Gehalt", "Bonus", "Urlaub", "Arbeitszeit", "Beginn", "Arbeitsort", "Kündigungsfrist"],
      .french: ["salaire", "prime", "congés", "horaires", "date de début", "lieu", "préavis"],
      .spanish: ["salario", "incentivo", "vacaciones", "horario", "fecha de inicio", "lugar", "preaviso"],
    ]
    guard rank < Term.usualParts.count, let own = names[tongue] else { return self }
    var term = self
    term.part = own[rank]
    return term
  }
}
