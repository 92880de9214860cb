import ArgumentParser

struct Completions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print a completion script for a shell.",
    discussion: """
      Examples:
        afterword completions bash > ~/.bash_completion
        afterword completions zsh > ~/.zfunc/_afterword
        afterword completions fish > ~/.config/fish/completions/afterword.fish
      """)

  @Argument(help: "bash, zsh or fish.")
  var shell: String

  func run() throws {
    guard let script = CompletionScript.text(shell) else {
      throw Failure.usage("\"\(Clean.line(shell))\" is none of \(CompletionScript.shells.joined(separator: ", ")).")
    }
    Console().raw(script)
  }
}
