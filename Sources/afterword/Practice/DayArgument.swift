import Model
import Notes
import Store

/// Days given as arguments: read by the one reader of typed days, and said back where they were given in other words.
enum DayArgument {
  /// - Throws: `TypedDayError`.
  static func read(_ phrase: String, _ tense: Tense, _ days: TypedDayReader, _ console: Console) throws -> TypedDay {
    let day = try days.read(phrase, tense)
    if !day.isExact { console.say("\(phrase) → \(day.meaning(of: phrase, today: days.today))") }
    return day
  }

  /// The same counted from the store's today.
  static func read(_ phrase: String, _ tense: Tense, _ store: Store, _ console: Console) throws -> TypedDay {
    try read(phrase, tense, store.dayReader(), console)
  }
}
