import ArgumentParser
import BundleFile
import Model
import Store

struct Machine: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "machine",
    abstract: "The machines that the store has heard of: what they are called, whose word counts.",
    discussion: """
      Examples:
        afterword machine                 all of them, with the words of their keys
        afterword machine name desktop    what this one is called from now on
        afterword machine trust desktop   take it for one of yours
        afterword machine revoke desktop  it was lost: heed it no more

      Every machine signs what it writes. Six words stand for its key: where both machines show the same words for one of
      them, nobody stands between. Machines of equal name are told apart by a number: "debian", "debian (2)".
      """,
    subcommands: [Show.self, Name.self, Trust.self, Revoke.self, Renew.self], defaultSubcommand: Show.self)

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "All machines, this one first.", aliases: ["list"])
    @OptionGroup var output: OutputOptions
    @OptionGroup var place: StoreOptions

    func run() throws {
      let store = try place.open()
      let machines = try store.machines(signed: true)
      let unmet = try store.unmetMachines()
      let console = output.console
      if output.json { return console.raw(try JSONOutput.text(MachinesJSON(machines, unmet))) }
      if output.plain { return console.print(machines.map(plain)) }
      console.print(machines.flatMap { lines($0, store.today) })
      for signer in unmet {
        console.print("\(signer.name, .bold)  not met yet: \(SignatureTalk.meeting(signer))")
      }
      if machines.allSatisfy({ !$0.isThisOne }) { console.say("This machine has not written anything yet.") }
    }

    private func plain(_ machine: MachineSeen) -> StyledText {
      let key = machine.keys.first
      return """
        \(machine.name)\t\(machine.isThisOne ? "this" : "other")\t\(machine.changes)\t\(WallTime.iso(machine.lastChange))\t\
        \(key?.standing.rawValue ?? "unsigned")\t\(key?.words ?? "")
        """
    }

    private func lines(_ machine: MachineSeen, _ today: Day) -> [StyledText] {
      let last = WallTime.short(machine.lastChange, today: today)
      let this = machine.isThisOne ? " (this one)" : ""
      let unsigned =
        machine.unsigned == 0
        ? "" : machine.unsigned == machine.changes ? ", not signed" : ", \(machine.unsigned) not signed"
      let first: StyledText =
        "\(machine.name, .bold)\(this)  \(Count.text(machine.changes, "change")), last \(last)\(unsigned)"
      return [first] + machine.keys.map { "  \($0.words)\(Self.remark($0.standing))" }
    }

    private static func remark(_ standing: SigningMachineKey.Standing) -> String {
      switch standing {
      case .own, .known: ""
      case .unknown: "  nobody you know vouches for it"
      case .revoked: "  revoked"
      }
    }
  }

  struct Name: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "name", abstract: "Call this machine by another name, everywhere.")
    @Argument(help: ArgumentHelp("The name.", valueName: "name"))
    var name: String
    @OptionGroup var written: WrittenOption
    @OptionGroup var talk: TalkOptions
    @OptionGroup var place: StoreOptions

    func run() throws {
      let name = Clean.line(name).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !name.isEmpty, name.utf8.count <= 64 else {
        throw Failure.usage("A machine's name has 1 to 64 letters, as \"desktop\".")
      }
      let store = try place.open()
      guard try store.ownMachineName() != name else { return talk.console.say("It is called \(name) already.") }
      let receipt = try store.nameMachine(name, command: TypedCommand.text())
      WroteLine(console: talk.console).say("This machine is called \(name) now", receipt)
    }
  }

  struct Trust: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "trust", abstract: "Take a machine for one of yours, and all that it writes.")
    @Argument(help: ArgumentHelp("Its name, or the first of its words.", valueName: "machine"))
    var machine: [String]
    @OptionGroup var prompt: PromptOptions
    @OptionGroup var talk: TalkOptions
    @OptionGroup var place: StoreOptions

    /// Also before there is a store: the first machine may be met in a folder.
    func run() throws { try place.openOrCreate(run) }

    private func run(_ store: Store) throws {
      let (signer, standing) = try store.signer(machine.joined(separator: " "))
      switch standing {
      case .own, .known: return talk.console.say("\(signer.name) is yours already.")
      case .revoked: throw TrustError.isRevoked(signer.name)
      case .unknown: break
      }
      talk.console.say("\(signer.name): \(signer.words)")
      let question: StyledText = "Does \(ShellCommand("machine")) on \(signer.name) show the same words?"
      guard try Question(console: talk.console).confirm(question, prompt) else {
        throw Failure.nothingFound("Nothing was changed.")
      }
      try store.trust(signer)
      talk.console.say("\(signer.name) counts as yours now. \(ShellCommand("sync")) takes in what it left.")
    }
  }

  struct Revoke: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "revoke",
      abstract: "Heed nothing any more that a machine writes: it was lost, or somebody has its key.")
    @Argument(help: ArgumentHelp("Its name, or the first of its words.", valueName: "machine"))
    var machine: [String]
    @OptionGroup var prompt: PromptOptions
    @OptionGroup var talk: TalkOptions
    @OptionGroup var place: StoreOptions

    func run() throws { try place.openOrCreate(run) }

    private func run(_ store: Store) throws {
      let (signer, standing) = try store.signer(machine.joined(separator: " "))
      guard standing != .own else { throw TrustError.isThisMachine }
      guard standing != .revoked else { return talk.console.say("The key of \(signer.name) is revoked already.") }
      talk.console.say("\(signer.name): \(signer.words)")
      talk.console.say(
        "What was taken in of it until now stays. Nothing more of it is taken in here, nor on any machine that has heard of it."
      )
      guard try Question(console: talk.console).confirm("Revoke the key of \(signer.name), for good?", prompt) else {
        throw Failure.nothingFound("Nothing was changed.")
      }
      try store.revoke(signer)
      talk.console.say("Revoked. The other machines hear of it with \(ShellCommand("sync")), here and then there.")
      // Recipients have names of their own.
      let readers = try KeyRing(try place.environment()).recipients().filter { $0.name == signer.name }
      for reader in readers {
        let command = ShellCommand("key", "remove", names: [reader.recipient.description])
        talk.console.say("It may still read what is encrypted for it: \(command)")
      }
    }
  }

  struct Renew: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "renew", abstract: "Make this machine a new signing key, which the others must meet anew.")
    @OptionGroup var prompt: PromptOptions
    @OptionGroup var talk: TalkOptions
    @OptionGroup var place: StoreOptions

    func run() throws {
      let store = try place.open()
      guard try Question(console: talk.console).confirm("Make a new key, that the others must meet anew?", prompt)
      else {
        throw Failure.nothingFound("Nothing was changed.")
      }
      let (new, old) = try store.renewKey()
      talk.console.say("Made. Its words: \(new)")
      talk.console.say(
        "After the next \(ShellCommand("sync")) here and there, on each other machine that shows the same:")
      talk.console.say("  \(SignatureTalk.meeting(new))")
      guard let old else { return }
      talk.console.say("If somebody else may have the old key, then, on one of them or here:")
      talk.console.say("  \(SignatureTalk.revoking(old))")
    }
  }
}

/// `{"machines": [{"name", "this", "changes", "last", "unsigned", "keys": [{"words", "standing"}]}],
/// "unmet": [{"name", "words"}]}`.
private struct MachinesJSON: Encodable {
  struct Machine: Encodable {
    let name: String
    let this: Bool
    let changes: Int
    let last: String
    let unsigned: Int
    let keys: [Key]
  }

  struct Key: Encodable {
    let words: String
    let standing: String
  }

  struct Unmet: Encodable {
    let name: String
    let words: String
  }

  let machines: [Machine]
  let unmet: [Unmet]

  init(_ machines: [MachineSeen], _ unmet: [Signer]) {
    self.machines = machines.map { machine in
      Machine(
        name: machine.name, this: machine.isThisOne, changes: machine.changes, last: WallTime.iso(machine.lastChange),
        unsigned: machine.unsigned, keys: machine.keys.map { Key(words: $0.words, standing: $0.standing.rawValue) })
    }
    self.unmet = unmet.map { Unmet(name: $0.name, words: $0.words) }
  }
}
