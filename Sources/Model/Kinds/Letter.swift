/// A letter, card or message: a draft, then sent and frozen.
public struct Letter: Record {
  public static let kind = "letter"
  public static let manner = KindManner(
    plural: "letters", title: ["kind", "person", "opportunity"], foundBy: ["kind", "subject"],
    context: ("person", Person.kind), turn: 3, columns: ["drafted", "sent"], facts: [["sent", "frozen"]])
  public var id: RowID
  public var opportunity: RowID?
  public var person: RowID?
  /// The kind of draft: thank-you, value-added, …
  public var form: String?
  public var subjectLine: String?
  public var body: String = ""
  /// The follow-up it answers.
  public var item: String?
  /// The ids of further follow-ups that it says something for.
  public var carried: Set<String> = []
  public var drafted: Day?
  public var sent: Day?
  /// The text as it was sent.
  public var frozen: String?

  public static let fields: [Field<Letter>] = [
    .reference("opportunity", \.opportunity, to: Opportunity.self, parent: true),
    .reference("person", \.person, to: Person.self),
    .string("kind", \.form),
    .string("subject", \.subjectLine),
    .text("body", \.body),
    .string("item", \.item),
    .words("carried", \.carried),
    .day("drafted", \.drafted, .past),
    .day("sent", \.sent, .past),
    .string("frozen", \.frozen),
  ]

  public init(id: RowID) {
    self.id = id
  }
}
