import Foundation
import GRDB
import Merge
import Model

/// How the store stands, for people.
package struct StatusReport: Sendable {
  /// Two copies that wrote on from the same point: a copied file, a restored backup.
  package struct Fork: Sendable {
    package let name: String
    package let other: String
    /// Until when they were one, in milliseconds since 1970.
    package let wall: Int
  }

  package let path: String
  /// Bytes of the file and its journal.
  package let size: Int
  /// How many rows are shown, by kind, in the registry's order; empty kinds left out.
  package let counts: [(kind: String, count: Int)]
  package let changes: Int
  package let transactions: Int
  package let machines: [MachineSeen]
  package let forks: [Fork]
  package let waiting: [Waiting]
  package let conflicts: Int
  /// Machines whose clock is ahead of this one by more than a day.
  package let clocksAhead: [String]
  /// Machines that wrote last at a time more than a day before something that they had seen.
  package let clocksBehind: [String]
  /// The folder that was last synced with, and when, in milliseconds since 1970.
  package let lastSync: (folder: String, at: Int)?
}

extension Store {
  package func status() throws -> StatusReport {
    let machines = try machines()
    let ahead = machines.filter { $0.lastChange > environment.now() + Clocks.tolerance }.map(\.name)
    return try read { session in
      let reader = StatusReader(session: session, names: MachineNames(session))
      return StatusReport(
        path: path, size: Self.size(path), counts: try reader.counts(), changes: try reader.count("change"),
        transactions: try reader.count("tx"), machines: machines, forks: try reader.forks(),
        waiting: try WaitingReader(session).all(), conflicts: try session.questions().count,
        clocksAhead: ahead, clocksBehind: try Clocks(session: session).behind(besides: Set(ahead)),
        lastSync: try lastSync())
    }
  }

  private static func size(_ path: String) -> Int {
    [path, path + "-wal"].reduce(0) { sum, file in
      var status = stat()
      return stat(file, &status) == 0 ? sum + Int(status.st_size) : sum
    }
  }
}

private struct StatusReader {
  let session: Session
  let names: MachineNames

  func count(_ table: String) throws -> Int {
    try Int.fetchOne(session.db, sql: "SELECT count(*) FROM \"\(table)\"") ?? 0
  }

  func counts() throws -> [(kind: String, count: Int)] {
    try session.registry.kinds.map { ($0.name, try count($0.name)) }.filter { $0.1 > 0 }
  }

  /// Streams that part from another: by the same numbers with other hashes, or under a new name while the old one went on.
  func forks() throws -> [StatusReport.Fork] {
    try session.streams.all.values.sorted { $0.id < $1.id }.compactMap { stream in
      guard let parent = stream.parent else { return try copy(stream) }
      return StatusReport.Fork(
        name: try names.name(ofStream: stream.id), other: try names.name(ofStream: parent),
        wall: try session.wall(parent, at: stream.start - 1))
    }
  }

  private func copy(_ stream: Stream) throws -> StatusReport.Fork? {
    guard let parent = try MachineParent.of(stream.incarnation, session),
      let position = try session.streams.locate(parent), let from = session.streams.all[position.stream],
      from.last > position.last
    else { return nil }
    return StatusReport.Fork(
      name: try names.name(ofStream: stream.id), other: try names.name(ofStream: from.id),
      wall: try session.wall(from.id, at: position.last))
  }

}
