import ArgumentParser

struct LetterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter", abstract: "Draft a letter, a card or a message; say that it was sent.",
    discussion: """
      Examples:
        afterword letter 1                   what a follow-up asks for, by its number
        afterword letter dana --kind thank-you
        afterword letter 1 --eml > n.eml     for your mail program
        afterword letter 1 --print           a page or a card to copy or print
        afterword letter sent dana           you sent it: the plan counts from it
      """,
    subcommands: [LetterDraft.self, LetterSent.self], defaultSubcommand: LetterDraft.self)
}
