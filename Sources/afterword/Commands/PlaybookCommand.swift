import ArgumentParser

struct PlaybookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "playbook", abstract: "The ways of following up: choose one, change its numbers, compare them.",
    discussion: """
      Examples:
        afterword playbook list
        afterword playbook show value-added
        afterword playbook use recruiter                 for the whole search
        afterword playbook use executive acme            for one opportunity
        afterword playbook set value-added letter.within 24h
        afterword playbook borrow executive after-a-no --from value-added
        afterword playbook compare acme                  the plans of all
        afterword playbook add mine.txt                  one of your own
      """,
    subcommands: [
      PlaybookList.self, PlaybookShow.self, PlaybookUse.self, PlaybookSet.self, PlaybookBorrow.self,
      PlaybookCompare.self, PlaybookAdd.self,
    ], defaultSubcommand: PlaybookList.self)
}
