public enum InterviewForm: String, CaseIterable, Sendable { case phone, video, onsite, other }
/// Who did not come to an interview that was agreed.
public enum Absentee: String, CaseIterable, Sendable { case them, me }
public enum Impression: String, CaseIterable, Sendable { case good, mixed, bad }

/// One conversation with a prospective employer.
public struct Interview: Record {
  public static let kind = "interview"
  public static let manner = KindManner(
    plural: "interviews", title: ["opportunity", "start"], foundBy: ["start", "kind", "round"],
    context: ("opportunity", Opportunity.kind), turn: 2, columns: ["start", "impression"])
  public var id: RowID
  public var opportunity: RowID?
  /// Wall time and zone as written.
  public var start: Moment?
  public var form: InterviewForm?
  /// `1`…`9`, `screen` or `final`.
  public var round: String?
  public var place: String?
  /// The user's own judgement of how it went.
  public var impression: Impression?
  /// Old at import: kept and searchable, nothing is planned for it, also where its opportunity lives on.
  public var archived: Bool?
  public var document: RowID?
  /// The day it was called off: then it is not held, and nobody is met in it.
  public var cancelled: Day?
  /// Who did not come: then it is not held, and another day is asked for.
  public var missedBy: Absentee?
  /// The identity of its entry in a calendar (RFC 5545, UID), and how often that was changed (SEQUENCE).
  public var calendar: String?
  public var sequence: Int?

  public static let fields: [Field<Interview>] = [
    .reference("opportunity", \.opportunity, to: Opportunity.self, parent: true),
    .moment("start", \.start, .nearest),
    .choice("kind", \.form),
    .string("round", \.round),
    .string("place", \.place),
    .choice("impression", \.impression),
    .boolean("archived", \.archived),
    .reference("document", \.document, to: Document.self),
    .day("cancelled", \.cancelled, .past),
    .choice("missed_by", \.missedBy),
    .string("calendar", \.calendar),
    .integer("sequence", \.sequence),
  ]

  public init(id: RowID) {
    self.id = id
  }
}
