package import Model

extension Absentee {
  /// What is said of an interview that somebody did not come to.
  package var told: String {
    switch self {
    case .them: "they did not come"
    case .me: "you could not come"
    }
  }
}

/// Rules about interviews that were agreed and did not come about.
extension RulePlanning {
  /// How long another day is asked for after one was missed.
  private static let days = 21

  /// Another day is asked for when they did not come, and apologised for when the user could not; be it that the day is
  /// still ahead.
  func missedInterview(_ rule: Rule) -> [Candidate] {
    guard let missed = process.missed.last, let who = missed.row.missedBy, today - missed.day <= Self.days,
      !process.interviews.contains(where: { $0.day > missed.day })
    else { return [] }
    var asked = rule
    if who == .me {
      asked.title = "apologise, ask for another day"
      (asked.draft, asked.purpose) = (.missedAppointment, .promise)
    }
    let (person, notes) = statusRecipient(process.mainInterviewer(of: missed.row))
    // Whoever is waited for is told at once.
    let day = min(missed.day, today)
    var item = candidate(
      asked, anchor: missed.row.subject, person: person, on: day, until: missed.day,
      text:
        "the appointment of \(spoken(missed.day)), to which \(who.told)",
      arithmetic: missed.day == day ? "the same day: \(spoken(day))" : "before the day itself: \(spoken(day))")
    item.notes += notes
    item.fulfilled = fulfilment(of: asked, missed, person)
    return [item]
  }

  /// An apology may go out as soon as the user knows; any other word counts from the day before on.
  private func fulfilment(of asked: Rule, _ missed: DatedInterview, _ person: RowID?) -> Contact? {
    let contacts = person.map(process.contacts(with:)) ?? process.contacts
    let before = (process.interviews + process.missed).map(\.day).filter { $0 < missed.day }.max()
    let since = max(before.map { $0 + 1 } ?? missed.day - Self.days, missed.day - Self.days)
    return contacts.first { contact in
      guard contact.isSent, contact.day >= since else { return false }
      if contact.rule == asked.name.description || contact.form == asked.draft?.rawValue { return true }
      return contact.day >= missed.day - 1 && (contact.purpose == nil || contact.purpose == .status)
    }
  }
}
