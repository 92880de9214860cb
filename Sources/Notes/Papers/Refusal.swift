/// Who said no in a sentence of somebody's own notes: "I turned Marlow down" ends a search by the writer, "they turned me
/// down" by the firm, in the same words but for who does it to whom.
struct Refusal {
  /// One that begins a verb of refusing; where it has a gap, the word that ends it ("turned … down").
  private struct Verb {
    let words: [String]
    let end: String?
  }

  private static let file = WordFile(.stages)
  private static let verbs: [Verb] = file["refusal"].map { line in
    let parts = line.split(separator: "…").map(String.init)
    return Verb(words: StageMatcher.words(parts[0]), end: parts.count > 1 ? StageMatcher.words(parts[1]).first : nil)
  }
  private static let writers = Set(file["refusal by"])
  private static let objects = Set(file["refusal of"])
  private static let passives = Set(file["refusal passive"])
  /// Words between the two of a verb in two parts.
  private static let gap = 4
  /// Words before a verb among which its subject is looked for.
  private static let reach = 4

  /// - Parameter words: a sentence in small letters, without marks.
  /// - Returns: `withdrawn` for the writer's no, `rejected` for one to the writer; nil where the words do not tell.
  static func outcome(_ words: [String]) -> ApplicationStage? {
    let words = Array(words.drop { StageWords.joints.contains($0) || $0.allSatisfy(\.isNumber) })
    guard let verb = words.indices.lazy.compactMap({ match(words, $0) }).first else { return nil }
    let before = words[max(0, verb.lowerBound - reach)..<verb.lowerBound]
    let around = before.suffix(2) + words[verb.lowerBound..<min(verb.upperBound + 2, words.count)]
    if before.suffix(2).contains(where: passives.contains) || around.contains(where: isObject) { return .rejected }
    if before.contains(where: isWriter) { return .withdrawn }
    // Notes leave the "I" out, but not what was refused.
    return verb.lowerBound == 0 && verb.upperBound < words.count || verb.lowerBound == 0 && verb.count > 2
      ? .withdrawn : nil
  }

  private static func match(_ words: [String], _ place: Int) -> Range<Int>? {
    verbs.lazy.compactMap { verb -> Range<Int>? in
      guard words[place...].starts(with: verb.words) else { return nil }
      let after = place + verb.words.count
      guard let end = verb.end else { return place..<after }
      return words[after...].prefix(gap + 1).firstIndex(of: end).map { place..<$0 + 1 }
    }.first
  }

  static func isWriter(_ word: String) -> Bool { writers.contains(String(word.prefix { $0 != "'" })) }

  /// "me", "moi", and the French "m'" before a verb.
  private static func isObject(_ word: String) -> Bool { objects.contains(word) || word.hasPrefix("m'") }
}
