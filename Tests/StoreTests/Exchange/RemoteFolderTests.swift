import Foundation
import Testing

@testable import Store

/// A WebDAV server of rclone's on loopback, over a folder of its own.
private final class WebDAV {
  let folder: SharedFolder
  private let process = Process()

  static let program: String? = ["/usr/bin/rclone", "/usr/local/bin/rclone"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Starts it and tells rclone, by environment, of a remote called `afterwordtest`.
  init(port: Int) throws {
    folder = try SharedFolder()
    process.executableURL = URL(fileURLWithPath: try #require(Self.program))
    process.arguments = ["serve", "webdav", folder.path, "--addr", "127.0.0.1:\(port)"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    setenv("RCLONE_CONFIG_AFTERWORDTEST_TYPE", "webdav", 1)
    setenv("RCLONE_CONFIG_AFTERWORDTEST_URL", "http://127.0.0.1:\(port)", 1)
    setenv("RCLONE_RETRIES", "10", 1)
    setenv("RCLONE_RETRIES_SLEEP", "300ms", 1)
    try process.run()
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
  }
}

@Suite struct RemoteFolderTests {
  @Test(.enabled(if: WebDAV.program != nil, "rclone is not installed"))
  func `two machines meet through a server that rclone reaches`() throws {
    let server = try WebDAV(port: 21_800 + Int.random(in: 0..<2000))
    let laptop = try Laptop(seed: 1)
    let desktop = try Laptop(seed: 2, name: "desktop")
    let options = SyncOptions(encrypts: false, consent: .yes)
    func sync(_ machine: Laptop) throws -> SyncReport {
      let remote = try #require(RemoteFolder("afterwordtest:box", machine.store.environment))
      return try remote.sync(machine.store, options)
    }
    for number in 0..<4 {
      _ = try laptop.create("organisation", ["name": "Acme \(number)"])
      _ = try sync(laptop)
    }
    #expect(try sync(desktop).merged.newTransactions == 4)
    _ = try desktop.create("organisation", ["name": "Zenith"])
    #expect(try sync(desktop).left > 0)
    #expect(try sync(laptop).merged.newTransactions == 1)
    #expect(try laptop.view() == desktop.view())
    #expect(try laptop.store.lastSync()?.folder == "afterwordtest:box")
    let files = try FileManager.default.contentsOfDirectory(atPath: server.folder.path + "/box")
    #expect(files.count <= 4, "files that were taken up are gone there too: \(files)")
  }

  @Test func `a path with a colon that is there is a folder, not a remote`() throws {
    let laptop = try Laptop(seed: 3)
    #expect(RemoteFolder("/media/stick", laptop.store.environment) == nil)
    #expect(RemoteFolder("./a:b", laptop.store.environment) == nil)
    #expect(RemoteFolder("nas:afterword", laptop.store.environment)?.remote == "nas:afterword")
  }
}
