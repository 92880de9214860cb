import Foundation
import Testing

/// One script a rule, named after its row, and one for each interplay.
enum Goldens {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Fixtures/Playbook").standardized

  static var names: [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0.hasSuffix(".plan") }.sorted()
  }
}

@Test(arguments: Goldens.names)
func `a search is planned as written down`(name: String) throws {
  let file = Goldens.folder.appendingPathComponent(name)
  let script = try String(contentsOf: file, encoding: .utf8)
  let actual = try Scenario.run(script)
  if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
    try actual.write(to: file, atomically: true, encoding: .utf8)
  }
  #expect(actual == script, "\(name): run with RECORD_GOLDENS=1 to record anew")
}
