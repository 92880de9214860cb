/// A line that something was found in, as people read it, with what was found.
package struct Passage {
  /// Counted from 1.
  package let line: Int
  package let text: String
  package var facts: [Fact]
}

extension Reading {
  /// The lines with findings, in order.
  package var passages: [Passage] {
    var passages = [Passage]()
    for fact in facts where fact.field != .ignore {
      let passage = passage(of: fact)
      if let last = passages.last, last.text == passage.text, last.line == passage.line || isDecoded(fact) {
        passages[passages.count - 1].facts.append(fact)
      } else {
        passages.append(passage)
      }
    }
    return passages
  }

  private func isDecoded(_ fact: Fact) -> Bool { decodedLines[fact.span] != nil }

  private func passage(of fact: Fact) -> Passage {
    let place = lines.index(at: fact.span.start) ?? max(lines.count - 1, 0)
    let own = lines.indices.contains(place) ? text(lines[place].span) : ""
    return Passage(line: place + 1, text: decodedLines[fact.span] ?? own, facts: [fact])
  }
}
