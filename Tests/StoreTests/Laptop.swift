import Foundation
import Merge
import Model
import SeededNumbers

@testable import Store

/// A store in a folder of its own that goes away with it, with a clock and a seeded source of randomness.
final class Laptop {
  let folder: String
  let store: Store

  /// - Parameter isSigning: whether it signs what it writes and asks others for signatures.
  init(seed: UInt64, name: String = "laptop", clock: Int = 1_700_000_000_000, isSigning: Bool = false) throws {
    folder = NSTemporaryDirectory() + "afterword-" + UUID().uuidString
    var random = SplitMix(seed: seed)
    var now = clock
    var environment = Environment(
      storePath: folder + "/data/afterword.sqlite", stateFolder: folder + "/state", machine: name, machineName: name,
      today: Day(number: clock / 86_400_000),
      now: {
        now += 1000
        return now
      }, random: { random.next() })
    if isSigning { environment.signing = SigningKeyFile(stateFolder: folder + "/state") }
    store = try Store(environment)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func create(_ kind: String, _ fields: [String: String]) throws -> Subject { try store.create(kind, fields) }

  func set(_ subject: Subject, _ field: String, _ value: String) throws {
    _ = try store.write { door in
      guard let info = Registry.kind(subject.kind)?.field(field) else { return nil }
      return try door.apply("set", try Edits(session: door.session).set(subject, info, .string(value)))
    }
  }

  /// Writes a row's notes anew, over what they are.
  func write(_ subject: Subject, notes: String) throws {
    _ = try store.write { door in
      guard let info = Registry.kind(subject.kind)?.field("notes"), let row = try door.session.snapshot(subject) else {
        return nil
      }
      return try door.apply("edit", Edits(session: door.session).edit(row, info, .text(notes)))
    }
  }

  /// Imports a note that lies under this name.
  @discardableResult
  func take(_ name: String, _ text: String) throws -> NotesImportReport {
    try store.importNotes(
      [NoteFile(name: name, content: Array(text.utf8))], NotesImportOptions(today: store.today))
  }

  func receive(_ other: Laptop) throws -> ImportReport {
    var transactions: [Transaction] = []
    try other.store.send { transactions.append($0) }
    return try store.receive { take in for transaction in transactions { try take(transaction) } }
  }
}

extension Store {
  @discardableResult
  func join(_ left: String, _ right: String, command: String = "join") throws -> JoinReport {
    try join(try askJoin(left, right), name: nil, command: command)
  }

  func create(_ kind: String, _ fields: [String: String]) throws -> Subject {
    let subject = Subject(kind: kind, id: environment.freshID())
    _ = try write { door in
      try door.apply(
        "add \(kind)",
        fields.sorted { $0.key < $1.key }.map {
          CellWrite(subject, $0.key, .set(.string($0.value)), shown: .everything)
        })
    }
    return subject
  }
}
