import Foundation
import Testing

/// Files and folders that are not what the program expects at their places: links, pipes, what is gone, what cannot be written.
@Suite struct HostilePlacesTests {
  private func home(_ name: String = "Acme") throws -> Home {
    let home = try Home()
    #expect(try home.run("add", "organisation", name).code == 0)
    #expect(try home.run("export", "backup.afterword").code == 0)
    return home
  }

  @Test func `no word is taken for an option of the mover, and no mover beside the notes is run`() throws {
    let home = try home()
    for folder in ["bin", "here"] {
      try FileManager.default.createDirectory(atPath: home.path(folder), withIntermediateDirectories: true)
      try home.write(
        "\(folder)/rclone", "#!/bin/sh\necho \(folder) \"$@\" >> \(home.path("said"))\nexit 1\n", executable: true)
    }
    let path = "here:.:\(home.path("bin")):/usr/bin:/bin"
    let outcome = try home.run("sync", "--no-encrypt", "--", "-v:z", variables: ["PATH": path])
    #expect(outcome.code == 4)
    #expect(try String(contentsOfFile: home.path("said"), encoding: .utf8) == "bin mkdir --quiet -- -v:z\n")
  }

  @Test func `a name in bytes that are no text is refused, and no other file is made in its place`() throws {
    let home = try home()
    let run = try Run(
      "/bin/sh", ["-c", "exec \(Home.program) export \"$(printf 'odd\\377.afterword')\""],
      ["HOME": home.folder, "PATH": "/usr/bin:/bin", "AFTERWORD_MACHINE": "laptop"], folder: home.folder, input: "")
    let outcome = run.finish()
    #expect(outcome.code == 2 && outcome.talk.contains("UTF-8"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.folder).allSatisfy { !$0.hasPrefix("odd") })
  }

  @Test func `a store that was written to and is gone is told of, and none is made in its place`() throws {
    let home = try home()
    let store = home.path(".local/share/afterword/afterword.sqlite")
    try FileManager.default.removeItem(atPath: store)
    for words in [[], ["today"], ["add", "organisation", "Borage"], ["list", "people"], ["doctor"]] {
      let outcome = try home.run(words)
      let talk = outcome.talk.replacing("\n", with: " ")
      #expect(outcome.code == 4 && talk.contains("changes there") && talk.contains("restore"), "\(words): \(talk)")
    }
    #expect(!FileManager.default.fileExists(atPath: store))
  }

  @Test func `what lies at the target is not written through, be it a link, a pipe or a file`() throws {
    let home = try home()
    try home.write("victim", "precious")
    #expect(symlink(home.path("victim"), home.path("link.afterword")) == 0)
    #expect(mkfifo(home.path("pipe.afterword"), 0o600) == 0)
    try home.write("file.afterword", "mine")
    for name in ["link.afterword", "pipe.afterword", "file.afterword"] {
      let outcome = try home.run("export", name)
      #expect(outcome.code == 2 && outcome.talk.contains("--replace"), "\(name): \(outcome.talk)")
      #expect(try home.run("export", name, "--replace").code == 0)
      #expect(try home.run("verify", name).code == 0)
    }
    #expect(try String(contentsOfFile: home.path("victim"), encoding: .utf8) == "precious")
  }

  @Test func `links planted where the program keeps its own files are not followed`() throws {
    let home = try home()
    let state = home.path(".local/state/afterword")
    try home.write("victim", "precious")
    for name in try FileManager.default.contentsOfDirectory(atPath: state) {
      try FileManager.default.removeItem(atPath: state + "/" + name)
      #expect(symlink(home.path("victim"), state + "/" + name) == 0)
    }
    _ = try home.run("add", "organisation", "Zenith")
    try FileManager.default.createDirectory(atPath: home.path("box"), withIntermediateDirectories: true)
    _ = try home.run("sync", "box", "--no-encrypt")
    #expect(try String(contentsOfFile: home.path("victim"), encoding: .utf8) == "precious")
  }

  @Test func `where nothing can be written the place is named, and nothing is left`() throws {
    let home = try home()
    let outcome = try home.run("export", "/proc/backup.afterword")
    #expect(outcome.code == 3 && outcome.talk.contains("/proc/backup.afterword"))
    // A disk that takes 50 kB, of a store whose bundle is larger.
    var random = SystemRandomNumberGenerator()
    let notes = (0..<10_000).map { _ in String(UInt64.random(in: .min ... .max, using: &random), radix: 36) }
    #expect(try home.run("set", "acme", "-q", "notes=" + notes.joined(separator: " ").prefix(120_000)).code == 0)
    let full = try Run(
      "/bin/sh", ["-c", "trap '' XFSZ; ulimit -f 100; exec \"\(Home.program)\" export full.afterword"],
      ["HOME": home.folder, "PATH": "/usr/bin:/bin"], folder: home.folder, input: ""
    ).finish()
    #expect(full.code == 4 && full.talk.contains("full.afterword: writing failed"), "\(full.talk)")
    let left = try FileManager.default.contentsOfDirectory(atPath: home.folder).sorted()
    #expect(left == [".local", "backup.afterword"])
  }
}
