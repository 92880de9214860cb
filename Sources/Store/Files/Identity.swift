import BundleFile
import Foundation
import GRDB
import Merge
import Model

/// Which incarnation this copy of the store writes as, and when it must take a new one (MERGE.md, *Copies, restores,
/// forks*). One for each write: the mark is looked at once, since it is renewed only after the commit.
final class Identity {
  let environment: Environment
  private let markPath: String
  /// What this write has found to be safe to write as, the last transaction of the stream it goes on with and, of a fresh
  /// one, what that goes on from: who asks twice before anything is written is told the same.
  private var settled: (incarnation: Incarnation, tip: ChainHash?, parent: Reference?)?

  init(environment: Environment, markPath: String) {
    self.environment = environment
    self.markPath = markPath
  }

  /// The stream to write to, or nil with a fresh incarnation when there is none yet or the old one is in doubt; then also
  /// what the fresh one goes on from.
  func current(_ session: Session) throws -> (incarnation: Incarnation, stream: Stream?, parent: Reference?) {
    if let settled {
      guard let tip = settled.tip else { return (settled.incarnation, nil, settled.parent) }
      return (settled.incarnation, session.streams.streams(of: settled.incarnation).first { $0.hash == tip }, nil)
    }
    let found = try settle(session)
    settled = (found.incarnation, found.stream?.hash, found.parent)
    return found
  }

  private func settle(_ session: Session) throws -> (incarnation: Incarnation, stream: Stream?, parent: Reference?) {
    let db = session.db
    if let own = try Self.stored(db) {
      let stream = try ownStream(session, own)
      if try isTrusted(session, own, stream) { return (own, stream, nil) }
    }
    let parent = try self.parent(session)
    let fresh = Incarnation(environment.freshID())
    try Meta.set(db, "incarnation", Data(fresh.id.bytes))
    try Meta.set(db, "doubt", nil as Int?)
    return (fresh, nil, parent)
  }

  /// The end of what this copy wrote before; where the store does not know, as after a restore from a bundle, of what the
  /// mark says it wrote.
  private func parent(_ session: Session) throws -> Reference? {
    if let own = try Self.stored(session.db) { return try ownStream(session, own)?.tip }
    guard let mark = Mark.read(markPath) else { return nil }
    return session.streams.streams(of: mark.incarnation).max { $0.last < $1.last }?.tip
  }

  /// What an incarnation says of itself first: what it goes on from, and its machine's name. That is the one it was given
  /// in the store, where this same machine wrote before, else the system's.
  func introduction(_ session: Session, _ incarnation: Incarnation, _ parent: Reference?) throws -> [CellWrite] {
    let isSameMachine = Mark.read(markPath)?.machine == environment.machine
    let given = try parent.flatMap { try isSameMachine ? MachineName.given($0.incarnation, session) : nil }
    return MachineName.writes(incarnation, named: given ?? environment.machineName)
      + MachineParent.writes(incarnation, from: parent)
  }

  /// The incarnation that this copy last wrote as, in doubt or not.
  static func stored(_ db: Database) throws -> Incarnation? {
    (try Meta.get(db, "incarnation") as Data?).flatMap { RowID($0) }.map(Incarnation.init)
  }

  /// The branch of the own incarnation that this copy itself wrote, by the hash it remembers.
  private func ownStream(_ session: Session, _ own: Incarnation) throws -> Stream? {
    let streams = session.streams.streams(of: own)
    guard let tip = try Meta.get(session.db, "tip") as Data? else { return nil }
    return streams.first { $0.hash.bytes == Array(tip) }
  }

  private func isTrusted(_ session: Session, _ own: Incarnation, _ stream: Stream?) throws -> Bool {
    if try Meta.get(session.db, "doubt") as Int? != nil { return false }
    guard let mark = Mark.read(markPath), mark.incarnation == own, mark.machine == environment.machine,
      mark.inode == Folders.inode(environment.storePath)
    else { return false }
    // What another key has signed under this name nobody would take from this one.
    if let key = try session.signatures.key(of: own), try environment.signing?.read()?.machine != key { return false }
    guard let stream else { return session.streams.streams(of: own).isEmpty && mark.seq == 0 }
    guard mark.seq <= stream.last else { return false }
    guard mark.seq > 0, let hash = mark.hash else { return true }
    return try session.streams.locate(Reference(incarnation: own, seq: mark.seq, hash: hash.short))?.hash == hash
  }

  /// Goes on with this transaction, just written.
  func advance(to transaction: Transaction) { settled = (transaction.incarnation, transaction.hash, nil) }

  /// Remembers inside the store what was written last, and signs it; `writeMark` does so beside it, after the commit.
  func rememberTip(_ session: Session) throws {
    guard let settled, let tip = settled.tip else { return }
    try Meta.set(session.db, "tip", Data(tip.bytes))
    let stream = session.streams.streams(of: settled.incarnation).first { $0.hash == tip }
    guard let stream, let key = try environment.signing?.readOrMake() else { return }
    try session.signatures.keep(
      TipSignature(incarnation: stream.incarnation, seq: stream.last, hash: stream.hash, signedBy: key))
    try OwnKeys(session.db).add(key.machine)
  }

  /// Failing costs a new incarnation at the next write, nothing else.
  func writeMark(_ transaction: Transaction) {
    try? Mark(
      incarnation: transaction.incarnation, machine: environment.machine, inode: Folders.inode(environment.storePath),
      seq: transaction.last, hash: transaction.hash
    ).write(markPath)
  }
}
