import Foundation
import Testing

/// What reaches the terminal and when.
@Suite struct TerminalTests {
  @Test func `no control character of a name reaches the terminal`() throws {
    let home = try Home()
    let name = "Dana\u{1B}[31m\u{202E}evil\u{9B}2J\u{7}\nafterword: fake"
    _ = try home.run("add", "person", name, "notes=a\u{1B}]0;title\u{7}\u{85}b")
    for command in [
      ["show", "dana"], ["list", "people"], ["list", "people", "--plain"], ["find", "dana"],
      ["history"], ["show", "dana", "--json"], ["show", "nobody\u{1B}[2J"], ["history", "dana"],
    ] {
      let outcome = try home.run(command)
      let harmful = (outcome.output + outcome.talk).unicodeScalars.filter { scalar in
        (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || (0x7F...0x9F).contains(scalar.value)
          || (0x202A...0x202E).contains(scalar.value)
      }
      #expect(harmful.isEmpty, "\(command)")
    }
  }

  @Test func `JSON gives a name back as it was`() throws {
    let home = try Home()
    let name = "Dana\u{1B}[31m\u{202E}x\u{85}"
    _ = try home.run("add", "person", name)
    let json = try home.run("list", "people", "--json").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: [[String: Any]]]
    let fields = object?["rows"]?.first?["fields"] as? [String: Any]
    #expect((fields?["name"] as? String).map { Array($0.unicodeScalars) } == Array(name.unicodeScalars))
  }

  @Test(arguments: [
    ([:], false), (["FORCE_COLOR": "1"], true), (["FORCE_COLOR": "1", "NO_COLOR": "1"], false),
    (["FORCE_COLOR": "1", "NO_COLOR": ""], true), (["FORCE_COLOR": "0"], false), (["TERM": "dumb"], false),
  ])
  func `colour follows the variables`(_ variables: [String: String], _ expected: Bool) throws {
    let home = try Home()
    _ = try home.run("add", "person", "Dana")
    #expect(try home.run(["list", "people"], variables: variables).output.contains("\u{1B}[") == expected)
    #expect(try !home.run(["list", "people", "--no-color"], variables: variables).output.contains("\u{1B}["))
  }

  @Test func `lines are cut to COLUMNS, and to nothing in a pipe`() throws {
    let home = try Home()
    _ = try home.run(
      "add", "person", String(repeating: "long ", count: 15), "title=" + String(repeating: "t", count: 60))
    let cut = try home.run(["list", "people"], variables: ["COLUMNS": "60"]).output
    #expect(cut.split(separator: "\n").allSatisfy { $0.count <= 60 } && cut.contains("…"))
    #expect(try !home.run("list", "people").output.contains("…"))
  }

  @Test func `talk and prose are broken between words, a plain record never`() throws {
    let home = try Home()
    let narrow = ["COLUMNS": "40"]
    let talk = try home.run(["show", "dana"], variables: narrow).talk
    #expect(
      talk.split(separator: "\n").count > 1
        && talk.split(separator: "\n").allSatisfy { $0.count <= 40 || !$0.contains(" ") })
    _ = try home.run("add", "person", "Dana", "title=" + String(repeating: "chief ", count: 12))
    #expect(try home.run(["list", "people", "--plain"], variables: narrow).output.split(separator: "\n").count == 1)
  }

  @Test func `quiet says nothing but errors`() throws {
    let home = try Home()
    let added = try home.run("add", "person", "Dana", "-q")
    #expect(added == Home.Outcome(output: "", talk: "", code: 0))
    #expect(try !home.run("set", "dana", "nosuch=1", "-q").talk.isEmpty)
  }

  @Test func `options may stand before the command`() throws {
    let home = try Home()
    #expect(try home.run("--store", home.path("other.sqlite"), "-q", "add", "person", "Dana").code == 0)
    #expect(try home.run("--store", home.path("other.sqlite"), "list", "people").output.contains("Dana"))
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func `completions exist`(_ shell: String) throws {
    #expect(try Home().run("completions", shell).output.contains(" complete \(shell) "))
  }
}
