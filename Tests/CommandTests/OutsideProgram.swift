import Foundation

/// A program of somebody else that reads what this one writes. Where it is not installed, its tests are skipped.
struct OutsideProgram {
  private let path: String

  /// Nil where it is not installed.
  init?(_ name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let found = (["/usr/bin", "/bin"] + folders).map { $0 + "/" + name }
    guard let path = found.first(where: FileManager.default.isExecutableFile) else { return nil }
    self.path = path
  }

  func run(_ arguments: [String], in home: Home, input: String = "") throws -> Home.Outcome {
    try start(arguments, in: home, input: input).finish()
  }

  func start(_ arguments: [String], in home: Home, input: String = "") throws -> Run {
    let usual = ["HOME": home.folder, "PATH": "/usr/bin:/bin", "TZ": "UTC", "LC_ALL": "C.UTF-8"]
    return try Run(path, arguments, usual, folder: home.folder, input: input)
  }
}

extension OutsideProgram {
  static let python = OutsideProgram("python3")
  static let khard = OutsideProgram("khard")
  static let khal = OutsideProgram("khal")

  /// Whether Python has a module.
  static func hasModule(_ name: String) -> Bool {
    guard let home = try? Home(), let outcome = try? python?.run(["-c", "import \(name)"], in: home) else {
      return false
    }
    return outcome.code == 0
  }
}
