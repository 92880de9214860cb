import Dispatch
import Glibc
import Synchronization

/// Runs jobs on the cores there are and gives their results back in the order they were put in. The caller bounds what is
/// under way by taking a result whenever `isFull`.
package final class OrderedWork<Output: Sendable> {
  /// One job's result, filled by the worker and awaited by the owner.
  private final class Slot: Sendable {
    let result = Mutex<Result<Output, any Error>?>(nil)
    let ready = DispatchSemaphore(value: 0)
  }

  private let queue = DispatchQueue(label: "bundle.blocks", attributes: .concurrent)
  private var slots: [Slot] = []
  private let capacity: Int

  package init() { capacity = 8 * max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  var isFull: Bool { slots.count >= capacity }
  var isEmpty: Bool { slots.isEmpty }

  package func put(_ job: @escaping @Sendable () throws -> Output) {
    let slot = Slot()
    slots.append(slot)
    queue.async {
      let result = Result { try job() }
      slot.result.withLock { $0 = result }
      slot.ready.signal()
    }
  }

  /// Waits for the oldest job and returns its result; nil when there is none.
  package func take() throws -> Output? {
    guard !slots.isEmpty else { return nil }
    let slot = slots.removeFirst()
    slot.ready.wait()
    return try slot.result.withLock { $0 }?.get()
  }
}
