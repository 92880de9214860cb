package import Merge
public import Model
package import Notes

/// Everything the store takes from the world, as a value: so that tests and `--today` decide it.
public struct Environment {
  /// Where the store's file lies.
  public var storePath: String
  /// The folder for what belongs to this machine alone: the mark, the lock, the remembered sync folder.
  public var stateFolder: String
  /// What tells this machine from others: the content of `/etc/machine-id`, or the host name.
  public var machine: String
  /// What a person calls this machine: the host name.
  public var machineName: String
  /// Milliseconds since 1970.
  public var now: () -> Int
  public var random: () -> UInt64
  /// The day the user means by "today".
  public var today: Day
  /// Told the hash of each transaction that is about to be written here: one that fails to be is in no log.
  package var writes: (ChainHash) -> Void = { _ in }
  /// The run that all writes are of; nil where each is a step of its own.
  package var step: CommandStep?
  /// This machine's signing key; nil where nothing is signed and no signature asked for, as in what no machine keeps.
  package var signing: SigningKeyFile?
  /// The order of day and month where neither a note nor a setting tells it: the locale's.
  package var dateOrder = DateOrder.undecided
  /// Told how far work has come that a command did not ask for and that may take long on a large store; the last time
  /// with all of it done.
  public var progress: (_ what: LongWork, _ done: Int, _ of: Int) -> Void = { _, _, _ in }

  public init(
    storePath: String, stateFolder: String, machine: String, machineName: String, today: Day, now: @escaping () -> Int,
    random: @escaping () -> UInt64
  ) {
    self.storePath = storePath
    self.stateFolder = stateFolder
    self.machine = machine
    self.machineName = machineName
    self.today = today
    self.now = now
    self.random = random
  }

  /// A fresh UUIDv7 for what a person enters.
  public func freshID() -> RowID {
    RowID(milliseconds: UInt64(max(0, now())), random: (random(), random()))
  }
}

/// What a store may have to make before it can answer.
public enum LongWork: Sendable {
  /// Every table anew from the log, as a new version needs it.
  case tables
  /// The search index, as far as it is behind the log.
  case searchIndex
}
