import ArgumentParser
import BundleFile
import Formats
import Foundation
import Model
import Notes
import Store

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a backup bundle, or what other programs read: by the end of the file's name.",
    discussion: """
      Examples:
        afterword export backup.afterword   everything, also for another machine
        afterword export news.afterword --since desktop   what that machine lacks
        afterword export news.afterword --since last.afterword   what is not in that
        afterword export backup.afterword.age --encrypt   for those of `key`
        afterword export coach.html --redact   for a coach to read; also coach.md
        afterword export coach.afterword --redact   the same as data
        afterword export people.csv         a list; also interviews.csv …
        afterword export applications.csv --from "1 march"   what job centres ask
        afterword export people.vcf         for an address book
        afterword export afterword.ics      interviews, deadlines, follow-ups
        afterword export all.json           what is shown, in again by `import`
        afterword export vault --format markdown   a folder for Obsidian
        afterword export acme.md --of acme  one firm, person or search

      The file is read back and checked before it gets its name. A calendar
      written again changes only what changed, and takes out what is done;
      interviews last an hour there, as nothing says how long.
      """)

  @Argument(help: ArgumentHelp("The file to write.", valueName: "file"))
  var file: String
  @Option(name: .long, help: ArgumentHelp("What to write; else by the file's name.", valueName: "format"))
  var format: ExportFormat?
  @Option(
    name: .customLong("list"), help: ArgumentHelp("Of which kind a .csv is; else by its name.", valueName: "kind"))
  var list: String?
  @Option(name: .customLong("of"), help: ArgumentHelp("Of whom a .md is.", valueName: "who"))
  var of: String?
  @Option(name: .long, help: ArgumentHelp("Applications with something on this day or after it.", valueName: "day"))
  var from: String?
  @Option(
    name: .customLong("to"), help: ArgumentHelp("Applications with something on this day or before.", valueName: "day"))
  var to: String?
  @Option(name: .long, help: ArgumentHelp("Leave out what this bundle or machine has.", valueName: "bundle|machine"))
  var since: String?
  @Flag(name: .long, help: "What is shown now, with names replaced and addresses and pay left out; cannot be merged.")
  var redact = false
  @Flag(name: .long, help: "Compress less, in half the time.")
  var fast = false
  @Flag(name: .long, help: "Replace the file where there is one.")
  var replace = false
  @Flag(name: .long, help: "Print JSON.")
  var json = false
  @OptionGroup var lock: LockOptions
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func validate() throws {
    if redact && since != nil { throw Failure.usage("Choose one of --redact and --since.") }
  }

  func run() throws {
    if redact, format == nil, let page = PageFormat(fileName: file) { return try writePage(page) }
    let format = try format ?? (file == "-" ? .bundle : .of(file))
    try check(format)
    guard format == .bundle else { return try writeReadable(format) }
    try writeBundle()
  }

  /// What goes with bundles alone, or with one format, is refused elsewhere.
  private func check(_ format: ExportFormat) throws {
    if format != .bundle, redact || since != nil || fast || json || lock.isAsked {
      throw Failure.usage(
        "--redact, --since, --fast, --json and encryption go with a bundle, such as backup.afterword. A copy for a coach: "
          + "`\(ShellCommand("export", "coach.html", "--redact"))`")
    }
    if format != .csv, list != nil || from != nil || to != nil {
      throw Failure.usage("--list, --from and --to go with a table, such as applications.csv.")
    }
    if format != .markdown, of != nil { throw Failure.usage("--of goes with Markdown, such as acme.md.") }
    if format == .markdown, of == nil, file == "-" {
      throw Failure.usage("A vault is a folder: name it, or say --of WHO.")
    }
    if format == .markdown, of == nil, file.lowercased().hasSuffix(".md") {
      throw Failure.usage(
        "One file of Markdown is of one firm, person or search: --of WHO. All of it is a folder: "
          + "`\(ShellCommand("export", "vault", "--format", "markdown"))`")
    }
  }

  /// A copy for somebody outside, to be read.
  private func writePage(_ format: PageFormat) throws {
    guard !json, !fast, !lock.isAsked, list == nil, from == nil, to == nil, of == nil else {
      throw Failure.usage(
        "\(file) is a page of the whole search, to be read: leave --json, --fast, --list, --from, --to, --of and encryption "
          + "out. One firm or person: `\(ShellCommand("page", names: [of ?? "acme"]))` with --redact.")
    }
    let text = try place.look().redactedPage().written(format, styleHash: PageStyle.hash)
    try SafeFile.write(text, to: file, replace: replace)
    talk.console.say("Wrote \(file). \(RedactedPage.warning)")
  }

  private func writeReadable(_ format: ExportFormat) throws {
    let store = try place.look()
    let export = ReadableExport(store: store, file: file, replace: replace, console: talk.console)
    switch format {
    case .bundle: break
    case .csv: try export.csv(list, in: try days(store))
    case .json: try export.json()
    case .markdown: try export.markdown(of: try of.map { try store.resolve($0) })
    case .vcard: try export.cards()
    case .calendar: try export.calendar()
    }
  }

  private func days(_ store: Store) throws -> ClosedRange<Day>? {
    guard from != nil || to != nil else { return nil }
    let first = try from.map { try DayArgument.read($0, .past, store, talk.console).day } ?? .first
    let last = try to.map { try DayArgument.read($0, .past, store, talk.console).day } ?? .last
    guard first <= last else { throw Failure.usage("--from \(first) lies after --to \(last).") }
    return first...last
  }

  private func writeBundle() throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), isFolder.boolValue {
      let inside = ShellCommand("export", names: [(file as NSString).appendingPathComponent("backup.afterword")])
      throw Failure.usage("\(file) is a folder. Name a file in it: `\(inside)`")
    }
    let store = try place.look()
    let environment = try place.environment()
    let packing = BundleOnDisk.Packing(
      level: fast ? .fast : .normal, lock: try lock.lock(environment, talk.console))
    let outcome =
      try redact
      ? .written(store.exportRedacted(to: file, replace: replace, packing: packing))
      : write(store, try scope(environment), packing)
    tell(outcome)
    if json, case .written(let report) = outcome { talk.console.raw(try JSONOutput.text(BundleJSON(report))) }
    if json, case .alreadyThere(let id) = outcome { talk.console.raw(try JSONOutput.text(["content_id": id])) }
  }

  private func write(
    _ store: Store, _ scope: ExportScope, _ packing: BundleOnDisk.Packing
  ) throws -> ExportOutcome {
    let progress = ProgressLine("Writing", talk.console)
    defer { progress.end() }
    return try store.export(to: file, scope, replace: replace, packing: packing) { progress.update($0, of: $1) }
  }

  private func scope(_ environment: Environment) throws -> ExportScope {
    guard let since else { return .everything }
    guard FileManager.default.fileExists(atPath: since) else { return .sinceMachine(since) }
    return .since(bundle: try BundleInput(since, unlocking: Unlocking(identities: KeyRing(environment).identities())))
  }

  private func tell(_ outcome: ExportOutcome) {
    switch outcome {
    case .written(let report):
      let what: StyledText = "\(BundleTalk.contents(report)) to \(file), read back and found whole."
      talk.console.say("Wrote " + what)
      if redact {
        talk.console.say("Read it before you give it away: a name that is no row's stands as it was written.")
      }
      talk.console.say(
        "Content id \(String(report.contentID.prefix(12))). Check it again with \(ShellCommand("verify", names: [file]))"
      )
    case .alreadyThere: talk.console.say("\(file) holds all of it already and is whole.")
    case .nothingNew: talk.console.say("Nothing new since \(since ?? "then"): no file was written.")
    }
  }
}

extension BundleJSON {
  init(_ report: BundleReport) {
    self.init(
      kind: report.head.kind.rawValue, contentId: report.contentID, changes: report.changes,
      transactions: report.transactions, machines: Set(report.head.streams.map(\.incarnation)).count,
      counts: Dictionary(report.counts.map { ($0.kind, $0.changes) }, uniquingKeysWith: +))
  }
}

/// What a bundle holds, in words.
enum BundleTalk {
  static func contents(_ report: BundleReport) -> String {
    let machines = Set(report.head.streams.map(\.incarnation)).count
    return "\(Count.text(report.changes, "change")) of \(machines == 1 ? "one machine" : "\(machines) machines")"
  }
}
