import ArgumentParser
import Merge
import Model
import SeededNumbers

/// What a long text costs when two machines have changed it.
struct TextBench: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "text", abstract: "Merging two versions of a long text.")

  @Option(help: "Lines of the text.") var lines = 1_000_000
  @Option(help: "Lines that each machine changed.") var changes = 1_000
  @Option(help: "Runs; the best counts.") var runs = 3

  func run() throws {
    let on = "\(lines) lines, \(changes) changed on each of two machines"
    for (name, line) in [
      ("different lines", { (index: Int) in "line \(index) of the text" }),
      ("lines that repeat", { (index: Int) in "line \(index % 100) of the text" }),
    ] {
      let history = TextHistory(versions(line))
      var best = Double.infinity
      for _ in 0..<runs { best = min(best, Spent.by { _ = history.view() }.cpu) }
      Figure(bench: "text", figure: "merge of \(name)", value: best, unit: "s CPU", on: on, runs: runs).print()
    }
    Figure(bench: "text", figure: "peak memory", value: peakMemory(), unit: "MB", on: on, runs: runs).print()
  }

  /// The text, and what two machines made of it.
  private func versions(_ line: (Int) -> String) -> [CellEvent] {
    let base = (0..<lines).map(line)
    var random = SplitMix(seed: 11)
    let first = version(1, over: [], base)
    let later = [2, 3].map { author in
      var text = base
      for number in 0..<changes { text[Int.random(in: 0..<lines, using: &random)] = "change \(number) by \(author)" }
      return version(author, over: [first.reference], text)
    }
    return [first] + later
  }

  private func version(_ author: Int, over bases: [Reference], _ lines: [String]) -> CellEvent {
    CellEvent(
      id: Int64(author), stream: author, seq: 1,
      seen: SeenVector(bases.map { _ in StreamPosition(stream: 1, seq: 1) }),
      reference: Reference(incarnation: Incarnation(RowID(high: 0, low: UInt64(author))), seq: 1, hash: 0),
      wall: author, operation: .text(bases: bases, whole: lines.joined(separator: "\n")))
  }
}
