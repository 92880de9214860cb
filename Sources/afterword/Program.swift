import ArgumentParser
import Foundation
import Store

/// The start and the end of every run.
@main
enum Program {
  static func main() {
    // A reader that goes away, as `head` does, ends the writing, not the program.
    signal(SIGPIPE, SIG_IGN)
    Interruption.prepare()
    let typed = Array(CommandLine.arguments.dropFirst())
    if typed.first == "complete" {
      Completion.answer(Array(typed.dropFirst()))
      exit(Ending.done.rawValue)
    }
    exit(checked(run(typed)).rawValue)
  }

  private static func run(_ typed: [String]) -> Ending {
    var arguments: [String] = []
    let console = Console()
    if let page = HelpPages.page(typed, width: console.width) {
      console.page(page)
      return .done
    }
    do {
      try TypedArguments.check()
      let invocation = try Invocation(typed)
      arguments = invocation.isDefault ? [] : invocation.arguments
      do {
        var command = try Afterword.parseAsRoot(invocation.arguments)
        if var telling = command as? any TellingCommand { try telling.runAndTell() } else { try command.run() }
        if !(command is DraftsCommand) { DraftHome.mention() }
        return .done
      } catch StoreError.missing where invocation.isDefault {
        Console().print(FirstStart.lines)
        return .done
      }
    } catch {
      return report(error, arguments)
    }
  }

  private static func report(_ error: any Error, _ typed: [String]) -> Ending {
    let console = Console()
    if Afterword.exitCode(for: error) == .success {
      console.help(Afterword.fullMessage(for: error, columns: min(100, console.width)))
      return .done
    }
    let report = FailureReport(error, typed: typed)
    for (index, line) in Clean.lines(report.message).enumerated() {
      console.complain(index == 0 ? "\("afterword:", .red) \(line)" : "\(line)")
    }
    return report.ending
  }

  /// Output that did not get out is an error, whatever else went well.
  private static func checked(_ ending: Ending) -> Ending {
    guard ending == .done || ending == .nothingFound, let why = Descriptor.outputTrouble else { return ending }
    Console().complain(
      "\("afterword:", .red) The output could not be written (\(why)), so it is not complete. Make room, and try again."
    )
    return .storeTrouble
  }
}

/// What to do when there is nothing yet: with notes, without, with another machine.
enum FirstStart {
  static let lines: [StyledText] = [
    "Afterword keeps what happens after a job interview: notes, people, promises,",
    "follow-ups. There is no store yet. To begin, as it suits you:",
    "",
    "You have notes, in any form:",
    "  afterword read FILE            shows what would be found in one; keeps nothing",
    "  afterword import FOLDER -n     says what an import of all would do",
    "  afterword import FOLDER        takes them in, as they are",
    "You have none yet:",
    "  afterword import - --on today  type what you remember, end with Ctrl-D",
    "You have Afterword on another machine:",
    "  afterword sync FOLDER          both meet in a shared folder or on a stick",
    "  afterword import FILE          takes in what `afterword export` wrote there",
    "",
    "Then `afterword` says what to do now, and why. `afterword --help`: the rest.",
    "Nothing leaves this machine unless you export or sync it.",
  ]
}
