import ArgumentParser
import BundleFile
import Foundation
import Model
import Store

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a backup bundle, which is also what another machine imports.",
    discussion: """
      Examples:
        afterword export backup.afterword   everything
        afterword export news.afterword --since desktop   what that machine lacks
        afterword export news.afterword --since last.afterword   what is not in that
        afterword export backup.afterword.age --encrypt   for those of `key`
        afterword export coach.afterword --redact   for a coach: without names

      The file is read back and checked before it gets its name.
      """)

  @Argument(help: ArgumentHelp("The file to write.", valueName: "file"))
  var file: String
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
