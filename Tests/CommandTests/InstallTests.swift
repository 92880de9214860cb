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
    let gone = try install(home, "--uninstall", "place it")
    #expect(gone.code == 0 && files(home).isEmpty)
    #expect(try install(home, "--nonsense").code == 2)
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
