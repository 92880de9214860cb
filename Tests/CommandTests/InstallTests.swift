import Foundation
import Testing

@Suite struct InstallTests {
  private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func install(_ home: Home, _ arguments: String...) throws -> Home.Outcome {
    try Run(
      "/bin/bash", [root.appending(path: "Tools/install").path] + arguments,
      ["HOME": home.folder, "PATH": "/usr/bin:/bin"], folder: home.folder, input: ""
    ).finish()
  }

  private func files(_ home: Home) -> [String] {
    let all = FileManager.default.enumerator(atPath: home.path("place it"))?.compactMap { $0 as? String } ?? []
    var isFolder: ObjCBool = false
    return all.filter {
      FileManager.default.fileExists(atPath: home.path("place it/" + $0), isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }

  @Test func `what is installed works, lies where the shells and man look, and goes away again`() throws {
    let home = try Home()
    for _ in 0..<2 {
      let outcome = try install(home, "--binary", Home.program, "place it")
      #expect(outcome.code == 0, "\(outcome.talk)")
      #expect(outcome.output.contains("Add \(home.path("place it"))/bin to PATH"))
      #expect(
        files(home) == [
          "bin/afterword", "bin/aw", "share/bash-completion/completions/afterword",
          "share/bash-completion/completions/aw", "share/fish/vendor_completions.d/afterword.fish",
          "share/fish/vendor_completions.d/aw.fish", "share/man/man1/afterword.1",
          "share/systemd/user/afterword-today.service", "share/systemd/user/afterword-today.timer",
          "share/zsh/site-functions/_afterword", "share/zsh/site-functions/_aw",
        ])
    }
    let program = home.path("place it/bin/afterword")
    let run = try Run(program, ["--version"], ["HOME": home.folder], folder: home.folder, input: "").finish()
    #expect(run.code == 0 && !run.output.isEmpty)
    let short = try Run(
      home.path("place it/bin/aw"), ["--version"], ["HOME": home.folder], folder: home.folder, input: ""
    ).finish()
    #expect(short.output == run.output)
    let size = { (path: String) in (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0 }
    #expect(size(program) < size(Home.program), "symbols are left out")
    let manual = try String(contentsOfFile: home.path("place it/share/man/man1/afterword.1"), encoding: .utf8)
    for command in ["letter draft", "letter sent", "playbook use", "key add", "machine name", "import"] {
      #expect(manual.contains(".SS \(command)\n"), "\(command)")
    }
    let unit = try String(
      contentsOfFile: home.path("place it/share/systemd/user/afterword-today.service"), encoding: .utf8)
    #expect(unit.contains("\"\(program)\" today --brief"), "\(unit)")
    #expect(try install(home, "--list", "place it").output.split(separator: "\n").count >= files(home).count)
    let gone = try install(home, "--uninstall", "place it")
    #expect(gone.code == 0 && files(home).isEmpty)
    #expect(try install(home, "--list", "place it").code == 1)
    #expect(try install(home, "--nonsense").code == 2)
  }

  @Test(.enabled(if: OutsideProgram("dpkg-deb") != nil, "dpkg-deb is not installed"))
  func `a package of one commit is the same bytes each time, its owner root, its files where Debian looks`() throws {
    let home = try Home()
    try home.write("program", "#!/bin/sh\nexec '\(Home.program)' \"$@\"\n", executable: true)
    func package(_ folder: String) throws -> Home.Outcome {
      try Run(
        "/bin/bash",
        [root.appending(path: "Tools/package").path, "--binary", "program", "--version", "1.2", folder],
        ["HOME": home.folder, "PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1770000000", "TMPDIR": home.folder],
        folder: home.folder, input: ""
      ).finish()
    }
    for folder in ["one", "two"] {
      let outcome = try package(folder)
      #expect(outcome.code == 0, "\(outcome.talk)")
    }
    let made = try FileManager.default.contentsOfDirectory(atPath: home.path("one")).sorted()
    #expect(made.map { $0.split(separator: ".").last } == ["deb", "sha256", "xz"], "\(made)")
    for file in made {
      #expect(FileManager.default.contentsEqual(atPath: home.path("one/" + file), andPath: home.path("two/" + file)))
    }
    let deb = try #require(OutsideProgram("dpkg-deb"))
    let inside = try deb.run(["--contents", "one/" + made[0]], in: home).output
    for file in [
      "bin/afterword", "share/man/man1/afterword.1.gz", "share/bash-completion/completions/afterword",
      "share/zsh/vendor-completions/_afterword", "share/fish/vendor_completions.d/afterword.fish",
      "share/systemd/user/afterword-today.timer", "share/doc/afterword/changelog.gz",
    ] {
      #expect(inside.contains(" ./usr/" + file + "\n"), "\(file) in \(inside)")
    }
    #expect(inside.split(separator: "\n").allSatisfy { $0.contains(" root/root ") }, "\(inside)")
    #expect(!inside.contains("home") && !inside.contains("local"))
    #expect(try deb.run(["--field", "one/" + made[0], "Version"], in: home).output == "1.2\n")
    #expect(try deb.run(["--extract", "one/" + made[0], "out"], in: home).code == 0)
    let unit = try String(
      contentsOfFile: home.path("out/usr/share/systemd/user/afterword-today.service"), encoding: .utf8)
    #expect(unit.contains("\"/usr/bin/afterword\" today --brief"), "\(unit)")
  }

  @Test func `the manual has no fault that man would tell of`() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/groff") else {
      print("skipped: groff is not installed")
      return
    }
    let home = try Home()
    try home.write("a.1", try home.run("manual").output)
    let checked = try Run(
      "/usr/bin/groff", ["-Kutf8", "-man", "-Tutf8", "-ww", "-z", "a.1"], ["PATH": "/usr/bin:/bin"],
      folder: home.folder,
      input: ""
    ).finish()
    #expect(checked.talk.isEmpty, "\(checked.talk.prefix(500))")
  }
}
