import Foundation
import Testing

@testable import Store

/// Exchange through what really moves files.
@Suite struct MoverTests {
  @Test(.enabled(if: Syncthing.program != nil, "Syncthing is not installed"))
  func `two machines meet through two Syncthings`() throws {
    let port = 24_000 + 2 * Int.random(in: 0..<1000)
    let (here, there) = (try Syncthing(port: port), try Syncthing(port: port + 1))
    try here.start(with: there)
    try there.start(with: here)
    let laptop = try Laptop(seed: 1)
    let desktop = try Laptop(seed: 2, name: "desktop")
    for round in 0..<3 {
      _ = try laptop.create("organisation", ["name": "Acme \(round)"])
      try laptop.sync(here.folder.path)
      try here.waitUntilEqual(there)
      _ = try desktop.create("organisation", ["name": "Zenith \(round)"])
      try desktop.sync(there.folder.path)
      try here.waitUntilEqual(there)
      try laptop.sync(here.folder.path)
      #expect(try laptop.view() == desktop.view(), "round \(round)")
    }
    try here.waitUntilEqual(there)
    let (mine, theirs) = (try laptop.sync(here.folder.path), try desktop.sync(there.folder.path))
    #expect(mine.skipped.isEmpty && theirs.skipped.isEmpty && mine.left == 0 && theirs.left == 0)
  }

  @Test func `two machines meet through cp to and from a stick`() throws {
    let laptop = try Laptop(seed: 3)
    let desktop = try Laptop(seed: 4, name: "desktop")
    let (here, there) = (try SharedFolder(), try SharedFolder())
    for round in 0..<3 {
      _ = try laptop.create("organisation", ["name": "Acme \(round)"])
      try laptop.sync(here.path)
      try copy(here, to: there)
      _ = try desktop.create("organisation", ["name": "Zenith \(round)"])
      try desktop.sync(there.path)
      try copy(there, to: here)
      try laptop.sync(here.path)
      #expect(try laptop.view() == desktop.view(), "round \(round)")
    }
    #expect(here.names.count < 10, "files that came back are taken up again: \(here.names)")
  }

  private func copy(_ from: SharedFolder, to other: SharedFolder) throws {
    let copy = Process()
    copy.executableURL = URL(fileURLWithPath: "/bin/sh")
    copy.arguments = ["-c", "cp -p \"$0\"/*.afterword \"$1\"/", from.path, other.path]
    try copy.run()
    copy.waitUntilExit()
    #expect(copy.terminationStatus == 0)
  }
}
