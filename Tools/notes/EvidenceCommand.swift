import ArgumentParser
import Foundation
import MarkedPapers

struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "In how many papers, and of how many hands, each phrase of a word list occurs; the least supported first."
  )

  @OptionGroup var options: PaperOptions
  @Argument(help: "Lists of words, one phrase a line.") var lists: [String]
  @Flag(help: "The lists are of another language: the last word of a line is English.") var foreign = false
  @Option(help: "Phrases that occur in more papers than this are not shown.") var atMost = 0

  func run() throws {
    let papers = try PaperFolder.papers(options.papers, sets: options.chosen).map { paper in
      (set: paper.set, text: " " + Self.words(paper.text).joined(separator: " ") + " ")
    }
    for list in lists {
      let lines = try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n")
      var found: [(phrase: String, papers: Int, hands: Int)] = []
      for phrase in Set(lines.filter { !$0.hasPrefix("#") && !$0.hasPrefix("[") }.map(phrase)) where !phrase.isEmpty {
        let own = papers.filter { $0.text.contains(" " + phrase + " ") }
        found.append((phrase, own.count, Set(own.map(\.set)).count))
      }
      let shown = found.filter { $0.papers <= atMost }.sorted { ($0.papers, $0.phrase) < ($1.papers, $1.phrase) }
      for one in shown { print("\(one.papers) papers  \(one.hands) hands  \(one.phrase)") }
      print("\(list): \(shown.count) of \(found.count) phrases occur in at most \(atMost) papers")
    }
  }

  private func phrase(_ line: Substring) -> String {
    let words = Self.words(String(line))
    return (foreign ? words.dropLast() : words[...]).joined(separator: " ")
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
  }
}
