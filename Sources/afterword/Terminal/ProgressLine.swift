import Foundation
import Store

/// One line on a terminal's standard error that tells how far long work has come: shown once it has taken half a second,
/// renewed ten times a second, gone when the work is done.
final class ProgressLine {
  private let console: Console
  private let what: String
  private let isShown: Bool
  private var next = LocalClock.milliseconds() + 500
  private var isOnScreen = false

  init(_ what: String, _ console: Console) {
    self.what = what
    self.console = console
    isShown = !console.isQuiet && isatty(STDERR_FILENO) == 1
  }

  func update(_ done: Int, of total: Int) {
    guard isShown else { return }
    let now = LocalClock.milliseconds()
    guard now >= next else { return }
    next = now + 100
    isOnScreen = true
    Descriptor.write("\r\(what) \(total > 0 ? min(100, done * 100 / total) : 0) %", to: STDERR_FILENO)
  }

  func end() {
    if isOnScreen { Descriptor.write("\r\u{1B}[K", to: STDERR_FILENO) }
    isOnScreen = false
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
