/// The last pass over what was found: people get their parts, doubles go, groups are numbered, all in text order.
extension NoteScanner {
  func assembled() -> [Fact] {
    settlePeople()
    settleDollars()
    dropEmptyGroups()
    var all = facts
    facts = []
    all.reserveCapacity(all.count + people.count)
    for person in people { all.append(fact(person)) }
    all.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    renumber(&all)
    return all
  }

  private func fact(_ person: PersonDraft) -> Fact {
    var details = PersonDetails(
      role: person.role ?? .interviewer, name: person.name, title: person.title, email: person.email,
      phone: person.phone)
    details.further = person.further
    return Fact(
      field: .person, interview: person.group, value: person.name.value, span: person.name.span, text: person.name.text,
      mentions: person.name.mentions, person: details)
  }

  /// Who nobody called anything is an interviewer; a contact for a phone screen is the recruiter.
  private func settlePeople() {
    var employers = [Int: [TextSpan]]()
    for place in facts.indices where facts[place].field == .organisation {
      employers[facts[place].interview, default: []].append(facts[place].span)
    }
    people.removeAll { person in
      owner.holds(person.name.text) || person.email.map { owner.holds($0.value) } ?? false
        || employers[person.group]?.contains { $0.overlaps(person.name.span) } ?? false
    }
    for place in people.indices where people[place].role == nil { people[place].role = .interviewer }
  }

  /// An application without an interview, a person or a finding is only a name on a list.
  private func dropEmptyGroups() {
    guard group > 1 else { return }
    let byGroup = Dictionary(grouping: facts.lazy.filter { $0.field != .ignore }, by: \.interview)
    let withPeople = Set(people.map(\.group))
    guard Set(byGroup.keys).union(withPeople).count > 1 else { return }
    let bare = byGroup.filter { group, own in
      guard !withPeople.contains(group), own.allSatisfy({ $0.field == .organisation || $0.field == .role }) else {
        return false
      }
      return container == .org || own.count < 2
    }
    if !bare.isEmpty { facts.removeAll { bare[$0.interview] != nil } }
  }

  private func renumber(_ facts: inout [Fact]) {
    guard facts.indices.contains(where: { facts[$0].interview != 1 }) else { return }
    var numbers = [Int: Int]()
    for place in facts.indices {
      let number = numbers[facts[place].interview] ?? numbers.count + 1
      numbers[facts[place].interview] = number
      facts[place].interview = number
    }
  }
}
