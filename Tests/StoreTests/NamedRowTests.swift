import Model
import SeededNumbers
import Testing

@testable import Store

/// Law: what is looked through for a name leaves out no row that goes by it, by its own words or those around it.
@Suite struct NamedRowTests {
  @Test(arguments: 1...4 as ClosedRange<UInt64>) func `no row that words name is left out`(seed: UInt64) throws {
    let laptop = try Laptop(seed: seed)
    let today = try day("2026-04-15")
    laptop.store.today = today
    var random = SplitMix(seed: seed)
    var search = RandomSearch(seed: seed, today: today)
    try laptop.store.save("fill", search.edits(opportunities: 8))
    for name in [
      "Zoë Łukasiewicz", "ＦＵＬＬ Width", "Straße & Söhne", "Ångström", "O'Neill-Smith", "100% Works_Ltd", "山田 太郎",
    ] {
      _ = try laptop.create("organisation", ["name": name])
      _ = try laptop.create("person", ["name": name])
    }
    try laptop.store.read { session in
      for pattern in NamePattern.groups.joined() {
        let rows = try NamedRow.all(pattern, session, today: today)
        for row in rows.shuffled(using: &random).prefix(12) {
          let words = try self.words(of: row, pattern, session, today)
          guard let word = words.randomElement(using: &random) else { continue }
          let begun = String(word.prefix(Int.random(in: 1...word.count, using: &random)))
          for asked in [[begun], words] {
            let found = try NamedRow.candidates(asked, pattern, session, today: today).map(\.number)
            #expect(found.contains(row.number), "seed \(seed): \(pattern.kind) by \(asked)")
          }
        }
      }
    }
  }

  /// A row's words and those of what it belongs to.
  private func words(of row: NamedRow, _ pattern: NamePattern, _ session: Session, _ today: Day) throws -> [String] {
    var words = row.words + row.asideWords
    guard let context = pattern.context, let number = row.context, let above = NamePattern.of(context.kind),
      let found = try NamedRow.one(above, number, session, today: today)
    else { return words }
    words += try self.words(of: found, above, session, today)
    return words
  }
}
