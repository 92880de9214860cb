import Model

/// The days of a diary's entries: "Mon 16  CV handed in", "14/7 - rang them", "20 Nov 2026" above a paragraph. What an entry
/// says of days counts from its own.
struct EntryDays {
  private struct Entry: Spanned {
    /// Of the day's own words.
    let span: TextSpan
    let day: Day
  }

  private var entries: [Entry] = []

  /// - Parameter written: the day of the whole paper; an entry is of that day or an earlier one.
  init(_ lines: [Line], _ scanner: NoteScanner, written: Day) {
    for line in lines where line.span.length <= NoteSource.longestLine {
      guard let entry = Self.entry(line.span, scanner, written: written), entry.day <= written else { continue }
      entries.append(entry)
    }
    let steps = zip(entries, entries.dropFirst()).map { $1.day - $0.day }
    // The newest may stand first.
    let isInOrder = steps.allSatisfy { $0 >= 0 } || steps.allSatisfy { $0 <= 0 }
    if entries.count < Self.fewest || !isInOrder { entries = [] }
  }

  /// Fewer dated lines are no diary.
  private static let fewest = 3

  private static func entry(_ line: TextSpan, _ scanner: NoteScanner, written: Day) -> Entry? {
    let text = scanner.text
    let start = (line.start..<line.end).first { !text[$0].isSpace && !opening.contains(text[$0]) } ?? line.end
    let head = TextSpan(start, min(line.end, start + longestHead))
    guard !head.isEmpty, text[head.start..<head.end].contains(where: isDigit) else { return nil }
    let tokens = scanner.tokens(in: head)
    if let entry = numbered(tokens, scanner.text, written: written) { return entry }
    guard
      let match = DatePhrases.find(
        in: text, tokens: tokens, reference: Moment(day: scanner.reference), order: scanner.order.order
      ).first, match.core.start == start, text[match.core.start..<match.core.end].contains(where: isDigit),
      let day = scanner.day(match, lookingBack: true)?.value.start?.day
    else { return nil }
    return Entry(span: match.core, day: day)
  }

  /// "Mon 16": the last Monday that was a 16th. Only at the head of a line is a bare number a day.
  private static func numbered(_ tokens: ArraySlice<Token>, _ text: [Unicode.Scalar], written: Day) -> Entry? {
    guard let name = tokens.first, name.word.bits.contains(.weekday) else { return nil }
    let behind = tokens.dropFirst().drop { $0.isMark(".") || $0.isMark(",") }
    guard let number = behind.first, number.kind == .number, (1...31).contains(number.number),
      !isContinued(behind.dropFirst(), text)
    else { return nil }
    let weekday = Weekday(rawValue: Int(name.word.value))
    let days = (0..<longestDiary).lazy.map { written - $0 }
    return days.first { $0.dayOfMonth == Int(number.number) && $0.weekday == weekday }.map {
      Entry(span: TextSpan(Int(name.start), Int(number.end)), day: $0)
    }
  }

  /// "Mon 10:30", "Mon 10 am", "Mon 10/4", "Mon 3 May": the number is an hour, or a part of a day that is said whole.
  private static func isContinued(_ tokens: ArraySlice<Token>, _ text: [Unicode.Scalar]) -> Bool {
    guard let next = tokens.first else { return false }
    if next.kind == .word {
      return next.word.bits.contains(.month) || hours.contains(text.text(next.span).lowercased())
    }
    guard next.kind == .mark, let after = tokens.dropFirst().first else { return false }
    return after.kind == .number && after.start == next.end
  }

  private static let hours: Set = ["am", "pm", "h", "uhr"]

  /// Days back in which a day of the month and its weekday name one day.
  private static let longestDiary = 200

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static let opening: Set<Unicode.Scalar> = ["-", "*", "•", "[", "(", "#", ">", "–", "—"]
  private static let longestHead = 40

  /// The day that a stretch counts from, the words of an entry's own day too; nil outside a diary.
  func day(at stretch: TextSpan) -> Day? {
    let near = entries.index(at: stretch.start) ?? entries.endIndex
    let place = near < entries.endIndex && entries[near].span.start <= stretch.start ? near : near - 1
    return place >= 0 ? entries[place].day : nil
  }
}
