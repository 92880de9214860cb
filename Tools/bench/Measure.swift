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

  /// Seconds on a clock that only goes on.
  static func clock() -> Double { now(CLOCK_MONOTONIC) }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// The largest resident size of this process since it started, or since `startPeakMemory`, in megabytes.
func peakMemory() -> Double {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  return (line?.split(separator: " ").compactMap { Double($0) }.first ?? 0) / 1024
}

/// Forgets the largest resident size so far (Linux, proc(5): clear_refs).
func startPeakMemory() {
  try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
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
