import ArgumentParser
import Model
import Playbook
import Store

struct LetterDraft: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Draft a letter in your editor, or hand the draft over.",
    discussion: "What is missing stands in the draft as [gap: …]. A text left unchanged is not kept.")

  @Argument(help: "A follow-up or a letter by the first digits of its id, or a person.")
  var what: String
  @OptionGroup var which: LetterOptions
  @Flag(name: .long, help: "Keep the draft as it is, without an editor.")
  var keep = false
  @Option(name: .long, help: ArgumentHelp("Take the text from a file; - is standard input.", valueName: "file"))
  var text: String?
  @Flag(name: .customLong("print"), help: "A page or a card to print or to copy by hand.")
  var printed = false
  @Flag(name: .long, help: "A message for a mail program (.eml).")
  var eml = false
  @Flag(name: .long, help: "A mailto: link.")
  var mailto = false
  @Flag(name: .long, help: "The subject and the text on standard output.")
  var show = false
  @Flag(name: .long, help: "A brief for somebody who writes the letter for you.")
  var brief = false
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func validate() throws {
    guard [keep, text != nil, printed, eml, mailto, show, brief].count(where: { $0 }) <= 1 else {
      throw ValidationError("Choose one of --keep, --text, --print, --eml, --mailto, --show and --brief.")
    }
  }

  func run() throws {
    let store = try place.open()
    if !eml, !mailto { try OwnName(console: talk.console).askIfMissing(store, canAsk: text != "-" && !talk.quiet) }
    let kind = brief ? DraftKind.brief : which.kind
    let job = try store.letterJob(what, kind: kind, opportunity: try which.opportunity.map(store.opportunity))
    try LetterTalk(console: talk.console).say(tooEarlyOrLate: job, on: store.today, store)
    if printed || eml || mailto || show || brief { return try handOver(job, store) }
    try keep(job, store)
  }

  /// Hands the text over as asked; one that machines say differently stays here.
  private func handOver(_ job: LetterJob, _ store: Store) throws {
    if let letter = job.letter { try store.checkSettled(letter) }
    let page = LetterPage(job, try store.agenda())
    let console = talk.console
    if eml {
      console.raw(page.eml(LocalClock.milliseconds()))
    } else if mailto {
      console.print("\(page.mailto)")
    } else {
      console.print((printed ? page.printed : page.shown).map { "\($0)" })
    }
    if eml || mailto, let address = page.unusableAddress {
      console.say("Left out: \(address) is no address that a mail header can hold. Enter it in your mail program.")
    }
    try LetterTalk(console: console).say(about: job.text, letter: job.letter, store)
  }

  private func keep(_ job: LetterJob, _ store: Store) throws {
    let opened = try store.open(job)
    let edited = try newText(opened)
    guard keep || edited != opened.text, let (letter, receipt) = try save(edited, opened, store) else {
      return talk.console.say("Nothing was changed, so nothing was saved. --keep keeps a draft as it is.")
    }
    WroteLine(console: talk.console).say("Kept \(try store.title(of: letter.subject))", receipt)
    try LetterTalk(console: talk.console).say(about: edited, letter: letter, store)
    talk.console.say("When it is sent: \("afterword letter sent \(letter.id.short)", .cyan)")
  }

  private func save(_ text: LetterText, _ opened: OpenedLetter, _ store: Store) throws -> (Letter, Receipt)? {
    try store.keep(text, of: opened, command: TypedCommand.text())
  }

  private func newText(_ opened: OpenedLetter) throws -> LetterText {
    if keep { return opened.text }
    if let text { return LetterFile.read(try TextFile.read(text), else: opened.text) }
    for gap in opened.text.gaps { talk.console.say("Gap: \(gap)") }
    let draft = try Editor.edit(LetterFile.text(opened.text), name: "letter")
    defer { draft.discard() }
    return LetterFile.read(draft.text, else: opened.text)
  }
}
