import Model
import Notes
import Store

/// Days given as arguments to commands that need no store.
enum DayArgument {
  /// The day that a note was written: "tuesday" is the last one.
  ///
  /// - Throws: `Failure.usage` where it says no day.
  static func written(_ phrase: String, _ today: Day, _ order: DayMonthOrder) throws -> Day {
    if let moment = iso(phrase) { return moment.day }
    let readings = DatePhrases.resolve(phrase, from: Moment(day: today), order: order)
    guard let past = readings.past(today) else { throw noDay(phrase) }
    return past.day
  }

  /// - Throws: `Failure.usage` where it says no day.
  static func moment(_ phrase: String, from today: Day, _ order: DayMonthOrder) throws -> Moment {
    if let moment = iso(phrase) { return moment }
    guard let day = DatePhrases.day(phrase, from: today, order: order) else { throw noDay(phrase) }
    return Moment(day: day)
  }

  private static func noDay(_ phrase: String) -> Failure {
    .usage("\"\(Clean.line(phrase))\" is no day. Give one as 2026-11-27, or as \"next tuesday\".")
  }

  /// Says a phrase that was typed for a day with what it was taken to mean, and what else it could.
  static func echo(_ phrase: String?, _ day: Day, today: Day, _ order: DayMonthOrder, _ console: Console) {
    guard let phrase, iso(phrase) == nil else { return }
    let found = DatePhrases.find(in: Array(phrase.unicodeScalars), reference: Moment(day: today), order: order)
    let other = found.first?.inOtherOrder(day)
    let open = other.map { " (or \(DayText.long($0, today: today)): afterword when \"\(phrase)\" tells)" } ?? ""
    console.say("\(phrase) → \(DayText.long(day, today: today))\(open)")
  }

  /// `2026-11-27`, `2026-11-27T14:30` and `2026-11-27T14:30:00`.
  static func iso(_ text: String) -> Moment? { Moment(text) ?? Moment(String(text.prefix(16))) }
}
