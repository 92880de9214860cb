public enum FindingKind: String, CaseIterable, Sendable {
  case topic, question, challenge, objection
  case rivals
  case missedAccomplishment = "missed-accomplishment"
  case connection, learned
  case concern
  /// What came up of the candidate that fits the role.
  case qualification
  /// What was said about pay.
  case pay
}

/// How well a question was answered, as the candidate judges it.
public enum Strength: String, CaseIterable, Sendable { case strong, solid, weak }

/// How much a concern about the impression matters; only the user says.
public enum Judgement: String, CaseIterable, Sendable { case substantial, trifle, unjudged }
public enum Asker: String, CaseIterable, Sendable { case interviewer, candidate }

/// Something an interview brought to light, with the place in the note that says so.
public struct Finding: Record {
  public static let kind = "finding"
  public static let manner = KindManner(
    plural: "findings", title: ["kind", "text"], foundBy: ["text"], context: ("interview", Interview.kind), turn: 4,
    columns: ["answer"])
  public var id: RowID
  public var interview: RowID?
  public var about: FindingKind?
  public var text: String?
  /// How a question was answered, or what was said to an objection.
  public var answer: String?
  /// How those who asked took the answer.
  public var reaction: String?
  public var strength: Strength?
  public var askedBy: Asker?
  public var person: RowID?
  public var judgement: Judgement?
  /// What overcomes an objection or repairs an impression; of a question the better answer.
  public var remedy: String?
  public var document: RowID?
  /// First Unicode scalar of the passage in the decoded document.
  public var spanStart: Int?
  /// One past the last Unicode scalar.
  public var spanEnd: Int?

  public static let fields: [Field<Finding>] = [
    .reference("interview", \.interview, to: Interview.self, parent: true),
    .choice("kind", \.about),
    .string("text", \.text),
    .string("answer", \.answer),
    .string("reaction", \.reaction),
    .choice("strength", \.strength),
    .choice("asked_by", \.askedBy),
    .reference("person", \.person, to: Person.self),
    .choice("judgement", \.judgement),
    .string("remedy", \.remedy),
    .reference("document", \.document, to: Document.self),
    .integer("span_start", \.spanStart),
    .integer("span_end", \.spanEnd),
  ]

  public init(id: RowID) {
    self.id = id
  }
}
