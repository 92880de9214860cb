import Foundation
import Store

/// Shows a long text through `$PAGER`, else `less -FIRX`.
enum Pager {
  /// False when no pager could show it; then nothing was shown.
  static func show(_ text: String) -> Bool {
    let command = ProcessVariable["PAGER"] ?? "less -FIRX"
    guard command != "cat" else { return false }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    let previous = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, previous) }
    let process = Subprocess.start(command, input: ends[0])
    close(ends[0])
    if process != nil { Descriptor.write(text, to: ends[1]) }
    close(ends[1])
    guard let process, let status = Subprocess.wait(process) else { return process != nil }
    return status != 127
  }
}
