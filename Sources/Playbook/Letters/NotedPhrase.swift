/// What a note says, as far as it can stand in a sentence to the other side. Notes are written for oneself: "they are
/// behind on the rollout, never said that I …". What is no plain phrase goes into the letter as a gap that shows the note.
package enum NotedPhrase: Equatable {
  /// A phrase for a noun's place, in the words of somebody who speaks to them: "their rollout" is "your rollout".
  case fits(String)
  /// A whole sentence, a remark to oneself, or a verb: somebody has to put it into words.
  case note(String)

  /// Where in a sentence it is to stand.
  package enum Place {
    case noun
    /// A step of the process: it has no name of its own to begin with.
    case step
    /// After a colon, as a sentence of one's own.
    case answer
  }

  /// The longest note that still reads as a phrase, in characters.
  private static let longest = 140

  package init(_ text: String, as place: Place = .noun) {
    let words = text.split(separator: " ").map(String.init)
    let bare = words.map(NotedPhrase.bare)
    let isPhrase =
      switch place {
      case .answer: NotedPhrase.narration.isDisjoint(with: bare)
      case .noun, .step: !NotedPhrase.isRemark(bare) && !NotedPhrase.isClause(bare)
      }
    if text.count > NotedPhrase.longest || NotedPhrase.hasSentenceBreak(text) {
      self = .note(text.replacing("]", with: ")"))
    } else if text.hasSuffix("?") {
      self = .fits("“\(text)”")
    } else if isPhrase {
      let phrase = place == .answer ? text : NotedPhrase.addressed(words)
      self = .fits(place == .step ? NotedPhrase.uncapitalised(phrase) : phrase)
    } else {
      self = .note(text.replacing("]", with: ")"))
    }
  }

  private static func isRemark(_ words: [String]) -> Bool {
    words.first.map { remarks.contains($0) || verbs.contains($0) } ?? true
  }

  /// With a small first letter, unless the first word is an abbreviation.
  private static func uncapitalised(_ text: String) -> String {
    text.dropFirst().first?.isLowercase == true ? text.prefix(1).lowercased() + text.dropFirst() : text
  }

  /// Whether something follows after the end of a sentence, or is led in by a colon.
  private static func hasSentenceBreak(_ text: String) -> Bool {
    [". ", "! ", "? ", "!", ": "].contains { text.contains($0) }
  }

  /// Whether a verb stands in it that no relative word leads in.
  private static func isClause(_ words: [String]) -> Bool {
    for word in words {
      if relatives.contains(word) { return false }
      if finite.contains(word) { return true }
    }
    return false
  }

  /// In lower case, without marks around it.
  private static func bare(_ word: String) -> String {
    word.lowercased().trimmingPrefix { !$0.isLetter }.filter { $0.isLetter || $0 == "'" || $0 == "’" }
      .replacing("’", with: "'")
  }

  /// Said to them instead of about them; a small word that began a line begins no sentence any more.
  private static func addressed(_ words: [String]) -> String {
    words.enumerated().map { index, word in
      let word = index == 0 && small.contains(bare(word)) ? word.lowercased() : word
      return address[word] ?? word
    }.joined(separator: " ")
  }

  private static let address = ["their": "your", "them": "you", "they": "you", "theirs": "yours"]
  private static let relatives: Set<String> = [
    "that", "which", "who", "whose", "how", "why", "what", "where", "when", "whether",
  ]
  private static let finite: Set<String> = [
    "is", "are", "was", "were", "am", "has", "have", "had", "do", "does", "did", "don't", "doesn't", "didn't", "isn't",
    "aren't", "wasn't", "can't", "won't", "can", "will", "could", "should", "would", "must", "they're", "they've",
    "it's",
    "i'm", "i've", "i'd", "he's", "she's", "we're", "we've", "there's", "needs", "wants", "keeps", "makes", "decide",
    "decides", "thinks", "think", "went", "came", "started", "said", "told", "asked", "takes", "took", "got", "left",
    "added", "lost", "missed", "ends", "wanted", "needed",
  ]
  private static let remarks: Set<String> = [
    "i", "me", "she", "he", "it", "we", "they", "you", "never", "not", "yes", "maybe", "perhaps", "worried",
    "unsure", "forgot", "mentioned", "same", "her", "his", "should", "could", "would", "to", "nothing",
  ]
  /// Words of somebody who tells what happened.
  private static let narration: Set<String> = [
    "she", "he", "they", "said", "told", "asked", "laugh", "nodded", "mumbled",
  ]
  private static let verbs: Set<String> = [
    "untangle", "reduce", "build", "rebuild", "fix", "grow", "improve", "cut", "hire", "find", "get", "make", "move",
    "migrate", "replace", "scale", "launch", "ship", "keep", "stop", "sell", "train", "lead", "manage", "run", "merge",
    "win", "retain", "automate", "rewrite", "send", "bring", "write", "confirm", "call", "share", "prepare", "give",
    "let", "tell", "decide", "start", "handle", "deal", "need", "want", "ran", "led", "built", "managed", "wrote",
  ]
  private static let small: Set<String> = [
    "a", "an", "the", "their", "our", "your", "my", "this", "that", "these", "those", "some", "many", "few", "several",
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "too", "more", "less", "how", "what", "why",
    "whether", "where", "when", "who", "which", "both", "all", "every", "each", "another", "lack", "and", "or",
  ]
}
