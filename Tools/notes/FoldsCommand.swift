import ArgumentParser
import Foundation
import MarkedPapers
import Scorer

struct FoldsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "folds", abstract: "Reads each set with weights learnt from all others.")

  @OptionGroup var options: PaperOptions
  @OptionGroup var learning: LearningOptions
  @Flag(help: "Leave all chosen sets out at once: one learning instead of one a set.") var together = false
  @Option(help: "Where the weights of each fold are kept.") var keep: String?

  func run() throws {
    let held = try HeldOut(options, learning)
    let sets = options.chosen ?? held.sets
    var figures = Figures()
    for fold in together ? [sets] : sets.sorted().map({ [$0] }) {
      let learn = held.learning(learning, report: together ? { print($0) } : { _ in })
      let model = learn.model(held.without(fold))
      if let keep { try model.write(to: URL(fileURLWithPath: keep + "-" + fold.sorted().joined() + ".model")) }
      figures.add(held.figures(of: fold, by: try ModelFile.scorer(model)))
    }
    figures.print()
  }
}

struct AblateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ablate", abstract: "What each group of features brings: chosen sets read without it.")

  @OptionGroup var options: PaperOptions
  @OptionGroup var learning: LearningOptions
  @Argument(help: "Groups of features; all of them unless named.") var groups: [String] = []

  func validate() throws {
    let known = FeatureGroup.allCases.map(\.rawValue)
    if let odd = groups.first(where: { !known.contains($0) }) {
      throw ValidationError("there is no group \(odd); there are \(known.joined(separator: ", "))")
    }
  }

  func run() throws {
    let held = try HeldOut(options, learning)
    let sets = options.chosen ?? held.sets
    for group in ["nothing"] + (groups.isEmpty ? FeatureGroup.allCases.map(\.rawValue) : groups) {
      var learning = learning
      if group != "nothing" { learning.without = group }
      let model = held.learning(learning).model(held.without(sets))
      held.figures(of: sets, by: try ModelFile.scorer(model)).printTotal("without \(group)")
    }
  }
}

struct CurveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "curve", abstract: "How well chosen sets are read by the number of papers that were learnt from.")

  @OptionGroup var options: PaperOptions
  @OptionGroup var learning: LearningOptions
  @Option(help: "How often the number is halved.") var halvings = 3

  func run() throws {
    let held = try HeldOut(options, learning)
    let sets = options.chosen ?? ["xe"]
    var random = SplitMix(seed: learning.seed)
    // Whole hands go first, or a half would hold some papers of each.
    let hands = Dictionary(grouping: held.without(sets), by: \.paper.set).sorted { $0.key < $1.key }
      .shuffled(using: &random)
    let papers = hands.flatMap(\.value)
    for halving in (0...max(halvings, 0)).reversed() {
      let share = Array(papers.prefix(papers.count >> halving))
      let model = held.learning(learning).model(share)
      held.figures(of: sets, by: try ModelFile.scorer(model)).printTotal("\(share.count) papers learnt from")
    }
  }
}
