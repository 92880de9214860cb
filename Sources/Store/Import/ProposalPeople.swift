import Model
import Notes

/// Whom a reading names, as rows.
extension ProposalBuilder {
  mutating func add(person fact: Fact, _ organisation: RowID?, _ interview: Interview?) throws {
    guard let details = fact.person else { return }
    let id = try person(details, organisation)
    guard let interview else { return }
    var participation = Participation(id: StableID.participation(interview.id, id))
    guard participations.insert(participation.id).inserted else { return }
    participation.interview = interview.id
    participation.person = id
    let isBoss = details.role == .interviewer && isCalledHiringManager(details.name.span)
    participation.part = isBoss ? .hiringManager : Part(details.role)
    proposal.participations.append(participation)
  }

  /// Whether the words before a name say so: "Hiring manager: Claire Vasseur".
  private func isCalledHiringManager(_ name: TextSpan) -> Bool {
    let line = reading.line(at: name.start)
    guard line.start <= name.start else { return false }
    let before = String(String.UnicodeScalarView(reading.text[line.start..<name.start])).lowercased()
    var words = before.split { !$0.isLetter }.map(String.init)
    if let last = words.last, ["is", "was", "the"].contains(last) { words.removeLast() }
    return words.suffix(2) == ["hiring", "manager"] || words.suffix(2) == ["hiring", "mgr"] || words == ["hm"]
  }

  mutating func person(_ details: PersonDetails, _ organisation: RowID?) throws -> RowID {
    let email = details.email?.value
    // Who sends people elsewhere is no employee of the firm that a note is of; a card names their own.
    let isOfOthers = !isOfCards && (details.role == .recruiter || details.role == .referrer)
    let employer =
      isOfOthers
      ? email.flatMap { directory.organisation(ofEmail: $0) } : organisation
    let known = try directory.person(name: details.name.value, email: email, organisation: employer)
    var person = Person(id: known?.id ?? identity(Person.kind, details.name.value))
    person.name = details.name.value
    person.title = details.title?.value
    person.email = email
    person.phone = details.phone?.value
    person.organisation = employer
    person.take(details.further)
    proposal.people.append(person)
    note(person.subject, "title", details.title?.span)
    note(person.subject, "email", details.email?.span)
    note(person.subject, "phone", details.phone?.span)
    note(person.subject, details.name.span, because: known?.because)
    directory.add(person)
    return person.id
  }

  mutating func setRecruiter(_ facts: [Fact], _ opportunity: Opportunity) throws {
    guard let details = facts.lazy.compactMap(\.person).first(where: { $0.role == .recruiter }),
      let index = proposal.opportunities.lastIndex(where: { $0.id == opportunity.id })
    else { return }
    let employer = details.email.flatMap { directory.organisation(ofEmail: $0.value) }
    proposal.opportunities[index].recruiter =
      try directory.person(
        name: details.name.value, email: details.email?.value, organisation: employer)?.id
      ?? proposal.people.last { $0.name == details.name.value }?.id
  }
}

extension Person {
  /// What a card or table says besides; of fields of one value the first.
  fileprivate mutating func take(_ further: [PersonDetails.Further]) {
    for (field, values) in Dictionary(grouping: further, by: \.field).mapValues({ $0.map(\.value) }) {
      switch Registry.kind(Person.kind)?.field(field)?.rule {
      case .set: _ = set(field, .words(Set(values)))
      case .text: _ = set(field, .text(values[0]))
      case .register: _ = set(field, .value(.string(values[0])))
      case nil: break
      }
    }
  }
}

extension Part {
  fileprivate init(_ role: PersonRole) {
    switch role {
    case .interviewer: self = .interviewer
    case .recruiter: self = .recruiter
    case .hr: self = .hr
    case .referrer: self = .referrer
    }
  }
}
