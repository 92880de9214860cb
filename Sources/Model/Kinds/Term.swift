/// A part of an offer, pay, leave, the first day: what they offer, what the user wants, and where the user walks away.
public struct Term: Record {
  public static let kind = "term"
  public static let manner = KindManner(
    plural: "terms", title: ["part", "opportunity"], foundBy: ["part"], context: ("opportunity", Opportunity.kind),
    turn: 4, columns: ["offered", "wanted", "agreed"])
  public var id: RowID
  public var opportunity: RowID?
  /// "pay", "leave", or a word of the user's own.
  public var part: String?
  /// As they put it: "GBP 52000", "25 days".
  public var offered: String?
  public var wanted: String?
  /// The least that the user takes; for the user alone.
  public var walkAway: String?
  /// What speaks for it: a survey, a figure, another offer.
  public var grounds: String?
  public var agreed: String?

  public static let fields: [Field<Term>] = [
    .reference("opportunity", \.opportunity, to: Opportunity.self, parent: true),
    .string("part", \.part),
    .string("offered", \.offered),
    .string("wanted", \.wanted),
    .string("walk_away", \.walkAway),
    .string("grounds", \.grounds),
    .string("agreed", \.agreed),
  ]

  public init(id: RowID) {
    self.id = id
  }
}
