import Model
import Notes

/// What mails, calls and other messages propose: with whom they were, and what they tell of a search. None is an interview;
/// one that invites makes the interview that is to come.
extension ProposalBuilder {
  mutating func add(_ message: Correspondence, _ all: [Fact]) throws {
    let facts = all.filter { message.span.contains($0.span) }
    let group = facts.first?.interview ?? message.group
    let named = all.filter { $0.interview == group }
    let sort = self.sort(of: message)
    let direction = try self.direction(of: message, sort)
    let parties = try self.parties(message, direction, facts)
    let known = try jot?.person ?? parties.compactMap { try self.known($0) }.first
    // What is no record of a search makes nothing, but from or to somebody who is known.
    guard sort != .other && sort != nil || known != nil || message.sender == nil else { return }
    // Nor does what strangers write of no firm, no role and no day for their answer, unless it surely is one.
    let isNamed = named.contains { [.organisation, .role, .promisedDate].contains($0.field) }
    guard isNamed || known != nil || message.sender == nil || message.probability >= 0.6 else { return }
    let organisation =
      try jot?.organisation ?? self.organisation(named) ?? known.flatMap(directory.employer)
      ?? self.organisation(of: parties)
    let people = try jot?.person.map { [$0] } ?? parties.compactMap { try self.person($0, facts, organisation) }
    let opportunity = self.opportunity(named, facts, organisation, people.first, sort)
    let day = self.day(of: message)
    let others = facts.filter { fact in
      !parties.contains { $0.name?.value == fact.person?.name.value } && fact.field == .person
    }
    defer { addTouches(message, direction, people, opportunity, day) }
    let interview = try opportunity.flatMap { row in
      try day.flatMap { try invitation(message, facts, others, row, direction, $0) }
    }
    if interview == nil { for details in others.compactMap(\.person) { _ = try self.person(details, organisation) } }
    guard let opportunity else { return }
    for fact in facts where fact.field == .commitment { add(commitment: fact, opportunity, nil) }
    add(findings: facts, opportunity, day)
    try setRecruiter(facts, opportunity)
    guard let day else { return }
    let teller = direction == .received ? people.first : nil
    func told(_ what: ToldNews.What, isSure: Bool = true) -> ToldNews {
      ToldNews(
        what: what, opportunity: opportunity.id, person: teller, channel: message.channel, day: day, isSure: isSure,
        document: document, words: message.words)
    }
    if let interview {
      proposal.news += [told(.heard(.next(step: nil, first: nil, last: nil))), told(.invited(interview))]
      return
    }
    // Thanks for having moved it move nothing.
    if let change = MeetingChange(message.words, on: day, order: reading.dateOrder.order),
      direction == .received || change.what == .cancelled
    {
      proposal.news.append(told(change.what == .moved ? .moved(change.days) : .cancelled(change.days)))
      return
    }
    let heard = MessageNews(
      facts: facts, sort: sort, probability: message.sort == nil ? reading.paperProbability : message.probability,
      direction: direction, isMessage: message.sender != nil)
    proposal.news += heard.news(reading).map { told(.heard($0.what), isSure: $0.isSure) }
  }

  /// The days of interviews to come; what a note says of its own day is when it was said.
  func ahead(_ facts: [Fact], _ day: Day) -> [Fact] {
    let dated = facts.filter { $0.field == .interviewDate }
    let later = dated.filter { Day($0.value.prefix(10)).map { $0 > day } ?? false }
    // An hour in a line of its own is read as one of the message's day.
    guard later.isEmpty, reading.container.isMail else { return later }
    return dated.filter { Day($0.value.prefix(10)) == day && $0.value.count > 10 }
  }

  /// The interview that a message invites to: on the one day to come that it names. Where one is known, that one is moved.
  private mutating func invitation(
    _ message: Correspondence, _ facts: [Fact], _ others: [Fact], _ opportunity: Opportunity, _ direction: Direction,
    _ day: Day
  ) throws -> RowID? {
    let ahead = ahead(facts, day)
    let change = MeetingChange(message.words, on: day, order: reading.dateOrder.order)
    guard direction == .received, Set(ahead.map { $0.value.prefix(10) }).count == 1,
      let date = ahead.max(by: { $0.value.count < $1.value.count }),
      change == nil || change?.what == .moved && !directory.hasInterview(of: opportunity.id, from: day)
    else { return nil }
    let form = facts.filter { $0.field == .interviewKind || $0.field == .interviewRound }
    let interview = interview([date] + form, opportunity, isRow: false)
    for fact in others where fact.person?.role != .recruiter {
      try add(person: fact, opportunity.organisation, interview)
    }
    for details in others.compactMap(\.person) where details.role == .recruiter {
      _ = try person(details, opportunity.organisation)
    }
    // Who writes "you will meet Anna Abbott" above that name is met too.
    for fact in facts where fact.field == .person && !others.contains(fact) {
      if let name = fact.person?.name.value, message.sender != nil, message.words.contains(name) {
        try add(person: fact, opportunity.organisation, interview)
      }
    }
    return interview.id
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

  private func organisation(of parties: [Correspondence.Party]) -> RowID? {
    parties.lazy.compactMap { $0.address?.value }.compactMap(directory.organisation(ofEmail:)).first
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
    if known == nil { row.role = role?.value }
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

  private mutating func addTouches(
    _ message: Correspondence, _ direction: Direction, _ people: [RowID], _ opportunity: Opportunity?, _ day: Day?
  ) {
    guard !people.isEmpty || opportunity != nil else { return }
    // A remark jotted down is nothing said or sent.
    if jot != nil && message.channel == nil && !proposal.tellsOfSomebody { return }
    for (number, person) in people.map(Optional.some).ifEmpty([nil]).enumerated() {
      var touch = Touch(id: touchID(message, direction, number))
      (touch.person, touch.opportunity, touch.channel) = (person, opportunity?.id, message.channel)
      (touch.direction, touch.day) = (direction, day)
      touch.message = bears(message.messageID) ? message.messageID : nil
      if direction == .received { touch.form = "reply" }
      touch.summary = message.words.isEmpty ? message.subject : message.words
      touch.document = document
      if let known = directory.touch(like: touch) { touch.id = known }
      proposal.touches.append(touch)
      proposal.origins.append(Proposal.Origin(subject: touch.subject, span: message.span, because: nil))
      directory.add(touch)
    }
  }

  /// - Parameter number: which of several people it went to.
  private mutating func touchID(_ message: Correspondence, _ direction: Direction, _ number: Int) -> RowID {
    if let messageID = message.messageID, bears(messageID) {
      return StableID.make(Touch.kind, "message", messageID, String(number))
    }
    return identity(Touch.kind, direction.rawValue)
  }

  /// Whether the document is the mail of this Message-ID, rather than another that says so of itself.
  private func bears(_ messageID: String?) -> Bool {
    reading.documents.count != 1 || messageID.map { document == StableID.document(messageID: $0) } ?? false
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

extension Array {
  fileprivate func ifEmpty(_ other: [Element]) -> [Element] { isEmpty ? other : self }
}
