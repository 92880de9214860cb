import Foundation
import SeededNumbers
import Testing

/// Two machines' stores as a person merges them at a terminal.
@Suite struct MergeCommandTests {
  /// Two machines that disagree on two fields of one company; the first holds both sides.
  private func disagreeing() throws -> Home {
    let (laptop, desktop) = (try Home(), try Home())
    let other = ["AFTERWORD_MACHINE": "desktop"]
    _ = try laptop.run("add", "organisation", "name=Acme")
    let (first, second) = (laptop.path("first.afterword"), laptop.path("second.afterword"))
    _ = try laptop.run("export", first)
    _ = try desktop.run(["import", first], variables: other)
    _ = try laptop.run("set", "acme", "sector=rail", "website=acme.example")
    _ = try desktop.run(["set", "acme", "sector=tools", "website=acme.test"], variables: other)
    _ = try desktop.run(["export", second], variables: other)
    _ = try laptop.run("import", second, "--yes")
    return laptop
  }

  @Test func `each conflict is settled with one key`() throws {
    let home = try disagreeing()
    let terminal = try Terminal(home, ["resolve"])
    try terminal.wait(for: "sector of Acme")
    try terminal.wait(for: "1-2, s to skip, q to quit?")
    terminal.type("x1")
    try terminal.wait(for: "Settled sector of Acme: tools")
    try terminal.wait(for: "q to quit?")
    terminal.type("s")
    #expect(terminal.end() == 0)
    let left = try home.run("conflicts", "--plain").output
    #expect(left.contains("\twebsite\t") && !left.contains("\tsector\t"))
  }

  @Test func `leaving a question settles nothing`() throws {
    let home = try disagreeing()
    for (key, code) in [("q", Int32(0)), ("\u{3}", 130), ("\u{4}", 0)] {
      let terminal = try Terminal(home, ["resolve"])
      try terminal.wait(for: "q to quit?")
      terminal.type(key)
      #expect(terminal.end() == code)
    }
    #expect(try home.run("conflicts", "--plain").output.split(separator: "\n").count == 4)
  }

  @Test func `history names the machine of each change`() throws {
    let lines = try disagreeing().run("history", "acme").output.split(separator: "\n")
    #expect(lines.contains { $0.contains("desktop") && $0.contains("sector=tools") })
    #expect(lines.contains { $0.contains("laptop") && $0.contains("sector=rail") })
  }

  /// What is interrupted: a merge, writing the store anew from a backup of all that it holds, a rebuild.
  enum Interrupted: String, CaseIterable {
    case merge = "import", repack = "restore", rebuild
  }

  /// Twenty times at another moment.
  @Test(arguments: Interrupted.allCases, [UInt64(2026)])
  func `a command killed at any point leaves the old state or the new`(command: Interrupted, seed: UInt64) throws {
    let (source, before) = (try Home(), try Home())
    let people = (0..<300).map { "BEGIN:VCARD\nVERSION:3.0\nUID:\($0)\nFN:Person \($0)\nEND:VCARD\n" }
    try source.write("people.vcf", people.joined())
    _ = try source.run("import", "people.vcf", "--on", "2026-03-01")
    let bundle = source.path("people.afterword")
    _ = try source.run("export", bundle)
    _ = try before.run("add", "person", "Dana")
    let whole = try count(source) + 1
    if command != .merge { _ = try before.run("import", bundle, "--yes") }
    let backup = before.path("all.afterword")
    _ = try before.run("export", backup)
    let words =
      switch command {
      case .merge: ["import", bundle, "--yes"]
      case .repack: ["restore", backup, "--yes"]
      case .rebuild: ["rebuild"]
      }
    var random = SplitMix(seed: seed)
    for _ in 0..<20 {
      let home = try Home()
      try FileManager.default.copyItem(atPath: before.path(".local"), toPath: home.path(".local"))
      let delay = UInt32.random(in: 0...400_000, using: &random)
      try home.start(words).kill(after: delay)
      let held = try count(home)
      #expect(held == whole || (held == 1 && command == .merge), "seed \(seed): killed after \(delay) µs")
      let checkup = try home.run("doctor")
      #expect(checkup.code == 0, "seed \(seed): killed after \(delay) µs: \(checkup.output)")
      _ = try home.run(words)
      #expect(try count(home) == whole, "seed \(seed): killed after \(delay) µs, then again")
    }
  }

  private func count(_ home: Home) throws -> Int {
    try home.run("list", "people", "--plain").output.split(separator: "\n").count
  }
}
