/// What a paper may have told of a search: it waits for a person's word before it counts.
public enum ProposedNews: String, CaseIterable, Sendable {
  case next, offer, rejected, filled, accepted, withdrawn, applied, moved, cancelled
}

public enum Verdict: String, CaseIterable, Sendable { case accepted, declined }

/// News that were read but are not sure enough, or speak against what was set by hand. Its identity follows from the paper,
/// so two machines propose it once, and what is decided on one is decided on both.
public struct NewsProposal: Record {
  public static let kind = "proposal"
  public static let manner = KindManner(
    plural: "proposals", title: ["what", "opportunity"], foundBy: ["what", "text"],
    context: ("opportunity", Opportunity.kind), turn: 4, columns: ["day", "verdict"])
  public var id: RowID
  public var what: ProposedNews?
  public var opportunity: RowID?
  public var interview: RowID?
  /// Who told it.
  public var person: RowID?
  public var channel: Channel?
  /// The day it was told.
  public var day: Day?
  /// Their next step.
  public var step: String?
  /// Of an offer the day to answer by, else the first day that they named.
  public var due: Day?
  /// The last day that they named.
  public var dueEnd: Day?
  /// When the interview is to be.
  public var start: Moment?
  /// What the paper says.
  public var text: String?
  public var document: RowID?
  public var verdict: Verdict?
  /// The day it was decided.
  public var decided: Day?

  public static let fields: [Field<NewsProposal>] = [
    .choice("what", \.what),
    .reference("opportunity", \.opportunity, to: Opportunity.self, parent: true),
    .reference("interview", \.interview, to: Interview.self),
    .reference("person", \.person, to: Person.self),
    .choice("channel", \.channel),
    .day("day", \.day, .past),
    .string("step", \.step),
    .day("due", \.due, .coming),
    .day("due_end", \.dueEnd, .coming),
    .moment("start", \.start, .coming),
    .string("text", \.text),
    .reference("document", \.document, to: Document.self),
    .choice("verdict", \.verdict),
    .day("decided", \.decided, .past),
  ]

  public init(id: RowID) {
    self.id = id
  }
}
