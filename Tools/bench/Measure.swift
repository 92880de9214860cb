import Foundation

/// One figure, printed as a JSON line.
struct Figure: Encodable {
  let bench: String
  let figure: String
  let value: Double
  let unit: String
  /// What it was measured on.
  let on: String
  let runs: Int

  func print() {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    if let line = try? encoder.encode(self) { Swift.print(String(decoding: line, as: UTF8.self)) }
  }
}

/// CPU and wall time of a stretch of work, in seconds.
struct Spent {
  var cpu: Double
  var wall: Double

  static func by(_ body: () throws -> Void) rethrows -> Spent {
    let (cpu, wall) = (now(CLOCK_PROCESS_CPUTIME_ID), now(CLOCK_MONOTONIC))
    try body()
    return Spent(cpu: now(CLOCK_PROCESS_CPUTIME_ID) - cpu, wall: now(CLOCK_MONOTONIC) - wall)
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// The largest resident size of this process so far, in megabytes.
func peakMemory() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return Double(usage.ru_maxrss) / 1024
}

/// A folder in memory that goes away with this value.
final class Scratch {
  let path: String

  init() throws {
    let root = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    path = root + "/afterword-bench-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func size(of name: String) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: path + "/" + name)[.size] as? Int) ?? 0
  }
}
