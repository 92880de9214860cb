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
