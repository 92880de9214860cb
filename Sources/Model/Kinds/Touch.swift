public enum Channel: String, CaseIterable, Sendable {
  case email, call, post, card, visit, message
}
public enum Direction: String, CaseIterable, Sendable { case sent, received }

/// Anything said, sent or received, with a person, on a day.
public struct Touch: Record {
  public static let kind = "touch"
  public static let manner = KindManner(
    plural: "touches", title: ["channel", "day", "person", "opportunity"], foundBy: ["channel", "day", "summary"],
    context: ("person", Person.kind), turn: 4, columns: ["day", "summary"])
  public var id: RowID
  public var person: RowID?
  public var opportunity: RowID?
  public var channel: Channel?
  public var direction: Direction?
  public var day: Day?
  /// What it was: thank-you, status, value, reference, keep-in-touch, …
  public var form: String?
  public var summary: String?
  public var material: RowID?
  public var letter: RowID?
  /// A mail's Message-ID, without its angle brackets: the same mail from another folder or machine is the same touch.
  public var message: String?
  /// The paper that it was read from.
  public var document: RowID?

  public static let fields: [Field<Touch>] = [
    .reference("person", \.person, to: Person.self, parent: true),
    .reference("opportunity", \.opportunity, to: Opportunity.self),
    .choice("channel", \.channel),
    .choice("direction", \.direction),
    .day("day", \.day, .past),
    .string("kind", \.form),
    .string("summary", \.summary),
    .reference("material", \.material, to: Material.self),
    .reference("letter", \.letter, to: Letter.self),
    .string("message", \.message),
    .reference("document", \.document, to: Document.self),
  ]

  public init(id: RowID) {
    self.id = id
  }
}
