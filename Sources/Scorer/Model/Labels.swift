/// What the models tell apart, in the order of their numbers.
package enum Labels {
  package static let entities = [
    "organisation", "role", "stage", "interview.date", "interview.kind", "interview.round", "person.name",
    "person.title", "promised_date", "compensation",
  ]
  package static let clauses = [
    "topic", "question", "question.answer", "challenge", "objection", "competition", "missed_accomplishment",
    "next_step", "commitment", "connection",
  ]
  package static let kinds = [
    "debrief", "invitation", "update", "rejection", "offer", "sent", "application", "log", "other",
  ]
  /// The values that a stretch of a field can mean, and where they begin among the labels of the value model.
  package static let values: [(field: String, values: [String])] = [
    ("person.name", ["interviewer", "recruiter", "hr", "referrer"]),
    ("interview.kind", ["phone", "video", "onsite", "other"]),
    ("stage", ["applied", "interviewing", "offer", "accepted", "rejected", "withdrawn", "filled", "silent"]),
    ("question", ["interviewer", "candidate"]),
    ("interview.round", ["1", "2", "3", "4", "5", "6", "7", "8", "9", "screen", "final"]),
    ("interview.date", ["past", "ahead"]),
  ]

  /// The labels of a chain over so many fields: outside, then begin and inside of each.
  package static func count(_ fields: [String]) -> Int { 2 * fields.count + 1 }
  package static let emissions = count(entities) + count(clauses)
  package static let valueCount = values.reduce(0) { $0 + $1.values.count }

  /// The labels of a field in the value model.
  package static func values(of field: String) -> (range: Range<Int>, number: UInt32)? {
    var start = 0
    for (number, space) in values.enumerated() {
      if space.field == field { return (start..<start + space.values.count, UInt32(number)) }
      start += space.values.count
    }
    return nil
  }
}
