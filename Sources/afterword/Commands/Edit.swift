import ArgumentParser
import Model
import Store

struct Edit: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Edit something in your editor.",
    discussion: """
      Examples:
        afterword edit dana               all fields
        afterword edit acme notes         one text

      Opens $VISUAL, else $EDITOR. A text that two machines changed differently opens with both marked; saving it without
      the marks settles the conflict. Left unchanged, nothing is saved.
      """)

  @Argument(help: "Words of its name, or the beginning of its id.")
  var thing: String
  @Argument(help: "Only this field.")
  var field: String?
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try place.open()
    let row = try store.openForEditing(thing, field: field)
    var job = try EditorJob(
      row.title, key: ["edit", row.subject.id.description, field ?? ""],
      command: ["edit", row.subject.id.short] + [field].compactMap(\.self), place: place, text: row.text)
    job.isContested = row.isContested
    let outcome = try Editor(console: talk.console).edit(job) { text in
      text.allSatisfy(\.isWhitespace) && field == nil
        ? nil : try store.save(row, edited: text, command: TypedCommand.text())
    }
    guard let outcome else { return talk.console.say("Nothing was changed in \(row.title).") }
    WroteLine(console: talk.console).say(outcome, verb: "Edited \(outcome.title)", isRehearsal: false, listing: true)
  }
}
