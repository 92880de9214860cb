import Foundation
import MarkedPapers
import Notes
import Scorer

/// Annotated papers, laid out once, to be learnt from and to be read by weights that did not see them.
struct HeldOut {
  /// The set that `terse.py` makes of the words of all others: a model that learnt from it would have seen them.
  private static let made = "v"

  let papers: [Prepared]
  private let others: [Prepared]
  private let classes: Data
  private let errors: String?

  init(_ options: PaperOptions, _ learning: LearningOptions) throws {
    let (classes, data) = try ModelFile.classes(learning.classes)
    let all = try PaperFolder.papers(options.papers, sets: nil).filter { $0.set != Self.made }
    papers = all.map { Prepared($0, classes: classes) }
    others = try Negatives.papers(learning.negatives).map { Prepared($0, classes: classes) }
    (self.classes, errors) = (data, options.errors)
  }

  var sets: Set<String> { Set(papers.map(\.paper.set)) }

  func learning(_ options: LearningOptions, report: @escaping (String) -> Void = { _ in }) -> Learning {
    Learning(options: options, classes: classes, report: report)
  }

  /// All papers but those of some sets, and those with nothing to record.
  func without(_ sets: Set<String>) -> [Prepared] { papers.filter { !sets.contains($0.paper.set) } + others }

  func of(_ sets: Set<String>) -> [Prepared] { papers.filter { sets.contains($0.paper.set) } }

  func score(_ paper: MarkedPaper, by scorer: Scorer) -> Score {
    var score = Score(errorsOf: errors)
    let reading = paper.reading(scorer)
    score.add(paper, read: reading.items, kind: reading.paper?.rawValue)
    return score
  }

  func figures(of sets: Set<String>, by scorer: Scorer) -> Figures {
    of(sets).reduce(into: Figures()) { $0.add(score($1.paper, by: scorer), of: $1.paper.set) }
  }
}
