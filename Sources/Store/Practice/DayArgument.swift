package import Model
import Notes

/// Days as a person types them as an argument: in any form that notes may use, counted from today.
extension Store {
  /// - Throws: `RequestError.badValue`.
  package func day(_ phrase: String) throws -> Day { try days(phrase).first }

  /// The day of something that happened: "tuesday" is the last one.
  package func pastDay(_ phrase: String) throws -> Day { try pastMoment(phrase).day }

  /// The same with the time of day, where the phrase names one: "yesterday 15:30".
  package func pastMoment(_ phrase: String) throws -> Moment {
    if let moment = Moment(phrase) { return moment }
    guard let past = try readings(phrase).past(today) else { throw RequestError.noDay(phrase) }
    return past
  }

  /// A day, or the first and last day of a period such as "next week".
  package func days(_ phrase: String) throws -> (first: Day, last: Day) {
    if let day = Day(phrase) { return (day, day) }
    let readings = try readings(phrase)
    guard let period = readings.period else { throw RequestError.noDay(phrase) }
    return period
  }

  /// What a phrase that was taken for a day would be with day and month the other way round; nil where it is not open to
  /// that.
  package func dayInOtherOrder(_ phrase: String, _ day: Day) throws -> Day? {
    try read { try dayInOtherOrder($0, phrase, day) }
  }

  func dayInOtherOrder(_ session: Session, _ phrase: String, _ day: Day) throws -> Day? {
    let found = DatePhrases.find(
      in: Array(phrase.unicodeScalars), reference: Moment(day: today), order: try dateOrder(session).order)
    return found.first?.inOtherOrder(day)
  }

  private func readings(_ phrase: String) throws -> [DateValue] {
    DatePhrases.resolve(phrase, from: Moment(day: today), order: try dateOrder().order)
  }
}

extension RequestError {
  fileprivate static func noDay(_ phrase: String) -> RequestError {
    .badValue(field: "day", value: phrase, expected: "a day, such as 2026-11-27, yesterday or \"next tuesday\"")
  }
}
