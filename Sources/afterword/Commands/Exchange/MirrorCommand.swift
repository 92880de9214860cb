import ArgumentParser
import Foundation
import Model
import Store

struct MirrorCommand: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "mirror", abstract: "Keep an address book and a calendar in step with other programs.",
    discussion: """
      Examples:
        afterword mirror ~/mirror            people, interviews, follow-ups
        afterword mirror ~/mirror -n         what would be taken and written
        afterword mirror ~/mirror --new-people   cards of others as people too

      In the folder, `contacts` holds a vCard for each person and `calendar` an
      entry for each interview, deadline and follow-up, as khard, khal and
      vdirsyncer keep them. What you change there comes in: all of a person, the
      time and place of an interview, and that it is called off. What both sides
      changed is a conflict with "address book". Nothing is deleted unasked; what
      is not Afterword's stays.
      """)

  @Argument(help: "The folder. It is made the first time.")
  var folder: String
  @Flag(name: .customLong("new-people"), help: "Cards of people who are not known make people.")
  var newPeople = false
  @Flag(name: .long, help: "Begin as if the folder were met for the first time.")
  var anew = false
  @OptionGroup var rehearsal: DryRunOption
  @OptionGroup var written: WrittenOption
  @OptionGroup var prompts: PromptOptions
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func validate() throws {
    if folder.isEmpty { throw Failure.usage("Name a folder: `\(ShellCommand("mirror", "FOLDER"))`") }
  }

  func run() throws {
    let store = try place.open()
    var options = MirrorOptions()
    (options.takesNewPeople, options.isAnew, options.isRehearsal) = (newPeople, anew, rehearsal.dryRun)
    options.command = TypedCommand.text()
    (options.asks, options.asksOfFollowUps) = (ask, askOfFollowUps)
    let isFirst = !FileManager.default.fileExists(atPath: folder + "/contacts")
    do {
      let report = try store.mirror(FilePath.resolved(folder), options)
      tell(report, isFirst: isFirst)
      if report.isIncomplete { throw Failure.silent(.storeTrouble) }
    } catch let trouble as MirrorTrouble {
      throw failure(trouble)
    }
  }

  /// Nil where nobody can be asked, and for whatever is no answer: then both sides stay as they are.
  private func ask(_ deletions: [MirrorDeletion]) throws -> Bool? {
    if prompts.yes { return true }
    guard prompts.canAsk else { return nil }
    say(deletions)
    let question: StyledText = """
      Delete \(Count.text(deletions.count, "thing")) on the other side too? "n" writes again what is gone from the \
      folder, all else leaves it as it is. [y/n]
      """
    let answer = Interruption.saying("Stopped. Nothing was changed.") {
      Question(console: talk.console).line(question + " ")
    }
    switch answer?.lowercased() {
    case "y", "yes": return true
    case "n", "no": return false
    default: return nil
    }
  }

  /// Likewise; whoever says yes to everything wants them off the plan.
  private func askOfFollowUps(_ taken: [MirrorDeletion]) throws -> TakenOut? {
    if prompts.yes { return .skipped }
    guard prompts.canAsk else { return nil }
    talk.console.say("Taken out of the calendar: \(Self.list(taken.map(\.title).sorted())).")
    let question: StyledText = """
      \(taken.count == 1 ? "Is it" : "Are they") [d]one, to be [s]kipped, or [k]ept and written again? All else asks the next time.
      """
    let answer = Interruption.saying("Stopped. Nothing was changed.") {
      Question(console: talk.console).line(question + " ")
    }
    switch answer?.lowercased() {
    case "d", "done": return .done
    case "s", "skip", "skipped": return .skipped
    case "k", "keep", "kept": return .kept
    default: return nil
    }
  }

  private func say(_ deletions: [MirrorDeletion]) {
    for (side, place) in [(MirrorDeletion.Side.there, "Deleted in the folder"), (.here, "Deleted here")] {
      let titles = deletions.filter { $0.side == side }.map(\.title).sorted()
      if !titles.isEmpty { talk.console.say("\(place): \(Self.list(titles)).") }
    }
  }

  private static func list(_ titles: [String]) -> String {
    let shown = titles.prefix(5).joined(separator: ", ")
    return titles.count > 5 ? "\(shown) and \(titles.count - 5) more" : shown
  }

  private func tell(_ report: MirrorReport, isFirst: Bool) {
    let console = talk.console
    let (wrote, took) = rehearsal.dryRun ? ("Would write", "Would take in") : ("Wrote", "Took in")
    if report.isNothing, report.deletions.isEmpty, report.followUps.titles.isEmpty, report.problems.isEmpty {
      console.say("The folder and the store say the same.")
    }
    if !report.taken.isEmpty || report.newPeople > 0 {
      let changes = report.taken.isEmpty ? [] : ["changes of \(Self.list(report.taken))"]
      let people = report.newPeople > 0 ? [Count.text(report.newPeople, "new person", "new people")] : []
      console.say("\(took) \((changes + people).joined(separator: " and ")).")
    }
    let files = [(report.cardsWritten, "card", "cards"), (report.entriesWritten, "entry", "entries")]
      .filter { $0.0 > 0 }.map { $0.0 == 1 ? "1 \($0.1)" : "\($0.0) \($0.2)" }
    if !files.isEmpty { console.say("\(wrote) \(files.joined(separator: " and ")).") }
    if report.removed > 0 { console.say("Deleted \(Count.text(report.removed, "thing")) on the other side too.") }
    if report.conflicts > 0 {
      console.say("\(Count.text(report.conflicts, "field")) changed on both sides: \(ShellCommand("conflicts"))")
    }
    tellFollowUps(report)
    tellLeft(report)
    if isFirst, !rehearsal.dryRun {
      console.say("khard's path is \(folder)/contacts, khal's \(folder)/calendar; vdirsyncer takes both.")
    }
    if let receipt = report.receipt { console.say("Undo: \(ShellCommand("undo", receipt.name))") }
  }

  private func tellFollowUps(_ report: MirrorReport) {
    let (titles, console) = (report.followUps.titles.sorted(), talk.console)
    guard !titles.isEmpty else { return }
    switch report.followUps.meant {
    case .done: console.say("Done: \(Self.list(titles)).")
    case .skipped: console.say("Skipped: \(Self.list(titles)).")
    case .kept: break
    case nil where prompts.canAsk && !rehearsal.dryRun: console.say("It stays on the plan, and out of the calendar.")
    case nil:
      console.say("Taken out of the calendar, and still on the plan: \(Self.list(titles)).")
      console.say("On a terminal it is asked whether they are done, skipped or wanted; --yes skips them.")
    }
  }

  /// What stays as it is, and why.
  private func tellLeft(_ report: MirrorReport) {
    let console = talk.console
    if !report.deletions.isEmpty, prompts.canAsk, !rehearsal.dryRun {
      console.say("Left as it is.")
    } else if !report.deletions.isEmpty {
      say(report.deletions)
      console.say("Left on the other side: on a terminal it is asked about, and --yes deletes it there too.")
    }
    if report.foreignCards > 0 {
      console.say(
        "\(Count.text(report.foreignCards, "card")) of nobody known: left alone; --new-people takes them.")
    }
    if !report.spareCards.isEmpty {
      console.say(
        "Left, since whoever they name has another card or several are called so: \(Self.list(report.spareCards)).")
    }
    if !report.keptCards.isEmpty {
      console.say("Deleted here, but more stands on their cards: \(Self.list(report.keptCards)). Delete those by hand.")
    }
    if !report.keptEntries.isEmpty {
      console.say("Deleted here, but changed in the calendar: \(Self.list(report.keptEntries)). Delete those by hand.")
    }
    if report.foreignEntries > 0 {
      console.say("\(Count.text(report.foreignEntries, "entry", "entries")) of others: left alone.")
    }
    if !report.differing.isEmpty {
      console.say("Said otherwise there, and left on both sides: \(Self.list(report.differing)).")
    }
    for problem in report.problems.prefix(10) { console.complain("\("Left:", .yellow) \(problem).") }
    if report.problems.count > 10 { console.complain("… and \(report.problems.count - 10) more.") }
  }

  private func failure(_ trouble: MirrorTrouble) -> Failure {
    let again = ShellCommand("mirror", folder, "--anew")
    return switch trouble {
    case .vanished(let path, let count):
      .badInput(
        "\(path) is gone or empty, where \(Count.text(count, "file")) were. Nothing was changed. Where it is as it should "
          + "be: `\(again)`")
    case .unreadableFolder(let path): .badInput("The folder \(path) cannot be read. Nothing was changed.")
    case .notWritable(let path):
      .storeTrouble("The folder \(path) cannot be written to. Choose one that you may write to.")
    case .unreadableMemory:
      .storeTrouble("A newer version of Afterword kept \(folder) last. Use that one, or begin afresh: `\(again)`")
    case .busy: .storeTrouble("Another `afterword mirror` is at work. Try again when it is done.")
    }
  }
}
