/// Where an opportunity stands. The stages after `offer` are outcomes.
public enum Stage: String, CaseIterable, Sendable {
  case applied, interviewing, offer, accepted, rejected, withdrawn, filled, dormant
}

/// How much the user wants it; `high` earns the second wind of `value-added`.
public enum Interest: String, CaseIterable, Sendable { case low, normal, high }

/// A role at an organisation, from the application to the outcome and after.
public struct Opportunity: Record {
  public static let kind = "opportunity"
  public static let manner = KindManner(
    plural: "opportunities", title: ["organisation", "role"], foundBy: ["role"],
    context: ("organisation", Organisation.kind), turn: 2, columns: ["stage", "playbook"],
    facts: [["stage", "closed_on", "told_at", "told_by"]])
  public var id: RowID
  public var organisation: RowID?
  public var role: String?
  public var stage: Stage?
  public var recruiter: RowID?
  public var source: String?
  public var compensation: String?
  /// The playbook chosen for this opportunity; nil means the search's.
  public var playbook: String?
  public var interest: Interest?
  public var runnerUp: Bool?
  /// Old at import: kept and searchable, nothing is planned for it.
  public var archived: Bool?
  /// When an offer must be answered.
  public var deadline: Day?
  /// Until when the user put it off.
  public var pausedUntil: Day?
  public var toldBy: RowID?
  /// The day the outcome was heard.
  public var closedOn: Day?
  /// The same with its time of day, where that is known.
  public var toldAt: Moment?
  /// The day of the application, where the position is advertised and where it is.
  public var applied: Day?
  public var link: String?
  public var location: String?
  public var notes: String = ""

  public static let fields: [Field<Opportunity>] = [
    .reference("organisation", \.organisation, to: Organisation.self, parent: true),
    .string("role", \.role),
    .choice("stage", \.stage),
    .reference("recruiter", \.recruiter, to: Person.self),
    .string("source", \.source),
    .string("compensation", \.compensation),
    .string("playbook", \.playbook),
    .choice("interest", \.interest),
    .boolean("runner_up", \.runnerUp),
    .boolean("archived", \.archived),
    .day("deadline", \.deadline, .coming),
    .day("paused_until", \.pausedUntil, .coming),
    .reference("told_by", \.toldBy, to: Person.self),
    .day("closed_on", \.closedOn, .past),
    .moment("told_at", \.toldAt, .past),
    .day("applied", \.applied, .past),
    .string("link", \.link),
    .string("location", \.location),
    .text("notes", \.notes),
  ]

  public init(id: RowID) {
    self.id = id
  }
}
