import Model
import Store

/// A transaction as the history tells it.
public struct HistoryTransaction: Hashable, Sendable {
  /// What `undo` takes: the first digits of its hash.
  public let name: String
  /// Milliseconds since 1970 by its machine's clock.
  public let writtenAt: Int
  public let machine: String
  public let command: String
  /// How many fields it changed.
  public let changes: Int
}

extension AfterwordStore {
  /// A row with all that belongs to it.
  ///
  /// - Throws: `notFound`, `ambiguous`.
  public func show(_ name: String) throws(AfterwordError) -> RowDetails {
    try use { store in
      let detail = try store.detail(name)
      return RowDetails(
        row: StoredRow(detail.row, title: detail.title),
        contestedFields: detail.parts.filter { !$0.others.isEmpty }.map(\.field.name) + detail.contested.keys.sorted(),
        related: detail.relations.flatMap(\.rows).map { StoredRow($0.row, title: $0.title) },
        noteText: detail.noteText)
    }
  }

  /// The rows of a kind, by day where the kind has one, else by title.
  ///
  /// - Parameters:
  ///   - kind: its stored name, as `person`, or its plural.
  ///   - filters: all must hold: `+tag`, `-tag`, `field:value`, `from:2026-11-01`, `to:…`, or words of the title.
  ///   - includingArchived: also what is archived or a part of it.
  /// - Throws: `unknownKind`, `unknownField`, `badValue`.
  public func list(
    _ kind: String, where filters: [String] = [], includingArchived: Bool = false
  ) throws(AfterwordError) -> [StoredRow] {
    try use { store in
      try store.list(try KindName.find(kind), filters, includingArchived: includingArchived).map {
        StoredRow($0.row, title: $0.title)
      }
    }
  }

  /// The rows that hold all the words, or words that begin so; what stands between quotes is a phrase. The best come first.
  ///
  /// - Throws: `nothingAsked` for no words.
  public func find(_ words: String, limit: Int = 100) throws(AfterwordError) -> [FoundText] {
    try use { store in
      try store.find([words], limit: max(0, limit)).map { found in
        FoundText(
          row: RowReference(found.subject, title: found.title), passage: found.passage.map(\.text).joined())
      }
    }
  }

  /// A note's bytes as they were imported.
  ///
  /// - Throws: `badValue` where the row is no note.
  public func noteContent(_ name: String) throws(AfterwordError) -> [UInt8] {
    try use { store in
      guard let content = try store.detail(name).content else {
        throw AfterwordError(.badValue, name: name, expected: [Document.kind])
      }
      return content
    }
  }

  /// The last transactions of all machines, newest arrival first; of one row all that touched it.
  public func history(of name: String? = nil, limit: Int = 50) throws(AfterwordError) -> [HistoryTransaction] {
    try use { store in
      let entries = try name.map { try store.history(of: $0).entries } ?? store.history(limit: max(0, limit))
      return entries.prefix(max(0, limit)).map {
        HistoryTransaction(
          name: $0.name, writtenAt: $0.wall, machine: $0.machine, command: $0.command, changes: $0.count)
      }
    }
  }
}
