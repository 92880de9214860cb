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

  /// "UPDATE: now Thursday": a date that replaces one said before. The word that says so is among the first few.
  func isCorrection(_ span: TextSpan, within words: Int = 4) -> Bool {
    let slice = tokens(in: span)
    guard slice.count < 40, slice.count > 1,
      has(.promisedDate) || has(.interviewDate)
    else { return false }
    for place in slice.indices.prefix(words) where NoteScanner.corrections.match(slice, at: place) != nil {
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
    openQuestion = nil
    let meeting = said(.interviewDate)
    if correctsAnswer(slice, meeting: meeting) {
      withdraw(.promisedDate)
      return promisedDate(match, in: span)
    }
    guard var (best, _) = day(match, lookingBack: false) else { return }
    if let meeting, meeting > reference { best = nearest(best, to: meeting, match) }
    withdraw(.interviewDate)
    add(.interviewDate, match.core, value: stamp(best))
  }

  /// Whether the day of the answer is meant: the words say so, or else it was promised and no interview is ahead.
  private func correctsAnswer(_ slice: ArraySlice<Token>, meeting: Day?) -> Bool {
    // "Update" is a word of answers too: what opens the correction says nothing.
    let opening = NoteScanner.corrections.first(in: slice)?.range ?? slice.startIndex..<slice.startIndex
    let besides = [slice[..<opening.lowerBound], slice[opening.upperBound...]]
    if besides.contains(where: { CueWords.promised.first(in: $0) != nil }) { return true }
    if slice.contains(where: { NoteScanner.meetingWords.contains($0.key) }) { return false }
    return has(.promisedDate) && meeting.map { $0 <= reference } ?? true
  }

  /// The day said last of a field in this application.
  private func said(_ field: FactField) -> Day? {
    facts.last { $0.field == field && $0.interview == group }.flatMap { Moment($0.value)?.day }
  }

  private func withdraw(_ field: FactField) { facts.removeAll { $0.field == field && $0.interview == group } }

  /// A weekday alone is that of the week nearest to the day it replaces, as far as it is not over.
  private func nearest(_ value: DateValue, to replaced: Day, _ match: DateMatch) -> DateValue {
    let days = match.coreValues.compactMap { $0.start?.day }
    guard let day = value.start?.day, tokens(in: match.core).contains(where: { $0.word.bits.contains(.weekday) }),
      days.contains(where: { $0 != day }), days.allSatisfy({ ($0 - day) % 7 == 0 && abs($0 - day) <= 14 })
    else { return value }
    let gap = replaced - day
    var moved = value
    moved.start?.day = day + max(0, (gap + 3) / 7 * 7)
    return moved
  }
}
