import Foundation
import Testing

/// A note can be read again, as text and byte for byte, and is found from what was made of it.
@Suite struct ShownNoteTests {
  private static let note = "Acme, phone with Dana (HR), 2 March 2026\r\nworried about churn \u{1B}[31mred\u{1B}[0m\r\n"

  private func home() throws -> Home {
    let home = try Home()
    try home.write("recruiter.txt", Self.note)
    _ = try home.run("import", "recruiter.txt", "--today", "2026-03-03")
    return home
  }

  @Test func `a note ends with its text, without what steers a terminal`() throws {
    let shown = try home().run("show", "recruiter.txt").output
    #expect(shown.contains("worried about churn") && !shown.contains("\u{1B}"))
    #expect(shown.split(separator: "\n").last?.hasPrefix("worried about churn") == true)
  }

  @Test func `the bytes are those that were imported`() throws {
    #expect(try home().run("show", "recruiter.txt", "--raw").output == Self.note)
    #expect(try home().run("show", "acme", "--raw").code == 2)
  }

  @Test func `JSON and plain records have the text too`() throws {
    let home = try home()
    #expect(try home.run("show", "recruiter.txt", "--json").output.contains("worried about churn"))
    #expect(try home.run("show", "recruiter.txt", "--plain").output.contains("text\tworried about churn"))
  }

  @Test func `an interview names its note and the command that shows it`() throws {
    let home = try home()
    let lines = try home.run("show", "interview:acme").output.split(separator: "\n")
    let line = String(try #require(lines.first { $0.contains("Note: recruiter.txt, afterword show") }))
    let id = String(try #require(line.split(separator: " ").last))
    #expect(try home.run("show", id).output.contains("worried about churn"))
  }

  @Test func `a note of another machine is read after the merge`() throws {
    let home = try home()
    _ = try home.run("export", "laptop.afterword")
    let desktop = try Home()
    _ = try desktop.run("import", home.path("laptop.afterword"))
    #expect(try desktop.run("show", "recruiter.txt", "--raw").output == Self.note)
  }

  @Test func `the version names the commit that the build was told, and the formats`() throws {
    let version = try Home().run("--version").output
    #expect(version.hasPrefix("afterword ") && version.contains("bundle format 1") && version.contains("SQLite 3."))
    let commit = ProcessInfo.processInfo.environment["AFTERWORD_COMMIT"] ?? ""
    #expect(version.contains(commit.isEmpty ? "afterword 0" : "(commit \(commit))"))
  }
}
