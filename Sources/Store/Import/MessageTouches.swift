import Model
import Notes

/// What messages leave as touches: the same message is the same touch, whichever paper holds it.
extension ProposalBuilder {
  /// A touch for everybody that a message was from or to; for nobody known one of its search.
  mutating func addTouches(
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
}

extension Array {
  fileprivate func ifEmpty(_ other: [Element]) -> [Element] { isEmpty ? other : self }
}
