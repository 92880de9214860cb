import ArgumentParser
import Model
import Playbook
import Store

struct PlaybookList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The playbooks, and the one in use.")

  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  /// `{"playbooks": [{"name", "about", "in_use", "rules"}]}`.
  private struct JSON: Encodable {
    let name: String
    let about: String
    let inUse: Bool
    let rules: [String]
  }

  func run() throws {
    let preferences = try place.preferences()
    let playbooks = preferences.playbookNames.compactMap(preferences.playbook)
    let console = output.console
    if output.json {
      let list = playbooks.map {
        JSON(
          name: $0.name, about: $0.about, inUse: $0.name == preferences.playbook,
          rules: $0.rules.map(\.name.description))
      }
      return console.raw(try JSONOutput.text(["playbooks": list]))
    }
    if output.plain { return console.print(playbooks.map { "\($0.name)\t\($0.about)" }) }
    for playbook in playbooks {
      let mark: StyledText = playbook.name == preferences.playbook ? "  \("in use", .green)" : ""
      console.print("\(playbook.name, .bold)" + mark)
      for line in DisplayWidth.wrapped(playbook.about, to: console.width - 4) { console.print("  \(line)") }
    }
    console.say(
      "\(ShellCommand("playbook", "show", "NAME")) shows the rules; \(ShellCommand("playbook", "use", "NAME")) chooses."
    )
  }
}
