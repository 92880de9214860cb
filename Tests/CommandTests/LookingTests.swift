import Foundation
import Testing

/// Looking changes nothing: no store comes of it, no byte of one changes, nothing is left beside it.
@Suite struct LookingTests {
  private static let looking = [
    [], ["today"], ["today", "--brief"], ["today", "--all"], ["plan"], ["plan", "acme"], ["plan", "--ics"],
    ["why", "zz"], ["script", "zz"], ["prepare"],
    ["promises"],
    ["offers"], ["materials"], ["references"], ["show", "acme"], ["list", "people"], ["list", "people", "--json"],
    ["find", "acme"], ["page", "-"], ["log-since", "0"], ["page", "acme", "-"], ["history"], ["history", "acme"],
    ["conflicts"],
    ["duplicates"], ["status"], ["doctor"],
    ["drafts"],
    ["playbook", "list"], ["playbook", "show"], ["playbook", "compare", "acme"], ["when", "friday"],
    ["read", "note.txt"],
    ["import", "note.txt", "--dry-run"], ["add", "person", "Dana", "-n"], ["key", "show"], ["sync"],
    ["sync", "nowhere"],
    ["sync", "nowhere", "--no-encrypt"], ["playbook", "use", "nosuch"],
    ["playbook", "set", "persistent", "no.such", "1d"],
    ["add", "person", "Dana", "titel=CTO"], ["import", "missing.txt"], ["show"], ["set", "acme"], ["nosuch"],
    ["--help"],
    ["--version"], ["list", "nosuch"], ["undo", "-n"], ["verify", "missing.afterword"],
  ]

  /// Every file below the home folder with its bytes; an empty folder holds nothing. The numbers of the page shown last are
  /// no change: they are what looking is remembered by.
  private func files(_ home: Home) throws -> [String: Data] {
    let all = FileManager.default.enumerator(atPath: home.folder)?.compactMap { $0 as? String } ?? []
    let paths = all.filter { !$0.hasSuffix(".page") }.filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: home.path(path), isDirectory: &isFolder) && !isFolder.boolValue
    }
    return Dictionary(
      uniqueKeysWithValues: paths.map { ($0, FileManager.default.contents(atPath: home.path($0)) ?? Data()) })
  }

  @Test func `without a store none is made`() throws {
    let home = try Home()
    try home.write("note.txt", "Acme, phone with Dana (HR), 2 March 2026\n")
    let before = try files(home)
    for line in Self.looking {
      _ = try home.run(line)
      let after = try files(home)
      #expect(after == before, "\(line): \(Set(after.keys).symmetricDifference(before.keys))")
    }
  }

  @Test func `a store stays as it was, byte for byte`() throws {
    let home = try Home()
    try home.write("note.txt", "Acme, phone with Dana (HR), 2 March 2026\nI will send the plan by Friday.\n")
    _ = try home.run("import", "note.txt", "--today", "2026-03-03")
    _ = try home.run("find", "acme")
    let before = try files(home)
    for line in Self.looking where line.first != "sync" {
      _ = try home.run(line)
      let after = try files(home)
      let changed = Set(after.keys).union(before.keys).filter { after[$0] != before[$0] }
      #expect(changed.isEmpty, "\(line): \(changed)")
    }
  }

  @Test func `a copied store is looked at without the state folder being made`() throws {
    let home = try Home()
    _ = try home.run("add", "organisation", "Acme")
    let copy = try Home()
    try FileManager.default.copyItem(
      atPath: home.path(".local/share/afterword/afterword.sqlite"), toPath: copy.path("s.sqlite"))
    let before = try files(copy)
    for line in Self.looking where !["sync", "find", "import"].contains(line.first) {
      _ = try copy.run(line, variables: ["AFTERWORD_STORE": copy.path("s.sqlite")])
      let changed = Set(try files(copy).keys).symmetricDifference(before.keys)
      #expect(changed.isEmpty, "\(line): \(changed)")
    }
    #expect(try files(copy) == before)
  }

  @Test func `playbooks are shown without a store`() throws {
    let home = try Home()
    #expect(try home.run("playbook", "list").output.contains("persistent"))
    #expect(try home.run("playbook", "show", "persistent").code == 0)
    #expect(try home.run("playbook", "show", "nosuch").code == 2)
  }

  @Test func `the first page stays until something is kept`() throws {
    let home = try Home()
    for line in [["playbook", "list"], ["sync", "nowhere", "--no-encrypt"], ["playbook", "use", "nosuch"]] {
      _ = try home.run(line)
      #expect(try home.run([]).output.contains("There is no store yet"), "\(line)")
    }
  }
}
