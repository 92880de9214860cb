package import Model

/// Something said, sent or received: a touch, a letter sent without one, or a follow-up marked done without one.
package struct Contact: Hashable, Sendable {
  package let row: Subject
  package let person: RowID
  package let opportunity: RowID?
  package let day: Day
  package let channel: Channel?
  package let direction: Direction
  /// nil where the form is unknown: then it may have been anything.
  package let purpose: Purpose?
  package let form: String?
  package let material: RowID?
  /// For a decision: the rule of the follow-up that was done.
  let rule: String?

  package var isSent: Bool { direction == .sent }
  package var isReceived: Bool { direction == .received }
  /// Received from the other side; what a reference said on my behalf is not.
  var isWord: Bool { isReceived && purpose != .task }
}

extension Contact {
  /// All contacts by person, oldest first; on one day in order of their rows.
  static func byPerson(
    touches: [Touch], letters: [Letter], decisions: [Decision], opportunityOf: (Subject) -> RowID?
  ) -> [RowID: [Contact]] {
    var all: [RowID: [Contact]] = [:]
    var touched: [PersonDay: Set<Purpose?>] = [:]
    let touchedLetters = Set(touches.compactMap(\.letter))
    let known =
      touches.compactMap(Contact.init) + letters.filter { !touchedLetters.contains($0.id) }.compactMap(Contact.init)
    for contact in known {
      all[contact.person, default: []].append(contact)
      if contact.isSent {
        touched[PersonDay(person: contact.person, day: contact.day), default: []].insert(contact.purpose)
      }
    }
    // "Done" is the user's word that it was said or sent; a touch of the same day is the fuller record of it, but for one
    // that was for something else.
    for contact in decisions.compactMap({ Contact($0, opportunityOf: opportunityOf) }) {
      let purposes = touched[PersonDay(person: contact.person, day: contact.day)] ?? []
      guard !purposes.contains(contact.purpose), !purposes.contains(nil) else { continue }
      all[contact.person, default: []].append(contact)
    }
    return all.mapValues { $0.sorted { ($0.day, $0.row) < ($1.day, $1.row) } }
  }

  private init?(_ touch: Touch) {
    guard let person = touch.person, let day = touch.day, let direction = touch.direction else { return nil }
    self.init(
      row: touch.subject, person: person, opportunity: touch.opportunity, day: day, channel: touch.channel,
      direction: direction, purpose: TouchForm.purpose(touch.form), form: touch.form, material: touch.material,
      rule: nil)
  }

  private init?(_ letter: Letter) {
    guard let person = letter.person, let day = letter.sent else { return nil }
    self.init(
      row: letter.subject, person: person, opportunity: letter.opportunity, day: day, channel: nil, direction: .sent,
      purpose: TouchForm.purpose(letter.form), form: letter.form, material: nil, rule: nil)
  }

  private init?(_ decision: Decision, opportunityOf: (Subject) -> RowID?) {
    guard decision.outcome == .done, let day = decision.on, let about = decision.about, about.kind == Person.kind
    else { return nil }
    self.init(
      row: decision.subject, person: about.id, opportunity: decision.anchor.flatMap(opportunityOf), day: day,
      channel: nil, direction: .sent,
      purpose: Playbook.purpose(ofRule: decision.rule), form: nil, material: nil, rule: decision.rule)
  }
}

struct PersonDay: Hashable {
  let person: RowID?
  let day: Day
}
