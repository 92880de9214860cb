import ArgumentParser
import Model
import Playbook
import Store

struct Script: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "script", abstract: "What to say in a call, what to leave out, the facts at hand.",
    discussion: """
      Examples:
        afterword script 2               then: afterword log call dana
        afterword script dana
      """)

  @OptionGroup var which: ItemArgument
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  /// `{"person", "say", "leave_out", "at_hand"}`.
  private struct JSON: Encodable {
    let person: String
    let say: [String]
    let leaveOut: [String]
    let atHand: [String]
  }

  func run() throws {
    let store = try place.look()
    let picked = try PickedItems(store, output.console)
    let agenda = picked.agenda
    let item = try which.one(of: picked)
    guard let script = try store.letterWriter(agenda).script(for: item) else {
      throw Failure.nothingFound(
        "\(agenda.title(item)) goes without a call. `\(ShellCommand("letter", ItemID.short(item)))` drafts it.")
    }
    let console = output.console
    let name = agenda.facts.name(script.person)
    if output.json {
      let json = JSON(person: name, say: script.say, leaveOut: script.leaveOut, atHand: script.atHand)
      return console.raw(try JSONOutput.text(json))
    }
    let parts = [("Say", script.say), ("Leave out", script.leaveOut), ("At hand", script.atHand)]
    if output.plain {
      return console.print(parts.flatMap { part in part.1.map { "\(part.0.lowercased())\t\($0)" as StyledText } })
    }
    console.page(SheetLines.lines(title: "A call to \(name)", parts, width: console.width))
  }
}
