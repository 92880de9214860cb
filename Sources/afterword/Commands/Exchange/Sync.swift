import ArgumentParser
import BundleFile
import Model
import Store

struct Sync: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Exchange with the other machines through any shared folder, stick or cloud drive.",
    discussion: """
      Examples:
        afterword sync ~/Dropbox/afterword --encrypt   the first time, on each machine
        afterword sync                                 with the same folder again
        afterword sync /media/stick --no-encrypt
        afterword sync nas:afterword                   one of rclone's remotes

      Each machine leaves files there that the others read. Nothing listens, nothing is locked.
      """)

  @Argument(help: ArgumentHelp("The folder, or REMOTE:path; without one, that of the last time.", valueName: "folder"))
  var folder: String?
  @Flag(inversion: .prefixedNo, help: "Encrypt what is left there for the recipients of `afterword key`.")
  var encrypt: Bool?
  @Flag(name: .long, help: "Print JSON.")
  var json = false
  @OptionGroup var prompts: PromptOptions
  @OptionGroup var opening: OpeningOptions
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let again = ShellCommand("sync", names: [folder].compactMap(\.self))
    try Interruption.saying("Stopped. What was taken in is kept; \(again) goes on.") { try place.openOrCreate(run) }
  }

  private func run(_ store: Store) throws {
    let environment = try place.environment()
    let target = try folder ?? store.lastSync()?.folder ?? { throw SyncError.noFolderYet }()
    let progress = ProgressLine("Syncing", talk.console)
    defer { progress.end() }
    var options = SyncOptions(
      encrypts: encrypt, consent: .ask, mayBeEmpty: prompts.yes, unlocking: try opening.unlocking(environment),
      progress: { progress.update($0, of: $1) })
    do {
      tell(try sync(store, target, environment, options))
    } catch SyncError.needsEncryptionChoice where Question.canAsk && !prompts.noInput {
      options.encrypts = try askToEncrypt(environment)
      tell(try sync(store, target, environment, options))
    } catch ImportStop.needsAnswer(let preview) {
      progress.end()
      try MergeConsent(store: store, console: talk.console, prompts: prompts).get(preview)
      options.consent = .yes
      tell(try sync(store, target, environment, options))
    } catch SyncError.notWritten(let report, let why) {
      progress.end()
      tell(report)
      throw Failure.storeTrouble("Own changes could not be left there: \(why)")
    }
  }

  private func sync(
    _ store: Store, _ target: String, _ environment: Environment, _ options: SyncOptions
  ) throws -> SyncReport {
    if let remote = RemoteFolder(target, environment) { return try remote.sync(store, options) }
    return try store.sync(FilePath.resolved(target), options)
  }

  private func askToEncrypt(_ environment: Environment) throws -> Bool {
    let question: StyledText =
      "First time with this folder. Encrypt what is left there, so that only your machines read it?"
    guard try Question(console: talk.console).confirm(question, prompts) else { return false }
    let keys = KeyRing(environment)
    if try keys.recipients().isEmpty {
      let recipient = try keys.makeKey(name: environment.machineName)
      talk.console.say("Made this machine's key. On the others: \(ShellCommand("key", "add", recipient.description))")
    }
    return true
  }

  private func tell(_ report: SyncReport) {
    let console = talk.console
    if json, let text = try? JSONOutput.text(SyncJSON(report)) { console.raw(text) }
    for skipped in report.skipped { console.complain("\("Not read:", .yellow) \(skipped.name): \(skipped.why).") }
    console.say(SyncTalk.headline(report))
    if let joined = MergeTalk.joined(report.merged) { console.say(joined) }
    if report.merged.waiting > 0 { console.say(MergeTalk.waiting(report.merged.waiting)) }
  }
}

/// What a sync did, in plain words.
enum SyncTalk {
  static func headline(_ report: SyncReport) -> StyledText {
    let others = report.others.map(\.name).joined(separator: " and ")
    let conflicts = report.merged.conflicts ?? 0
    let rest: StyledText =
      conflicts == 0 ? "no conflicts." : "\(Count.text(conflicts, "conflict")) wait: \(ShellCommand("conflicts"))"
    let taken = report.merged.newChanges
    if taken == 0 && report.left == 0 {
      return others.isEmpty
        ? "Nothing new; no other machine has been here yet." : "This machine and \(others) agree; \(rest)"
    }
    if report.left == 0 {
      return "Took in \(Count.text(taken, "change")). This machine and \(others) agree now; \(rest)"
    }
    let whom = others.isEmpty ? "the other machines" : others
    let lead: StyledText = taken == 0 ? "" : "Took in \(Count.text(taken, "change")); "
    return lead + "\(taken == 0 ? "L" : "l")eft \(Count.text(report.left, "change")) for \(whom); " + rest
  }
}

/// `{"merged", "left", "written", "removed", "skipped": [{"name", "why"}], "encrypted"}`.
struct SyncJSON: Encodable {
  struct Skipped: Encodable {
    let name: String
    let why: String
  }

  let merged: MergeJSON
  let left: Int
  let written: String?
  let removed: [String]
  let skipped: [Skipped]
  let encrypted: Bool

  init(_ report: SyncReport) {
    merged = MergeJSON(report.merged)
    left = report.left
    written = report.written
    removed = report.removed
    skipped = report.skipped.map { Skipped(name: $0.name, why: $0.why) }
    encrypted = report.isEncrypted
  }
}
