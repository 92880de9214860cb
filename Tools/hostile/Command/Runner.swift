import Glibc

/// Runs a command on each file of the corpus. It runs apart from making the corpus, whose memory would be counted.
struct Runner {
  var folder: String
  var command: [String]
  /// A store that a refusal must leave as it was, byte for byte: the one that `AFTERWORD_STORE` names, where it is there.
  private let store: String? = getenv("AFTERWORD_STORE").map { String(cString: $0) }.flatMap {
    access($0, R_OK) == 0 ? $0 : nil
  }

  init(folder: String, command: [String]) { (self.folder, self.command) = (folder, command) }

  private struct Outcome {
    var status: Int32
    var seconds: Double
    var megabytes: Int
    var message: [String]
  }

  /// Returns how many files did not end as they must.
  func run() throws -> Int {
    var failures = 0
    let expected = try lines(at: folder + "/expected.tsv")
    for line in expected {
      let columns = line.split(separator: "\t").map(String.init)
      let before = try store.map(bytes)
      let outcome = try run(columns[0])
      let isChanged = try columns[1] == "reject" && store.map(bytes) != before
      if let problem = isChanged ? "the store was changed" : problem(outcome, columns[1]) {
        failures += 1
        print("\(columns[0]): \(problem) (\(columns[2])) \(outcome.message.joined(separator: " | "))")
      }
    }
    print("\(expected.count - failures) of \(expected.count) as expected")
    return failures
  }

  private func problem(_ outcome: Outcome, _ verdict: String) -> String? {
    guard outcome.status & 0x7F == 0 else { return "ended by signal \(outcome.status & 0x7F)" }
    if outcome.seconds >= 2 { return "took \(outcome.seconds) s" }
    if outcome.megabytes >= 100 { return "took \(outcome.megabytes) MB" }
    let status = outcome.status >> 8 & 0xFF
    guard (verdict == "accept" ? [0, 5] : [3]).contains(status) else {
      return "exit status \(status), not \(verdict)ed"
    }
    if status == 3 && outcome.message.count != 1 { return "not one line of reason" }
    return nil
  }

  private func run(_ name: String) throws -> Outcome {
    let log = folder + "/.stderr"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var pointers = (command + [folder + "/" + name]).map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var child: pid_t = 0
    let start = now()
    guard posix_spawnp(&child, command[0], &actions, nil, &pointers, environ) == 0 else {
      throw FileFailure(path: command[0])
    }
    var status: Int32 = 0
    var usage = rusage()
    wait4(child, &status, 0, &usage)
    return Outcome(
      status: status, seconds: now() - start, megabytes: Int(usage.ru_maxrss) / 1024, message: try lines(at: log))
  }

  private func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
