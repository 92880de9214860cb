import BundleFile
import Foundation
import Testing

private func write(_ text: String, to path: String, replace: Bool = false) throws {
  try SafeFile.write(to: path, replace: replace) { sink in
    try Array(text.utf8).withUnsafeBytes(sink)
  } readBack: { _ in
  }
}

@Suite struct `A file is there whole or not at all` {
  @Test func `it is written for its owner alone and read back`() throws {
    let folder = TestFolder()
    var seen: [UInt8] = []
    try SafeFile.write(to: folder.path + "/a", replace: false) { sink in
      try Array("hello".utf8).withUnsafeBytes(sink)
    } readBack: { source in
      var buffer = [UInt8](repeating: 0, count: 64)
      let count = try buffer.withUnsafeMutableBytes { try source($0) }
      seen = Array(buffer[..<count])
    }
    #expect(seen == Array("hello".utf8))
    var status = stat()
    #expect(stat(folder.path + "/a", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(folder.names == ["a"])
  }

  @Test func `writers at the same time do not take each other's new files for stale ones`() async throws {
    let folder = TestFolder()
    let path = folder.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask { for turn in 0..<200 { try write("hello", to: path + "/\(writer)-\(turn)") } }
      }
      try await group.waitForAll()
    }
    #expect(folder.names.count == 1600)
  }

  @Test func `nothing is replaced unless asked`() throws {
    let folder = TestFolder()
    folder.put("a", "old")
    #expect(throws: BundleError.self) { try write("new", to: folder.path + "/a") }
    #expect(try folder.text("a") == "old")
    try write("new", to: folder.path + "/a", replace: true)
    #expect(try folder.text("a") == "new")
    #expect(folder.names == ["a"])
  }

  @Test func `a file that appears meanwhile is not replaced`() throws {
    let folder = TestFolder()
    #expect(throws: BundleError.self) {
      try SafeFile.write(to: folder.path + "/a", replace: false) { sink in
        folder.put("a", "theirs")
        try Array("ours".utf8).withUnsafeBytes(sink)
      } readBack: { _ in
      }
    }
    #expect(try folder.text("a") == "theirs")
    #expect(folder.names == ["a"])
  }

  @Test func `a failure while writing or reading back leaves nothing`() {
    struct Failure: Error {}
    let folder = TestFolder()
    #expect(throws: Failure.self) {
      try SafeFile.write(to: folder.path + "/a", replace: false) { _ in
        throw Failure()
      } readBack: { _ in
      }
    }
    #expect(throws: Failure.self) {
      try SafeFile.write(to: folder.path + "/a", replace: false) { _ in
      } readBack: { _ in
        throw Failure()
      }
    }
    #expect(folder.names.isEmpty)
  }

  @Test func `a link at the target is replaced, not followed`() throws {
    let folder = TestFolder()
    folder.put("precious", "precious")
    symlink(folder.path + "/precious", folder.path + "/a")
    #expect(throws: BundleError.self) { try write("new", to: folder.path + "/a") }
    try write("new", to: folder.path + "/a", replace: true)
    #expect(try folder.text("precious") == "precious")
    #expect(try folder.text("a") == "new")
  }

  @Test func `a killed run's temporary file is removed on the next use, a living one's and foreign ones stay`() throws {
    let folder = TestFolder()
    var during: [String] = []
    try SafeFile.write(to: folder.path + "/a", replace: false) { sink in
      // What a second process does meanwhile.
      try write("b", to: folder.path + "/b")
      during = folder.names
    } readBack: { _ in
    }
    let temporary = try #require(during.first { $0.hasSuffix(".tmp") })
    folder.put(temporary, "half")
    folder.put(".afterword-elsewhere-1.tmp", "half")
    try write("c", to: folder.path + "/c")
    #expect(folder.names == [".afterword-elsewhere-1.tmp", "a", "b", "c"])
  }

  @Test func `a folder that is missing or read-only is said so`() {
    let folder = TestFolder()
    #expect(throws: BundleError.self) { try write("x", to: folder.path + "/none/a") }
    #expect(throws: BundleError.self) { try write("x", to: folder.path + "/") }
    if getuid() != 0 {
      chmod(folder.path, 0o500)
      #expect(throws: BundleError.self) { try write("x", to: folder.path + "/a") }
    }
  }
}

@Suite struct `Only regular files are read` {
  @Test func `a pipe, a folder and a missing file are refused at once`() {
    let folder = TestFolder()
    mkfifo(folder.path + "/pipe", 0o600)
    #expect(throws: BundleError.self) { try InputFile(folder.path + "/pipe") }
    #expect(throws: BundleError.self) { try InputFile(folder.path) }
    #expect(throws: BundleError.self) { try InputFile(folder.path + "/none") }
    #expect(throws: BundleError.self) { try InputFile("/dev/zero") }
  }

  @Test func `a link is followed only where a person named it`() throws {
    let folder = TestFolder()
    folder.put("a", "text")
    symlink("a", folder.path + "/link")
    #expect(try InputFile(folder.path + "/link").size == 4)
    #expect(throws: BundleError.self) { try InputFile(folder.path + "/link", links: .refuse) }
  }

  @Test func `a file beyond the limit is refused before it is read`() {
    let folder = TestFolder()
    folder.put("big", "")
    truncate(folder.path + "/big", Limits.fileBytes + 1)
    #expect(throws: BundleError.self) { try InputFile(folder.path + "/big") }
  }

  @Test func `any number of files may be named at once, and another in the place of one is refused`() throws {
    let folder = TestFolder()
    let names = (0..<50).map { "\(folder.path)/many-\($0)" }
    for name in names { try Data("text".utf8).write(to: URL(fileURLWithPath: name)) }
    let files = try names.map { try InputFile($0) }
    #expect(try files.allSatisfy { try $0.prefix(10).count == 4 })
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + $0)
    }
    #expect(open.allSatisfy { !$0.hasPrefix(folder.path + "/many-") })
    try Data("text".utf8).write(to: URL(fileURLWithPath: folder.path + "/other"))
    #expect(rename(folder.path + "/other", names[0]) == 0)
    #expect(throws: BundleError.self) { try files[0].prefix(10) }
  }
}
