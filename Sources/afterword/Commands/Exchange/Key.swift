import ArgumentParser
import BundleFile
import Model
import Store

struct Key: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Keys for encrypted bundles: this machine's, and whom it encrypts for.",
    discussion: """
      Examples:
        afterword key new                          make this machine's key
        afterword key add age1… --name desktop     also encrypt for the desktop
        afterword key new --recovery               a key to keep on paper
        afterword key show
      """,
    subcommands: [New.self, Show.self, Add.self, Remove.self], defaultSubcommand: Show.self)

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new", abstract: "Make this machine's key, or a recovery key.")
    @Flag(name: .long, help: "A key to write down: it is shown once and not stored.")
    var recovery = false
    @OptionGroup var talk: TalkOptions
    @OptionGroup var place: StoreOptions

    func run() throws {
      let environment = try place.environment()
      let keys = KeyRing(environment)
      guard recovery else {
        let name = try place.machineName()
        let recipient = try keys.makeKey(name: name)
        talk.console.print("\(recipient.description)")
        talk.console.say("This machine's key is in \(keys.identityPath). On the other machines:")
        talk.console.say("  \(KeyTalk.adding(recipient.description, name))")
        return
      }
      let key = try keys.makeRecoveryKey()
      talk.console.print("\(key.secret)")
      talk.console.say(
        "Write this line down and keep it safe: it opens what is encrypted from now on, and is not stored.")
      talk.console.say(KeyTalk.next)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Whom bundles are encrypted for.")
    @OptionGroup var output: OutputOptions
    @OptionGroup var place: StoreOptions

    func run() throws {
      let recipients = try KeyRing(try place.environment()).recipients()
      if output.json {
        return output.console.raw(
          try JSONOutput.text(["recipients": recipients.map { ["name": $0.name, "key": $0.recipient.description] }]))
      }
      guard !recipients.isEmpty else {
        throw Failure.nothingFound("There is no key yet. `afterword key new` makes one.")
      }
      output.console.print(recipients.map { "\($0.recipient.description)  \($0.name, .bold)" })
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Also encrypt for another machine's key.")
    @Argument(help: ArgumentHelp("The key, as `afterword key show` prints it there.", valueName: "age1…"))
    var key: String
    @Option(name: .long, help: "What to call it.")
    var name = ""
    @OptionGroup var talk: TalkOptions
    @OptionGroup var place: StoreOptions

    func run() throws {
      guard let recipient = AgeRecipient(key) else {
        throw Failure.usage("This is not a public key (age1…). `afterword key show` on the other machine prints it.")
      }
      let added = try KeyRing(try place.environment()).add(recipient, name: Clean.line(name))
      let called = added.name.isEmpty ? "it" : added.name
      talk.console.say("Bundles are encrypted for \(called) too from now on.")
      talk.console.say(KeyTalk.next)
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "No longer encrypt for a key.")
    @Argument(help: ArgumentHelp("Its name, or the key itself.", valueName: "name"))
    var which: String
    @OptionGroup var talk: TalkOptions
    @OptionGroup var place: StoreOptions

    func run() throws {
      let removed = try KeyRing(try place.environment()).remove(which)
      talk.console.say("No longer encrypting for \(removed.name). What was written before stays readable to it.")
    }
  }
}

enum KeyTalk {
  static let next: StyledText =
    "The next \(ShellCommand("sync")) leaves everything anew, so that it can be read with it."

  /// What lets another machine encrypt for this one.
  static func adding(_ recipient: String, _ machine: String) -> ShellCommand {
    ShellCommand(words: ["key", "add", recipient, "--name=" + machine])
  }
}
