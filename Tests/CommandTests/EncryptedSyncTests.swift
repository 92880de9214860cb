import Foundation
import Testing

/// Two machines and a shared folder, typed as the program itself says.
@Suite struct EncryptedSyncTests {
  /// Two fresh systems, both called "debian".
  private final class Pair {
    let laptop: Home
    let desktop: Home
    let box: String

    init() throws {
      (laptop, desktop) = (try Home(), try Home())
      box = laptop.path("box")
      try FileManager.default.createDirectory(atPath: box, withIntermediateDirectories: true)
    }

    func run(_ home: Home, _ arguments: String...) throws -> Home.Outcome {
      try home.run(arguments, variables: ["AFTERWORD_MACHINE": "debian"])
    }

    /// Types the command lines that an output sets apart.
    func follow(_ outcome: Home.Outcome, on home: Home) throws -> [Home.Outcome] {
      let lines = (outcome.output + outcome.talk).split(separator: "\n").filter { $0.hasPrefix("  afterword ") }
      return try lines.map { line in
        let words = Transcript.words(String(line).replacing("'", with: "\"")).dropFirst()
        return try home.run(Array(words), variables: ["AFTERWORD_MACHINE": "debian"])
      }
    }
  }

  @Test func `what a new machine is told to type lets it read everything at the first try`() throws {
    let pair = try Pair()
    let (laptop, desktop) = (pair.laptop, pair.desktop)
    for number in 0..<12 { _ = try pair.run(laptop, "add", "organisation", "Acme \(number)") }
    _ = try pair.run(laptop, "key", "new")
    let first = try pair.run(laptop, "sync", pair.box, "--encrypt")
    #expect(first.code == 0 && first.talk.contains("Left "), "\(first.talk)")
    _ = try pair.run(desktop, "key", "new")
    let locked = try pair.run(desktop, "sync", pair.box, "--encrypt")
    #expect(locked.talk.contains("encrypted, but not for this machine") && !locked.talk.contains("Passphrase"))
    #expect(!locked.talk.contains("no other machine has been here"))
    let followed = try pair.follow(locked, on: laptop)
    #expect(followed.count == 2 && followed.allSatisfy { $0.code == 0 }, "\(followed)")
    #expect(followed.first?.talk.contains("leaves everything anew") == true)
    #expect(followed.last?.talk.contains("Left everything anew for debian (2)'s key (") == true)
    let asked = try pair.run(desktop, "sync")
    #expect(asked.talk.contains("has not met") && asked.talk.contains("machine trust"), "\(asked.talk)")
    let read = try pair.run(desktop, "sync", "--yes")
    #expect(read.talk.contains("Took in ") && !read.talk.contains("Not read"), "\(read.talk)")
    #expect(
      try pair.run(desktop, "list", "organisations", "--plain").output
        == pair.run(laptop, "list", "organisations", "--plain").output)
  }

  @Test func `the way back works the same, with machines of equal name told apart`() throws {
    let pair = try Pair()
    let (laptop, desktop) = (pair.laptop, pair.desktop)
    _ = try pair.run(laptop, "add", "organisation", "Acme")
    _ = try pair.run(desktop, "add", "organisation", "Zenith")
    for home in [laptop, desktop] {
      let other = home === laptop ? desktop : laptop
      #expect(try pair.follow(try pair.run(home, "key", "new"), on: other).allSatisfy { $0.code == 0 })
    }
    _ = try pair.run(laptop, "sync", pair.box, "--encrypt", "--yes")
    _ = try pair.run(desktop, "sync", pair.box, "--encrypt", "--yes")
    let agreed = try pair.run(laptop, "sync", "--yes")
    #expect(agreed.code == 0 && agreed.talk.contains("This machine and debian"), "\(agreed.talk)")
    let machines = try pair.run(laptop, "machine", "--plain").output.split(separator: "\n").map {
      String($0.prefix { $0 != "\t" })
    }
    #expect(Set(machines) == ["debian", "debian (2)"])
    let named = try pair.run(desktop, "machine", "name", "tower two")
    #expect(named.code == 0 && named.talk.contains("This machine is called tower two now"))
    #expect(try pair.run(desktop, "machine", "name", "tower two").talk.contains("already"))
    _ = try pair.run(desktop, "sync")
    #expect(try pair.run(laptop, "sync").talk.contains("tower two"))
    #expect(try pair.run(laptop, "status").output.contains("Machine   tower two"))
    let own = machines[0]
    let refused = try pair.run(laptop, "export", "x.afterword", "--since", own)
    #expect(refused.code == 2 && refused.talk.contains("this machine itself") && refused.talk.contains("tower two"))
    #expect(try pair.run(laptop, "export", "x.afterword", "--since", "tower two").code == 0)
  }

  @Test func `a machine without a key is told how to get one`() throws {
    let pair = try Pair()
    _ = try pair.run(pair.laptop, "add", "organisation", "Acme")
    _ = try pair.run(pair.laptop, "key", "new")
    _ = try pair.run(pair.laptop, "sync", pair.box, "--encrypt")
    let refused = try pair.run(pair.desktop, "sync", pair.box, "--encrypt")
    #expect(refused.code == 2 && refused.talk.contains("afterword key new"))
    let open = try pair.run(pair.desktop, "sync", pair.box, "--no-encrypt")
    #expect(open.talk.contains("type here:\n  afterword key new\n"), "\(open.talk)")
  }

  /// Two machines with a firm each, of which one encrypts what it leaves and the other does not.
  private func differing() throws -> Pair {
    let pair = try Pair()
    _ = try pair.run(pair.laptop, "add", "organisation", "Acme")
    _ = try pair.run(pair.desktop, "add", "organisation", "Zenith")
    _ = try pair.run(pair.laptop, "key", "new")
    #expect(try pair.run(pair.laptop, "sync", pair.box, "--encrypt", "--yes").code == 0)
    #expect(try pair.run(pair.desktop, "sync", pair.box, "--no-encrypt", "--yes").code == 0)
    return pair
  }

  private func expectAgreement(_ pair: Pair) throws {
    for home in [pair.laptop, pair.desktop, pair.laptop, pair.desktop] {
      let agreed = try pair.run(home, "sync", "--yes")
      #expect(agreed.code == 0 && !agreed.talk.contains("Not read"), "\(agreed.talk)")
      #expect(try pair.run(home, "list", "organisations", "--plain").output.split(separator: "\n").count == 2)
    }
  }

  @Test(arguments: [true, false])
  func `where one encrypts and the other does not, what either is told to type gives both everything`(
    isOpenFirst: Bool
  ) throws {
    let pair = try differing()
    let order = isOpenFirst ? [pair.desktop, pair.laptop] : [pair.laptop, pair.desktop]
    for _ in 0..<3 {
      for home in order {
        let other = home === pair.laptop ? pair.desktop : pair.laptop
        let told = try pair.run(home, "sync", "--yes")
        let isHere = told.talk.contains("type here:")
        for typed in try pair.follow(told, on: isHere ? home : other) {
          #expect(typed.code == 0, "\(told.talk)\(typed.talk)")
          if typed.output.hasPrefix("age1") { _ = try pair.follow(typed, on: isHere ? other : home) }
        }
      }
    }
    try expectAgreement(pair)
  }

  @Test func `or nothing is encrypted, if that is what is typed`() throws {
    let pair = try differing()
    let told = try pair.run(pair.laptop, "sync", "--yes")
    #expect(told.talk.contains("leave nothing encrypted: afterword sync --no-encrypt here"), "\(told.talk)")
    let opened = try pair.run(pair.laptop, "sync", "--no-encrypt", "--yes")
    #expect(opened.code == 0 && opened.talk.contains("not encrypted now"), "\(opened.talk)")
    try expectAgreement(pair)
    let names = try FileManager.default.contentsOfDirectory(atPath: pair.box)
    #expect(!names.contains { $0.hasSuffix(".age") }, "\(names)")
  }

  @Test func `the first question says what others do in the folder`() throws {
    let pair = try Pair()
    _ = try pair.run(pair.laptop, "add", "organisation", "Acme")
    _ = try pair.run(pair.laptop, "key", "new")
    _ = try pair.run(pair.laptop, "sync", pair.box, "--encrypt")
    let asked = try pair.run(pair.desktop, "sync", pair.box)
    #expect(asked.code == 5 && asked.talk.contains("What lies there already is encrypted."), "\(asked.talk)")
  }
}
