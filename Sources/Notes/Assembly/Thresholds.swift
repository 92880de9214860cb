/// How sure the scorer has to be of a field before a fact is made of it, and before it is shown as "perhaps"; chosen on
/// papers of hands that the weights were not learnt from.
struct Thresholds {
  let sure: Float
  let perhaps: Float

  static func of(_ field: String) -> Thresholds {
    let sure = sure[field] ?? 0.3
    return Thresholds(sure: sure, perhaps: sure * 0.5)
  }

  /// A paper that is likelier than this no record of a search makes nothing.
  static let other: Float = 0.5
  /// The same of a table whose columns are not known: most tables are of other things.
  static let otherInTables: Float = 0.3
  /// The same of a table whose columns are named as those of applications are.
  static let otherThanItsColumns: Float = 0.9

  private static let sure: [String: Float] = [
    "organisation": 0.52, "role": 0.23, "stage": 0.23, "interview.date": 0.18, "interview.kind": 0.18,
    "interview.round": 0.23, "person.name": 0.40, "person.title": 0.23, "promised_date": 0.22, "compensation": 0.52,
    "topic": 0.46, "question": 0.30, "question.answer": 0.34, "challenge": 0.38, "objection": 0.40, "competition": 0.52,
    "missed_accomplishment": 0.57, "next_step": 0.40, "commitment": 0.32, "connection": 0.40,
  ]
}
