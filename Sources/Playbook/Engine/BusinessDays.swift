package import Model

/// Calls, and whatever asks somebody for an answer, come on a day that they work.
extension Planner {
  /// The days that a person works: those of their country, else of their organisation's, else the user's.
  package func calendar(of person: RowID?, _ opportunity: RowID?) -> WorkCalendar {
    let row = person.flatMap { facts.people[$0] }
    let home = row?.organisation ?? opportunity.flatMap { facts.opportunities[$0]?.organisation }
    let country = row?.country ?? home.flatMap { facts.organisations[$0]?.country }
    guard let country, let days = PublicHolidays.days(of: country, years: today.year - 1...today.year + 1) else {
      return preferences.calendar
    }
    return WorkCalendar(holidays: Set(days))
  }

  /// A candidate moved to the next business day of whom it addresses, where it calls or chases. Written thanks may go out on
  /// any day. What must come before the end of a period moves back instead.
  func onBusinessDay(_ candidate: Candidate) -> Candidate {
    let rule = candidate.rule
    guard rule.recipient != .candidate, rule.purpose.isChasing || rule.channels.first == .call else { return candidate }
    let calendar = calendar(of: candidate.person, candidate.opportunity)
    guard !calendar.isBusinessDay(candidate.day) else { return candidate }
    var item = candidate
    let later = calendar.businessDay(onOrAfter: candidate.day)
    let isPeriod = rule.anchor == .middleOfPeriod && later > candidate.until
    item.day = isPeriod ? calendar.day(candidate.day, minus: .businessDays(1)) : later
    if item.opens == candidate.day { item.opens = item.day }
    item.until = max(item.day, calendar.businessDay(onOrAfter: isPeriod ? item.day : candidate.until))
    let why = candidate.day.weekday.isWeekend ? "a weekend" : "a holiday there"
    item.arithmetic += "; \(spoken(candidate.day)) is \(why): \(spoken(item.day))"
    return item
  }
}
