import BundleFile
import Merge
import Model

/// A small sound bundle, from which the others are made.
struct SoundBundle {
  let incarnation = Incarnation(RowID(high: 1, low: 2))
  let file: [UInt8]
  let text: [UInt8]

  init() throws {
    let changes = (0..<3).map { number in
      let row = Subject(kind: "person", id: RowID(high: 7, low: UInt64(number)))
      return Change(row, "name", .set(.string("hello \(number)")))
    }
    let transaction = Transaction(
      incarnation: incarnation, first: 1, previous: nil, context: [], wall: 0, command: "add", changes: changes)
    file = try SoundBundle.file([transaction])
    text = try inflated(file)
  }

  /// A bundle of these transactions, which are one stream.
  static func file(_ transactions: [Transaction], kind: BundleKind = .backup) throws -> [UInt8] {
    var out: [UInt8] = []
    let streams = transactions.last.map { last in
      [
        StreamRange(
          incarnation: last.incarnation, first: transactions[0].first, last: last.last,
          before: transactions[0].previous, end: last.hash)
      ]
    }
    let writer = try BundleWriter(BundleHead(kind: kind, streams: streams ?? [])) { out.append(contentsOf: $0) }
    for transaction in transactions { try writer.append(transaction) }
    _ = try writer.finish()
    return out
  }

  /// One transaction of these changes.
  func file(wall: Int = 0, command: String = "edit", _ changes: [Change]) throws -> [UInt8] {
    try SoundBundle.file([
      Transaction(
        incarnation: incarnation, first: 1, previous: nil, context: [], wall: wall, command: command, changes: changes)
    ])
  }
}
