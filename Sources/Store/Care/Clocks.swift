import GRDB
import Merge
import Model

/// Which machines' clocks are wrong, as far as their changes tell. Wrong clocks stop nothing (MERGE.md, *Clocks*).
struct Clocks {
  let session: Session

  /// How far clocks may be apart, in milliseconds: a day.
  static let tolerance = 86_400_000

  /// The machines that wrote last at a time long before something that they had seen by then.
  ///
  /// - Parameter ahead: machines whose own times prove nothing.
  func behind(besides ahead: Set<String>) throws -> [String] {
    let machines = MachineNames(session)
    let streams = try session.streams.all.values.map { (stream: $0, name: try machines.name(of: $0.incarnation)) }
    let names = Dictionary(uniqueKeysWithValues: streams.map { ($0.stream.id, $0.name) })
    let continued = try Set(
      streams.flatMap { one in
        try session.streams.seen(context: one.stream.context).keys.filter { names[$0] == one.name }
      })
    return try Set(
      streams.filter { !continued.contains($0.stream.id) && !ahead.contains($0.name) }.filter { one in
        let own = try session.wall(one.stream.id, at: one.stream.last)
        return try session.streams.seen(context: one.stream.context).contains { other, seq in
          try names[other].map { !ahead.contains($0) } ?? false && session.wall(other, at: seq) > own + Self.tolerance
        }
      }.map(\.name)
    ).sorted()
  }
}

extension Session {
  /// When a change was written, by its author's clock, in milliseconds since 1970.
  func wall(_ stream: Int, at seq: Int) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT wall FROM tx WHERE stream = ? AND last >= ? ORDER BY last LIMIT 1", arguments: [stream, seq])
      ?? 0
  }
}
