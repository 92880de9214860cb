/// One thing a note says about an interview.
package struct Fact: Hashable, Sendable {
  package var field: FactField
  /// Groups the facts of one application inside a file, from 1.
  package var interview: Int
  /// The normal form: an ISO date, `GBP 78000-88000/year`, or the text with white space collapsed.
  package var value: String
  package var span: TextSpan
  /// The text of the span, as it stands in the file.
  package var text: String
  package var alternatives: [String] = []
  /// Further places that say the same.
  package var mentions: [TextSpan] = []
  /// Only for questions.
  package var askedBy: Asker?
  package var answer: Attribute? {
    get { answers.first }
    set { answers = newValue.map { [$0] } ?? [] }
  }
  /// Only for persons.
  package var person: PersonDetails? {
    get { people.first }
    set { people = newValue.map { [$0] } ?? [] }
  }

  /// One or none of either: most facts have neither, and stay small enough to be moved about.
  private var answers: [Attribute] = []
  private var people: [PersonDetails]

  @inline(__always)
  init(
    field: FactField, interview: Int, value: String, span: TextSpan, text: String, alternatives: [String] = [],
    mentions: [TextSpan] = [], person: PersonDetails? = nil
  ) {
    self.field = field
    self.interview = interview
    self.value = value
    self.span = span
    self.text = text
    self.alternatives = alternatives
    self.mentions = mentions
    people = person.map { [$0] } ?? []
  }
}

package enum FactField: String, Sendable, CaseIterable {
  case organisation, role
  case interviewDate = "interview.date"
  case interviewKind = "interview.kind"
  case interviewRound = "interview.round"
  case person, topic, question, challenge, objection, competition
  case missedAccomplishment = "missed_accomplishment"
  case promisedDate = "promised_date"
  case nextStep = "next_step"
  case commitment, connection, compensation
  /// Read but not part of the record: an agency's name, the date of another appointment.
  case ignore
}

package enum Asker: String, Sendable { case interviewer, candidate }

/// A value with its place.
package struct Attribute: Hashable, Sendable {
  package var value: String
  package var span: TextSpan
  package var text: String
  package var mentions: [TextSpan] = []
}

/// Who a person is to the interview.
package struct PersonDetails: Hashable, Sendable {
  package var role: PersonRole
  package var name: Attribute
  package var title: Attribute?
  package var email: Attribute?
  /// Digits, with a leading `+` where the country is known.
  package var phone: Attribute?
}

package enum PersonRole: String, Sendable { case interviewer, recruiter, hr, referrer }
