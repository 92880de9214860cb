import Afterword
import Foundation
import Testing

/// The example that `Tools/example` builds on the library.
@Suite struct ExampleTests {
  private static let program: String = {
    let here = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let candidates = [here.path, root.path + "/.build/debug", root.path + "/.build/release"].map { $0 + "/example" }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "example"
  }()

  private func run(_ arguments: [String]) throws -> (output: Data, code: Int32) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (data, process.terminationStatus)
  }

  @Test func `it prints what is due with the addresses as JSON`() throws {
    let folder = try Folder()
    try folder.store().fill()
    // By the machine's clock the thanks are long due, or stale; the promise is due whatever the year.
    _ = try folder.store().add(
      "promise",
      [
        "text": .text("send the plan"), "by": .text("me"), "due": .day(try #require(Folder.today)),
        "person": .reference(try folder.store().reference("dana")),
        "opportunity": .reference(try folder.store().reference("line lead")),
      ])
    let (output, code) = try run([folder.file("store.sqlite")])
    #expect(code == 0)
    let items = try #require(try JSONSerialization.jsonObject(with: output) as? [[String: Any]])
    #expect(items.contains { $0["email"] as? String == "dana@acme.example" })
  }

  @Test func `where there is no store it fails and makes none`() throws {
    let folder = try Folder()
    #expect(try run([folder.file("none.sqlite")]).code == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.file("none.sqlite")))
  }
}
