import Model

/// Holds contacts that chase an organisation to a number a week; what is over it moves to a later week.
struct ContactCap {
  let planner: Planner

  private struct Week: Hashable {
    let organisation: RowID
    let monday: Day
  }

  /// What is booked so far.
  private struct Bookings {
    var counts: [Week: Int]
    /// What is written to one person on one day is one contact.
    var messages: Set<PersonDay>

    /// Books the first free day from `day` on: the day itself, else the first business day of a later week.
    mutating func book(_ person: RowID?, _ organisation: RowID, from day: Day, _ preferences: Preferences) -> Day {
      var day = day
      while !messages.contains(PersonDay(person: person, day: day)) {
        let week = Week(organisation: organisation, monday: day.monday)
        if counts[week, default: 0] < max(1, preferences.cap) {
          counts[week, default: 0] += 1
          messages.insert(PersonDay(person: person, day: day))
        } else {
          let later = preferences.calendar.businessDay(onOrAfter: day.monday + 7)
          // At the end of the calendar there is no later week.
          if later <= day { break }
          day = later
        }
      }
      return day
    }
  }

  func spread(_ items: [PlanItem]) -> [PlanItem] {
    let (today, preferences) = (planner.today, planner.preferences)
    var bookings = Bookings(counts: sentThisWeek(), messages: exemptMessages(items))
    // Who comes first when the cap is short: by the day it takes up, then the day it was due.
    let keys = items.map {
      PlanOrder(day: $0.effectiveDay(today: today), then: $0.day.number, rule: $0.rule, id: $0.id)
    }
    let order = items.indices.sorted { keys[$0] < keys[$1] }
    var result = items
    for position in order where items[position].purpose.isChasing && items[position].person != nil {
      let item = items[position]
      guard let organisation = organisation(of: item) else { continue }
      let wished = item.effectiveDay(today: today)
      let day = bookings.book(item.person, organisation, from: wished, preferences)
      if day != wished {
        let name = planner.facts.organisations[organisation]?.name ?? "this organisation"
        let why = "at most \(counted(preferences.cap, "contact")) a week with \(name)"
        result[position].move(to: day, today: today, why: why)
      }
    }
    return result
  }

  /// Letters that are exempt from the cap, which a chasing word may ride on.
  private func exemptMessages(_ items: [PlanItem]) -> Set<PersonDay> {
    let letters = items.filter { item in
      !item.purpose.isChasing && item.purpose != .card && item.draft != nil && item.person != nil
    }
    return Set(letters.map { PersonDay(person: $0.person, day: $0.effectiveDay(today: planner.today)) })
  }

  /// The organisation a contact would count for: the person's own, else the opportunity's.
  private func organisation(of item: PlanItem) -> RowID? {
    let facts = planner.facts
    if let own = item.person.flatMap({ facts.people[$0]?.organisation }) { return own }
    let opportunity = item.opportunity.flatMap { facts.opportunities[$0] }
    if let person = item.person, person == opportunity?.recruiter { return person }
    return opportunity?.organisation
  }

  /// Chasing contacts already made in the present week, or dated later, by organisation.
  private func sentThisWeek() -> [Week: Int] {
    let monday = planner.today.monday
    var counts: [Week: Int] = [:]
    for (person, contacts) in planner.facts.contactsOfPerson {
      var days: Set<Day> = []
      for contact in contacts.reversed().prefix(while: { $0.day >= monday })
      where contact.isSent && isChasing(contact) {
        guard days.insert(contact.day).inserted, let organisation = organisation(person, contact) else { continue }
        counts[Week(organisation: organisation, monday: contact.day.monday), default: 0] += 1
      }
    }
    return counts
  }

  private func organisation(_ person: RowID, _ contact: Contact) -> RowID? {
    let facts = planner.facts
    if let own = facts.people[person]?.organisation { return own }
    let opportunity = contact.opportunity.flatMap { facts.opportunities[$0] }
    return person == opportunity?.recruiter ? person : opportunity?.organisation
  }

  /// A contact of unknown purpose chases, unless it is the first one after an interview with that person.
  private func isChasing(_ contact: Contact) -> Bool {
    contact.purpose?.isChasing ?? !isFirstAfterInterview(contact)
  }

  private func isFirstAfterInterview(_ contact: Contact) -> Bool {
    guard let opportunity = contact.opportunity.flatMap({ planner.facts.opportunities[$0] }) else { return false }
    let process = planner.process(opportunity)
    guard let interview = process.held.last(where: { $0.day <= contact.day }) else { return false }
    return !process.contacts(with: contact.person).contains {
      $0.isSent && $0.day >= interview.day && ($0.day, $0.row) < (contact.day, contact.row)
    }
  }
}
