import Foundation
import Model
import Notes
import NotesTestSupport
import SeededNumbers
import Testing

@Suite struct ReadingLawTests {
  @Test func `every line of every note is accounted for, and spans say what they cover`() throws {
    for note in try GoldNote.all() { try checkLaws(note.reading, note.name) }
  }

  @Test func `encoding, mark, line ends and length are as annotated`() throws {
    for note in try GoldNote.all() {
      let reading = note.reading
      #expect(reading.encoding.rawValue == note.gold.encoding, "\(note.name)")
      #expect(reading.hasByteOrderMark == note.gold.bom, "\(note.name)")
      #expect(reading.newline.rawValue == note.gold.newline, "\(note.name)")
      #expect(reading.text.count == note.gold.scalar_count, "\(note.name)")
    }
  }

  @Test func `every prefix of every note reads within the laws`() throws {
    for note in try GoldNote.all() {
      for end in stride(from: 0, through: note.bytes.count, by: note.bytes.count > 1500 ? 41 : 13) {
        try checkLaws(
          readByRules(Array(note.bytes[..<end]), options: ReadingOptions(on: Day(note.gold.reference_date))),
          "\(note.name) up to \(end)")
      }
    }
  }

  @Test func `reading twice gives the same`() throws {
    for note in try GoldNote.all() {
      let (first, second) = (note.reading, note.reading)
      #expect(first.facts == second.facts && first.lines == second.lines, "\(note.name)")
    }
  }

  @Test func `line ends change no value`() throws {
    for note in try GoldNote.all() where note.gold.encoding == "utf-8" {
      let text = try #require(String(validating: note.bytes, as: UTF8.self)).replacing("\r\n", with: "\n")
      let (plain, pairs) = (
        read(text, on: note.gold.reference_date), read(text.replacing("\n", with: "\r\n"), on: note.gold.reference_date)
      )
      #expect(plain.facts.map(\.value) == pairs.facts.map(\.value), "\(note.name)")
      #expect(plain.people.map(\.name.value) == pairs.people.map(\.name.value), "\(note.name)")
    }
  }

  @Test func `random bytes read within the laws`() throws {
    for seed in 1...60 as ClosedRange<UInt64> {
      var random = SplitMix(seed: seed)
      let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      try checkLaws(readByRules(bytes, options: ReadingOptions(on: Day(number: 20000))), "seed \(seed)")
    }
  }

  @Test(arguments: ["Notes", "MoreNotes"]) func `the annotated notes score above the floor`(_ folder: String) throws {
    var score = Score()
    for note in try GoldNote.all(in: folder) { score.add(note) }
    #expect(score.f1 >= 0.93, "F1 \(score.f1)")
    #expect(score.precision >= 0.94, "precision \(score.precision)")
  }

  private func checkLaws(_ reading: Reading, _ name: String) throws {
    let broken = ReadingLaws.broken(by: reading)
    try #require(broken == nil, "\(name): \(broken ?? "")")
  }
}
