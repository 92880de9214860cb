package import Merge
import Model

extension Store {
  /// Calls `body` with every transaction held, stream by stream in order, then with those that wait; all as of one moment.
  package func send(_ body: (Transaction) throws -> Void) throws {
    try read { session in
      for stream in session.streams.all.values.sorted(by: { $0.id < $1.id }) {
        try session.log.transactions(of: stream, body)
      }
      for transaction in try Pending(db: session.db).all() { try body(transaction) }
    }
  }
}
