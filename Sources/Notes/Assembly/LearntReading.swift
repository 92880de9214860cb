import Model
import Scorer

/// Decides what of the scored stretches becomes facts, with which values, in which groups.
struct LearntReading {
  let rules: Reading
  let paper: ScoredPaper
  /// Reads values: days, amounts.
  let values: SpanValues
  var facts: [Fact] = []

  init(_ rules: Reading, _ paper: ScoredPaper, order: DateOrder) {
    (self.rules, self.paper) = (rules, paper)
    values = SpanValues(rules, order: order)
  }

  mutating func reading() -> Reading {
    var reading = rules
    let (kind, probability) = paper.kind(otherFrom: Thresholds.other)
    reading.paper = PaperKind(rawValue: kind)
    reading.paperProbability = Double(probability)
    reading.paperReasons = paper.reasons
    for span in paper.spans where !span.reasons.isEmpty {
      if let stretch = values.stretch(span) { reading.reasons[stretch] = span.reasons }
    }
    reading.facts = []
    guard kind != PaperKind.other.rawValue else { return reading }
    for span in paper.spans.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) { add(span) }
    keepOneFirm()
    addPeople()
    group()
    gatherNamings()
    facts = facts.inTextOrder()
    reading.facts = facts.filter(\.isSure)
    reading.perhaps = facts.filter { !$0.isSure }
    markLines(&reading)
    return reading
  }

  private mutating func add(_ span: ScoredSpan) {
    guard let field = FactField(rawValue: span.field), !span.field.hasPrefix("person") else {
      if span.field == "question.answer" { addAnswer(span) }
      return
    }
    guard let stretch = values.stretch(span), let value = values.value(span, in: stretch) else { return }
    let limit = Thresholds.of(span.field)
    guard span.probability >= limit.perhaps else { return }
    var fact = Fact(
      field: field, interview: 1, value: value, span: stretch, text: rules.text(stretch))
    fact.confidence = span.probability
    fact.isSure = span.probability >= limit.sure
    if field == .organisation, !fact.isSure, var ruled = ruled(field, within: stretch) {
      ruled.confidence = fact.confidence
      fact = ruled
    }
    if field == .question { fact.askedBy = span.value.flatMap(Asker.init) }
    facts.append(fact)
  }

  /// What the rules read in a stretch that the scorer half believes: two witnesses are enough.
  private func ruled(_ field: FactField, within stretch: TextSpan) -> Fact? {
    rules.facts.first { $0.field == field && stretch.contains($0.span) }.map { found in
      Fact(field: field, interview: 1, value: found.value, span: found.span, text: found.text)
    }
  }

  /// An answer belongs to the question before it.
  private mutating func addAnswer(_ span: ScoredSpan) {
    guard span.probability >= Thresholds.of(span.field).sure,
      let place = facts.lastIndex(where: { $0.field == .question && $0.span.start <= span.start }),
      facts[place].answer == nil, span.start - facts[place].span.end < 600
    else { return }
    guard let stretch = values.stretch(span) else { return }
    let text = rules.text(stretch)
    facts[place].answer = Attribute(value: collapsed(text), span: stretch, text: text)
  }

  /// A message is of one firm and one role: others stand there for sure or not at all.
  private mutating func keepOneFirm() {
    guard let kind = PaperKind(rawValue: paper.kind(otherFrom: Thresholds.other).name),
      ![.debrief, .log, .application].contains(kind)
    else {
      return
    }
    for field in [FactField.organisation, .role] {
      guard let best = facts.filter({ $0.field == field }).max(by: { $0.confidence < $1.confidence }) else { continue }
      let words = values.words(best.span)
      for place in facts.indices where facts[place].field == field && facts[place].confidence < 0.85 {
        let own = values.words(facts[place].span)
        if own != words, !own.allSatisfy(words.contains), !words.allSatisfy(own.contains) {
          facts[place].isSure = false
        }
      }
    }
  }

  private mutating func addPeople() {
    var people = PeopleAssembly(rules: rules, values: values)
    for span in paper.spans.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) { people.add(span) }
    facts += people.facts()
  }

  /// The same value said again in a group is a further naming.
  private mutating func gatherNamings() {
    var kept: [Fact] = []
    for fact in facts {
      let isNamed =
        fact.field == .organisation || fact.field == .role || fact.field == .compensation
        || fact.field == .interviewDate || fact.field == .interviewKind || fact.field == .interviewRound
      let same = kept.firstIndex {
        isNamed && $0.field == fact.field && $0.interview == fact.interview
          && wordKey($0.value.unicodeScalars) == wordKey(fact.value.unicodeScalars)
      }
      if let same {
        kept[same].mentions.append(fact.span)
        kept[same].confidence = max(kept[same].confidence, fact.confidence)
        kept[same].isSure = kept[same].isSure || fact.isSure
      } else {
        kept.append(fact)
      }
    }
    facts = kept
  }

  private func markLines(_ reading: inout Reading) {
    for place in reading.lines.indices where reading.lines[place].role == .fact {
      reading.lines[place].role = .unclaimed
    }
    for fact in reading.facts {
      guard let line = reading.lines.index(at: fact.span.start), reading.lines[line].role != .blank else { continue }
      reading.lines[line].role = .fact
    }
  }
}
