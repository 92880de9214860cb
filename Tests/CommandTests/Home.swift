import Foundation

/// A home folder of its own in which the built program runs, as a person at a terminal would run it.
final class Home {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "afterword-home-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  struct Outcome: Equatable {
    var output: String
    var talk: String
    var code: Int32
  }

  /// The program that was built together with the tests.
  static let program: String = {
    let here = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let candidates = [here.path, root.path + "/.build/debug", root.path + "/.build/release"].map { $0 + "/afterword" }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "afterword"
  }()

  func path(_ name: String) -> String { folder + "/" + name }

  func write(_ name: String, _ text: String, executable: Bool = false) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    if executable { try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path(name)) }
  }

  /// Starts the program with only the variables that are named here.
  func start(_ arguments: [String], variables: [String: String] = [:], input: String = "") throws -> Run {
    try Run(
      Home.program, arguments,
      ["HOME": folder, "PATH": "/usr/bin:/bin", "TZ": "UTC", "AFTERWORD_MACHINE": "laptop", "TMPDIR": folder]
        .merging(variables) { _, new in new }, folder: folder, input: input)
  }

  func run(_ arguments: String..., variables: [String: String] = [:], input: String = "") throws -> Outcome {
    try run(arguments, variables: variables, input: input)
  }

  func run(_ arguments: [String], variables: [String: String] = [:], input: String = "") throws -> Outcome {
    let outcome = try start(arguments, variables: variables, input: input).finish()
    try JSONSchemas.check(outcome, of: arguments)
    return outcome
  }
}

/// A program that runs with pipes.
final class Run {
  private let process = Process()
  private let output = Pipe()
  private let talk = Pipe()

  init(_ program: String, _ arguments: [String], _ variables: [String: String], folder: String, input: String) throws {
    let given = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = variables
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = given
    process.standardOutput = output
    process.standardError = talk
    try process.run()
    given.fileHandleForWriting.write(Data(input.utf8))
    given.fileHandleForWriting.closeFile()
  }

  /// Lets it run for some microseconds and ends it without a chance to clean up.
  func kill(after delay: UInt32) {
    usleep(delay)
    Foundation.kill(process.processIdentifier, SIGKILL)
    _ = finish()
  }

  func finish() -> Home.Outcome {
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = talk.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Home.Outcome(
      output: String(decoding: said, as: UTF8.self), talk: String(decoding: complained, as: UTF8.self),
      code: process.terminationStatus)
  }
}
