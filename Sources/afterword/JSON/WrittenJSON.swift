import ArgumentParser
import Model
import Store
import Synchronization

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

/// A command that can write rows, and then tells programs what.
protocol TellingCommand: ParsableCommand {
  /// Whether the transactions that it writes are printed as JSON, none where there was nothing to change, besides what it
  /// says.
  var tellsWrites: Bool { get }
  var place: StoreOptions { get }
}

/// One that always writes.
protocol WritingCommand: TellingCommand {
  var written: WrittenOption { get }
}

extension WritingCommand {
  var tellsWrites: Bool { written.json }
}

extension TellingCommand {
  /// Runs it, and prints what it wrote, be it that it failed then.
  mutating func runAndTell() throws {
    guard tellsWrites else { return try run() }
    let before: String
    do { before = try place.look().lastPosition() } catch StoreError.missing { before = Store.firstPosition }
    let result = Result { try run() }
    let own = WrittenHere.all
    if case .success = result {} else if own.isEmpty { return try result.get() }
    let feed: ChangeFeed?
    do { feed = try place.look().changes(since: before, limit: .max - 1) } catch StoreError.missing { feed = nil }
    let told = feed?.only(own, since: before) ?? ChangeFeed(position: before, entries: [], isMore: false)
    Console().raw(try JSONOutput.text(WrittenJSON(told)))
    try result.get()
  }
}

extension ChangeFeed {
  /// Only these transactions. It goes on before the first that another process wrote, so that a reader misses nothing.
  fileprivate func only(_ own: Set<String>, since before: String) -> ChangeFeed {
    let first = entries.prefix { own.contains($0.name) }
    return ChangeFeed(
      position: first.last?.position ?? before, entries: entries.filter { own.contains($0.name) }, isMore: false)
  }
}

/// The names of what this process has written.
enum WrittenHere {
  private static let names = Mutex<Set<String>>([])

  static var all: Set<String> { names.withLock { $0 } }

  static func note(_ name: String) { names.withLock { _ = $0.insert(name) } }
}
