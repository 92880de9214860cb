import Foundation
import Model
import Notes

/// The annotated notes of `Fixtures/Notes` and `Fixtures/MoreNotes`.
struct GoldNote {
  let name: String
  let bytes: [UInt8]
  let gold: Gold

  static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Fixtures").standardizedFileURL

  static func all(in folder: String = "Notes") throws -> [GoldNote] {
    let folder = fixtures.appending(path: folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".gold.json") }
    return try names.sorted().map { file in
      let name = String(file.dropLast(".gold.json".count))
      let gold = try JSONDecoder().decode(Gold.self, from: Data(contentsOf: folder.appending(path: file)))
      return GoldNote(name: name, bytes: [UInt8](try Data(contentsOf: folder.appending(path: name))), gold: gold)
    }
  }

  var reading: Reading { readByRules(bytes, name: name, options: ReadingOptions(on: Day(gold.reference_date))) }
}

/// A note's annotations, as far as the tests score them.
struct Gold: Decodable {
  struct Part: Decodable {
    let value: String?
    let span: [Int]?
  }

  struct Fact: Decodable {
    let field: String
    let value: String?
    let span: [Int]?
    let mentions: [[Int]]?
    let alternatives: [String]?
    let name: Part?
    let title: Part?
    let email: Part?
    let phone: Part?
    let answer: Part?
  }

  let reference_date: String
  let encoding: String
  let bom: Bool
  let newline: String
  let scalar_count: Int
  let facts: [Fact]
}

/// Reads by the recognisers' rules alone, whose findings are what the learnt weights begin with.
func readByRules(_ bytes: [UInt8], name: String? = nil, options: ReadingOptions = ReadingOptions()) -> Reading {
  var options = options
  options.scorer = nil
  return NoteReader.read(bytes, name: name, options: options)
}

func read(_ text: String, on day: String = "2026-03-05", name: String? = nil) -> Reading {
  readByRules(Array(text.utf8), name: name, options: ReadingOptions(on: Day(day)))
}

/// As the program reads, by the learnt weights.
func learnt(_ text: String, on day: String) -> Reading {
  NoteReader.read(Array(text.utf8), name: nil, options: ReadingOptions(on: Day(day)))
}

extension Reading {
  func values(_ field: FactField) -> [String] { facts.filter { $0.field == field }.map(\.value) }
  var people: [PersonDetails] { facts.compactMap(\.person) }
}
