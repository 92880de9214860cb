import ArgumentParser
import Store

struct Machine: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "machine", abstract: "The machines that the store has heard of, and what this one is called.",
    discussion: """
      Examples:
        afterword machine               all of them
        afterword machine name desktop  what this one is called from now on

      Machines of equal name are told apart by a number: "debian", "debian (2)".
      """,
    subcommands: [Show.self, Name.self], defaultSubcommand: Show.self)

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "All machines, this one first.")
    @OptionGroup var output: OutputOptions
    @OptionGroup var place: StoreOptions

    func run() throws {
      let store = try place.open()
      let machines = try store.machines()
      let console = output.console
      if output.json { return console.raw(try JSONOutput.text(["machines": machines.map(MachineJSON.init)])) }
      if output.plain {
        return console.print(
          machines.map { machine -> StyledText in
            "\(machine.name)\t\(machine.isThisOne ? "this" : "other")\t\(machine.changes)\t\(WallTime.iso(machine.lastChange))"
          })
      }
      console.print(
        machines.map { machine -> StyledText in
          let last = WallTime.short(machine.lastChange, today: store.today)
          let this = machine.isThisOne ? " (this one)" : ""
          return "\(machine.name, .bold)\(this)  \(Count.text(machine.changes, "change")), last \(last)"
        })
      if machines.allSatisfy({ !$0.isThisOne }) { console.say("This machine has not written anything yet.") }
    }
  }

  struct Name: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Call this machine by another name, everywhere.")
    @Argument(help: ArgumentHelp("The name.", valueName: "name"))
    var name: String
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
}

private struct MachineJSON: Encodable {
  let name: String
  let this: Bool
  let changes: Int
  let last: String

  init(_ machine: MachineSeen) {
    name = machine.name
    this = machine.isThisOne
    changes = machine.changes
    last = WallTime.iso(machine.lastChange)
  }
}
