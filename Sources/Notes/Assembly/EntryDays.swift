import Model

/// The days of a diary's entries: "Mon 16  CV handed in", "14/7 - rang them", "20 Nov 2026" above a paragraph. What an entry
/// says of days counts from its own.
struct EntryDays {
  private struct Entry {
    /// Of the day's own words.
    let head: TextSpan
    let day: Day
  }

  private var entries: [Entry] = []

  /// - Parameter written: the day of the whole paper; an entry is of that day or an earlier one.
  init(_ lines: [Line], _ scanner: NoteScanner, written: Day) {
    for line in lines where line.span.length <= NoteSource.longestLine {
      guard let entry = Self.entry(line.span, scanner), entry.day <= written else { continue }
      entries.append(entry)
    }
    let steps = zip(entries, entries.dropFirst()).map { $1.day - $0.day }
    // The newest may stand first.
    let isInOrder = steps.allSatisfy { $0 >= 0 } || steps.allSatisfy { $0 <= 0 }
    if entries.count < Self.fewest || !isInOrder { entries = [] }
  }

  /// Fewer dated lines are no diary.
  private static let fewest = 3

  private static func entry(_ line: TextSpan, _ scanner: NoteScanner) -> Entry? {
    let text = scanner.text
    let start = (line.start..<line.end).first { !text[$0].isSpace && !opening.contains(text[$0]) } ?? line.end
    let head = TextSpan(start, min(line.end, start + longestHead))
    guard !head.isEmpty, isDigit(text[start]) || text[start].isLetter,
      let match = DatePhrases.find(
        in: text, tokens: scanner.tokens(in: head), reference: Moment(day: scanner.reference),
        order: scanner.order.order
      ).first, match.core.start == start, text[match.core.start..<match.core.end].contains(where: isDigit),
      let day = scanner.day(match, lookingBack: true)?.value.start?.day
    else { return nil }
    return Entry(head: match.core, day: day)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static let opening: Set<Unicode.Scalar> = ["-", "*", "•", "[", "(", "#", ">", "–", "—"]
  private static let longestHead = 40

  /// The day that a stretch counts from; nil outside a diary, and for the words that say an entry's day.
  func day(at stretch: TextSpan) -> Day? {
    let next = entries.firstIndex { $0.head.start > stretch.start } ?? entries.endIndex
    guard next > 0, !entries[next - 1].head.overlaps(stretch) else { return nil }
    return entries[next - 1].day
  }
}
