import ArgumentParser

struct LetterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter", abstract: "Draft a letter, a card or a message; say that it was sent.",
    discussion: """
      Examples:
        afterword letter 3f2a                what a follow-up asks for
        afterword letter dana --kind thank-you
        afterword letter 3f2a --eml > n.eml  for your mail program
        afterword letter 3f2a --print        a page or a card to copy or print
        afterword letter sent 3f2a           you sent it: the plan counts from it
      """,
    subcommands: [LetterDraft.self, LetterSent.self], defaultSubcommand: LetterDraft.self)
}
