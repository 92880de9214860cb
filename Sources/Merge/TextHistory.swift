/// All versions of one long text that the closed set holds. Which of them stand is decided by what they were written over
/// alone; contexts play no part.
package struct TextHistory: Sendable {
  package let events: [CellEvent]
  /// The versions that no other was written over: what an editor shows and a save names as its bases.
  package let heads: [CellEvent]
  /// For each event the indices of the versions its text descends from.
  let ancestry: [[Int]]

  package init(_ events: [CellEvent]) {
    self.events = events
    let indices = Dictionary(zip(events.map(\.reference), events.indices)) { first, _ in first }
    /// A link counts only to a version of this text that the author held, so that links never form a cycle.
    func linked(_ references: [Reference], _ event: CellEvent) -> [Int] {
      references.compactMap { indices[$0] }.filter { event.hasSeen(events[$0]) }
    }
    let replaced = Set(events.flatMap { linked($0.operation.replacedVersions, $0) })
    heads = events.indices.filter { !replaced.contains($0) }.map { events[$0] }
    ancestry = events.map { linked($0.operation.parentVersions, $0) }
  }

  /// The text as the author of a transaction held it, before that transaction.
  package func before(_ transaction: TransactionSpan) -> TextHistory {
    TextHistory(events.filter(transaction.hasSeen))
  }

  /// The versions that are shown, by index: the heads, restores replaced by what they restore, less those that another of
  /// them descends from.
  var shownVersions: [Int] { shownVersions(of: Set(heads.map(\.reference))) }

  /// The versions that are shown, each with its text: what stands where a restore gave it back.
  package var shown: [CellEvent] { shownVersions.map { events[$0] }.filter(\.isTextVersion) }

  /// The same were these the heads.
  func shownVersions(of heads: Set<Reference>) -> [Int] {
    var origins: Set<Int> = []
    var visited: Set<Int> = []
    var waiting = events.indices.filter { heads.contains(events[$0].reference) }
    while let next = waiting.popLast() {
      guard visited.insert(next).inserted else { continue }
      // What was erased stands for nothing: the text goes on from what it went on from.
      let isTransparent = events[next].isRestore || events[next].operation.isErased
      if isTransparent { waiting += ancestry[next] } else { origins.insert(next) }
    }
    let older = ancestors(of: origins)
    return origins.filter { !older.contains($0) }.sorted { events[$0].reference < events[$1].reference }
  }

  /// All versions that these descend from, themselves excluded unless another of them descends from them.
  func ancestors(of versions: some Sequence<Int>) -> Set<Int> {
    var found: Set<Int> = []
    var waiting = versions.flatMap { ancestry[$0] }
    while let next = waiting.popLast() {
      if found.insert(next).inserted { waiting += ancestry[next] }
    }
    return found
  }
}

extension Operation {
  /// The versions that a change of a text takes the place of.
  package var replacedVersions: [Reference] {
    switch self {
    case .text(let bases, _), .restore(_, _, let bases), .erased(let bases): bases
    default: []
    }
  }

  /// The versions that a change of a text goes on from.
  fileprivate var parentVersions: [Reference] {
    switch self {
    case .text(let bases, _), .erased(let bases): bases
    case .restore(let dots, _, _): dots
    default: []
    }
  }
}
