import ArgumentParser

/// Measures the program on work that can be repeated. Prints one JSON line a figure: what, how much, unit, on what.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measures the program; one JSON line a figure.",
    discussion: "Build with -c release --static-swift-stdlib. Stores lie in memory (/dev/shm) where that is to be had.",
    subcommands: [
      BundleBench.self, CurveBench.self, MergeBench.self, NotesBench.self, PlanBench.self, StartBench.self,
      TextBench.self,
    ])
}
