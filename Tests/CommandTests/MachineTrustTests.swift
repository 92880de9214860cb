import Foundation
import Testing

/// Machines that meet through a folder, typed as the program itself says.
@Suite struct MachineTrustTests {
  private let laptop: Home
  private let desktop: Home
  private let box: String

  init() throws {
    (laptop, desktop) = (try Home(), try Home())
    box = laptop.path("box")
    try FileManager.default.createDirectory(atPath: box, withIntermediateDirectories: true)
  }

  private func onDesktop(_ arguments: String...) throws -> Home.Outcome {
    try desktop.run(arguments, variables: ["AFTERWORD_MACHINE": "desktop"])
  }

  /// Laptop's store on both, and something that desktop wrote in the folder.
  private func leaveSomething() throws {
    _ = try laptop.run("add", "organisation", "Acme")
    _ = try laptop.run("sync", box, "--no-encrypt")
    _ = try onDesktop("sync", box, "--no-encrypt", "--yes")
    _ = try onDesktop("add", "organisation", "Zenith")
    _ = try onDesktop("sync")
  }

  private func words(_ outcome: Home.Outcome) -> [String] {
    outcome.output.split(separator: "\n").filter { $0.hasPrefix("  ") }.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// Types the command lines that an output sets apart.
  private func follow(_ outcome: Home.Outcome, _ more: String...) throws -> [Home.Outcome] {
    let lines = (outcome.output + outcome.talk).split(separator: "\n").filter { $0.hasPrefix("  afterword ") }
    return try lines.map { line in
      try laptop.run(Array(Transcript.words(String(line).replacing("'", with: "\"")).dropFirst()) + more)
    }
  }

  @Test func `a machine that was not met is named with its words, trusted as printed, and read then`() throws {
    try leaveSomething()
    let met = try laptop.run("sync", "--no-input")
    #expect(met.code == 0 && met.talk.contains("desktop signed it, a machine that this one has not met"), "\(met.talk)")
    let shown = words(try onDesktop("machine"))
    #expect(shown.count == 2 && met.talk.contains(shown[0]), "\(shown)")
    #expect(try laptop.run("list", "organisations").output.contains("Zenith") == false)
    #expect(try laptop.run("machine", "list").output.contains("desktop  not met yet"))
    let unanswered = try follow(met, "--no-input")
    #expect(unanswered.map(\.code) == [2] && unanswered[0].talk.contains("--yes"))
    #expect(try follow(met, "--yes").map(\.code) == [0])
    #expect(try laptop.run("machine", "trust", "desktop").talk.contains("yours already"))
    #expect(try laptop.run("sync").talk.contains("Took in 3 changes"))
    #expect(try laptop.run("list", "organisations").output.contains("Zenith"))
    #expect(words(try laptop.run("machine")).sorted() == shown.sorted())
  }

  @Test func `somebody who writes under a machine's name is told from it`() throws {
    try leaveSomething()
    _ = try laptop.run("sync", "--yes")
    let thief = try Home()
    _ = try thief.run("sync", box, "--no-encrypt", "--yes")
    _ = try thief.run("set", "acme", "website=evil.example")
    _ = try thief.run("sync")
    for outcome in [try laptop.run("sync", "--no-input"), try onDesktop("sync", "--no-input")] {
      #expect(outcome.code == 0 && outcome.talk.contains("laptop (2) signed it"), "\(outcome.talk)")
    }
    #expect(!(try laptop.run("show", "acme").output.contains("evil")))
    #expect(try laptop.run("doctor").code == 0)
  }

  @Test func `a machine that is revoked is heeded no more, and says so itself`() throws {
    try leaveSomething()
    _ = try laptop.run("sync", "--yes")
    #expect(try laptop.run("machine", "revoke", "laptop", "--yes").code == 2)
    #expect(try laptop.run("machine", "revoke", "nobody", "--yes").code == 1)
    #expect(try laptop.run("machine", "revoke", "desktop").code == 2)
    #expect(try laptop.run("machine", "revoke", "desktop", "--yes").code == 0)
    _ = try onDesktop("add", "organisation", "Too late")
    _ = try onDesktop("sync")
    let refused = try laptop.run("sync", "--no-input")
    #expect(refused.code == 0 && refused.talk.contains("a key of desktop that is revoked"), "\(refused.talk)")
    #expect(!(try laptop.run("list", "organisations").output.contains("Too late")))
    #expect(try laptop.run("machine").output.contains("  revoked"))
    #expect(try laptop.run("machine", "trust", "desktop", "--yes").talk.contains("renew"))
    #expect(try onDesktop("sync").talk.contains("revoked on another one"))
    #expect(try onDesktop("machine", "renew", "--yes").code == 0)
    _ = try onDesktop("add", "organisation", "Anew")
    _ = try onDesktop("sync")
    let anew = try laptop.run("sync", "--no-input")
    #expect(try follow(anew, "--yes").map(\.code) == [0])
    _ = try laptop.run("sync", "--no-input")
    let firms = try laptop.run("list", "organisations").output
    #expect(firms.contains("Anew") && firms.contains("Too late"), "what it built on comes with it")
  }

  @Test func `a file in the open is not read from a folder that is encrypted`() throws {
    try leaveSomething()
    _ = try laptop.run("sync", "--yes")
    _ = try laptop.run("key", "new")
    _ = try laptop.run("sync", box, "--encrypt")
    _ = try onDesktop("add", "organisation", "Open")
    _ = try onDesktop("export", box + "/open.afterword")
    let outcome = try laptop.run("sync", "--no-input")
    #expect(
      outcome.talk.contains("open.afterword: It is not encrypted, though what is left here is."), "\(outcome.talk)")
    #expect(!(try laptop.run("list", "organisations").output.contains("Open")))
  }

  @Test func `what a first sync prints can be typed before anything is written here`() throws {
    _ = try laptop.run("add", "organisation", "Acme")
    _ = try laptop.run("sync", box, "--no-encrypt")
    for answer in ["trust", "revoke"] {
      let fresh = try Home()
      let first = try fresh.run("sync", box, "--no-encrypt", "--no-input")
      #expect(first.code == 0 && first.talk.contains("has not met") && !first.talk.contains("has been here"))
      #expect(try fresh.run("list", "organisations").output.contains("Acme") == false)
      let printed = first.talk.split(separator: "\n").first { $0.hasPrefix("  afterword machine trust ") }
      let words = Transcript.words(String(try #require(printed))).dropFirst(3)
      #expect(try fresh.run(["machine", answer] + words + ["--yes"]).code == 0)
      let second = try fresh.run("sync", "--no-input").talk
      #expect(second.contains(answer == "trust" ? "Took in 3 changes" : "a key of"), "\(second)")
    }
  }

  @Test func `a new key is met as it is printed, and the old one revoked`() throws {
    try leaveSomething()
    _ = try laptop.run("sync", "--yes")
    let renewed = try onDesktop("machine", "renew", "--yes").talk.split(separator: "\n").map(String.init)
    let printed = renewed.filter { $0.hasPrefix("  afterword machine ") }.map {
      Array(Transcript.words($0).dropFirst())
    }
    #expect(printed.map { $0[1] } == ["trust", "revoke"], "\(renewed)")
    _ = try onDesktop("add", "organisation", "Anew")
    _ = try onDesktop("sync")
    #expect(try laptop.run("sync", "--no-input").talk.contains("has not met"))
    for words in printed { #expect(try laptop.run(words + ["--yes"]).code == 0) }
    #expect(try laptop.run("sync", "--no-input").talk.contains("Took in "))
    #expect(try laptop.run("list", "organisations").output.contains("Anew"))
    #expect(try laptop.run("machine").output.contains("  revoked"))
  }

  @Test func `looking at machines makes no key`() throws {
    _ = try laptop.run("machine")
    _ = try laptop.run("list", "people")
    #expect(!FileManager.default.fileExists(atPath: laptop.path(".local/state/afterword/keys/signing.txt")))
    _ = try laptop.run("add", "organisation", "Acme")
    let key = laptop.path(".local/state/afterword/keys/signing.txt")
    let mode = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }
}
