import ArgumentParser
import MarkedPapers
import Scorer

struct KindsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kinds",
    abstract:
      "Tells sorts of papers apart, each set by weights learnt from all others, and says what was taken for what.")

  @OptionGroup var options: PaperOptions
  @OptionGroup var learning: LearningOptions

  func run() throws {
    let held = try HeldOut(options, learning)
    var (right, said) = (0, 0)
    var mistaken: [String: Int] = [:]
    for set in (options.chosen ?? held.sets).sorted() {
      let model = held.learning(learning).kindModel(held.without([set]))
      let own = held.of([set]).filter { $0.paper.kind != nil }
      var rightHere = 0
      for paper in own {
        let found = model.probabilities(paper.paperFeatures, 0..<Labels.kinds.count)
        let kind = found.indices.max { found[$0] < found[$1] } ?? 0
        if kind == paper.kind {
          rightHere += 1
        } else {
          mistaken["\(Labels.kinds[paper.kind]) read as \(Labels.kinds[kind])", default: 0] += 1
        }
      }
      (right, said) = (right + rightHere, said + own.count)
      if !own.isEmpty { print("\(set)  \(rightHere)/\(own.count)") }
    }
    print("all  \(right)/\(said)")
    for (mistake, count) in mistaken.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      print("\(count)  \(mistake)")
    }
  }
}
