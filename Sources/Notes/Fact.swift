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
  /// How likely it is right, as the scorer says; 1 for what a container states.
  package var confidence: Float = 1
  /// Likely enough to be made without asking.
  package var isSure = true
  package var alternatives: [String] {
    get { more.alternatives }
    set { more.alternatives = newValue }
  }
  /// Further places that say the same.
  package var mentions: [TextSpan] {
    get { more.mentions }
    set { more.mentions = newValue }
  }
  /// Only for questions.
  package var askedBy: Asker? {
    get { more.askedBy }
    set { more.askedBy = newValue }
  }
  package var answer: Attribute? {
    get { more.answer }
    set { more.answer = newValue }
  }
  /// Only for persons.
  package var person: PersonDetails? {
    get { more.person }
    set { more.person = newValue }
  }

  /// Only for stages: the day that the words or the row's column of it give, in its normal form.
  package var day: Attribute? {
    get { more.day }
    set { more.day = newValue }
  }
  /// Only for organisations: the day of the application that the row gives, in its normal form.
  package var applied: Attribute? {
    get { more.applied }
    set { more.applied = newValue }
  }

  /// What few facts have.
  private struct More: Hashable {
    var alternatives: [String] = []
    var mentions: [TextSpan] = []
    var askedBy: Asker?
    var answer: Attribute?
    var person: PersonDetails?
    var day: Attribute?
    var applied: Attribute?
  }

  /// One or none: most facts have nothing of it, and stay small enough to be moved about.
  private var rest: [More]
  private var more: More {
    get { rest.first ?? More() }
    set { rest = newValue == More() ? [] : [newValue] }
  }

  init(
    field: FactField, interview: Int, value: String, span: TextSpan, text: String, alternatives: [String] = [],
    mentions: [TextSpan] = [], person: PersonDetails? = nil
  ) {
    self.field = field
    self.interview = interview
    self.value = value
    self.span = span
    self.text = text
    let isPlain = alternatives.isEmpty && mentions.isEmpty && person == nil
    rest = isPlain ? [] : [More(alternatives: alternatives, mentions: mentions, person: person)]
  }
}

extension [Fact] {
  package func inTextOrder() -> [Fact] { sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) } }
}

package enum FactField: String, Sendable, CaseIterable {
  case organisation, role
  /// How an application stands: `applied`, `interviewing`, `offer`, `accepted`, `rejected`, `withdrawn`, `filled`, `silent`.
  case stage
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
  /// What a card or table of contacts says besides, by the person's fields.
  package var further: [Further] = []

  package struct Further: Hashable, Sendable {
    package let field: String
    package let value: String
  }

  package init(
    role: PersonRole, name: Attribute, title: Attribute? = nil, email: Attribute? = nil, phone: Attribute? = nil
  ) {
    (self.role, self.name, self.title, self.email, self.phone) = (role, name, title, email, phone)
  }
}

package enum PersonRole: String, Sendable { case interviewer, recruiter, hr, referrer }
