package import Model

/// What a person was asked to vouch for, when they did, and whether they were thanked.
package struct ReferenceRecord: Hashable, Sendable {
  package let person: RowID
  package let opportunity: RowID?
  package let asked: Day?
  /// What was asked for, in the words of the touch.
  package let about: String?
  package let used: Day?
  package let thanked: Day?
}

extension Facts {
  /// The references of the search, one record a person and opportunity, in order of the first day.
  package var references: [ReferenceRecord] {
    struct Key: Hashable {
      let person: RowID
      let opportunity: RowID?
    }
    var touches: [Key: [Touch]] = [:]
    for touch in self.touches.values where ReferenceForm(rawValue: touch.form ?? "") != nil {
      guard let person = touch.person else { continue }
      touches[Key(person: person, opportunity: touch.opportunity), default: []].append(touch)
    }
    let records = touches.map { key, touches in
      let asked = earliest(touches, .asked)
      let used = earliest(touches, .used)
      let thanked = used?.day.flatMap { day in
        contactsOfPerson[key.person]?.first { $0.isSent && $0.day >= day && $0.purpose == .firstThanks }?.day
      }
      return ReferenceRecord(
        person: key.person, opportunity: key.opportunity, asked: asked?.day, about: asked?.summary, used: used?.day,
        thanked: thanked)
    }
    return records.sorted {
      ($0.asked ?? $0.used ?? .last, $0.person) < ($1.asked ?? $1.used ?? .last, $1.person)
    }
  }

  private func earliest(_ touches: [Touch], _ form: ReferenceForm) -> Touch? {
    touches.filter { $0.form == form.rawValue }.min { ($0.day ?? .last, $0.id) < ($1.day ?? .last, $1.id) }
  }
}
