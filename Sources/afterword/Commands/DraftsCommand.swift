import ArgumentParser
import Foundation
import Model
import Store

struct DraftsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drafts", abstract: "Texts that an editor left and that were not saved.",
    discussion: """
      Examples:
        afterword drafts
        afterword drafts --show k3fQ2x   the text itself
        afterword drafts --drop k3fQ2x   throw it away

      A text is kept when its editor fails, is killed, or what was typed cannot be saved. The command that opened it offers
      it again.
      """)

  @Option(name: .long, help: ArgumentHelp("Print one, by its name in the list.", valueName: "name"))
  var show: String?
  @Option(name: .long, help: ArgumentHelp("Throw one away, by its name in the list.", valueName: "name"))
  var drop: String?
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if show != nil && drop != nil { throw Failure.usage("Choose one of --show and --drop.") }
  }

  func run() throws {
    let drafts = try DraftHome().waiting()
    let console = output.console
    if let show { return console.print(Clean.lines(try find(show, drafts).text ?? "").map { "\($0)" }) }
    if let drop {
      let draft = try find(drop, drafts)
      draft.discard()
      return console.say("Dropped the text of \(draft.card.title).")
    }
    if output.json { return console.raw(try JSONOutput.text(["drafts": drafts.map(DraftJSON.init)])) }
    if output.plain { return console.print(drafts.map { "\($0.name)\t\($0.card.title)\t\($0.path)" }) }
    if drafts.isEmpty { return console.say("No text waits: everything that was typed is saved.") }
    for draft in drafts { console.print(lines(draft)) }
  }

  private func find(_ name: String, _ drafts: [Draft]) throws -> Draft {
    guard let draft = drafts.first(where: { $0.name == name }) else {
      throw Failure.nothingFound("No text that waits is called \"\(Clean.line(name))\". `afterword drafts` lists them.")
    }
    return draft
  }

  private func lines(_ draft: Draft) -> [StyledText] {
    let when = WallTime.short(draft.card.started, today: LocalClock.today())
    return [
      "\(draft.name, .cyan)  \(draft.card.title, .bold), \(when)", "  go on: \(draft.card.resume)", "  \(draft.path)",
    ]
  }

  /// `{"name", "title", "time", "path", "command"}`.
  private struct DraftJSON: Encodable {
    let name: String
    let title: String
    let time: String
    let path: String
    let command: String

    init(_ draft: Draft) {
      name = draft.name
      title = draft.card.title
      time = WallTime.iso(draft.card.started)
      path = draft.path
      command = draft.card.resume.description
    }
  }
}
