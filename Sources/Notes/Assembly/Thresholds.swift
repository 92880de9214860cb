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
    "organisation": 0.45, "role": 0.2, "stage": 0.2, "interview.date": 0.16, "interview.kind": 0.16,
    "interview.round": 0.2, "person.name": 0.35, "person.title": 0.2, "promised_date": 0.19, "compensation": 0.45,
    "topic": 0.4, "question": 0.26, "question.answer": 0.3, "challenge": 0.33, "objection": 0.35, "competition": 0.45,
    "missed_accomplishment": 0.5, "next_step": 0.35, "commitment": 0.28, "connection": 0.35,
  ]
}
