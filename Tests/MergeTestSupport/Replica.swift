package import Merge
import Model

/// The mark beside a store, in the state directory of its machine.
struct Mark {
  let incarnation: Incarnation
  let machine: String
  let inode: RowID
  let seq: Int
  let tip: Reference
}

/// The slow model of a store in memory: a set of transactions, the identity rules of copies and restores, and the one door.
package final class Replica: Machine {
  /// What the store's file holds.
  struct File {
    var held: [Reference: Transaction] = [:]
    var inode: RowID
    var incarnation: Incarnation
    var seq = 0
    var tip: Transaction?
    /// Own unknown changes have arrived from outside.
    var isInDoubt = false
  }

  package let name: String
  package var skew: Int
  package private(set) var history: History
  let random: Randomness
  private var schema: Schema
  private let mutations: Set<Mutation>
  private var file: File
  private var mark: Mark?
  private var clock = 0

  package init(
    _ name: String, random: Randomness, skew: Int = 0, schema: Schema = .current, mutations: Set<Mutation> = []
  ) {
    self.name = name
    self.random = random
    self.skew = skew
    self.schema = schema
    self.mutations = mutations
    history = History(schema: schema, mutations: mutations)
    file = File(inode: random.id(), incarnation: random.incarnation())
  }

  package var incarnation: Incarnation { file.incarnation }
  package var log: [Transaction] { Array(file.held.values) }
  package func view() -> View { history.view() }
  func has(_ mutation: Mutation) -> Bool { mutations.contains(mutation) }

  // MARK: Identity

  /// Takes a new incarnation unless the mark fits the store.
  private func checkMark() {
    var own: Set<Reference> = []
    var next = file.tip
    while let transaction = next {
      own.insert(history.key(transaction.tip))
      next = transaction.predecessor.flatMap { file.held[history.key($0)] }
    }
    let isFine = mark.map { mark in
      mark.incarnation == file.incarnation && mark.machine == name && mark.inode == file.inode && mark.seq <= file.seq
        && own.contains(history.key(mark.tip))
    }
    guard isFine != true || file.isInDoubt, !has(.noNewIncarnation) else { return }
    (file.incarnation, file.seq, file.tip, file.isInDoubt) = (random.incarnation(), 0, nil, false)
  }

  package func copied(to name: String) -> any Machine {
    let copy = Replica(name, random: random, skew: skew, schema: schema, mutations: mutations)
    let inode = copy.file.inode
    copy.load(file)
    copy.file.inode = inode
    copy.clock = clock
    return copy
  }

  private func load(_ file: File) {
    self.file = file
    history = History(file.held.values.sorted { $0.tip < $1.tip }, schema: schema, mutations: mutations)
  }

  private final class Backup: MachineBackup {
    let file: File
    let mark: Mark?
    var incarnation: Incarnation { file.incarnation }

    init(_ file: File, _ mark: Mark?) {
      self.file = file
      self.mark = mark
    }
  }

  package func backup() -> any MachineBackup { Backup(file, mark) }

  package func restore(_ backup: any MachineBackup, wholeMachine: Bool) {
    guard let backup = backup as? Backup else { return }
    load(backup.file)
    if wholeMachine { mark = backup.mark }
  }

  // MARK: Bundles

  package func receive(_ bundle: [Transaction]) {
    let new = bundle.filter { file.held[history.key($0.tip)] == nil }
    file.isInDoubt = file.isInDoubt || new.contains { $0.incarnation == incarnation }
    for transaction in new { file.held[history.key(transaction.tip)] = transaction }
    history.absorb(file.held.values.sorted { $0.tip < $1.tip })
  }

  package func rebuild() { load(file) }

  package func repack() {
    file.inode = random.id()
    load(file)
  }

  package func contentID() -> String? { nil }

  package func upgrade() {
    schema = .current
    load(file)
  }

  // MARK: The one door

  /// Makes one transaction of the writes; none for none.
  func apply(_ command: String, _ writes: [Write]) {
    guard !writes.isEmpty else { return }
    checkMark()
    clock += 1
    let transaction = Transaction(
      incarnation: incarnation, first: file.seq + 1, previous: file.tip?.hash,
      context: history.tips(without: file.tip?.tip), wall: clock + skew, command: command,
      changes: writes.map(changeWithKeep))
    file.held[history.key(transaction.tip)] = transaction
    history.absorb([transaction])
    (file.seq, file.tip) = (transaction.last, transaction)
    mark = Mark(
      incarnation: incarnation, machine: name, inode: file.inode, seq: file.seq, tip: transaction.tip)
  }

  private func changeWithKeep(_ write: Write) -> Change {
    var change = write.change
    var held = history.isText(change.cell) ? [] : history.heads(of: change.cell)
    if change.operation == .delete { held += history.life(of: change.subject) }
    change.keep = Set(held.map(\.reference)).subtracting(write.shown).sorted()
    return change
  }
}
