import Model
import Notes

/// What mails, calls and other messages propose: with whom they were, and what they tell of a search. None is an interview;
/// one that invites makes the interview that is to come.
extension ProposalBuilder {
  mutating func add(_ message: Correspondence, _ all: PlacedFacts) throws {
    guard let read = try told(by: message, all) else { return }
    let (direction, organisation) = (read.direction, try self.organisation(of: read))
    let facts = takingIn(read.facts, at: organisation, read.named, correspondents: read.parties)
    let people = try jot?.person.map { [$0] } ?? read.parties.compactMap { try self.person($0, facts, organisation) }
    let opportunity = self.opportunity(read.named, facts, organisation, people.first, read.sort)
    let day = self.day(of: message)
    let others = facts.filter { fact in
      !read.parties.contains { $0.name?.value == fact.person?.name.value } && fact.field == .person
    }
    defer { addTouches(message, direction, people, opportunity, day) }
    let moved = opportunity.flatMap { row in day.flatMap { newDay(message, facts, row, direction, $0) } }
    let interview = try opportunity.flatMap { row in
      try day.flatMap { moved == nil ? try invitation(message, facts, others, row, direction, $0) : nil }
    }
    if interview == nil { for details in others.compactMap(\.person) { _ = try self.person(details, organisation) } }
    guard let opportunity else { return }
    for fact in facts where fact.field == .commitment { add(commitment: fact, opportunity, nil) }
    add(findings: facts, opportunity, day)
    try setRecruiter(facts, opportunity)
    guard let day else { return }
    let teller = direction == .received ? people.first : nil
    if let interview { proposal.news += try overtaking(interview, opportunity.id, day) }
    proposal.news += news(read, of: opportunity.id, on: day, invitedTo: interview, movedTo: moved).map { what, isSure in
      ToldNews(
        what: what, opportunity: opportunity.id, person: teller, channel: message.channel, day: day, isSure: isSure,
        document: document, words: message.words)
    }
  }

  /// A message with the facts in it, and with whom it was.
  private struct ToldMessage {
    let message: Correspondence
    let facts: [Fact]
    /// The facts that tell whose search it is.
    let named: [Fact]
    let sort: PaperKind?
    let direction: Direction
    let parties: [Correspondence.Party]
    let known: RowID?
  }

  /// - Returns: nil for what makes nothing.
  private func told(by message: Correspondence, _ all: PlacedFacts) throws -> ToldMessage? {
    let facts = all.within(message.span)
    let group = facts.first?.interview ?? message.group
    let named = all.ofGroup(group)
    let sort = self.sort(of: message)
    let direction = try self.direction(of: message, sort)
    let parties = try self.parties(message, direction, facts)
    let known = try jot?.person ?? parties.compactMap { try self.known($0) }.first
    let read = ToldMessage(
      message: message, facts: facts, named: named, sort: sort, direction: direction, parties: parties, known: known)
    if known != nil || message.sender == nil { return read }
    // What is no record of a search makes nothing, but from or to somebody who is known.
    guard sort != .other && sort != nil else { return nil }
    // Nor does what strangers write of no firm, no role and no day for their answer, unless it surely is one.
    let isNamed = named.contains { [.organisation, .role, .promisedDate].contains($0.field) }
    return isNamed || message.probability >= Self.surelyOfSearch ? read : nil
  }

  /// How probable a stranger's mail that names nothing must be of its sort to make anything. *(ours)*
  private static let surelyOfSearch = 0.6

  /// What a message tells of its search, the sure and the doubtful.
  private func news(
    _ read: ToldMessage, of opportunity: RowID, on day: Day, invitedTo interview: RowID?,
    movedTo moved: (day: Moment, isSure: Bool)?
  ) -> [(ToldNews.What, isSure: Bool)] {
    let message = read.message
    if let moved { return [(.moved([moved.day]), moved.isSure)] }
    if let interview { return [(.heard(.next(step: nil, first: nil, last: nil)), true), (.invited(interview), true)] }
    let heard = self.heard(read)
    // Who calls off often says when to hear of a new day.
    let word = heard.filter { if case .next(_, _, _?) = $0.what { true } else { false } }.map {
      (ToldNews.What.heard($0.what), $0.isSure)
    }
    // Thanks for having moved it move nothing.
    if let change = MeetingChange(message.words, on: day, order: reading.dateOrder.order),
      read.direction == .received || change.what == .cancelled
    {
      return change.what == .moved ? [(.moved(change.days), true)] : [(.cancelled(change.days), true)] + word
    }
    if let off = dayOff(message, opportunity, day) { return [(.cancelled(off.days), off.isSure)] + word }
    return heard.map { (.heard($0.what), $0.isSure) }
  }

  private func heard(_ read: ToldMessage) -> [(what: News.What, isSure: Bool)] {
    let message = read.message
    let news = MessageNews(
      facts: read.facts, sort: read.sort,
      probability: message.sort == nil ? reading.paperProbability : message.probability,
      direction: read.direction, isMessage: message.sender != nil,
      answer: message.sender != nil && read.direction == .sent ? OwnAnswer.outcome(message.words) : nil,
      isJotted: jot?.subject != nil)
    return news.news(reading)
  }

  /// The day of a message; none where that is a day to come, or one before there was mail.
  private mutating func day(of message: Correspondence) -> Day? {
    let day = message.day ?? reading.noteDate.day
    guard let day, day <= today + 1, day.year >= 1980 else {
      proposal.undated += 1
      return nil
    }
    return day
  }

  /// Who it was from or to, as far as the paper, the addresses known and the sort of paper tell.
  private func direction(of message: Correspondence, _ sort: PaperKind?) throws -> Direction {
    if let direction = message.direction { return direction }
    if try message.sender.flatMap(known) != nil { return .received }
    if try message.addressees.contains(where: { try known($0) != nil }) { return .sent }
    return sort == .sent && message.probability >= 0.5 ? .sent : .received
  }

  private func known(_ party: Correspondence.Party) throws -> RowID? {
    guard !party.isOwner else { return nil }
    let name = party.name?.value ?? ""
    return try directory.person(name: name, email: party.address?.value, organisation: nil)?.id
      ?? (party.address == nil ? directory.onlyPerson(ofFirstName: name) : nil)
  }

  /// The other side: whoever the head names, else the first person named.
  private func parties(_ message: Correspondence, _ direction: Direction, _ facts: [Fact]) throws -> [Correspondence
    .Party]
  {
    let heads = direction == .sent ? message.addressees : [message.sender].compactMap(\.self)
    if message.sender != nil { return heads.filter { !$0.isOwner && !$0.isRobot } }
    let named = facts.compactMap(\.person).prefix(1).map { Correspondence.Party(name: $0.name, address: $0.email) }
    return try named.isEmpty ? message.namedBeside.filter { try known($0) != nil }.prefix(1).map(\.self) : named
  }

  /// The firm that a message names, else that of whoever it is from or to.
  private mutating func organisation(of read: ToldMessage) throws -> RowID? {
    let addresses = read.parties.compactMap { $0.address?.value }
    if let named = try jot?.organisation ?? self.organisation(read.named, correspondents: addresses) { return named }
    if let known = read.known.flatMap(directory.employer) { return known }
    if let known = addresses.lazy.compactMap(directory.organisation(ofEmail:)).first { return known }
    let isOfSearch = read.message.sender != nil && tellsOfSearch(read.facts, read.sort)
    return isOfSearch && read.known == nil ? organisation(ofHost: read.parties) : nil
  }

  /// The person that a head names: the one named in the text, with this address.
  private mutating func person(_ party: Correspondence.Party, _ facts: [Fact], _ organisation: RowID?) throws -> RowID?
  {
    let details = facts.compactMap(\.person).first { details in
      details.email?.value != nil && details.email?.value == party.address?.value
        || party.name.map { NameFolding.person($0.value) == NameFolding.person(details.name.value) } ?? false
    }
    // Whoever is spoken of by a first name alone is the one of that name who is known.
    if let known = try known(party), party.address == nil || party.name == nil { return known }
    guard var details = details ?? party.name.map({ PersonDetails(role: .hr, name: $0) }) else { return nil }
    details.email = details.email ?? party.address
    return try person(details, organisation)
  }

  private mutating func opportunity(
    _ named: [Fact], _ facts: [Fact], _ organisation: RowID?, _ person: RowID?, _ sort: PaperKind?
  ) -> Opportunity? {
    let role = named.first { $0.field == .role }
    let name = named.first { $0.field == .organisation }?.value ?? ""
    let known = jot?.opportunity ?? directory.search(with: person, at: organisation, role: role?.value)
    guard known != nil || tellsOfSearch(facts, sort) else { return nil }
    var row = Opportunity(id: known ?? identity(Opportunity.kind, "\(name) \(role?.value ?? "")"))
    row.organisation = organisation
    if known.map({ directory.role($0, at: organisation) == nil }) ?? true { row.role = role?.value }
    let pay = facts.first { $0.field == .compensation }
    row.compensation = pay?.value
    note(row.subject, "compensation", pay?.span)
    if known == nil {
      // A row that says nothing is none; what hangs on it is to be seen.
      if organisation == nil && row.role == nil { row.stage = .interviewing }
      if isOld(reading.noteDate.day) { row.archived = true }
    }
    proposal.opportunities.append(row)
    note(row.subject, role?.span, because: known.map { _ in .role })
    directory.add(row)
    return row
  }

  private func tellsOfSearch(_ facts: [Fact], _ sort: PaperKind?) -> Bool {
    let ofSearch: Set<FactField> = [.organisation, .role, .stage, .promisedDate, .commitment, .nextStep]
    switch sort {
    case .rejection, .offer, .invitation, .application: return true
    case .other: return false
    default:
      return isAhead(facts) || facts.contains { ofSearch.contains($0.field) }
    }
  }

  /// What came up is known of the interview before.
  private mutating func add(findings facts: [Fact], _ opportunity: Opportunity, _ day: Day?) {
    guard let id = directory.lastInterview(of: opportunity.id, by: day) else { return }
    let interview = Interview(id: id)
    for fact in facts where FindingKind(fact.field) != nil && fact.field != .competition {
      add(finding: fact, interview)
    }
  }
}
