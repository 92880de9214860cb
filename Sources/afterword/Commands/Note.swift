import ArgumentParser
import Model
import Notes
import Store

struct Note: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Jot something down: it is kept, read, and the plan counts from it.",
    discussion: """
      Examples:
        afterword note rang Carla, she needs two more days
        afterword note dana "left a voicemail"
        afterword note acme --on friday "met Ed Noakes: asked about invoices"
        afterword note acme --edit           in your editor
        afterword note                       typed here, ended by Ctrl-D

      The first word may name a person, a firm or a search: the note is about them.
      """, aliases: ["n"])

  @Argument(help: "About whom, and what; - is standard input.")
  var words: [String] = []
  @Option(name: .long, help: ArgumentHelp("The day it counts from; else today.", valueName: "day"))
  var on: String?
  @Flag(name: .long, help: "Write it in your editor.")
  var edit = false
  @OptionGroup var dates: DateOptions
  @OptionGroup var prompts: PromptOptions
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    try place.openOrCreate { store in
      let days = TypedDayReader(today: store.today, order: try store.dateOrder(asked: dates.order).order)
      let day = try on.map { try DayArgument.read($0, .past, days, talk.console).day } ?? store.today
      let (about, given) = try named(store)
      if edit {
        let job = try EditorJob("note", key: ["note"], command: ["note", "--edit"], place: place, text: given)
        return try Editor(console: talk.console).edit(job) { try keep($0, about, day, store) }
      }
      let text = try given.isEmpty || given == "-" ? StandardInput.text() : given
      try keep(text, about, day, store)
    }
  }

  /// Whom the first word names, and the words besides.
  private func named(_ store: Store) throws -> (Jot, String) {
    let whole = words.joined(separator: " ")
    // A sentence in one argument names nobody by its first word alone.
    guard let first = words.first, words.count > 1 || !first.contains(" "), let about = try store.jotSubject(first)
    else { return (Jot(), whole) }
    return (about, words.dropFirst().joined(separator: " "))
  }

  private func keep(_ text: String, _ about: Jot, _ day: Day, _ store: Store) throws {
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Failure.usage("Nothing to note. Say what: afterword note dana \"left a voicemail\"")
    }
    var options = NotesImportOptions(on: nil, today: store.today)
    options.order = dates.order
    try ProposalQuestions(console: talk.console, store: store).after(isAsked: prompts.canAsk) {
      say(try store.jot(text, about: about, on: day, from: options), store)
    }
  }

  private func say(_ report: JotReport, _ store: Store) {
    let console = talk.console
    let titles = (try? store.titles(of: report.rows)) ?? [:]
    let understood = report.rows.compactMap { titles[$0] }.joined(separator: "; ")
    let what: StyledText
    if report.undoName == nil {
      what = "Noted already"
    } else {
      let kept: StyledText = report.news.isEmpty ? "Kept as text: nothing was found in it to plan by" : "Noted"
      what = understood.isEmpty ? kept : "Noted: \(understood)"
    }
    let undo: StyledText = report.undoName.map { " Undo: \(ShellCommand("undo", $0))" } ?? ""
    console.say(what + "." + undo)
    let talk = NewsTalk(console: console, store: store, isRehearsal: false, isAsked: prompts.canAsk)
    talk.tell(report.news, ownUndo: false)
    if let agenda = try? store.agenda() {
      for item in report.closed { console.say("Closed: \(agenda.title(item)).") }
    }
  }
}
