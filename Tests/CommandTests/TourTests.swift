import Foundation
import Testing

/// The README's tour is what the tour prints: only ids, codes and clock times may differ.
@Suite struct TourTests {
  private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func `the tour prints what the README shows`() throws {
    let readme = root.appending(path: "README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    let parts = text.components(separatedBy: "<!-- tour -->\n")
    try #require(parts.count == 3, "README.md has no tour between its two marks")
    let printed = try tour()
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
      try Data((parts[0] + "<!-- tour -->\n" + block(printed) + "<!-- tour -->\n" + parts[2]).utf8).write(to: readme)
    } else {
      #expect(neutral(parts[1]) == neutral(block(printed)))
    }
  }

  private func tour() throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [root.appending(path: "Tools/tour").path, "--no-build"]
    process.environment = [
      "PATH": "/usr/bin:/bin", "AFTERWORD_BIN": (Home.program as NSString).deletingLastPathComponent,
      "HOME": NSTemporaryDirectory(),
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }

  private func block(_ printed: String) -> String {
    "\n```\n" + printed.trimmingCharacters(in: .newlines) + "\n```\n\n"
  }

  /// Runs of hexadecimal digits that hold a digit, and clock times with their day, as `#`.
  private func neutral(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: " ").map { word in isVarying(word) ? "#" : String(word) }.joined(separator: " ")
    }.joined(separator: "\n")
  }

  private func isVarying(_ word: Substring) -> Bool {
    let bare = word.drop { !$0.isHexDigit }
    let isCode = bare.count >= 4 && bare.allSatisfy(\.isHexDigit) && bare.contains(where: \.isNumber)
    let isClock = bare.count == 5 && bare.dropFirst(2).first == ":"
    return isCode || isClock
  }
}
