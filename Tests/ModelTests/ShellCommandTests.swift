import Foundation
import Model
import SeededNumbers
import Testing

/// What is shown to be typed is read back by a shell as the words it was made of.
@Suite struct ShellCommandTests {
  /// The words that `/bin/sh` makes of a line, the program's name left out.
  private func words(_ lines: [String]) throws -> [[String]] {
    let script = "afterword() { for word; do printf '%s\\001' \"$word\"; done; printf '\\002'; }\n"
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script + lines.joined(separator: "\n")]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\u{2}").map { line in
      line.split(separator: "\u{1}", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
  }

  @Test func `a shell reads every word back`() throws {
    var random = SplitMix(seed: 7)
    let letters = Array("abzAZ09 _-+=:,./@%~!?*#$&|;<>()[]{}\\\"'`^\té王😀\u{301}")
    let lines = (0..<300).map { _ in
      (0..<Int.random(in: 1...4, using: &random)).map { _ in
        String((0..<Int.random(in: 0...8, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
      }
    }
    let commands = lines.map { ShellCommand(words: $0) }
    let read = try words(commands.map(\.description))
    #expect(read.count == lines.count)
    for (command, words) in zip(commands, read) { #expect(words == command.words, "\(command)") }
  }

  @Test func `a name that looks like an option stands behind two dashes`() {
    #expect(ShellCommand("show", names: ["-x"]).description == "afterword show -- -x")
    #expect(ShellCommand("show", names: ["dana"]).description == "afterword show dana")
    #expect(ShellCommand("import", names: ["-"]).description == "afterword import -")
  }

  @Test func `plain words stand without quotes, others as people would quote them`() {
    #expect(ShellCommand("find", "O'Rourke").description == "afterword find \"O'Rourke\"")
    #expect(
      ShellCommand("set", "acme", "sector=design tools").description == "afterword set acme 'sector=design tools'")
    #expect(ShellCommand("show", "Jörg").description == "afterword show Jörg")
  }
}
