/// A line that something was found in, as people read it, with what was found.
package struct Passage {
  /// Counted from 1.
  package let line: Int
  package let text: String
  let isDecoded: Bool
  package var facts: [Fact]
}

extension Reading {
  /// The lines with findings, in order; those that are only perhaps among them.
  package var passages: [Passage] {
    var passages = [Passage]()
    let all = (facts + perhaps).inTextOrder()
    for fact in all where fact.field != .ignore {
      let line = lines.index(at: fact.span.start) ?? max(lines.count - 1, 0)
      let decoded = decodedLines[fact.span]
      if let last = passages.last, decoded.map({ $0 == last.text }) ?? (last.line == line + 1 && !last.isDecoded) {
        passages[passages.count - 1].facts.append(fact)
      } else {
        let own = lines.indices.contains(line) ? text(lines[line].span) : ""
        passages.append(Passage(line: line + 1, text: decoded ?? own, isDecoded: decoded != nil, facts: [fact]))
      }
    }
    return passages
  }
}
