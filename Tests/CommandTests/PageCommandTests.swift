import Foundation
import Testing

/// A page as a file: whose it is, what it replaces, what is said of it.
@Suite struct PageCommandTests {
  private let home: Home

  init() throws {
    home = try Home()
    for (firm, person) in [("Quillon & Söhne", "Farida <b>Nasser</b>"), ("Lumenpay", "Marcus \"Mo\" Oyelaran")] {
      let outcome = try home.run(
        "add", "interview", firm, "role=Engineer", "with=\(person)", "start=2026-06-10", "--today", "2026-06-12")
      #expect(outcome.code == 0, "\(outcome.talk)")
    }
  }

  private func page(_ words: String...) throws -> Home.Outcome {
    try home.run(["page"] + words + ["--today", "2026-06-15"])
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try #require(FileManager.default.contents(atPath: home.path(name)), "\(name)"), as: UTF8.self)
  }

  @Test func `a page is one file that only its owner reads, and says what it holds`() throws {
    let outcome = try page()
    #expect(outcome.code == 0 && outcome.output.isEmpty, "\(outcome)")
    #expect(outcome.talk.contains("afterword.html") && outcome.talk.contains("names, addresses"))
    let rights = try FileManager.default.attributesOfItem(atPath: home.path("afterword.html"))[.posixPermissions]
    #expect(rights as? Int == 0o600)
    let text = try text("afterword.html")
    #expect(text.contains("Monday, 15 June 2026") && text.contains("Quillon &amp; Söhne"))
    #expect(!text.contains("<b>Nasser"))
    #expect(try page("-").output == text)
  }

  @Test func `it replaces a page made earlier, and nothing else unasked`() throws {
    #expect(try page().code == 0)
    #expect(try page().code == 0)
    try home.write("own.html", "<html>mine</html>")
    let refused = try page("own.html")
    #expect(refused.code == 2 && refused.talk.contains("exists already"), "\(refused)")
    #expect(try text("own.html") == "<html>mine</html>")
    #expect(try page("own.html", "--replace").code == 0)
    let missing = try page("nowhere/page.html")
    #expect(missing.code == 3 && missing.talk.contains("nowhere"), "\(missing)")
    let left = try FileManager.default.contentsOfDirectory(atPath: home.folder).filter { $0.hasSuffix(".tmp") }
    #expect(left.isEmpty)
  }

  @Test func `a dossier is named after whom it is about, a redacted one after the stand-in`() throws {
    #expect(try page("quillon").code == 0)
    #expect(try text("quillon-sohne.html").contains("<h1>Quillon &amp; Söhne</h1>"))
    #expect(try page("farida", "f.html").code == 0)
    #expect(try text("f.html").contains("Farida &lt;b&gt;Nasser&lt;/b&gt;"))
    #expect(try page("quillon", "--redact").code == 0)
    let redacted = try text("organisation-1.html")
    #expect(!redacted.contains("Quillon") && !redacted.contains("Farida") && redacted.contains("Organisation 1"))
    #expect(try page("nobody").code == 1)
    #expect(try page("-", "--open").code == 2)
  }

  @Test func `without a store, and with an empty one, it says how to begin`() throws {
    let empty = try Home()
    #expect(try empty.run("page").code == 1)
    _ = try empty.run("add", "organisation", "Acme")
    #expect(try empty.run("page", "-").output.contains("No search is kept yet"))
  }

  @Test func `a browser is started with the file, and its absence told`() throws {
    try FileManager.default.createDirectory(atPath: home.path("bin"), withIntermediateDirectories: true)
    try home.write("bin/xdg-open", "#!/bin/sh\necho \"opens $1\" > \"$HOME/opened\"\n", executable: true)
    let line = ["page", "--open", "--today", "2026-06-15"]
    let opened = try home.run(line, variables: ["PATH": home.path("bin") + ":/usr/bin:/bin"])
    #expect(opened.code == 0, "\(opened)")
    for _ in 0..<100 where !FileManager.default.fileExists(atPath: home.path("opened")) { usleep(50_000) }
    #expect(try text("opened") == "opens afterword.html\n")
    let failed = try home.run(line, variables: ["PATH": home.path("nowhere")])
    #expect(failed.code == 1 && failed.talk.contains("Open afterword.html"), "\(failed)")
  }
}
