import Foundation

/// Runs another program on the same terminal and waits for it. Foundation's `Process` would put it into a process group of
/// its own, from which an editor may not read the terminal.
enum Subprocess {
  /// Runs a shell command line with arguments after it, as `$EDITOR` and `$PAGER` are meant to be run.
  ///
  /// While it runs, an interrupt from the keyboard is its business, not ours.
  ///
  /// - Parameter input: a descriptor that becomes its standard input.
  /// - Returns: its exit status; nil when it could not be started or a signal ended it.
  static func run(_ commandLine: String, _ arguments: [String] = [], input: Int32? = nil) -> Int32? {
    let previous = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, previous) }
    guard let process = start(commandLine, arguments, input: input) else { return nil }
    return wait(process)
  }

  /// Starts it without waiting.
  static func start(_ commandLine: String, _ arguments: [String] = [], input: Int32? = nil) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let words = ["sh", "-c", commandLine + " \"$@\"", "sh"] + arguments
    var argv: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { argv.forEach { free($0) } }
    var process: pid_t = 0
    guard posix_spawn(&process, "/bin/sh", &actions, &attributes, &argv, environ) == 0 else { return nil }
    return process
  }

  static func wait(_ process: pid_t) -> Int32? {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
  }
}
