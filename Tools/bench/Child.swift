import Foundation

/// A program run as a process of its own, which is what a person waits for; with the largest resident size it, or a
/// process it waited for, had.
struct Child {
  let cpu: Double
  let wall: Double
  let megabytes: Double
  /// Until the first byte of output, in seconds; nil where there is none.
  let firstOutput: Double?

  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs a command and waits for it.
  ///
  /// - Throws: `Failed` where it does not start or does not end with 0.
  static func run(_ command: [String], _ environment: [String: String] = [:]) throws -> Child {
    var pointers = command.map { strdup($0) } + [nil]
    let merged = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    var variables = merged.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in pointers + variables { free(pointer) } }
    var output: [Int32] = [0, 0]
    guard pipe(&output) == 0 else { throw Failed(description: "no pipe is to be had") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output[1], 1)
    for end in output { posix_spawn_file_actions_addclose(&actions, end) }
    var child: pid_t = 0
    var status: Int32 = 0
    var usage = rusage()
    var firstOutput: Double?
    let wall = try Spent.by {
      let start = Spent.clock()
      let isStarted = posix_spawnp(&child, command[0], &actions, nil, &pointers, &variables) == 0
      close(output[1])
      defer { close(output[0]) }
      guard isStarted else { throw Failed(description: "\(command[0]) does not start; build it first") }
      firstOutput = drain(output[0]).map { $0 - start }
      while wait4(child, &status, 0, &usage) == -1 && errno == EINTR {}
    }.wall
    guard status == 0 else { throw Failed(description: "\(command.joined(separator: " ")) ended with \(status)") }
    return Child(
      cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime), wall: wall, megabytes: Double(usage.ru_maxrss) / 1024,
      firstOutput: firstOutput)
  }

  /// Reads a pipe to its end.
  ///
  /// - Returns: when its first byte came.
  private static func drain(_ pipe: Int32) -> Double? {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    var first: Double?
    while true {
      let count = read(pipe, &bytes, bytes.count)
      if count == -1 && errno == EINTR { continue }
      guard count > 0 else { return first }
      first = first ?? Spent.clock()
    }
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

  /// Whether a program is installed.
  static func isInstalled(_ program: String) -> Bool { (try? run(["which", program])) != nil }
}
