import Foundation
import SeededNumbers
import Testing

/// A command that is shown works as it stands, whatever stands in it.
@Suite struct SuggestedCommandTests {
  private static let names = [
    "Fergal O'Rourke", "Dana \"Dev\" Pillai", "-x marks", "A $(id) B", "a\\b", "Zoë 👩‍💻 O'Neill", "=eq",
    "~root",
    "semi;colon & co", "!bang", "many   blanks", "{a,b}", "#hash", "日本 太郎",
  ]

  /// Runs a line as a person's shell would.
  private func shell(_ line: String, _ home: Home) throws -> Home.Outcome {
    try FileManager.default.createDirectory(atPath: home.path("bin"), withIntermediateDirectories: true)
    try? FileManager.default.createSymbolicLink(atPath: home.path("bin/afterword"), withDestinationPath: Home.program)
    return try Run(
      "/bin/sh", ["-c", line], ["HOME": home.folder, "PATH": home.path("bin") + ":/usr/bin:/bin", "TZ": "UTC"],
      folder: home.folder, input: ""
    ).finish()
  }

  /// What stands between backticks and begins with the program's name.
  private func suggested(_ text: String) -> [String] {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    return parts.indices.filter { $0 % 2 == 1 }.map { parts[$0] }.filter { $0.hasPrefix("afterword ") }
  }

  @Test(arguments: names) func `a search that is suggested for a name finds no fault in it`(name: String) throws {
    let home = try Home()
    _ = try home.run("add", "organisation", "Acme")
    let outcome = try home.run("show", "--", name)
    for line in suggested(outcome.talk) {
      let followed = try shell(line, home)
      #expect(followed.code == 0, "\(line): \(followed.talk)")
    }
    #expect(outcome.code == 1 && !suggested(outcome.talk).isEmpty, "\(outcome.talk)")
  }

  @Test(arguments: ["a b.afterword", "it's.afterword", "-dash.afterword", "$x.afterword"])
  func `a bundle is checked by the command that export names`(file: String) throws {
    let home = try Home()
    _ = try home.run("add", "organisation", "Acme")
    let talk = try home.run("export", "--", file).talk
    let start = try #require(talk.range(of: "afterword verify")).lowerBound
    let line = String(talk[start...].prefix { $0 != "\n" })
    let followed = try shell(line, home)
    #expect(followed.code == 0, "\(line): \(followed.talk)")
  }

  @Test func `a command is never broken over two lines`() throws {
    let home = try Home()
    for length in 20...60 {
      let name = String(repeating: "x", count: length) + " " + String(repeating: "y", count: 12)
      let talk = try home.run(["add", "person", name], variables: ["COLUMNS": "80"]).talk
      #expect(talk.contains("afterword undo "), "\(talk)")
    }
  }
}
