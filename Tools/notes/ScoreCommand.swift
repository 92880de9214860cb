import ArgumentParser
import Foundation
import MarkedPapers
import Notes
import Scorer

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "How well the reader reads annotated papers, field by field.")

  @OptionGroup var options: PaperOptions
  @Option(help: "Weights to read with instead of the program's own.") var model: String?
  @Flag(help: "Read by rules alone.") var rules = false
  @Option(help: "Read each set with the weights that a fold kept: the start of the files' names.") var folds: String?
  @Option(help: "Print for each field from which confidence on this share of what is read is right.") var calibrate:
    Double?

  func run() throws {
    let papers = try PaperFolder.papers(options.papers, sets: options.chosen)
    let scorer = rules ? nil : try model.map(ModelFile.scorer) ?? Scorer.shared
    var figures = Figures()
    var folded: [String: Scorer] = [:]
    for paper in papers {
      if let folds, folded[paper.set] == nil { folded[paper.set] = try ModelFile.scorer("\(folds)-\(paper.set).model") }
      var score = Score(errorsOf: options.errors)
      let reading = paper.reading(folded[paper.set] ?? scorer)
      score.add(paper, read: calibrate == nil ? reading.items : reading.allItems, kind: reading.paper?.rawValue)
      figures.add(score, of: paper.set)
    }
    figures.print()
    if let calibrate { figures.printLimits(calibrate) }
  }
}

/// Figures by set and over all.
struct Figures {
  private var bySet: [String: Score] = [:]

  mutating func add(_ score: Score, of set: String) { bySet[set, default: Score()] += score }

  mutating func add(_ other: Figures) { for (set, score) in other.bySet { add(score, of: set) } }

  /// All sets as one line.
  func printTotal(_ name: String) {
    var whole = Score()
    for score in bySet.values { whole += score }
    Swift.print(Self.line(Self.wide(name, 28), whole))
  }

  /// From which confidence on the next ones below are right less often than the share asked for.
  func printLimits(_ share: Double) {
    let judged = Dictionary(grouping: bySet.values.flatMap(\.judged), by: \.field)
    for field in Item.allFields {
      let sorted = (judged[field] ?? []).sorted { $0.confidence > $1.confidence }
      // Excess of right ones over the share: the best cut is where it is greatest.
      var (excess, best, limit) = (0.0, 0.0, Float(1))
      for one in sorted {
        excess += (one.isRight ? 1 : 0) - share
        if excess > best { (best, limit) = (excess, one.confidence) }
      }
      let kept = sorted.filter { $0.confidence >= limit }
      Swift.print(
        Self.wide(field, 24), String(format: "%.2f", limit), "kept \(kept.count), right \(kept.count { $0.isRight })",
        "of \(sorted.count)")
    }
  }

  func print() {
    var whole = Score()
    for score in bySet.values { whole += score }
    for line in whole.errors { Swift.print(line) }
    Swift.print("field                    gold  read right  precision recall F1")
    for field in Item.allFields {
      guard let count = whole.fields[field] else { continue }
      let numbers = [count.gold, count.read, count.right].map { Self.pad(String($0), 6) }.joined()
      Swift.print(
        Self.wide(field, 24), numbers, Self.three(count.precision), Self.three(count.recall), Self.three(count.f1))
    }
    for set in bySet.keys.sorted() { if let score = bySet[set] { Swift.print(Self.line(set, score)) } }
    let six = ["q", "s", "t", "xb", "xe", "xf"].compactMap { bySet[$0]?.total }
    if six.count == 6 {
      let mean = six.map(\.f1).reduce(0, +) / 6
      let precision = six.map(\.precision).reduce(0, +) / 6
      Swift.print("mean of six: F1 \(Self.three(mean)) precision \(Self.three(precision))")
    }
    Swift.print(Self.line("all", whole))
  }

  private static func line(_ name: String, _ score: Score) -> String {
    let total = score.total
    return
      "\(wide(name, 4)) \(pad(String(score.papers), 5)) papers  P \(three(total.precision)) R \(three(total.recall)) "
      + "F1 \(three(total.f1))  kind \(score.rightKinds)/\(score.saidKinds)  silent \(score.silent)/\(score.empty)  "
      + "groups \(score.rightPairs)/\(score.pairs)"
  }

  static func three(_ number: Double) -> String { String(format: "%.3f", number) }
  static func wide(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
  static func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
