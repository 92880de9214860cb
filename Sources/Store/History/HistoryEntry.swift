package import Model

/// One transaction of the log, for people.
package struct HistoryEntry: Sendable {
  /// The local number, for `undo`.
  package let number: Int64
  /// What a person types to undo it: the first digits of its hash.
  package let name: String
  /// Milliseconds since 1970 on its author's clock.
  package let wall: Int
  package let machine: String
  package let command: String
  /// The label it shares with the other transactions of one import; empty otherwise.
  package let batch: String
  /// How many changes it made in all.
  package let count: Int
  /// What it did to the row that was asked about; empty for the history of everything.
  package let changes: [HistoryChange]
}

/// One change of a row, in words.
package struct HistoryChange: Sendable {
  package let subject: Subject
  package let field: String
  /// "name: Acme Ltd", "tags: +warm", "deleted".
  package let what: String
  /// For a version of a long text: the lines it added and removed against the version it was made from.
  package let lines: [TextDifference]
}

/// A line of a long text that a version added or removed.
package struct TextDifference: Sendable, Equatable {
  package let isAdded: Bool
  package let text: String
}
