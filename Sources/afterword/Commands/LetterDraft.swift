import ArgumentParser
import Model
import Playbook
import Store

struct LetterDraft: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Draft a letter in your editor, or hand the draft over.",
    discussion: "What is missing stands in the draft as [gap: …]. A text left unchanged is not kept.")

  @Argument(help: "A follow-up by its number on the page, a person, or the first digits of an id.")
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
  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "With --eml: who else gets it, a person or an address. May be given several times.", valueName: "who"))
  var cc: [String] = []
  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "With --eml: a file that goes with it. May be given several times.", valueName: "file"),
    completion: .file())
  var attach: [String] = []
  @Flag(name: .long, help: "With --eml, --copy or --show: the mail it answers stands below, behind >.")
  var quote = false
  @Flag(name: .long, help: "A mailto: link.")
  var mailto = false
  @Flag(name: .long, help: "The text into the clipboard.")
  var copy = false
  @Flag(name: .long, help: "The subject and the text on standard output.")
  var show = false
  @Flag(name: .long, help: "A brief for somebody who writes the letter for you.")
  var brief = false
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func validate() throws {
    if !cc.isEmpty, !eml { throw Failure.usage("--cc goes with --eml.") }
    if !attach.isEmpty, !eml { throw Failure.usage("--attach goes with --eml.") }
    if quote, !(eml || copy || show) { throw Failure.usage("--quote goes with --eml, --copy or --show.") }
    if written.json, printed || eml || mailto || copy || show || brief {
      throw Failure.usage("--json tells what was kept: it goes with --keep, with --text and with the editor.")
    }
    guard [keep, text != nil, printed, eml, mailto, copy, show, brief].count(where: { $0 }) <= 1 else {
      throw Failure.usage("Choose one of --keep, --text, --print, --eml, --mailto, --copy, --show and --brief.")
    }
  }

  func run() throws {
    let store = try place.open()
    if !eml, !mailto { try OwnName(console: talk.console).askIfMissing(store, canAsk: text != "-" && !talk.quiet) }
    let kind = brief ? DraftKind.brief : which.kind
    let job = try store.letterJob(
      try PageNumber.resolved(what, store), kind: kind, opportunity: try which.opportunity.map(store.opportunity))
    try LetterTalk(console: talk.console).say(tooEarlyOrLate: job, on: store.today, store)
    if eml || mailto { try Address(console: talk.console).askIfMissing(of: job.person, store) }
    if printed || eml || mailto || copy || show || brief { return try handOver(job, store) }
    try keep(job, store)
  }

  /// Hands the text over as asked; one that machines say differently stays here.
  private func handOver(_ job: LetterJob, _ store: Store) throws {
    if let letter = job.letter { try store.checkSettled(letter) }
    var page = LetterPage(
      job, try store.agenda(), from: try ownMailbox(store), copies: try cc.map { try copy($0, store) })
    page.attachments = try AttachedFiles.read(attach)
    if quote { page.quotation = try quotation(job, store) }
    let console = talk.console
    if eml {
      console.raw(page.eml(LocalClock.milliseconds()))
    } else if copy {
      console.say("Copied by \(try Clipboard.copy(page.body)): \(job.text.subject)")
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

  /// Whom a mail is from; nil where the setting is not set.
  private func ownMailbox(_ store: Store) throws -> Mailbox? {
    guard let address = try store.setting(SettingName.mail) else { return nil }
    guard let mailbox = Mailbox(name: try store.setting(SettingName.name), address: address) else {
      throw Failure.usage(
        "Your setting mail, \(address), is no address. `\(ShellCommand("settings", "mail", "ADDRESS"))`")
    }
    return mailbox
  }

  private func quotation(_ job: LetterJob, _ store: Store) throws -> Quotation {
    guard let quotation = try store.quotation(answeredBy: job) else {
      throw Failure.nothingFound(
        "No mail that this answers is kept. `\(ShellCommand("import", "MAIL.eml"))` takes one in; without --quote the letter "
          + "goes as it is.")
    }
    return quotation
  }

  private func copy(_ who: String, _ store: Store) throws -> Mailbox {
    if let mailbox = Mailbox(name: nil, address: who) { return mailbox }
    let row = try store.resolve(who, kinds: [Person.kind])
    guard let person = try store.one(Person.self, row.id), let mailbox = person.mailbox else {
      throw Failure.nothingFound(
        "No address of \(who) is known. `\(ShellCommand("set", row.id.short, "email=ADDRESS"))` records it.")
    }
    return mailbox
  }

  private func keep(_ job: LetterJob, _ store: Store) throws {
    let opened = try store.open(job)
    if keep { return try save(opened.text, opened, store) }
    if let text { return try save(LetterFile.read(try TextFile.read(text), else: opened.text), opened, store) }
    try Editor(console: talk.console).edit(try editorJob(opened, store)) { typed in
      try save(LetterFile.read(edited: typed, of: opened.text), opened, store)
    }
  }

  private func save(_ text: LetterText, _ opened: OpenedLetter, _ store: Store) throws {
    let isEmpty = text.body.allSatisfy(\.isWhitespace)
    guard !isEmpty, keep || text != opened.text,
      let (letter, receipt) = try store.keep(text, of: opened, command: TypedCommand.text())
    else { return talk.console.say("Nothing was changed, so nothing was saved. --keep keeps a draft as it is.") }
    WroteLine(console: talk.console).say("Kept \(try store.title(of: letter.subject))", receipt)
    try LetterTalk(console: talk.console).say(about: text, letter: letter, store)
    talk.console.say("When it is sent: \(ShellCommand("letter", "sent", letter.id.short))")
  }

  /// A letter that nobody has kept yet is all of the writer's own, so an earlier text of it goes on as it is.
  private func editorJob(_ opened: OpenedLetter, _ store: Store) throws -> EditorJob {
    let job = opened.job
    let text = LetterFile.text(opened.text, comments: LetterComments(opened, try store.agenda()).lines)
    let key = [job.letter?.id, job.person, job.opportunity].map { $0?.description ?? "" }
    let who = try job.person.map { try store.title(of: Subject(kind: Person.kind, id: $0)) } ?? what
    return try EditorJob(
      "a letter to \(who)", key: ["letter", job.kind.rawValue] + key, command: ["letter", what] + kindWords,
      place: place, text: text,
      takeUp: { kept, before in
        let isSame = LetterFile.read(edited: before, of: opened.text) == opened.text
        return job.letter == nil || isSame ? kept : nil
      })
  }

  private var kindWords: [String] {
    (which.kind.map { ["--kind", $0.rawValue] } ?? []) + (which.opportunity.map { ["--opportunity", $0] } ?? [])
  }
}
