import Model

/// How a note of one thing said or sent begins: "rang Dana", "email from Carla", "Carla phoned".
struct TouchOpening {
  let channel: Channel
  let direction: Direction
  /// The opening words, within the line.
  let span: TextSpan

  /// - Parameter line: the first line of a note, without marks before it.
  init?(_ text: [Unicode.Scalar], _ line: TextSpan) {
    let words = TouchOpening.words(text, line)
    let start = words.prefix(6).firstIndex { !TouchOpening.isBeside($0.text) } ?? 0
    for (channel, lists) in TouchOpening.lists {
      for (direction, phrases) in [(Direction.received, lists.received), (.sent, lists.sent)] {
        guard let length = TouchOpening.length(phrases, words[start...]) else { continue }
        self.init(
          channel: channel, direction: direction, span: TextSpan(words[start].start, words[start + length - 1].end))
        return
      }
      // "Carla Mendes rang": whoever is named before the verb did it.
      let named = words[start...].prefix { text[$0.start].isUpper }.count
      let verb = start + named
      guard (1...3).contains(named), verb < words.count, lists.verbs.contains(words[verb].text) else { continue }
      self.init(channel: channel, direction: .received, span: TextSpan(words[start].start, words[verb].end))
      return
    }
    return nil
  }

  private init(channel: Channel, direction: Direction, span: TextSpan) {
    (self.channel, self.direction, self.span) = (channel, direction, span)
  }

  /// Runs of capital words before and behind the opening, the longest first.
  func names(in text: [Unicode.Scalar], to end: Int) -> [Correspondence.Party] {
    let own = TouchOpening.words(text, TextSpan(span.start, min(span.end + 60, end)))
    let before = own.prefix { $0.end <= span.end && text[$0.start].isUpper }
    let behind = own.drop { $0.end <= span.end }.prefix { text[$0.start].isUpper }.prefix(3)
    return [before, behind].flatMap { run in
      run.indices.reversed().map { last in
        let place = TextSpan(run[run.startIndex].start, run[last].end)
        let name = Attribute(value: collapsed(text.text(place)), span: place, text: text.text(place))
        return Correspondence.Party(name: name, address: nil)
      }
    }
  }

  private struct Lists {
    let sent: Set<String>
    let received: Set<String>
    let verbs: Set<String>
  }

  private static let lists: [(Channel, Lists)] = {
    let file = WordFile(.touches)
    return Channel.allCases.map { channel in
      let verbs = file[channel.rawValue + " verbs"]
      return (
        channel,
        Lists(
          sent: file[channel.rawValue + " sent"].union(verbs), received: file[channel.rawValue + " received"],
          verbs: verbs)
      )
    }
  }()
  private static let beside = WordFile(.touches)["beside"]
  private static let ownOpenings = WordFile(.touches)["own openings"].map { $0.split(separator: " ").map(String.init) }
  /// Words for what others let one know.
  static let hearing = WordFile(.touches)["hearing"]

  /// Whether a sentence begins with what its writer does.
  ///
  /// - Parameter words: in small letters.
  static func isOwn(_ words: some Sequence<String>) -> Bool { ownOpenings.contains { words.starts(with: $0) } }
  private static let longest = 4

  private struct Word {
    let text: String
    let start: Int
    let end: Int
  }

  private static func words(_ text: [Unicode.Scalar], _ line: TextSpan) -> [Word] {
    var (words, start) = ([Word](), line.start)
    for place in line.start...min(line.end, line.start + 160) {
      let isInside = place < line.end && (text[place].isLetter || text[place].isASCIIDigit || text[place] == "-")
      if isInside { continue }
      if start < place {
        words.append(Word(text: text.text(TextSpan(start, place)).lowercased(), start: start, end: place))
      }
      start = place + 1
    }
    return words
  }

  /// A day, or a word such as "I" or "just" before what was done.
  private static func isBeside(_ word: String) -> Bool {
    beside.contains(word) || word.unicodeScalars.first.map(\.isASCIIDigit) ?? false
      || PaperWords.weekdays.contains(String(word.prefix(3))) || PaperWords.months.contains(String(word.prefix(3)))
  }

  private static func length(_ phrases: Set<String>, _ words: ArraySlice<Word>) -> Int? {
    (1...longest).reversed().first { count in
      count <= words.count && phrases.contains(words.prefix(count).map(\.text).joined(separator: " "))
    }
  }
}
