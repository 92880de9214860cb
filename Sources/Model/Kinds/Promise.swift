public enum Promiser: String, CaseIterable, Sendable { case them, me }

/// Something promised, by them ("we will tell you by Tuesday") or by me.
public struct Promise: Record {
  public static let kind = "promise"
  public static let manner = KindManner(
    plural: "promises", title: ["by", "text"], foundBy: ["text"], context: ("opportunity", Opportunity.kind),
    turn: 4, columns: ["due", "kept"], facts: [["due", "due_end", "given", "kept"]])
  public var id: RowID
  public var opportunity: RowID?
  public var by: Promiser?
  public var person: RowID?
  public var interview: RowID?
  public var text: String?
  /// What was promised, where a rule cares: `call` for an announced telephone call.
  public var form: String?
  /// The day it was made; where the date moved, the day the present one was given.
  public var given: Day?
  /// The day it is due, or the first of a range.
  public var due: Day?
  /// The last day of a range; nil for a single day.
  public var dueEnd: Day?
  public var kept: Day?
  /// Every earlier due day, `YYYY-MM-DD`, oldest promise first when sorted.
  public var slips: Set<String> = []
  public var document: RowID?
  public var spanStart: Int?
  public var spanEnd: Int?

  public static let fields: [Field<Promise>] = [
    .reference("opportunity", \.opportunity, to: Opportunity.self, parent: true),
    .choice("by", \.by),
    .reference("person", \.person, to: Person.self),
    .reference("interview", \.interview, to: Interview.self),
    .string("text", \.text),
    .string("kind", \.form),
    .day("given", \.given, .past),
    .day("due", \.due, .coming),
    .day("due_end", \.dueEnd, .coming),
    .day("kept", \.kept, .past),
    .words("slips", \.slips),
    .reference("document", \.document, to: Document.self),
    .integer("span_start", \.spanStart),
    .integer("span_end", \.spanEnd),
  ]

  public init(id: RowID) {
    self.id = id
  }
}
