import Foundation
import Notes
import Testing

/// Single lines in the ways that people write them, from `Fixtures/NoteLines`: what each is to say stands behind it.
@Suite struct NoteLineTests {
  @Test func `the first line of a note names the employer and the people`() throws {
    for parts in try table("titles.txt") {
      let reading = read(parts[0] + "\n", on: "2026-05-20")
      #expect(reading.values(.organisation) == [parts[1]], "\(parts[0])")
      let names = reading.people.map { plain($0.name.value) }
      #expect(names.sorted() == parts[2].split(separator: ";").map { plain(String($0)) }.sorted(), "\(parts[0])")
    }
  }

  @Test func `a sentence is found to be what it says, and nothing else`() throws {
    let head = "Acme Tools, product manager, 2nd interview 19 May 2026 (Zoom)\nWith Lucy Hart (Head of Product)\n\n"
    let known: [FactField] = [.organisation, .role, .interviewDate, .interviewKind, .interviewRound, .person]
    for parts in try table("sentences.txt") {
      let found = read(head + parts[0] + "\n", on: "2026-05-20").facts.filter { !known.contains($0.field) }
      #expect(Set(found.map(\.field.rawValue)) == [parts[1]], "\(parts[0])")
      #expect(found.contains { $0.value.localizedCaseInsensitiveContains(parts[2]) || parts[2].isEmpty }, "\(parts[0])")
    }
  }

  private func table(_ name: String) throws -> [[String]] {
    let path = GoldNote.fixtures.appending(path: "NoteLines/" + name)
    return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Without an honorific.
  private func plain(_ name: String) -> String {
    let words = name.split(separator: " ")
    let honorifics = ["Mr", "Mrs", "Ms", "Dr.", "Prof.", "Frau", "Herr"]
    return words.filter { !honorifics.contains(String($0)) }.joined(separator: " ")
  }
}
