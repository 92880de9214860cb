/// Tells a log by its repeated shape: headings of one level that say days, bullets or stamps that begin with a day, records of
/// the same fields.
struct LogShape {
  let page: PageLines

  /// A shape that comes fewer times is none.
  private static let fewest = 3

  /// The lines where entries begin; empty where the text is no log.
  func starts() -> [Int] {
    for starts in [stamps(), headings(), bullets(), records()] where starts.count >= LogShape.fewest {
      return starts
    }
    return stamps().count >= 2 && isStamped ? stamps() : []
  }

  /// "[2026-11-10 09:12] Interview at Acme", as journals write, and lines that begin with a full date.
  private func stamps() -> [Int] {
    page.lines.indices.filter { page.roles[$0] == .text && StampedDay(page.text, page.lines[$0].span).isFull }
  }

  private var isStamped: Bool {
    guard let first = page.lines.indices.first(where: { page.lines[$0].kind != .blank }) else { return false }
    return stamps().first == first
  }

  /// Headings of the level at which most say a day.
  private func headings() -> [Int] {
    let all = page.lines.indices.filter { page.lines[$0].headingLevel != nil && page.roles[$0] != .code }
    let byLevel = Dictionary(grouping: all) { page.lines[$0].headingLevel ?? 0 }
    for (_, places) in byLevel.sorted(by: { $0.key < $1.key }) {
      let dated = places.count { StampedDay(page.text, page.lines[$0].content).holdsDay }
      if dated >= LogShape.fewest, dated * 3 >= places.count * 2 { return places }
    }
    return []
  }

  private func bullets() -> [Int] {
    let items = page.lines.indices.filter { page.lines[$0].itemIndent != nil && page.roles[$0] != .code }
    let byIndent = Dictionary(grouping: items) { page.lines[$0].itemIndent ?? 0 }
    for (_, places) in byIndent.sorted(by: { $0.key < $1.key }) {
      let dated = places.filter { StampedDay(page.text, page.lines[$0].content).begins }
      if dated.count >= LogShape.fewest, dated.count * 3 >= places.count * 2 { return dated }
    }
    return []
  }

  /// Blocks set apart by blank lines whose first lines have the same label.
  private func records() -> [Int] {
    var firsts = [(place: Int, name: String)]()
    for place in page.lines.indices where page.lines[place].kind != .blank {
      guard place == 0 || page.lines[place - 1].kind == .blank, let name = page.fieldName(place) else { continue }
      firsts.append((place, name))
    }
    // A talk written down has labels too: its speakers'.
    guard let name = firsts.first?.name, ColumnNames.kind(name) != nil else { return [] }
    let same = firsts.filter { $0.name == name }
    return same.count * 3 >= firsts.count * 2 ? same.map(\.place) : []
  }
}

/// A day at the beginning of a line, told by its shape alone.
struct StampedDay {
  /// The line begins with a day.
  let begins: Bool
  /// The same, the day said with its year.
  let isFull: Bool
  /// Some word of the first few is a day.
  let holdsDay: Bool

  init(_ text: [Unicode.Scalar], _ span: TextSpan) {
    let head = string(text[span.start..<min(span.end, span.start + 60)]).lowercased()
    let words = head.split(whereSeparator: { " \t[](),:—–|".contains($0) }).prefix(8).map(String.init)
    let first = words.first.map(StampedDay.isWeekday) ?? false ? 1 : 0
    isFull = words.dropFirst(first).first.map(StampedDay.isFullDay) ?? false
    begins = isFull || StampedDay.isDay(words, first)
    holdsDay = begins || words.indices.contains { StampedDay.isFullDay(words[$0]) || StampedDay.isDay(words, $0) }
  }

  /// "2026-11-10", "10.11.2026", "11/10/26".
  private static func isFullDay(_ word: String) -> Bool {
    let parts = word.split(whereSeparator: { "-/.t".contains($0) })
    guard parts.count >= 3 else { return false }
    let numbers = parts.prefix(3).compactMap { Int($0) }
    return numbers.count == 3 && numbers.contains { (1...31).contains($0) }
      && (numbers[0] > 1900 || numbers[2] > 1900 || numbers.allSatisfy { $0 < 100 })
  }

  /// "13 Oct", "Oct 13th", "3/4", "3.4.".
  private static func isDay(_ words: [String], _ place: Int) -> Bool {
    guard place < words.count else { return false }
    let word = words[place]
    let parts = word.split(whereSeparator: { "-/.".contains($0) }).compactMap { Int($0) }
    if parts.count == 2, (1...31).contains(parts[0]), (1...31).contains(parts[1]) {
      return word.contains { "/.".contains($0) }
    }
    guard place + 1 < words.count else { return false }
    return isNumber(word) && isMonth(words[place + 1]) || isMonth(word) && isNumber(words[place + 1])
  }

  private static func isNumber(_ word: String) -> Bool {
    let digits = word.prefix { $0.isNumber }
    guard let number = Int(digits), (1...31).contains(number) else { return false }
    return ["", "st", "nd", "rd", "th", ".", "er", "º"].contains(String(word.dropFirst(digits.count)))
  }

  private static func isMonth(_ word: String) -> Bool {
    PaperWords.months.contains(String(word.prefix(3))) && word.allSatisfy { $0.isLetter || $0 == "." }
  }
  private static func isWeekday(_ word: String) -> Bool {
    word.count <= 11 && PaperWords.weekdays.contains(String(word.prefix(3)))
  }
}
