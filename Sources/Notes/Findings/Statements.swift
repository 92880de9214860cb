/// Statements of a sentence that stand by themselves.
extension NoteScanner {
  /// Cut before ", and she'll …", where somebody else begins to act; and dictated text without full stops before the words
  /// that fill its pauses.
  func statements(_ sentence: TextSpan) -> [TextSpan] {
    let slice = tokens(in: sentence)
    let isDictated = slice.count >= NoteScanner.longestBreath
    var out = [TextSpan]()
    var start = sentence.start
    func close(_ end: Int) {
      let part = text.trimmed(TextSpan(start, max(start, end)))
      if part.length > 1 { out.append(part) }
    }
    var place = slice.startIndex + 2
    while place < slice.endIndex {
      if isTurn(place, slice) {
        close(Int(slice[place].start))
        start = Int(slice[place].end)
      } else if slice[place - 1].isMark(","), NoteScanner.thens.contains(slice[place].key) {
        close(Int(slice[place - 1].start))
        start = Int(slice[place].start)
      } else if isDictated, let end = pause(place, slice) {
        close(Int(slice[place].start))
        start = slice.indices.contains(end) ? Int(slice[end].start) : sentence.end
        place = end
      } else if isDictated, NoteScanner.turns.match(slice, at: place) != nil {
        let isJoined = slice[place - 1].word.keyword == .and || slice[place - 1].word.keyword == .but
        close(Int(slice[isJoined ? place - 1 : place].start))
        start = Int(slice[place].start)
      }
      place += 1
    }
    close(sentence.end)
    return out
  }

  /// More words than anybody writes without a full stop.
  static let longestBreath = 36

  /// The "and" of ", and she'll come back to me", and that of "and Simone wasn't sure".
  private func isTurn(_ place: Int, _ slice: ArraySlice<Token>) -> Bool {
    guard slice[place].word.keyword == .and || slice[place].word.keyword == .but, slice.indices.contains(place + 2)
    else { return false }
    if slice[place - 1].isMark(","), NoteScanner.turns.match(slice, at: place + 1) != nil { return true }
    let subject = slice[place + 1]
    return subject.isCapital && !slice[place - 1].isCapital && NoteScanner.turnVerbs.contains(slice[place + 2].key)
      && (NameWords.firstNames.contains(subject.key) || people[firstOfGroup...].contains { $0.matches(subject.key) })
  }

  private static let turnVerbs = WordSet(
    "is was isn't wasn't thinks thought reckons said says told asked wants wanted felt feels worried worries wondered wonders doubts doubted raised flagged admitted mentioned complained will would has had seemed looked kept frowned"
  )

  static let turns = Phrases<Bool>([
    (
      "i will come back|i'll come back|i will get back|i'll get back|i will let you|i'll let you|i will be in touch|i'll be in touch|i will call|i'll call|i will write|i'll write|we'd like|we would like|we hope|we expect|if it's|if it is|if all|if that|i said|they've got|she's got|he's got|next would be|note to self|then there was|there was a|then he asked|then she asked|then they asked|the job is|the role is|it pays|they pay|she worries|he worries|they worry|i never said|i forgot|i told|she asked|he asked|they asked|she thinks|he thinks|they think|the problem is|i look forward|i am looking forward|i'm looking forward|i hope|it was with|it was over|it was on|it was via|she's the|he's the|money is|pay is|they asked me|she asked me|he asked me|then it's|i've to|i have to|i should hear|i'll hear|i will hear|i'd hear|she'll|he'll|they'll|she will|he will|they will|she'd|he'd|they'd|she promised|he promised|they promised|she said|he said|they said|they want|she wants|he wants|we will|we'll|sie meldet|er meldet|sie melden|elle va|ils vont|il va",
      true
    )
  ]).listed(as: .turns)

  /// The place where the words go on after "um" and the like.
  private func pause(_ place: Int, _ slice: ArraySlice<Token>) -> Int? {
    guard let found = NoteScanner.fillers.match(slice, at: place) else { return nil }
    var end = found.end
    while slice.indices.contains(end), let more = NoteScanner.fillers.match(slice, at: end) { end = more.end }
    return end
  }

  static let fillers = Phrases<Bool>([
    (
      "um|uh|uhm|erm|er|oh and|oh|okay so|okay|ok so|ok|right so|anyway|so yeah|yeah|you know|damn|and then|and also|so she asked|so he asked|so they asked|and he's|and she's|and they're|and i need to|and i have to|äh|ähm|also gut|genau|euh|bon|voilà|enfin",
      true
    )
  ]).listed(as: .fillers)
}
