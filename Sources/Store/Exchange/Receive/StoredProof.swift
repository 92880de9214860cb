import BundleFile
import Merge
import Model

/// Holds an import to this: what was stored comes back out byte for byte, so that no file can take a store its backups. What
/// was wrong before is not the file's fault: `doctor` tells of it.
struct StoredProof {
  /// Streams that any head can name; more are counted by what the head takes up.
  private static let few = 512
  /// What is left of a head for machines that begin later, this one after a doubt among them: about a hundred.
  private static let room = 16 << 10

  private let session: Session
  /// Where each stream ended before the import.
  private let held: [Int: Int]
  private let waiting: Int
  private let lastWaiting: Int

  init(_ session: Session) throws {
    self.session = session
    held = session.streams.all.mapValues(\.last)
    waiting = try Pending(db: session.db).count
    lastWaiting = try Pending(db: session.db).newest
  }

  /// Reads back what was stored since, as a store that has just been opened does, and computes every chain hash anew.
  ///
  /// - Throws: `StoreError.tooMuch` where the store could not be exported any more.
  func check() throws {
    let fresh = try Session(session.db, session.registry)
    do {
      for stream in fresh.streams.all.values {
        let before = held[stream.id] ?? stream.start - 1
        if stream.last > before { try fresh.log.transactions(of: stream, after: before) { _ in } }
      }
      try Pending(db: session.db).check(after: lastWaiting)
    } catch StoreError.damaged {
      throw StoreError.tooMuch(Self.changed)
    }
    guard try canBeNamed(fresh) else { throw StoreError.tooMuch(Self.crowded) }
  }

  private func canBeNamed(_ session: Session) throws -> Bool {
    let named = try session.streams.all.count + Pending(db: session.db).count
    guard named > max(Self.few, held.count + waiting) else { return true }
    return try session.head(.backup, session.runs()).isWritable(leaving: Self.room)
  }

  private static let changed =
    "The file holds something that this store cannot give back as it came. Nothing was taken in."
  private static let crowded =
    "With this file the store would hold changes of more machines than a backup can name. Nothing was taken in."
}
