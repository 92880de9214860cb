import Foundation
import Merge
import MergeTestSupport
import Model
import Testing

@Suite struct TextMergeTests {
  @Test func `separate changes are both applied`() {
    #expect(merged("abcde", "aBcde", "abcDe") == "aBcDe")
    #expect(merged("abc", "Xabc", "abcY") == "XabcY")
  }

  @Test func `the same change is applied once`() {
    #expect(merged("abc", "aXc", "aXc") == "aXc")
    #expect(merged("abc", "ac", "ac") == "ac")
  }

  @Test func `a line changed differently stands with all its variants`() {
    #expect(merged("abc", "aXc", "aYc", "abc") == "a{X|Y}c")
    #expect(merged("abc", "aXc", "ac") == "a{|X}c")
    #expect(merged("ab", "aXb", "aYb") == "a{X|Y}b")
  }

  @Test func `an insertion beside a changed line is no conflict, one strictly inside a change is`() {
    #expect(merged("abc", "aXc", "abNc") == "aXNc")
    #expect(merged("abcd", "aXd", "abNcd") == "a{X|bNc}d")
  }

  @Test func `the order of the sides plays no part`() {
    for seed in 0..<UInt64(300) {
      let random = Randomness(seed: seed)
      let base = String(random.letters(upTo: 12))
      let sides = (0..<3).map { _ in String(random.letters(upTo: 12)) }
      let expected = render(merge(base, sides, authors: [0, 1, 2]))
      for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        #expect(render(merge(base, order.map { sides[$0] }, authors: order)) == expected, "seed \(seed)")
      }
    }
  }

  @Test func `the merge is the slow model's`() {
    for seed in 0..<UInt64(300) {
      let random = Randomness(seed: seed)
      let base = parts(String(random.letters(upTo: 12)))
      let sides = (0..<random.within(2...4)).map { _ in parts(String(random.letters(upTo: 12))) }
      for isVirtual in [false, true] {
        let slow = SlowTextMerge.merge(
          base: base,
          sides.indices.map { SlowTextMerge.Side(parts: sides[$0], authors: [author($0)]) }, isVirtual: isVirtual)
        let fast = TextMerge.merge(
          base: base, sides.indices.map { TextSide(parts: sides[$0], authors: [author($0)]) }, isVirtual: isVirtual)
        #expect(slow == fast, "seed \(seed)")
      }
    }
  }

  @Test func `no unit appears that nobody wrote`() {
    for seed in 0..<UInt64(500) {
      let random = Randomness(seed: seed)
      let texts = (0..<4).map { _ in String(random.letters(upTo: 12)) }
      let parts = merge(texts[0], Array(texts[1...]), authors: [0, 1, 2])
      let written = Set(texts[1...].flatMap { TextUnit.units(of: lines($0)) })
      #expect(written.isSuperset(of: parts.flatMap(\.alternatives).joined()), "seed \(seed)")
    }
  }

  @Test func `merging a text with its own base gives the text`() {
    for seed in 0..<UInt64(200) {
      let random = Randomness(seed: seed)
      let (base, text) = (String(random.letters(upTo: 20)), String(random.letters(upTo: 20)))
      #expect(merged(base, text, base) == text, "seed \(seed)")
      #expect(merged(base, text, text) == text, "seed \(seed)")
    }
  }

  @Test func `the golden vectors of the merge hold`() throws {
    let lines = (0..<300).map { seed in
      let random = Randomness(seed: UInt64(seed))
      let base = String(random.letters(upTo: 10))
      let sides = (0..<random.within(2...3)).map { _ in String(random.changed(Array(base))) }
      return "\(base) \(sides.joined(separator: " ")) > \(render(merge(base, sides, authors: Array(sides.indices))))"
    }
    try expectGolden(lines, "TextMerge/merges.txt")
  }

  private func merged(_ base: String, _ sides: String...) -> String {
    render(merge(base, sides, authors: Array(sides.indices)))
  }

  /// Every letter is a line.
  private func lines(_ letters: String) -> String { letters.map(String.init).joined(separator: "\n") }

  private func merge(_ base: String, _ sides: [String], authors: [Int]) -> [TextPart] {
    TextMerge.merge(
      base: parts(base), zip(sides, authors).map { TextSide(parts: parts($0), authors: [author($1)]) })
  }

  private func parts(_ letters: String) -> [TextPart] {
    letters.isEmpty ? [] : TextUnit.units(of: lines(letters)).map(TextPart.unit)
  }

  private func author(_ number: Int) -> Reference {
    Reference(incarnation: Incarnation(RowID(high: 0, low: 1)), seq: number + 1, hash: 0)
  }

  private func render(_ parts: [TextPart]) -> String {
    parts.map { part in
      let texts = part.alternatives.map { $0.map { String(decoding: $0.bytes, as: UTF8.self) }.joined() }
      return if case .unit = part { texts.joined() } else { "{" + texts.joined(separator: "|") + "}" }
    }.joined()
  }
}

extension Randomness {
  /// The letters with up to three replaced, removed or added.
  func changed(_ letters: [Character]) -> [Character] {
    var letters = letters
    for _ in 0..<within(0...3) {
      let index = within(0...letters.count)
      let new = below(3) == 0 ? [] : [Character(["P", "Q", "R"][below(3)])]
      letters.replaceSubrange(index..<min(letters.count, index + below(2)), with: new)
    }
    return letters
  }
}
