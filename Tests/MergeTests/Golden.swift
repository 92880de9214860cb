import Foundation
import Testing

/// Compares lines with a file under Fixtures; `RECORD_GOLDENS=1` writes the file instead.
func expectGolden(_ lines: [String], _ path: String) throws {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let file = root.appendingPathComponent("Fixtures").appendingPathComponent(path)
  let text = lines.map { $0 + "\n" }.joined()
  if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
  let golden = try String(contentsOf: file, encoding: .utf8)
  let first = zip(golden.split(separator: "\n"), lines).first { $0.0 != $0.1 }
  #expect(golden == text, "\(path): \(first.map { "\($0.0) became \($0.1)" } ?? "another number of lines")")
}
