import Foundation
import Testing

/// One Syncthing on loopback that keeps a folder equal with others; it announces itself to nobody.
final class Syncthing {
  let folder: SharedFolder
  let port: Int
  let id: String
  private let home: SharedFolder
  private let process = Process()

  static let program: String? = ["/usr/bin/syncthing", "/usr/local/bin/syncthing"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Makes its key; `start` starts it.
  init(port: Int) throws {
    (folder, home, self.port) = (try SharedFolder(), try SharedFolder(), port)
    let generate = Process()
    generate.executableURL = URL(fileURLWithPath: try #require(Self.program))
    generate.arguments = ["generate", "--home", home.path]
    generate.environment = ["HOME": home.path]
    generate.standardOutput = FileHandle.nullDevice
    generate.standardError = FileHandle.nullDevice
    try generate.run()
    generate.waitUntilExit()
    let made = try String(contentsOfFile: home.file("config.xml"), encoding: .utf8)
    id = try #require(made.split(separator: "<device id=\"").dropFirst().first?.prefix { $0 != "\"" }.description)
  }

  /// Starts it with the other as its only peer.
  func start(with other: Syncthing) throws {
    let devices = [self, other]
    let members = devices.map { "<device id=\"\($0.id)\"/>" }.joined()
    let addresses = devices.map {
      "<device id=\"\($0.id)\"><address>tcp://127.0.0.1:\($0.port)</address></device>"
    }
    let options = [
      "<listenAddress>tcp://127.0.0.1:\(port)</listenAddress>", "<globalAnnounceEnabled>false</globalAnnounceEnabled>",
      "<localAnnounceEnabled>false</localAnnounceEnabled>", "<relaysEnabled>false</relaysEnabled>",
      "<natEnabled>false</natEnabled>", "<urAccepted>-1</urAccepted>", "<autoUpgradeIntervalH>0</autoUpgradeIntervalH>",
      "<crashReportingEnabled>false</crashReportingEnabled>", "<reconnectionIntervalS>1</reconnectionIntervalS>",
      "<startBrowser>false</startBrowser>",
    ]
    let configuration = """
      <configuration version="36"><folder id="box" path="\(folder.path)" rescanIntervalS="2" fsWatcherDelayS="1">
      \(members)</folder>\(addresses.joined())<gui enabled="false"/><options>\(options.joined())</options></configuration>
      """
    try Data(configuration.utf8).write(to: URL(fileURLWithPath: home.file("config.xml")))
    process.executableURL = URL(fileURLWithPath: try #require(Self.program))
    process.arguments = ["serve", "--home", home.path, "--no-browser", "--no-restart"]
    process.environment = ["HOME": home.path, "STNOUPGRADE": "1"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// The bundles that lie in its folder.
  var bundles: [String] { folder.names.filter { $0.hasSuffix(".afterword") } }

  /// Waits until both folders hold the same bundles, at most a minute.
  func waitUntilEqual(_ other: Syncthing) throws {
    for _ in 0..<600 {
      if bundles == other.bundles { return }
      usleep(100_000)
    }
    throw NotEqual(here: bundles, there: other.bundles)
  }

  struct NotEqual: Error {
    let here: [String]
    let there: [String]
  }

  deinit {
    guard process.isRunning else { return }
    process.terminate()
    process.waitUntilExit()
  }
}
