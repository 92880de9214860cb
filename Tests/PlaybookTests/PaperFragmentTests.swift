import Foundation
import Playbook
import Testing

/// The clauses that people marked in real notes: none of them may break a sentence, and a parser of English that knows
/// nothing of this program reads what is made of them.
@Suite struct PaperFragmentTests {
  /// The marks whose words letters use, with whose words they are.
  private static let perspectives: [String: Perspective] = [
    "topic": .theirs, "challenge": .theirs, "objection": .doubt, "missed": .mine, "tie": .shared(reader: "Tom"),
    "next": .theirs,
  ]

  private static let fragments: [(perspective: Perspective, text: String)] = {
    let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../Fixtures/Papers").standardized
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "marked" }.sorted { $0.path < $1.path }.flatMap { file in
      (try? String(contentsOf: file, encoding: .utf8)).map(marks) ?? []
    }
  }()

  /// The words of `{{mark|words}}`.
  private static func marks(_ paper: String) -> [(perspective: Perspective, text: String)] {
    paper.components(separatedBy: "{{").dropFirst().compactMap { piece in
      guard let end = piece.range(of: "}}"), let bar = piece.firstIndex(of: "|"), bar < end.lowerBound,
        let perspective = perspectives[String(piece[..<bar].prefix { $0.isLetter })]
      else { return nil }
      let words = piece[piece.index(after: bar)..<end.lowerBound].split(whereSeparator: \.isWhitespace)
      return (perspective, words.joined(separator: " "))
    }
  }

  /// A sentence of the plainest kind for what a fragment is; nil where a letter would leave a gap.
  private static func sentence(_ fragment: (perspective: Perspective, text: String)) -> String? {
    let read = Fragment(fragment.text)
    return read.words(for: .clause, fragment.perspective).map { "They know that \($0)." }
      ?? read.words(for: .task, fragment.perspective).map { "I will \($0)." }
      ?? read.words(for: .noun, fragment.perspective).map { "I wrote about \($0)." }
  }

  @Test func `every marked clause is read without breaking a sentence`() {
    #expect(Self.fragments.count > 5000)
    for fragment in Self.fragments.enumerated().filter({ $0.offset % 9 == 1 }).map(\.element) {
      let read = Fragment(fragment.text)
      for place in SentencePlace.allCases where place != .quote && place != .doubt && place != .noun {
        guard let words = read.words(for: place, fragment.perspective) else { continue }
        let ends = [". ", "! ", "; ", "[", "]", "{", "}", "\n"].filter(words.contains)
        #expect(ends.isEmpty && !words.isEmpty && words.count < 170, "\(fragment.text) → \(words)")
      }
    }
  }

  private static let parser = ["/usr/bin/link-parser", "/usr/local/bin/link-parser"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// The parser refuses some good sentences too (trade words, names in small letters), and most of these notes are in broken
  /// English on purpose: the floor is what was measured, less a little.
  @Test(.enabled(if: parser != nil, "link-parser is not installed: apt-get install link-grammar"))
  func `a parser of English reads what is made of them`() throws {
    let sentences = Self.fragments.enumerated().filter { $0.offset % 9 == 0 }.compactMap { Self.sentence($0.element) }
    try #require(sentences.count > 350)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.parser))
    process.arguments = ["en", "-batch", "-verbosity=0", "-limit=50", "-timeout=2"]
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("sentences-\(UUID().uuidString)")
    try sentences.joined(separator: "\n").appending("\n").write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    process.standardInput = try FileHandle(forReadingFrom: file)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    let refused = output.components(separatedBy: "+++++ error").count - 1
    #expect(output.contains("Bye."), "it read to the end")
    #expect(Double(refused) / Double(sentences.count) < 0.2, "\(refused) of \(sentences.count) refused")
  }
}
