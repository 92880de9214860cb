import Foundation
import Merge
import MergeTestSupport
import Testing

@testable import Merge

@Suite struct LineDiffTests {
  @Test func `applying the edits to the old text gives the new one`() {
    for seed in 0..<UInt64(400) {
      let random = Randomness(seed: seed)
      let (old, new) = (random.letters(upTo: 40), random.letters(upTo: 40))
      #expect(applied(LineDiff.edits(from: old, to: new), old, new) == new, "seed \(seed)")
    }
  }

  @Test func `what both sides share around an edit is not part of it`() {
    let edits = LineDiff.edits(from: Array("abcdef"), to: Array("abXdef"))
    #expect(edits == [Edit(old: 2..<3, new: 2..<3)])
    #expect(LineDiff.edits(from: Array("same"), to: Array("same")).isEmpty)
    #expect(LineDiff.edits(from: Array(""), to: Array("new")) == [Edit(old: 0..<0, new: 0..<3)])
  }

  @Test func `a moved paragraph leaves the rest in place`() {
    let edits = LineDiff.edits(from: Array("1234567890"), to: Array("4567123890"))
    #expect(edits == [Edit(old: 0..<3, new: 0..<0), Edit(old: 7..<7, new: 4..<7)])
  }

  /// Every machine must cut the same edits for ever: a changed line here is a changed format.
  @Test func `the golden vectors of the diff hold`() throws {
    let lines = (0..<300).map { seed in
      let random = Randomness(seed: UInt64(seed))
      let (old, new) = (random.letters(upTo: 14), random.letters(upTo: 14))
      let edits = LineDiff.edits(from: old, to: new).map { edit in
        "\(edit.old.lowerBound)-\(edit.old.upperBound)>\(edit.new.lowerBound)-\(edit.new.upperBound)"
      }
      return ([String(old) + "|" + String(new)] + edits).joined(separator: " ")
    }
    try expectGolden(lines, "TextMerge/diffs.txt")
  }

  @Test func `hostile texts do not stall the diff`() {
    let alternating = (0..<20_000).map { $0 % 2 }
    let shifted = (0..<20_000).map { ($0 + 1) % 3 }
    let blocks = (0..<20_000).map { $0 / 500 % 7 }
    let reversed = (0..<20_000).map { 20_000 - $0 }
    let counting = Array(0..<20_000)
    let texts = [alternating, shifted, blocks, reversed, counting]
    for old in texts {
      for new in texts { #expect(applied(LineDiff.edits(from: old, to: new), old, new) == new) }
    }
  }

  private func applied<Element: Hashable>(_ edits: [Edit], _ old: [Element], _ new: [Element]) -> [Element] {
    var out: [Element] = []
    var at = 0
    for edit in edits {
      out += old[at..<edit.old.lowerBound] + new[edit.new]
      at = edit.old.upperBound
    }
    return out + old[at...]
  }
}

extension Randomness {
  /// Few different letters, so that most repeat.
  func letters(upTo count: Int) -> [Character] {
    let alphabet = Array("abcdefgh".prefix(within(2...8)))
    return (0..<below(count)).map { _ in alphabet[below(alphabet.count)] }
  }
}
