import Model
import Notes

/// Which papers are messages, or notes of one, and which tell of an interview.
extension ProposalBuilder {
  /// The messages of the reading; a note that only tells of one, or of how a search stands, is one.
  func messages(_ facts: PlacedFacts) -> [Correspondence] {
    guard reading.container != .vcard, reading.container != .icalendar, !reading.isTable else { return [] }
    let told = reading.correspondence.filter { !$0.isToOneself && isTold($0, facts.within($0.span)) }
    if !reading.correspondence.isEmpty || reading.papers.count > 1 { return told }
    guard jot != nil ? !tellsOfHeld(facts.all) : !facts.all.isEmpty && isNews(facts.all) else { return [] }
    var whole = Correspondence(
      channel: nil, direction: reading.paper == .sent ? .sent : nil, span: TextSpan(0, reading.text.count))
    whole.words = String(
      reading.text(whole.span).split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(1_000))
    return [whole]
  }

  /// A call or mail that was noted down is none where the note goes on to tell of a conversation.
  private func isTold(_ message: Correspondence, _ own: [Fact]) -> Bool {
    let sort = sort(of: message)
    if message.sender != nil { return sort != .debrief && sort != .log || !tellsOfConversation(own) }
    return !tellsOfConversation(own)
  }

  private func tellsOfHeld(_ facts: [Fact]) -> Bool {
    tellsOfConversation(facts)
      || MeetingChange.isOfHeld(reading.text(TextSpan(0, reading.text.count))) && !tellsOfChange && !isAhead(facts)
  }

  func isAhead(_ facts: [Fact]) -> Bool { reading.noteDate.day.map { !ahead(facts, $0).isEmpty } ?? false }

  private func tellsOfConversation(_ facts: [Fact]) -> Bool {
    facts.contains {
      [.topic, .question, .challenge, .objection, .missedAccomplishment, .connection].contains($0.field)
    }
  }

  /// A note of a sort that is none of an interview, or one that says how the search stands and no more.
  private func isNews(_ facts: [Fact]) -> Bool {
    switch reading.paper {
    case .rejection, .offer, .update, .sent, .application, .invitation: return true
    case .other, .log, nil: return false
    case .debrief:
      let days = facts.filter { $0.field == .interviewDate }.compactMap { Day($0.value.prefix(10)) }
      let isOfAnotherDay = days.contains { $0 != reading.noteDate.day }
      let outcome = facts.first { $0.field == .stage }.flatMap { Stage($0) }
      let isOutcome = outcome.map { $0 == .offer || $0.isOutcome } ?? false
      return !tellsOfConversation(facts) && (isOutcome && !isOfAnotherDay || tellsOfChange)
    }
  }

  private var tellsOfChange: Bool {
    guard let day = reading.noteDate.day, reading.text.count <= 600 else { return false }
    return MeetingChange(reading.text(TextSpan(0, reading.text.count)), on: day, order: reading.dateOrder.order) != nil
  }

  func sort(of message: Correspondence) -> PaperKind? {
    message.sort ?? (reading.correspondence.count <= 1 ? reading.paper : nil)
  }
}

extension Correspondence {
  /// A note mailed to oneself.
  var isToOneself: Bool {
    guard let own = sender?.address?.value else { return false }
    return addressees.count == 1 && addressees[0].address?.value == own
  }
}
