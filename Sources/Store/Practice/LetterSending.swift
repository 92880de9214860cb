package import Model
package import Playbook

/// That a letter went out, as its writer says.
package struct Sending: Sendable {
  package var letter: Letter
  package var day: Day
  /// nil: the first of the follow-up's channels that reaches the person.
  package var channel: Channel?
  /// The first and last day of a call that it announces; nil: what an executive letter announces.
  package var announced: (first: Day, last: Day)?

  package init(_ letter: Letter, on day: Day) {
    self.letter = letter
    self.day = day
  }
}

package struct SendingReport: Sendable {
  package let touch: Touch
  /// The call it announced, a promise of mine.
  package let promise: Promise?
  package let receipt: Receipt?
  package let closed: [PlanItem]
}

extension Store {
  /// Freezes a letter as sent, and makes the touch that sending it is, once on all machines.
  ///
  /// - Throws: `RequestError.contestedText`, `PracticeError.usage` for one that was sent before.
  package func send(_ sending: Sending, command: String) throws -> SendingReport {
    let letter = sending.letter
    if let day = letter.sent { throw PracticeError.usage("This letter was sent on \(day) and is frozen.") }
    try checkSettled(letter)
    let before = try agenda()
    var sent = letter
    (sent.sent, sent.frozen) = (sending.day, letter.body)
    let touch = touch(sending, before)
    let promise = promise(sending, before)
    var edits = [RowEdit(old: letter, new: sent), RowEdit(new: touch)]
    if let promise { edits.append(RowEdit(new: promise)) }
    let item = before.items.first { $0.id == letter.item }
    // What came to ride on it after it was written is not said in it.
    let said = (item?.riders ?? []).filter { letter.carried.contains($0.key.id) }
    edits += try said.map { try decision($0.key, .done, on: sending.day) }
    let receipt = try save(command, edits)
    return SendingReport(touch: touch, promise: promise, receipt: receipt, closed: try closed(since: before))
  }

  private func touch(_ sending: Sending, _ agenda: Agenda) -> Touch {
    let letter = sending.letter
    var touch = Touch(id: StableID.touch(ofLetter: letter.id))
    (touch.person, touch.opportunity, touch.letter) = (letter.person, letter.opportunity, letter.id)
    (touch.direction, touch.day, touch.form) = (.sent, sending.day, letter.form)
    touch.summary = letter.subjectLine
    touch.channel = sending.channel ?? channel(letter, agenda)
    touch.material = agenda.facts.materials.values.sorted { $0.id < $1.id }.first { letter.mentions($0) }?.id
    return touch
  }

  private func channel(_ letter: Letter, _ agenda: Agenda) -> Channel {
    if letter.form == DraftKind.card.rawValue { return .card }
    let wanted = agenda.items.first { $0.id == letter.item }?.channels ?? [.email, .post]
    let hasAddress = letter.person.flatMap { agenda.facts.people[$0]?.email } != nil
    return wanted.first { $0 == .email ? hasAddress : $0 == .post || $0 == .card || $0 == .message } ?? .email
  }

  /// The call that a letter announced: as said, else the window an executive letter was drafted with.
  private func promise(_ sending: Sending, _ agenda: Agenda) -> Promise? {
    let letter = sending.letter
    var promise = Promise(id: StableID.make(Promise.kind, "letter", letter.id.description))
    (promise.by, promise.form, promise.text) = (.me, "call", "call")
    (promise.person, promise.opportunity, promise.given) = (letter.person, letter.opportunity, sending.day)
    if let window = sending.announced {
      (promise.due, promise.dueEnd) = (window.first, window.last > window.first ? window.last : nil)
      return promise
    }
    guard letter.form == DraftKind.executiveLetter.rawValue,
      let opportunity = letter.opportunity.flatMap({ agenda.facts.opportunities[$0] })
    else { return nil }
    let writer = LetterWriter(
      facts: agenda.facts, preferences: agenda.planner.preferences, today: letter.drafted ?? sending.day,
      zones: agenda.planner.zones)
    guard let call = writer.announcedCall(agenda.planner.process(opportunity), to: letter.person),
      agenda.facts.promises[call.id] == nil
    else { return nil }
    (promise.due, promise.dueEnd) = (call.due, call.dueEnd)
    return promise
  }
}

extension Letter {
  /// Whether its text names a material by title or link.
  func mentions(_ material: Material) -> Bool {
    [material.title, material.link].contains { name in
      guard let name, name.utf8.count > 3 else { return false }
      return body.contains(name)
    }
  }
}
