/// How sure the scorer has to be of a field before a fact is made of it, and before it is shown as "perhaps"; chosen on
/// papers of hands that the weights were not learnt from.
struct Thresholds {
  let sure: Float
  let perhaps: Float

  static func of(_ field: String) -> Thresholds {
    let sure = sure[field] ?? 0.4
    return Thresholds(sure: sure, perhaps: sure * 0.6)
  }

  /// A paper that is likelier than this no record of a search makes nothing.
  static let other: Float = 0.5

  private static let sure: [String: Float] = [
    "organisation": 0.62, "role": 0.3, "stage": 0.3, "interview.date": 0.25, "interview.kind": 0.25,
    "interview.round": 0.25, "person.name": 0.45, "person.title": 0.25, "promised_date": 0.3, "compensation": 0.5,
    "topic": 0.4, "question": 0.35, "question.answer": 0.35, "challenge": 0.42, "objection": 0.45, "competition": 0.55,
    "missed_accomplishment": 0.5, "next_step": 0.4, "commitment": 0.4, "connection": 0.5,
  ]
}
