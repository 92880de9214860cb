package import Model

/// That an interview which was agreed is held on another day, or not at all.
package struct MeetingChange: Hashable, Sendable {
  package enum What: Hashable, Sendable { case moved, cancelled }

  package let what: What
  /// The days that are named with it, in order: the one it was to be on, the one it is moved to, or both.
  package let days: [Moment]
  /// Of those named, the one that it is moved to, as far as the words before each tell.
  package let newDay: Moment?

  /// - Parameters:
  ///   - words: what a message says.
  ///   - day: its own, from which days are counted.
  package init?(_ words: String, on day: Day, order: DayMonthOrder) {
    let sentences = SentenceText.sentences(of: words).map { $0.lowercased() }
    guard let place = sentences.firstIndex(where: { MeetingChange.what($0) != nil }),
      let what = MeetingChange.what(sentences[place])
    else { return nil }
    self.what = what
    // "We have to move the interview. Could you come on Friday?"
    let around = sentences[place...].prefix(what == .moved ? 3 : 1).joined(separator: " ")
    let named = MeetingChange.days(around, from: day, order)
    days = named.flatMap(\.points)
    newDay = what == .moved ? named.last { !$0.isOld }?.points.last : nil
  }

  private static let file = WordFile(.meetings)
  private static let meeting = Array(file["meeting"])
  private static let moved = Array(file["moved"])
  private static let movedOfKnown = Array(file["moved of known"])
  private static let movedFrom = Array(file["moved from"])
  private static let cancelled = Array(file["cancelled"])
  private static let held = Array(file["held"])

  /// Whether words speak of an interview that was held.
  package static func isOfHeld(_ words: String) -> Bool {
    holdsAny(held, words)
  }

  /// Whether words may tell of a move, whatever it is that is moved: for those who know of an interview to come.
  package static func maySayMoved(_ words: String) -> Bool {
    holdsAny(moved + movedOfKnown, words)
  }

  /// The days of the sentences that call something off, whatever it is: for those who know of an interview to come. Nil where
  /// none does.
  package static func daysCalledOff(_ words: String, on day: Day, order: DayMonthOrder) -> [Moment]? {
    let sentences = SentenceText.sentences(of: words).filter { holdsAny(cancelled, $0) }
    return sentences.isEmpty ? nil : sentences.flatMap { days($0.lowercased(), from: day, order).flatMap(\.points) }
  }

  /// Whether words speak of an answer that is waited for, rather than of an interview.
  package static func isOfDecision(_ words: String) -> Bool { holdsAny(decision, words) }

  private static let decision = Array(file["decision"])

  private static func holdsAny(_ phrases: [String], _ words: String) -> Bool {
    let own = words.lowercased().split { !$0.isLetter && $0 != "-" && $0 != "'" }.map(String.init)
    return phrases.contains { holds($0, own) }
  }

  /// The days to come that words which tell of a move name as new ones.
  package static func newDays(_ words: String, on day: Day, order: DayMonthOrder) -> [Moment] {
    days(words.lowercased(), from: day, order).filter { !$0.isOld }.compactMap(\.points.last).filter { $0.day > day }
  }

  private static let firstDay = Array(file["first day"])

  /// Whether a day behind these words is the first at work: "we'd like you to start on". A meeting starts too.
  static func isFirstDayAtWork(after words: String, in sentence: String) -> Bool {
    func parts(_ text: String) -> [String] {
      text.lowercased().split { !$0.isLetter && $0 != "-" && $0 != "'" }.map(String.init)
    }
    let (before, all) = (Array(parts(words).suffix(4)), parts(sentence))
    return firstDay.contains { holds($0, before) } && !meeting.contains { holds($0, all) }
  }

  private static func what(_ sentence: String) -> What? {
    let words = sentence.split { !$0.isLetter && $0 != "-" && $0 != "'" }.map(String.init)
    func holds(_ phrases: [String]) -> Bool { phrases.contains { MeetingChange.holds($0, words) } }
    guard holds(meeting) else { return nil }
    return holds(cancelled) ? .cancelled : holds(moved) ? .moved : nil
  }

  /// Whether a phrase stands among words; "*" at its end stands for any ending.
  private static func holds(_ phrase: String, _ words: [String]) -> Bool {
    let parts = phrase.split(separator: " ").map(String.init)
    guard parts.count <= words.count else { return false }
    return (0...words.count - parts.count).contains { start in
      zip(parts, words[start...]).allSatisfy { part, word in
        part.hasSuffix("*") ? word.hasPrefix(part.dropLast()) : word == part
      }
    }
  }

  /// A day that is named, or both ends of a stretch of days.
  private struct NamedDay {
    let points: [Moment]
    /// The words before it say that it was to be then.
    let isOld: Bool
  }

  /// Days and moments named, none before the message.
  private static func days(_ text: String, from day: Day, _ order: DayMonthOrder) -> [NamedDay] {
    let scalars = Array(text.unicodeScalars)
    let found = DatePhrases.find(in: scalars, reference: Moment(day: day), order: order)
    var end = 0
    return found.map { match in
      let between = String(String.UnicodeScalarView(scalars[min(end, match.span.start)..<match.span.start]))
      end = match.span.end
      return NamedDay(points: points(match, from: day), isOld: isOldDay(after: between))
    }
  }

  /// The last words before a day decide, whether those between it and the day before it name none.
  private static func isOldDay(after words: String) -> Bool {
    let last = words.split { !$0.isLetter && $0 != "-" && $0 != "'" }.suffix(4).map(String.init)
    return movedFrom.contains { holds($0, last) }
  }

  private static func points(_ match: DateMatch, from day: Day) -> [Moment] {
    let readings = match.coreValues.map(points).filter { $0.contains { $0.day >= day } }
    // Of "from Thursday to Friday at two" the reading with the hour, else the one that holds all of Friday.
    let telling = readings.max { left, right in
      guard left.count == 2, right.count == 2, left[0].day == right[0].day else { return false }
      return (left[1].minute ?? -1, left[1].day) < (right[1].minute ?? -1, right[1].day)
    }
    return (readings.first?.count == 2 ? telling : readings.first)?.filter { $0.day >= day } ?? []
  }

  /// A day or moment; of a stretch from one day to another both: "from Thursday to Friday at two".
  private static func points(_ value: DateValue) -> [Moment] {
    func moment(_ stamp: DateStamp?, isClock: Bool) -> Moment? {
      stamp?.day.map { Moment(day: $0, minute: isClock ? stamp?.second.map { $0 / 60 } : nil) }
    }
    switch value.kind {
    case .date, .datetime: return [moment(value.start, isClock: true)].compactMap(\.self)
    case .daterange:
      return [moment(value.start, isClock: false), value.end?.day.map { Moment(day: $0 - 1) }].compactMap(\.self)
    case .datetimerange:
      let isOneDay = value.start?.day == value.end?.day
      let start = moment(value.start, isClock: isOneDay || value.start?.second != 0)
      return [start, isOneDay ? nil : moment(value.end, isClock: true)].compactMap(\.self)
    case .time, .timerange, .duration, .set: return []
    }
  }
}
