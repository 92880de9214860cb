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

  /// Codes, and clock times with the day before them, as `#`.
  private func neutral(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var words = line.split(separator: " ").map(String.init)
      for index in words.indices where isClock(words[index]) {
        for place in max(0, index - 2)...index { words[place] = "#" }
      }
      return words.map { isCode($0) || isSpokenKey($0) ? "#" : $0 }.joined(separator: " ")
    }.joined(separator: "\n")
  }

  /// A word as machines are told apart by: consonants and vowels in turn.
  private func isSpokenKey(_ word: String) -> Bool {
    let bare = word.trimmingCharacters(in: .punctuationCharacters)
    return bare.count == 5
      && zip(bare, [false, true, false, true, false]).allSatisfy { letter, isVowel in
        (isVowel ? "aiou" : "bdfghjklmnprstvz").contains(letter)
      }
  }

  /// Hexadecimal digits of an id's or hash's length, or at least four of which one is a number.
  private func isCode(_ word: String) -> Bool {
    let bare = word.trimmingCharacters(in: .alphanumerics.inverted)
    guard bare.count >= 4, bare.allSatisfy(\.isHexDigit) else { return false }
    return [8, 12, 64].contains(bare.count) || bare.contains(where: \.isNumber)
  }

  private func isClock(_ word: String) -> Bool {
    word.count == 5 && word.dropFirst(2).first == ":" && word.allSatisfy { $0.isNumber || $0 == ":" }
  }
}
