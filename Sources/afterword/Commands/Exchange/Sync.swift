import ArgumentParser
import BundleFile
import Model
import Store

struct Sync: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Exchange with the other machines through any shared folder, stick or cloud drive.",
    discussion: """
      Examples:
        afterword sync ~/Dropbox/afterword --encrypt   once on each machine
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
    options.mixesStrangers = prompts.yes
    do {
      let report = try begin(store, target, environment, &options)
      let strange = report.skipped.filter { $0.isStrange || $0.isUnmet }
      let isAsking = prompts.canAsk && !json && !strange.isEmpty
      tell(report, isAsking: isAsking)
      guard prompts.canAsk, !json else { return SignatureTalk.waysIn(strange).forEach(talk.console.complain) }
      guard !strange.isEmpty else { return }
      options.mixesStrangers = true
      tell(try sync(store, target, environment, options))
    } catch ImportStop.needsAnswer(let preview) {
      progress.end()
      try ask(preview, store, target, environment, &options)
    } catch SyncError.notWritten(let report, let why) {
      progress.end()
      tell(report)
      throw Failure.storeTrouble("Own changes could not be left there: \(why)")
    }
  }

  /// Asks, and goes on where the answer is yes; once more, where there is more than was shown by then.
  private func ask(
    _ preview: ImportReport, _ store: Store, _ target: String, _ environment: Environment, _ options: inout SyncOptions
  ) throws {
    do {
      try MergeConsent(store: store, console: talk.console, prompts: prompts).get(preview)
    } catch {
      preview.met.map(SignatureTalk.askedNoMore).forEach(talk.console.complain)
      throw error
    }
    options.consent = .answered(preview)
    do {
      tell(try sync(store, target, environment, options))
    } catch ImportStop.needsAnswer(let more) { try ask(more, store, target, environment, &options) }
  }

  /// The first try, and a second one where somebody has said whether to encrypt.
  private func begin(
    _ store: Store, _ target: String, _ environment: Environment, _ options: inout SyncOptions
  ) throws -> SyncReport {
    do {
      return try sync(store, target, environment, options)
    } catch SyncError.needsEncryptionChoice(_, let others) where Question.canAsk && !prompts.noInput {
      options.encrypts = try askToEncrypt(environment, others)
      return try sync(store, target, environment, options)
    }
  }

  private func sync(
    _ store: Store, _ target: String, _ environment: Environment, _ options: SyncOptions
  ) throws -> SyncReport {
    if let remote = RemoteFolder(target, environment) { return try remote.sync(store, options) }
    return try store.sync(FilePath.resolved(target), options)
  }

  private func askToEncrypt(_ environment: Environment, _ others: Bool?) throws -> Bool {
    let alike = others.map { SyncError.done($0) + " " } ?? ""
    let question: StyledText =
      "First time with this folder. \(alike)Encrypt what is left there, so that only your machines read it?"
    guard try Question(console: talk.console).confirm(question, prompts) else { return false }
    let keys = KeyRing(environment)
    if try keys.recipients().isEmpty {
      let name = try place.machineName()
      let recipient = try keys.makeKey(name: name)
      talk.console.say("Made this machine's key. On the others:")
      talk.console.say("  \(KeyTalk.adding(recipient.description, name))")
    }
    return true
  }

  /// - Parameter isAsking: whether what was left is asked about next, and so is not told twice.
  private func tell(_ report: SyncReport, isAsking: Bool = false) {
    let console = talk.console
    let told = report.skipped.filter { !isAsking || !($0.isStrange || $0.isUnmet) }
    if json, let text = try? JSONOutput.text(SyncJSON(report)) { console.raw(text) }
    let most = 20
    for skipped in told.prefix(most) {
      console.complain("\("Not read:", .yellow) \(skipped.name): \(skipped.why)")
    }
    let more = told.count - most
    if more > 0 {
      console.complain("\("Not read:", .yellow) \(more) more. \(ShellCommand("sync", "--json")) lists all.")
    }
    SyncTalk.wayIn(report).forEach(console.complain)
    if !isAsking || report.merged.newChanges > 0 || report.left > 0 { console.say(SyncTalk.headline(report)) }
    SignatureTalk.lines(report.merged).forEach(console.say)
    if report.isRevoked { console.complain(SignatureTalk.revokedHere) }
    if let joined = MergeTalk.joined(report.merged) { console.say(joined) }
    if report.merged.waiting > 0 { console.say(MergeTalk.waiting(report.merged.waiting)) }
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
  @Nullable var written: String?
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
