import Foundation

/// Commands of other programs that people type as often, each on as many entries.
struct PeerJob {
  let figure: String
  /// What the entries are.
  let unit: String
  let command: [String]

  /// Those of the programs that are installed.
  static func all(entries: Int, _ scratch: Scratch) throws -> [PeerJob] {
    try (Child.isInstalled("task") ? taskwarrior(entries, scratch) : [])
      + (Child.isInstalled("khard") ? khard(entries, scratch) : [])
      + (Child.isInstalled("jrnl") ? jrnl(entries, scratch) : [])
  }

  /// One task in ten is due.
  private static func taskwarrior(_ entries: Int, _ scratch: Scratch) throws -> [PeerJob] {
    let folder = scratch.path + "/task"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try write("data.location=\(folder)\nconfirmation=no\n", to: scratch.path + "/taskrc")
    let tasks = (0..<entries).map { number in
      let due = number % 10 == 0 ? ",\"due\":\"20260601T000000Z\"" : ""
      return "{\"description\":\"follow up \(number)\",\"project\":\"p\(number % 200)\",\"status\":\"pending\"\(due)}"
    }
    try write(tasks.joined(separator: "\n"), to: scratch.path + "/tasks.json")
    _ = try Child.run(["task", "import", scratch.path + "/tasks.json"], ["TASKRC": scratch.path + "/taskrc"])
    return [["next"], ["add", "call back"], ["undo"]].map {
      PeerJob(figure: "task " + $0.joined(separator: " "), unit: "tasks", command: ["task", "rc.confirmation=no"] + $0)
    }
  }

  private static func khard(_ entries: Int, _ scratch: Scratch) throws -> [PeerJob] {
    let folder = scratch.path + "/cards"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for number in 0..<entries {
      let card = [
        "BEGIN:VCARD", "VERSION:3.0", "UID:\(number)", "FN:Person \(number)", "N:\(number);Person;;;",
        "ORG:Organisation \(number / 2)", "EMAIL:p\(number)@example.org", "END:VCARD", "",
      ]
      try write(card.joined(separator: "\r\n"), to: folder + "/\(number).vcf")
    }
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/config/khard", withIntermediateDirectories: true)
    try write("[addressbooks]\n[[bench]]\npath = \(folder)\n", to: scratch.path + "/config/khard/khard.conf")
    return [["list"], ["show", "Person \(entries - 1)"]].map {
      PeerJob(figure: "khard " + $0.joined(separator: " "), unit: "cards", command: ["khard"] + $0)
    }
  }

  private static func jrnl(_ entries: Int, _ scratch: Scratch) throws -> [PeerJob] {
    let lines = (0..<entries).map { number in
      "[2026-\(String(format: "%02d", number % 12 + 1))-\(String(format: "%02d", number % 28 + 1)) 09:00:00 AM] Entry \(number). Met somebody.\n"
    }
    try write(lines.joined(separator: "\n"), to: scratch.path + "/journal.txt")
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/config/jrnl", withIntermediateDirectories: true)
    try write(
      "journals:\n  default:\n    journal: \(scratch.path)/journal.txt\n", to: scratch.path + "/config/jrnl/jrnl.yaml")
    return [["-n", "10"], ["-contains", "Entry \(entries - 1)", "-n", "10"], ["today at 9am: Left a message."]].map {
      PeerJob(figure: "jrnl " + $0.joined(separator: " "), unit: "entries", command: ["jrnl"] + $0)
    }
  }

  private static func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }
}
