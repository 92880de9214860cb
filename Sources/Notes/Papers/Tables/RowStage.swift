/// How an application stands, as papers say it.
package enum ApplicationStage: String, CaseIterable, Sendable {
  case applied, interviewing, offer, accepted, rejected, withdrawn, filled, silent
}

/// What a cell says of its row.
enum RowStage: Hashable, Sendable {
  case `is`(ApplicationStage)
  /// Waiting for word: of an application, or of an interview where the row has one.
  case open
  /// An advert kept for later: no application.
  case saved

  init?(_ name: String) {
    switch name {
    case "open": self = .open
    case "saved": self = .saved
    default:
      guard let stage = ApplicationStage(rawValue: name) else { return nil }
      self = .is(stage)
    }
  }
}

/// Finds how an application stands in a few words.
struct StageMatcher: Sendable {
  static let shared = StageMatcher()

  /// By their first word, the longest first.
  private let phrases: [String: [StageWords.Phrase]]

  private init() {
    phrases = Dictionary(grouping: StageWords.phrases.filter { !$0.words.isEmpty }) { $0.words[0] }
      .mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// What a cell says; nil where no word of it tells.
  ///
  /// Of several words the first counts ("rejected after onsite"), and a word that says a thing for certain goes before one
  /// that may say several. Behind the first few words stands the reason, not the stage.
  func stage(_ text: String) -> RowStage? {
    let parts = text.split { ",;\n–—".contains($0) }
    guard parts.count > 1 else { return first(text) }
    // "Call on 18 March, then no": what came of it stands last.
    let own = first(text)
    guard [nil, .is(.applied), .is(.interviewing), .open].contains(own) else { return own }
    let last = parts.reversed().lazy.compactMap { opening(String($0)) }.first
    return last ?? own
  }

  /// The outcome that a clause begins with.
  private func opening(_ clause: String) -> RowStage? {
    var words = StageMatcher.words(clause)
    while let word = words.first, StageWords.joints.contains(word) { words.removeFirst() }
    guard !words.isEmpty, let found = longest(words, 0), case .is(let stage) = found.stage,
      ![.applied, .interviewing].contains(stage), found.isSure || words.count == 1
    else { return nil }
    return found.stage
  }

  private func first(_ text: String) -> RowStage? {
    for scalar in text.unicodeScalars { if let sign = StageWords.signs[scalar] { return .is(sign) } }
    let words = StageMatcher.words(text)
    var weak: RowStage?
    var place = 0
    while place < min(words.count, 8) {
      guard let found = longest(words, place) else {
        place += 1
        continue
      }
      if found.isSure { return isTurned(words, place, found.stage) ? .is(.rejected) : found.stage }
      if place == 0 { weak = weak ?? found.stage }
      place += found.words.count
    }
    if weak == nil, !words.isEmpty || !text.isEmpty, text.allSatisfy({ $0 == "?" }) { return .is(.silent) }
    return weak
  }

  private func isTurned(_ words: [String], _ place: Int, _ stage: RowStage) -> Bool {
    guard [.is(.offer), .is(.interviewing), .is(.accepted)].contains(stage) else { return false }
    return words[max(0, place - 2)..<place].contains { StageWords.negations.contains($0) }
  }

  private func longest(_ words: [String], _ place: Int) -> StageWords.Phrase? {
    phrases[words[place]]?.first { entry in
      entry.words.count <= words.count - place && words[place...].starts(with: entry.words)
    }
  }

  /// In small letters, without marks.
  static func words(_ text: String) -> [String] {
    String(text.lowercased().map { $0 == "’" ? "'" : $0 }).split { !$0.isLetter && !$0.isNumber && $0 != "'" }
      .map(String.init)
  }
}
