/// What somebody's own mail answers to an offer or ends of a search: "I am delighted to accept your offer".
package enum OwnAnswer {
  private static let file = WordFile(.stages)
  private static let accepting = Set(file["answer yes"])
  /// Of what is done: an answer where the reader's own offer is named.
  private static let done = Set(file["answer done"])
  private static let theirs = Set(file["answer to theirs"])
  private static let clauses = Set(file["answer clause"])
  private static let declining = file["answer no"].map(StageMatcher.words)
  private static let negations = StageWords.negations.union(file["answer not"])
  private static let objects = Set(file["answer to"])
  private static let others = Set(file["answer of another"])
  private static let meeting = Set(WordFile(.meetings)["meeting"].map { $0.filter { $0 != "*" } })

  /// The first sentence that tells decides; nil where none does.
  package static func outcome(_ text: String) -> ApplicationStage? {
    let sentences = SentenceText.sentences(of: text).map(StageMatcher.words)
    let isOfJob = sentences.contains { $0.contains(where: objects.contains) }
    return sentences.lazy.compactMap { outcome(of: $0, isOfJob: isOfJob) }.first
  }

  /// Whose sentence it is, and that it is of a job, must be said: an invitation is accepted too.
  private static func outcome(of words: [String], isOfJob: Bool) -> ApplicationStage? {
    guard words.contains(where: Refusal.isWriter),
      words.contains(where: objects.contains) || isOfJob && words.contains("it"),
      !words.contains(where: meeting.contains), !words.contains("if"), !words.contains("before")
    else { return nil }
    if declining.contains(where: { holds($0, words) }) { return .withdrawn }
    // "j'accepte" is two words.
    let stems = words.map { String($0.split(separator: "'").last ?? "") }
    guard let verb = stems.firstIndex(where: accepting.contains) else { return nil }
    if words[..<verb].suffix(4).contains(where: negations.contains) { return .withdrawn }
    if words[verb...].contains(where: others.contains) { return .withdrawn }
    // "I accept that the role"; and "I have accepted a position" may be anybody's.
    guard words.dropFirst(verb + 1).first.map(clauses.contains) != true else { return nil }
    return !done.contains(stems[verb]) || namesTheirs(words) ? .accepted : nil
  }

  /// "your offer", "your kind offer".
  private static func namesTheirs(_ words: [String]) -> Bool {
    words.indices.contains {
      theirs.contains(words[$0]) && words[$0...].dropFirst().prefix(2).contains(where: objects.contains)
    }
  }

  private static func holds(_ phrase: [String], _ words: [String]) -> Bool {
    words.indices.contains { words[$0...].starts(with: phrase) }
  }
}
