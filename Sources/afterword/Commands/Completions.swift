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
    guard let shell = CompletionShell(rawValue: shell) else {
      throw Failure.usage("\"\(shell)\" is none of bash, zsh, fish.")
    }
    Console().raw(Afterword.completionScript(for: shell) + "\n")
  }
}
