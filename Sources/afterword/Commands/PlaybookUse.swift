import ArgumentParser
import Model
import Store

struct PlaybookUse: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "use", abstract: "Choose a playbook for the search, or for one opportunity.")

  @Argument(help: "The playbook.")
  var name: String
  @Argument(help: "The opportunity; else the whole search.")
  var opportunity: [String] = []
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    try place.openOrCreate(use)
  }

  private func use(_ store: Store) throws {
    let opportunity =
      self.opportunity.isEmpty ? nil : try store.opportunity(named: self.opportunity.joined(separator: " "))
    let receipt = try store.usePlaybook(name, for: opportunity, command: TypedCommand.text())
    let what = try opportunity.map { try store.title(of: $0.subject) } ?? "The search"
    WroteLine(console: talk.console).say("\(what) follows the playbook \(name)", receipt)
  }
}
