import ArgumentParser
import Model
import Store

struct Add: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a person, an interview, a promise, a setting …",
    discussion: """
      Examples:
        afterword add person Dana Whitfield organisation=acme
        afterword add interview "Finch Foods" role="Line lead" with="Carla Mendes"
        afterword add promise "a decision" opportunity=acme by=them due=friday
        afterword add setting zone value=Europe/London
      """)

  @Argument(help: "The kind: organisation, person, opportunity, interview, promise, material, touch, setting …")
  var kind: String
  @Argument(
    help: ArgumentHelp("Its name or text, and fields with their values.", valueName: "words and field=value"))
  var words: [String] = []
  @OptionGroup var rehearsal: DryRunOption
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let kind = try KindName.find(kind)
    if kind.name == Interview.kind, let entry = try InterviewEntry(words) { return try add(entry) }
    let assignments = try Assignment.named(words, kind).map(TypedFields.filled)
    let add = { (store: Store) in
      try store.add(kind, assignments, command: TypedCommand.text(), rehearse: rehearsal.dryRun)
    }
    let outcome = rehearsal.dryRun ? try add(place.look()) : try place.openOrCreate(add)
    let verb: StyledText = "Added \(outcome.title) (\(kind.name) \(outcome.subject.id.short))"
    WroteLine(console: talk.console).say(outcome, verb: verb, isRehearsal: rehearsal.dryRun, listing: rehearsal.dryRun)
  }

  private func add(_ entry: InterviewEntry) throws {
    let add = { (store: Store) in
      try store.add(entry, command: TypedCommand.text(), rehearse: rehearsal.dryRun)
    }
    let added = rehearsal.dryRun ? try add(place.look()) : try place.openOrCreate(add)
    let lead: StyledText = rehearsal.dryRun ? "Would: " : ""
    let with = added.people.isEmpty ? "" : ", with " + added.people.joined(separator: ", ")
    let line = WroteLine(console: talk.console)
    line.say(lead + "Added \(added.title) (interview \(added.interview.id.short))\(with)", added.receipt)
    if !added.made.isEmpty { talk.console.say("New with it: \(added.made.joined(separator: ", ")).") }
  }
}
