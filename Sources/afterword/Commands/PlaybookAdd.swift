import ArgumentParser
import Foundation
import Model
import Playbook
import Store

struct PlaybookAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a playbook of your own from a file.",
    discussion: """
      The file, - for standard input:
        playbook mine
        about Thanks after two days, then a nudge.

        use persistent.thank-you-note
          after 2d

        rule nudge
          anchor promise
          after 1d
          to interviewer
          by email, call
          draft silence-breaker
          why They asked to be reminded.
      """)

  @Argument(help: "The file.")
  var file: String
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let text = try TextFile.read(file)
    do {
      let (playbook, receipt) = try place.openOrCreate { try $0.addPlaybook(text, command: TypedCommand.text()) }
      WroteLine(console: talk.console)
        .say("Added the playbook \(playbook.name) with \(Count.text(playbook.rules.count, "rule"))", receipt)
      talk.console.say("\(ShellCommand("playbook", "use", names: [playbook.name])) chooses it.")
    } catch let error as SourceError {
      throw Failure.badInput("\(file == "-" ? "Standard input" : file), \(error)")
    }
  }
}

/// A text that a person names: a file, or standard input for `-`.
enum TextFile {
  /// - Throws: `Failure.badInput` for what is missing, no UTF-8, or longer than 1 MiB.
  static func read(_ path: String) throws -> String {
    if path == "-" { return try StandardInput.text() }
    guard let data = FileManager.default.contents(atPath: path), data.count <= 1 << 20,
      let text = String(validating: data, as: UTF8.self)
    else { throw Failure.badInput("\(path) cannot be read as a text of at most 1 MiB. Check the path and the file.") }
    return text
  }
}
