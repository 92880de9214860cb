import Foundation
import Model
import Store
import Synchronization

/// One store: a file with everything that is kept of a job search. Another program, and another object on the same file,
/// may use it at the same time.
///
/// Every call reads or writes the disk and returns when that is done, so call from where waiting is no harm. Calls from
/// several threads take turns. Names of rows are what a person would call them (`dana`, `interview:acme`) or the beginning
/// of an id, four digits or more.
public final class AfterwordStore: Sendable {
  /// How to open.
  public enum OpenMode: Hashable, Sendable {
    /// Makes the store where there is none.
    case create
    /// There must be one.
    case existing
    /// Leaves no trace: what cannot be written is read from a copy in memory. Writing then throws `readOnly`.
    case readOnly
  }

  /// The store's file.
  public let path: String
  private let mode: OpenMode
  private let program: String
  private let fixedToday: CalendarDay?
  private let open: Mutex<Store?>

  /// The stores in whose closures this thread or task is.
  @TaskLocal private static var entered: Set<ObjectIdentifier> = []

  /// Opens a store.
  ///
  /// - Parameters:
  ///   - path: the file; nil for `$AFTERWORD_STORE`, else `afterword/afterword.sqlite` in `$XDG_DATA_HOME`
  ///     (`~/.local/share`).
  ///   - stateFolder: for what belongs to this machine alone, as its keys; nil for `afterword` in `$XDG_STATE_HOME`
  ///     (`~/.local/state`). All who use one store on one machine must give the same.
  ///   - mode: whether a store is made, must be there, or is only looked at.
  ///   - today: the day that counts as today; nil for the clock's in the time zone of the setting `zone`, else the
  ///     process's.
  ///   - program: what the history calls the writer.
  /// - Throws: `missing`, `lost`, `notAStore`, `newerVersion`, `damaged`, `disk`, `busy`, `noPlace`.
  public init(
    at path: String? = nil, stateFolder: String? = nil, mode: OpenMode = .create, today: CalendarDay? = nil,
    program: String = "library"
  ) throws(AfterwordError) {
    do {
      let environment = try ProcessEnvironment.make(store: path, state: stateFolder)
      self.path = environment.storePath
      let store =
        switch mode {
        case .create: try Store(environment)
        case .existing: try Store.existing(environment)
        case .readOnly: try Store.reading(environment)
        }
      open = Mutex(store)
    } catch {
      throw AfterwordError(error)
    }
    self.mode = mode
    self.program = program
    fixedToday = today
  }

  /// Lets go of the file. Every later call throws `closed`; closing twice does no harm.
  public func close() {
    guard !Self.entered.contains(ObjectIdentifier(self)) else { return }
    open.withLock { store in
      try? store?.close()
      store = nil
    }
  }

  /// Runs a use of the store; one at a time.
  func use<T: Sendable>(_ body: @Sendable (Store) throws -> T) throws(AfterwordError) -> T {
    do {
      let me = ObjectIdentifier(self)
      guard !Self.entered.contains(me) else { throw AfterwordError(.busy, path: path) }
      try Task.checkCancellation()
      return try Self.$entered.withValue(Self.entered.union([me])) {
        try open.withLock { store in
          guard let store else { throw AfterwordError(.closed, path: path) }
          store.today = try fixedToday?.day ?? LocalClock.day(in: store.setting("zone"))
          return try body(store)
        }
      }
    } catch {
      throw AfterwordError(error)
    }
  }

  /// Runs a write, which the history calls by the program's name and what it did.
  func write<T: Sendable>(
    _ what: String, _ body: @Sendable (_ store: Store, _ command: String) throws -> T
  ) throws(AfterwordError) -> T {
    guard mode != .readOnly else { throw AfterwordError(.readOnly, path: path) }
    let command = "\(program): \(what)"
    return try use { try body($0, command) }
  }
}
