import ArgumentParser

/// The maintainer's tool for the reader: score it, learn its weights, see why it reads as it does.
@main
struct NotesTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes", abstract: "Scores the reader on annotated papers and learns its weights from them.",
    subcommands: [
      ScoreCommand.self, TrainCommand.self, FoldsCommand.self, KindsCommand.self, CurveCommand.self, AblateCommand.self,
      DoubtCommand.self, EvidenceCommand.self,
    ])
}

/// Which papers, and how they are read.
struct PaperOptions: ParsableArguments {
  @Option(help: "The folder of annotated papers.") var papers = "Fixtures/Papers"
  @Option(help: "Only these sets, with commas between them.") var sets = ""
  @Option(help: "Print what was missed and invented of a field, or of all.") var errors: String?
  @Option(help: "Write the figures of every set to this file.") var out: String?

  var chosen: Set<String>? { sets.isEmpty ? nil : Set(sets.split(separator: ",").map(String.init)) }
}

struct LearningOptions: ParsableArguments {
  @Option(help: "Passes over the papers.") var passes = 6
  @Option(help: "The size of the first step.") var rate: Float = 0.05
  @Option(help: "The share of features that is left out of each paper at each pass.") var thin: Float = 0.35
  @Option(help: "How much every weight counts as moved before the first step.") var damping: Float = 0.1
  @Option(help: "The size of the first step where papers and values are told apart.") var choiceRate: Float = 0.03
  @Option(help: "Passes where papers and values are told apart.") var choicePasses = 20
  @Option(help: "How strongly rare weights are drawn to zero.") var sparse: Float = 0.00002
  @Option(help: "The seed of the order in which papers are seen.") var seed: UInt64 = 1
  @Option(help: "Word classes as classes.py writes them, or a file of weights that has them.")
  var classes = "Sources/Weights/reader.model"
  @Option(help: "Groups of features to leave out, with commas between them.") var without = ""
  @Option(help: "A file that lists papers with nothing to record, one path a line.") var negatives: String?
}
