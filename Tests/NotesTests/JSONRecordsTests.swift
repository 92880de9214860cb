import Foundation
import Model
import Notes
import Testing

/// A list of applications as JSON reads as the table that it is; other JSON is data.
@Suite struct JSONRecordsTests {
  private static let objects = [
    #"{"id": 1, "company": "Alder Shipyard", "jobTitle": "buyer", "status": "Rejected", "note": null}"#,
    #"{"id": 2, "company": "Gozo \u0043hannel\tFoods", "jobTitle": "clerk", "status": "No response"}"#,
    #"{"id": 3, "jobTitle": "planner", "company": "Marsa Pharma", "interviews": ["phone 22 April 2025 with Ann Borg"]}"#,
  ]

  @Test(arguments: ["[\n" + objects.joined(separator: ",\n") + "\n]", objects.joined(separator: "\n")])
  func `an array of objects and an object a line read alike`(text: String) {
    let reading = NoteReader.read(Array(text.utf8), options: ReadingOptions(on: Day("2025-05-09")))
    #expect(reading.paper == .log)
    #expect(reading.values(.organisation) == ["Alder Shipyard", "Gozo Channel Foods", "Marsa Pharma"])
    #expect(reading.values(.role) == ["buyer", "clerk", "planner"])
    #expect(reading.values(.stage).prefix(2) == ["rejected", "silent"])
    #expect(reading.values(.interviewDate) == ["2025-04-22"])
    #expect(Set(reading.facts.filter { $0.field == .organisation }.map(\.interview)).count == 3)
  }

  @Test(arguments: [
    #"[{"name": "left-pad", "company": "x"}]"#, #"{"company": "x", "position": "y""#, #"[{"company": ["#, "[[", "[{}]",
    #"{"company": "x"}"#, "[", "[1, 2]",
  ])
  func `other JSON is data`(text: String) {
    let reading = NoteReader.read(Array(text.utf8))
    #expect(reading.facts.isEmpty)
  }

  @Test func `objects that share no names are no table, however many there are`() {
    let objects = (0..<20_000).map { #"{"company": "Acme", "key\#($0)": "value"}"# }
    let reading = NoteReader.read(Array(objects.joined(separator: "\n").utf8))
    #expect(reading.facts.isEmpty)
  }
}
