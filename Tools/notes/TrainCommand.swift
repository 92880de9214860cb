import ArgumentParser
import Foundation
import MarkedPapers
import Model
import Notes
import Scorer

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Learns the weights from annotated papers and writes them.")

  @OptionGroup var options: PaperOptions
  @OptionGroup var learning: LearningOptions
  @Option(help: "Sets that are not learnt from, with commas between them.") var except = ""
  @Option(help: "Where the weights go.") var model = "Sources/Weights/reader.model"

  func run() throws {
    let (classes, data) = try ModelFile.classes(learning.classes)
    let left = Set(except.split(separator: ",").map(String.init))
    let papers =
      try PaperFolder.papers(options.papers, sets: options.chosen).filter { !left.contains($0.set) }
      + Negatives.papers(learning.negatives)
    let start = Date()
    let prepared = papers.map { Prepared($0, classes: classes) }
    print("prepared \(prepared.count) papers in \(Int(Date().timeIntervalSince(start))) s")
    let model = Learning(options: learning, classes: data).model(prepared)
    try model.write(to: URL(fileURLWithPath: self.model))
    print("\(model.count >> 10) KiB in \(Int(Date().timeIntervalSince(start))) s")
  }
}

/// Papers of other sorts that lie on any machine: nothing in them is to be recorded.
enum Negatives {
  static func papers(_ list: String?) throws -> [MarkedPaper] {
    guard let list else { return [] }
    let paths = try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n")
    return paths.enumerated().compactMap { number, path in
      guard let data = FileManager.default.contents(atPath: String(path)),
        let text = String(data: data.prefix(3000), encoding: .utf8), let day = Day("2026-03-02")
      else { return nil }
      return MarkedPaper(
        name: "n\(number)", day: day, kind: "other", text: text.replacing("\r\n", with: "\n"))
    }
  }
}

struct FoldsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "folds", abstract: "Reads each set with weights learnt from all others.")

  @OptionGroup var options: PaperOptions
  @OptionGroup var learning: LearningOptions
  /// The set that `terse.py` makes of the words of all others: a fold that learnt from it would have seen them.
  private static let made = "v"

  @Flag(help: "Leave all chosen sets out at once: one learning instead of one a set.") var together = false
  @Option(help: "Where the weights of each fold are kept.") var keep: String?

  func run() throws {
    let (classes, data) = try ModelFile.classes(learning.classes)
    let all = try PaperFolder.papers(options.papers, sets: nil).filter { $0.set != Self.made }
    let sets = options.chosen ?? Set(all.map(\.set))
    let others = try Negatives.papers(learning.negatives)
    let prepared = (all + others).map { Prepared($0, classes: classes) }
    var figures = Figures()
    for fold in together ? [sets] : sets.sorted().map({ [$0] }) {
      var learn = Learning(options: learning, classes: data)
      if !together { learn.report = { _ in } }
      let model = learn.model(prepared.filter { !fold.contains($0.paper.set) })
      if let keep { try model.write(to: URL(fileURLWithPath: keep + "-" + fold.sorted().joined() + ".model")) }
      let scorer = try ModelFile.scorer(model)
      for one in prepared where fold.contains(one.paper.set) {
        var score = Score(errorsOf: options.errors)
        let reading = one.paper.reading(scorer)
        score.add(one.paper, read: reading.items, kind: reading.paper?.rawValue)
        figures.add(score, of: one.paper.set)
      }
    }
    figures.print()
  }
}
