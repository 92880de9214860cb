import ArgumentParser
import Model
import Store

/// What was written from one position of the log to another.
struct WrittenJSON: Encodable {
  struct Transaction: Encodable {
    let name: String
    let time: String
    let machine: String
    let command: String
    let changes: [Change]
  }

  struct Change: Encodable {
    let kind: String
    let id: String
    let field: String
    let operation: String
    let value: FieldJSON
  }

  /// What `log-since` goes on from.
  let position: String
  let more: Bool
  let transactions: [Transaction]

  init(_ feed: ChangeFeed) {
    (position, more) = (feed.position, feed.isMore)
    transactions = feed.entries.map { entry in
      Transaction(
        name: entry.name, time: WallTime.iso(entry.wall), machine: entry.machine, command: entry.command,
        changes: entry.changes.map { change in
          Change(
            kind: change.subject.kind, id: change.subject.id.description, field: change.field,
            operation: change.operation, value: FieldJSON(content: change.content, parts: nil))
        })
    }
  }
}

/// A command that writes rows. With `--json` it prints, besides what it says, the transactions that it wrote: none where
/// there was nothing to change.
protocol WritingCommand: ParsableCommand {
  var written: WrittenOption { get }
  var place: StoreOptions { get }
}

extension WritingCommand {
  /// Runs it, and prints what was written since it began.
  mutating func runAndTell() throws {
    guard written.json else { return try run() }
    let before: String
    do { before = try place.look().lastPosition() } catch StoreError.missing { before = Store.firstPosition }
    try run()
    let feed: ChangeFeed?
    do { feed = try place.look().changes(since: before, limit: .max - 1) } catch StoreError.missing { feed = nil }
    let json = WrittenJSON(feed ?? ChangeFeed(position: before, entries: [], isMore: false))
    Console().raw(try JSONOutput.text(json))
  }
}
