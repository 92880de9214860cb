import ArgumentParser
import BundleFile
import Foundation
import Model
import Notes
import Store

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Read notes, or merge another machine's bundle; recognised by content.",
    discussion: """
      Examples:
        afterword import ~/notes                   a folder of notes
        afterword import acme.txt --on 2026-11-20  a note without a day
        afterword import acme.txt --ask            confirm each finding with a key
        pbpaste | afterword import -               from standard input
        afterword import laptop.afterword          merge another machine's
        afterword import all.json                  what `export all.json` wrote

      Importing the same again adds nothing. `--dry-run` shows what would happen.
      """)

  @Argument(help: ArgumentHelp("Files, folders or bundles; - reads standard input.", valueName: "path"))
  var paths: [String]
  @Option(
    name: .long,
    help: ArgumentHelp("The day that undated notes were written, as 2026-11-20 or \"last friday\".", valueName: "day"))
  var on: String?
  @Flag(name: .long, help: "Confirm each finding with a key; on a terminal only.")
  var ask = false
  @OptionGroup var dates: DateOptions
  @OptionGroup var columns: ColumnOptions
  @Flag(
    name: .customLong("new-people"), help: "Of a table of contacts everybody, not only more of those who are known.")
  var newPeople = false
  @Flag(name: .long, help: "Print JSON.")
  var json = false
  @OptionGroup var rehearsal: DryRunOption
  @OptionGroup var prompts: PromptOptions
  @OptionGroup var opening: OpeningOptions
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    guard paths.count(where: { $0 == "-" }) <= 1 else {
      throw Failure.usage("Standard input can be taken once: only one - in a command.")
    }
    let input = try paths.contains("-") ? StandardInput.bytes() : nil
    let (bundles, texts, others) = sorted(input)
    let text = try texts.isEmpty ? nil : importTexts(texts, input)
    if bundles.isEmpty, others.isEmpty {
      if json { talk.console.raw(try JSONOutput.text(ImportJSON(merged: nil, notes: nil, text: text))) }
      return
    }
    let files = try others.isEmpty ? [] : notes(others, input)
    let inputs = try bundles.map { try opening.open($0, try place.environment()) }
    let again = ShellCommand("import", names: paths)
    try Interruption.saying("Stopped. What was read so far is kept; \(again) goes on.") {
      try withStore(files, inputs) { try take(files, inputs, text, $0) }
    }
  }

  private func take(
    _ files: NotesFound, _ inputs: [BundleInput], _ text: StoreTextReport?, _ store: Store
  ) throws {
    let command = ImportBundles(store: store, console: talk.console, prompts: prompts)
    let merged = try inputs.isEmpty ? nil : command.run(inputs, isRehearsal: rehearsal.dryRun)
    let isAsked = !rehearsal.dryRun && !json && prompts.canAsk
    try ProposalQuestions(console: talk.console, store: store).after(isAsked: isAsked) {
      let read = try files.files.isEmpty && files.problems.isEmpty ? nil : importNotes(store, files)
      if json { talk.console.raw(try JSONOutput.text(ImportJSON(merged: merged, notes: read?.report, text: text))) }
      guard let read else { return }
      var said = ImportedNotesTalk(console: talk.console, store: store, isRehearsal: rehearsal.dryRun)
      said.isAsked = isAsked
      try said.tell(read)
    }
  }

  /// Bundles, whole stores as text, and all else, which is read as notes.
  ///
  /// - Parameter input: what came by standard input.
  private func sorted(_ input: [UInt8]?) -> (bundles: [String], texts: [String], others: [String]) {
    let bundles = paths.filter { $0 != "-" && FileKind.of(path: $0)?.isBundle == true }
    let texts = paths.filter { $0 == "-" ? input.map(StoreText.begins) ?? false : ImportText.isText($0) }
    return (bundles, texts, paths.filter { !bundles.contains($0) && !texts.contains($0) })
  }

  private func importTexts(_ texts: [String], _ input: [UInt8]?) throws -> StoreTextReport {
    var taken = StoreTextReport()
    func take(_ store: Store) throws {
      let command = ImportText(store: store, console: talk.console)
      for path in texts {
        guard path == "-", let input else {
          taken.add(try command.run(path, isRehearsal: rehearsal.dryRun))
          continue
        }
        taken.add(try command.run(input, named: "standard input", isRehearsal: rehearsal.dryRun))
      }
    }
    let environment = try place.environment()
    if rehearsal.dryRun, !FileManager.default.fileExists(atPath: environment.storePath) {
      try take(Store.scratch(environment))
      return taken
    }
    try place.openOrCreate(take)
    return taken
  }

  // MARK: notes

  private func notes(_ paths: [String], _ input: [UInt8]?) throws -> NotesFound {
    var found = NotesFound()
    if paths.contains("-"), let input { found.files.append(NoteFile(name: "standard input", content: input)) }
    found.files += NoteFile.files(below: paths.filter { $0 != "-" }) { found.problems.append("\($0): \($1).") }
    found.named = Set(paths)
    if found.files.isEmpty && found.problems.isEmpty {
      throw Failure.badInput("\(paths.joined(separator: ", ")) holds no files to read. Give a folder with notes.")
    }
    return found
  }

  private func importNotes(_ store: Store, _ found: NotesFound) throws -> ImportedNotes {
    let progress = ProgressLine("Reading notes", talk.console)
    defer { progress.end() }
    let days = TypedDayReader(today: store.today, order: try store.dateOrder(asked: dates.order).order)
    var options = NotesImportOptions(
      on: try on.map { try DayArgument.read($0, .past, days, talk.console).day }, today: store.today,
      askDay: { askDay($0, $1, progress, days) },
      progress: { progress.update($0, of: $1) })
    options.isRehearsal = rehearsal.dryRun
    options.order = dates.order
    options.columns = try columns.columns()
    options.takesNewPeople = newPeople
    var (files, stop): ([NoteFile], FindingQuestions.Stop?) = (found.files, nil)
    if ask {
      let answers = try FindingQuestions(store: store, console: talk.console, prompts: prompts, options: options)
        .answers(files)
      (files, stop) = (answers.files, answers.stop?.how)
      options.isAccepted = { !answers.declined.contains(DeclinedFinding($0, $1)) }
    }
    var report = try store.importNotes(files, options)
    report.problems = found.problems + report.problems
    let imported = ImportedNotes(report: report, named: found.named)
    if let stop, stop != .quit { try end(stop, imported, store, isAnyKept: !files.isEmpty) }
    return imported
  }

  /// An interrupt, or the end of the input, at a question: what was answered before is kept, and told.
  private func end(_ stop: FindingQuestions.Stop, _ imported: ImportedNotes, _ store: Store, isAnyKept: Bool) throws {
    if isAnyKept {
      try ImportedNotesTalk(console: talk.console, store: store, isRehearsal: rehearsal.dryRun).tell(imported)
    }
    let again = ShellCommand(words: ["import", "--ask"], names: paths)
    let kept = isAnyKept ? "what was answered in full is kept" : "nothing was imported"
    talk.console.complain("Stopped: \(kept). To go on: \(again)")
    throw Failure.silent(stop == .interrupt ? .interrupted : .conflict)
  }

  /// Asked once a folder, on a terminal only.
  private func askDay(_ folder: String, _ first: String, _ progress: ProgressLine, _ days: TypedDayReader) -> Day? {
    let isAsked = !prompts.noInput && !prompts.yes && !rehearsal.dryRun && !paths.contains("-")
    guard Question.canAsk, isAsked else { return nil }
    let place = folder.isEmpty ? "." : folder
    let question: StyledText = "\(first) in \(place) gives no day. Written when? [Enter: leave open]"
    while let answer = Question(console: talk.console).line(question), !answer.isEmpty {
      do {
        let day = try DayArgument.read(answer, .past, days, talk.console).day
        talk.console.say("Taken for all undated notes of this folder.")
        return day
      } catch {
        talk.console.complain("\(String(describing: error))")
      }
    }
    return nil
  }

  // MARK: the store

  /// A rehearsal makes no store, and what cannot be read makes none either.
  private func withStore(_ found: NotesFound, _ inputs: [BundleInput], _ body: (Store) throws -> Void) throws {
    let environment = try place.environment()
    if !FileManager.default.fileExists(atPath: environment.storePath) {
      for input in inputs { _ = try input.read() }
      if inputs.isEmpty, !found.files.contains(where: { (try? $0.bytes()) != nil }) {
        throw Failure.badInput(found.firstProblem)
      }
      if rehearsal.dryRun { return try body(try Store.scratch(environment)) }
    }
    try place.openOrCreate(body)
  }
}

/// The files below the paths given, and what cannot be looked at.
struct NotesFound: ExpressibleByArrayLiteral {
  var files: [NoteFile] = []
  var problems: [String] = []
  /// The paths as given.
  var named: Set<String> = []

  init(arrayLiteral elements: NoteFile...) { files = elements }
  init() {}

  var firstProblem: String {
    for file in files {
      do { _ = try file.bytes() } catch { return error.description }
    }
    return problems.first ?? "Nothing to read."
  }
}
