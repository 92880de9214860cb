import Testing

@testable import Model

@Suite struct RowIDTests {
  @Test func `bytes and digits read back as the same id`() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let id = RowID(high: generator.next(), low: generator.next())
      #expect(RowID(id.bytes) == id)
      #expect(RowID(id.description) == id)
      #expect(Subject(Subject(kind: "person", id: id).description)?.id == id)
    }
  }

  @Test(arguments: ["", "0123", String(repeating: "g", count: 32), String(repeating: "A", count: 32)])
  func `what is no id is refused`(text: String) {
    #expect(RowID(text) == nil)
    #expect(RowID(Array(text.utf8).prefix(15)) == nil)
  }

  @Test func `a version 7 id sorts by its time and says its version`() {
    let early = RowID(milliseconds: 1_700_000_000_000, random: (.max, .max))
    let late = RowID(milliseconds: 1_700_000_000_001, random: (0, 0))
    #expect(early < late)
    #expect(early.bytes[6] >> 4 == 7)
    #expect(early.bytes[8] >> 6 == 2)
  }
}
