public enum Outcome: String, CaseIterable, Sendable { case done, skipped, snoozed }

/// What the user said of a follow-up. Its id follows from rule, anchor and index, so two machines decide the same item.
public struct Decision: Record {
  public static let kind = "decision"
  public static let manner = KindManner(
    plural: "decisions", title: ["outcome", "rule"], foundBy: ["rule"], turn: 4, columns: ["on", "until"],
    facts: [["outcome", "until", "on"]])
  public var id: RowID
  public var rule: String?
  public var anchor: Subject?
  /// The occurrence after the anchor, from 0.
  public var index: Int?
  /// Whom or what the item was about.
  public var about: Subject?
  public var outcome: Outcome?
  /// For snoozed: not before this day.
  public var until: Day?
  /// The day it was said.
  public var on: Day?

  public static let fields: [Field<Decision>] = [
    .string("rule", \.rule),
    .subject("anchor", \.anchor),
    .integer("index", \.index),
    .subject("subject", \.about),
    .choice("outcome", \.outcome),
    .day("until", \.until, .coming),
    .day("on", \.on, .past),
  ]

  public init(id: RowID) {
    self.id = id
  }
}
