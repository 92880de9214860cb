import ArgumentParser
import Foundation
import Model
import Notes
import SeededNumbers
import Store

/// How fast notes are read, and how fast a life's folder of them gets into a store.
struct NotesBench: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "notes", abstract: "Reading and importing notes.")

  @Option(help: "The folder of notes that the work is made from.") var notes = "Fixtures/Notes"
  @Option(help: "Notes to import.") var count = 10_000
  @Option(help: "Runs of the reading; the best counts.") var runs = 5

  func run() throws {
    let samples = try files(notes).map { Array(try Data(contentsOf: URL(fileURLWithPath: notes + "/" + $0))) }
    // First, so that the peak of memory is its own.
    try importing(samples)
    reading(samples, rounds: 200, name: "annotated notes")
    reading((0..<1000).map { Array(Self.note($0).utf8) }, rounds: 2, name: "notes of 2 kB")
    scanning(samples)
    growth(samples)
  }

  private func files(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasSuffix(".json") }.sorted()
  }

  private var reference: ReadingOptions { ReadingOptions(on: Day("2026-03-20")) }

  private func reading(_ samples: [[UInt8]], rounds: Int, name: String) {
    let bytes = samples.reduce(0) { $0 + $1.count } * rounds
    var best = Double.infinity
    var found = (facts: 0, people: 0, dates: 0)
    for _ in 0..<runs {
      found = (0, 0, 0)
      let spent = Spent.by {
        for _ in 0..<rounds {
          for sample in samples {
            let facts = NoteReader.read(sample, options: reference).facts
            found.facts += facts.count
            found.people += facts.count { $0.field == .person }
            found.dates += facts.count { $0.field == .interviewDate || $0.field == .promisedDate }
          }
        }
      }
      best = min(best, spent.cpu)
    }
    let on = "\(name): \(samples.count), \(rounds) times, \(bytes >> 10) KiB"
    Figure(bench: "notes", figure: "read", value: Double(bytes) / best / 1e6, unit: "MB/s CPU", on: on, runs: runs)
      .print()
    for (figure, count) in [("findings", found.facts), ("people", found.people), ("dates", found.dates)] {
      Figure(bench: "notes", figure: figure, value: Double(count) / best, unit: "1/s CPU", on: on, runs: runs).print()
    }
  }

  /// Cutting ten megabytes into lines, without reading them.
  private func scanning(_ samples: [[UInt8]]) {
    let text: [UInt8] = samples.filter { !$0.contains(0) }.joined(separator: [0x0A]) + [0x0A]
    let bytes: [UInt8] = Array(repeatElement(text, count: 10_000_000 / text.count).joined())
    let scalars = DecodedText(bytes).scalars
    let best = (0..<runs).map { _ in Spent.by { _ = NoteReader.lineCount(scalars) }.cpu }.min() ?? 0
    Figure(
      bench: "notes", figure: "line scan", value: Double(bytes.count) / best / 1e6, unit: "MB/s CPU",
      on: "\(bytes.count >> 10) KiB", runs: runs
    ).print()
  }

  /// Twice the text in one file against once: how the cost grows, for notes and for what is made to be slow.
  private func growth(_ samples: [[UInt8]]) {
    let text: [UInt8] = samples.filter { !$0.contains(0) }.joined(separator: [0x0A]) + [0x0A]
    let kinds: [(String, (Int) -> [UInt8])] = [
      ("notes in one file", { Array(repeatElement(text, count: 100 * $0).joined()) }),
      ("one line of 10 MB", { Array(repeatElement(Array("word ".utf8), count: 2_000_000 * $0).joined()) }),
      ("a million spaces", { Array(repeating: 0x20, count: 1_000_000 * $0) }),
      ("a million quote marks", { Array(repeating: 0x3E, count: 1_000_000 * $0) }),
    ]
    for (name, make) in kinds {
      let spent: [Double] = [make(1), make(2)].map { bytes in
        (0..<runs).map { _ in Spent.by { _ = NoteReader.read(bytes, options: reference) }.cpu }.min() ?? 0
      }
      Figure(
        bench: "notes", figure: "cost of twice the text", value: spent[1] / spent[0], unit: "×", on: name, runs: runs
      ).print()
    }
  }

  private func importing(_ samples: [[UInt8]]) throws {
    let scratch = try Scratch()
    let folder = scratch.path + "/notes"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var bytes = 0
    for number in 0..<count {
      let note = Self.note(number)
      bytes += note.utf8.count
      try Data(note.utf8).write(to: URL(fileURLWithPath: folder + "/note-\(number).txt"))
    }
    var random = SplitMix(seed: 7)
    let store = try Store(
      Environment(
        storePath: scratch.path + "/store.sqlite", stateFolder: scratch.path + "/state", machine: "bench",
        machineName: "bench", today: Day(number: 20_600), now: { 1_780_000_000_000 }, random: { random.next() }))
    let files = NoteFile.files(below: [folder]) { _, _ in }
    let spent = try Spent.by {
      _ = try store.importNotes(files, NotesImportOptions(today: Day(number: 20_600)))
    }
    let on = "\(count) notes of \(bytes / count) bytes"
    Figure(bench: "notes", figure: "import", value: spent.cpu, unit: "s CPU", on: on, runs: 1).print()
    Figure(bench: "notes", figure: "import", value: spent.wall, unit: "s wall", on: on, runs: 1).print()
    Figure(bench: "notes", figure: "peak memory", value: peakMemory(), unit: "MB", on: on, runs: 1).print()
  }

  /// A note of about 2 kB of a search that goes on for years.
  private static func note(_ number: Int) -> String {
    let day = Day(number: 18_000 + number / 4)
    let filler = (0..<19).map {
      "They showed me floor \($0) and I wrote down what the team there does all day, entry \(number * 7 + $0).\n"
    }.joined()
    return """
      # Company \(number / 3) - on-site
      Date: \(day)
      Role: Engineer \(number % 40)
      Interviewer: Person\(number / 3) Example (Head of Things), p\(number / 3)@company\(number / 3).example

      Topics
      - the billing system number \(number)
      - how they plan a quarter

      Concern: only \(number % 9 + 1) years with the tool
      Next: second round with the team
      They will let me know by \(day + 7)
      I promised to send slides on topic \(number)

      \(filler)
      """
  }
}
