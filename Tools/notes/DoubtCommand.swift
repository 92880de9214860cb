import ArgumentParser
import MarkedPapers
import Scorer

struct DoubtCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doubt",
    abstract: "Papers where weights learnt from other hands and the marks differ most: one of the two is to be mended.")

  @OptionGroup var options: PaperOptions
  @OptionGroup var learning: LearningOptions
  @Option(help: "How many papers are shown.") var most = 20

  func run() throws {
    let held = try HeldOut(options, learning)
    var found: [(name: String, differences: Int, f1: Double, kinds: String)] = []
    for set in (options.chosen ?? held.sets).sorted() {
      let scorer = try ModelFile.scorer(held.learning(learning).model(held.without([set])))
      for paper in held.of([set]).map(\.paper) {
        let score = held.score(paper, by: scorer)
        let total = score.total
        let kinds = score.rightKinds == score.saidKinds ? "" : "  another sort of paper than \(paper.kind ?? "none")"
        found.append((paper.name, total.gold + total.read - 2 * total.right, total.f1, kinds))
      }
    }
    for paper in found.sorted(by: { ($1.differences, $0.name) < ($0.differences, $1.name) }).prefix(most) {
      print("\(paper.name)  \(paper.differences) differences, F1 \(Figures.three(paper.f1))\(paper.kinds)")
    }
  }
}
