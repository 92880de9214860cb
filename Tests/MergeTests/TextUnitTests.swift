import Merge
import MergeTestSupport
import Testing

@Suite struct TextUnitTests {
  @Test func `units put together are the text again`() {
    for seed in 0..<UInt64(500) {
      let random = Randomness(seed: seed)
      let pieces = ["\n", "\r\n", ".", " ", "? ", "word", "ä", "🙂 ", String(repeating: "long ", count: 30)]
      let text = (0..<random.below(40)).map { _ in pieces[random.below(pieces.count)] }.joined()
      #expect(Array(TextUnit.text(TextUnit.units(of: text)).utf8) == Array(text.utf8), "seed \(seed)")
      #expect(TextUnit.units(of: text) == SlowTextUnits.units(text), "seed \(seed)")
    }
  }

  @Test func `a line of 200 characters is one unit, a longer one its sentences`() {
    let line = String(repeating: "ä", count: 198) + ". "
    #expect(TextUnit.units(of: line).count == 1)
    let longer = line + "Why? Because"
    let sentences = TextUnit.units(of: longer).map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(sentences == [line, "Why? ", "Because"])
    #expect(TextUnit.units(of: longer).map(\.endsLine) == [false, false, true])
  }

  @Test func `an abbreviation's stops end nothing without a space`() {
    let line = String(repeating: "x", count: 190) + " e.g. this... and 3.14 too!"
    let sentences = TextUnit.units(of: line).map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(sentences == [String(repeating: "x", count: 190) + " e.g. ", "this... ", "and 3.14 too!"])
  }

  @Test func `an empty text is one empty line`() {
    #expect(TextUnit.units(of: "").count == 1)
    #expect(TextUnit.units(of: "a\n").count == 2)
  }
}
