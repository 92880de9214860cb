package import Notes

/// What holds of every reading, whatever was read.
package enum ReadingLaws {
  /// The first law that a reading breaks, in words; nil where all hold.
  package static func broken(by reading: Reading) -> String? {
    brokenByLines(reading) ?? brokenByPaper(reading)
      ?? (reading.facts + reading.perhaps).lazy.compactMap { brokenByFact($0, reading) }.first
  }

  private static func brokenByLines(_ reading: Reading) -> String? {
    var end = 0
    for line in reading.lines {
      guard line.span.start >= end, line.span.end >= line.span.start else { return "the lines are in order: \(line)" }
      guard line.span.start - end <= 2 else { return "only line ends lie between lines: \(line)" }
      end = line.span.end
    }
    return reading.text.count - end <= 2 ? nil : "the lines cover the text: they end at \(end)"
  }

  private static func brokenByPaper(_ reading: Reading) -> String? {
    if reading.paper == .other, !(reading.facts + reading.perhaps).isEmpty { return "what is no record makes nothing" }
    guard reading.facts.allSatisfy(\.isSure), !reading.perhaps.contains(where: \.isSure) else {
      return "facts are sure, what is perhaps is not"
    }
    return (reading.facts + reading.perhaps).allSatisfy { (0...1.001).contains($0.confidence) }
      ? nil : "a confidence is a probability"
  }

  private static func brokenByFact(_ fact: Fact, _ reading: Reading) -> String? {
    let person = fact.person
    let parts = [fact.answer, person?.name, person?.title, person?.email, person?.phone].compactMap(\.self)
    let texts = [(fact.span, fact.text)] + parts.map { ($0.span, $0.text) }
    let spans = texts.map(\.0) + fact.mentions
    guard spans.allSatisfy({ $0.start >= 0 && $0.start < $0.end && $0.end <= reading.text.count }) else {
      return "a fact lies in the text: \(fact)"
    }
    guard texts.allSatisfy({ reading.text($0.0).unicodeScalars.elementsEqual($0.1.unicodeScalars) }) else {
      return "a fact's text is its span's: \(fact)"
    }
    return nil
  }
}
