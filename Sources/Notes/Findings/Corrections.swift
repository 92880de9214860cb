import Model

/// Days that replace one said before: "UPDATE: now Thursday instead of Monday".
extension NoteScanner {
  static let corrections = Phrases<Bool>([
    (
      "update|edit|correction|corrected|nachtrag|korrektur|scrap that|no wait|actually|now moved|moved to|rescheduled|postponed|pushed to|pushed back to|brought forward to|verschoben auf|reporté au|delayed to|delayed until",
      true
    )
  ]).listed(as: .corrections)

  /// What follows is the day that no longer holds.
  static let withdrawals = Phrases<Bool>([
    ("instead of|rather than|not|was|were|it was|from|statt|anstatt|au lieu", true)
  ]).listed(as: .withdrawals)

  private static let meetingWords = WordSet(
    "interview call meeting panel termin gespräch entretien rescheduled chat visit")

  /// "UPDATE: now Thursday": a date that replaces one said before.
  func isCorrection(_ span: TextSpan) -> Bool {
    let slice = tokens(in: span)
    guard slice.count < 40, slice.count > 1,
      has(.promisedDate) || has(.interviewDate)
    else { return false }
    for place in slice.indices.prefix(4) where NoteScanner.corrections.match(slice, at: place) != nil {
      return !dates(in: span).isEmpty
    }
    return false
  }

  func correct(_ span: TextSpan) {
    let slice = tokens(in: span)
    let withdrawn = NoteScanner.withdrawals.first(in: slice).map { Int(slice[$0.range.lowerBound].start) } ?? span.end
    guard
      let match = dates(in: TextSpan(span.start, withdrawn)).last(where: {
        !isPresent($0) && (isAnchored || saysYear($0)) && $0.coreValues.contains { $0.start?.day != nil }
      })
    else { return }
    let isMeeting = slice.contains { NoteScanner.meetingWords.contains($0.key) }
    let isAnswer = CueWords.promised.first(in: slice) != nil
    let field: FactField = isAnswer || !isMeeting && has(.promisedDate) ? .promisedDate : .interviewDate
    facts.removeAll { $0.field == field && $0.interview == group }
    openQuestion = nil
    if field == .interviewDate {
      guard let (best, _) = day(match, lookingBack: false) else { return }
      add(field, match.core, value: stamp(best))
    } else {
      promisedDate(match, in: span)
    }
  }
}
