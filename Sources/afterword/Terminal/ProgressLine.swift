import Foundation
import Store
import Synchronization

/// One line on a terminal's standard error that tells how far long work has come: shown once it has taken half a second,
/// renewed ten times a second, gone when the work is done or anything else is said.
final class ProgressLine {
  /// How many columns of the line stand on the screen.
  private static let shown = Atomic<Int>(0)

  private let what: String
  private let isShown: Bool
  private var next = LocalClock.milliseconds() + 500

  init(_ what: String, _ console: Console) {
    self.what = what
    isShown = !console.isQuiet && isatty(STDERR_FILENO) == 1
  }

  func update(_ done: Int, of total: Int) {
    guard isShown else { return }
    let now = LocalClock.milliseconds()
    guard now >= next else { return }
    next = now + 100
    let line = "\(what) \(total > 0 ? min(100, done * 100 / total) : 0) %"
    Self.shown.store(DisplayWidth.of(line), ordering: .relaxed)
    Descriptor.put("\r" + line, to: STDERR_FILENO)
  }

  func end() { Self.clear() }

  /// Takes the line off the screen, with blanks, which every terminal knows.
  static func clear() {
    let columns = shown.exchange(0, ordering: .relaxed)
    if columns > 0 { Descriptor.put("\r\(String(repeating: " ", count: columns))\r", to: STDERR_FILENO) }
  }
}

/// The line for work that the store does before it can answer.
final class LongWorkLine {
  private var line: ProgressLine?

  func update(_ what: LongWork, _ done: Int, of total: Int) {
    let shown = line ?? ProgressLine(what.name, Console())
    line = done < total ? shown : nil
    shown.update(done, of: total)
    if done >= total { shown.end() }
  }
}

extension LongWork {
  fileprivate var name: String {
    switch self {
    case .tables: "Making the tables anew"
    case .searchIndex: "Making the search index"
    }
  }
}
