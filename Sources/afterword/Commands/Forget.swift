import ArgumentParser
import Store

struct Forget: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Take a person, an organisation or a note out for good, on every machine.",
    discussion: """
      Examples:
        afterword forget dana --dry-run    what would go, what cannot be reached
        afterword forget dana
        afterword forget dana --also "Dani"   another name of hers

      It goes with what is a part of it, deleted or not; where anything else quotes the name, an address or a number of
      it, those words are blacked out. Then no word of it is left in the store, in bundles written from now on, or on
      other machines once they have met this one. It cannot be undone. Bundles written before, files of notes and copies
      of the store are not touched: they are named. Who guesses all that was forgotten of a command, word by word, can
      check the guess by what remains of it.
      """)

  @Argument(help: "Words of its name, or the beginning of its id.")
  var thing: [String]
  @Option(
    name: .long,
    help: ArgumentHelp("A further word, or several together, to black out wherever they stand.", valueName: "word"))
  var also: [String] = []
  @OptionGroup var rehearsal: DryRunOption
  @OptionGroup var prompt: PromptOptions
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let console = talk.console
    let store = try rehearsal.dryRun ? place.look() : place.open()
    let question = try store.askForget(thing.joined(separator: " "), byHand: also)
    if rehearsal.dryRun || !prompt.yes { tell(question, console) }
    if rehearsal.dryRun { return console.say("Would forget \(question.title). Nothing was changed.") }
    guard try Question(console: console).confirm("Forget \(question.title) for good?", prompt) else {
      throw Failure.nothingFound("Nothing was forgotten.")
    }
    let isGone = try store.forget(question)
    console.say("Forgotten, for good: \(question.title).")
    if !isGone {
      console.complain(
        "Another afterword has the store open, or the disk is full: the file still holds the words, until the next command "
          + "that finds it free.")
    }
    tellOutside(question, console)
  }

  private func tell(_ question: ForgetQuestion, _ console: Console) {
    list("Goes with it:", question.parts, console)
    list("Quotes it, and stays with those words blacked out:", question.quotes, console)
    if !question.lone.isEmpty {
      console.say("Blacked out wherever it stands alone, written large: \(question.lone.joined(separator: ", ")).")
    }
    if question.commands > 0 {
      console.say("\(Count.text(question.commands, "command")) of the history will say no more than “(forgotten)”.")
    }
    if question.smallWords > 0 {
      console.say(
        "\(Count.text(question.smallWords, "time")) a word of the name stands in small letters and may be another: left as it "
          + "is. --also WORD blacks it out too.")
    }
    tellOutside(question, console)
  }

  private func tellOutside(_ question: ForgetQuestion, _ console: Console) {
    var outside = question.files
    if !question.notes.isEmpty {
      outside.append("the files that were imported: " + question.notes.joined(separator: ", "))
    }
    if !question.machines.isEmpty {
      outside.append("other machines, until they meet this one: " + question.machines.joined(separator: ", "))
    }
    outside.append("bundles and copies made before, wherever they are")
    list("Not reached:", outside, console)
  }

  private func list(_ heading: String, _ lines: [String], _ console: Console) {
    guard !lines.isEmpty else { return }
    console.say("\(heading)")
    for line in lines.prefix(20) { console.say("  \(line)") }
    if lines.count > 20 { console.say("  and \(lines.count - 20) more") }
  }
}
