/// The last pass over what was found: people get their parts, doubles go, groups are numbered, all in text order.
extension NoteScanner {
  mutating func assembled() -> [Fact] {
    settlePeople()
    dropEmptyGroups()
    var all = facts + people.map(fact)
    all.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    renumber(&all)
    return all
  }

  private func fact(_ person: PersonDraft) -> Fact {
    Fact(
      field: .person, interview: person.group, value: person.name.value, span: person.name.span, text: person.name.text,
      mentions: person.name.mentions,
      person: PersonDetails(
        role: person.role ?? .interviewer, name: person.name, title: person.title, email: person.email,
        phone: person.phone))
  }

  /// Who nobody called anything is an interviewer; a contact for a phone screen is the recruiter.
  private mutating func settlePeople() {
    people.removeAll { person in
      facts.contains { $0.field == .organisation && $0.interview == person.group && $0.span.overlaps(person.name.span) }
    }
    for place in people.indices where people[place].role == nil { people[place].role = .interviewer }
  }

  /// An application without an interview, a person or a finding is only a name on a list.
  private mutating func dropEmptyGroups() {
    let groups = Set(facts.map(\.interview) + people.map(\.group))
    guard groups.count > 1 else { return }
    for group in groups {
      let own = facts.filter { $0.interview == group && $0.field != .ignore }
      let isBare =
        own.allSatisfy { $0.field == .organisation || $0.field == .role } && !people.contains { $0.group == group }
      if isBare, container == .org || own.count < 2 { facts.removeAll { $0.interview == group } }
    }
  }

  private func renumber(_ facts: inout [Fact]) {
    var numbers = [Int: Int]()
    for place in facts.indices {
      let number = numbers[facts[place].interview] ?? numbers.count + 1
      numbers[facts[place].interview] = number
      facts[place].interview = number
    }
  }
}
