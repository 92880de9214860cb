import ArgumentParser
import Foundation
import Store

/// The start and the end of every run.
@main
enum Program {
  static func main() {
    // A reader that goes away, as `head` does, ends the writing, not the program.
    signal(SIGPIPE, SIG_IGN)
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  private static func run(_ typed: [String]) -> Ending {
    do {
      let invocation = try Invocation(typed)
      do {
        var command = try Afterword.parseAsRoot(invocation.arguments)
        try command.run()
        return .done
      } catch StoreError.missing where invocation.isDefault {
        Console().print(FirstStart.lines)
        return .done
      }
    } catch {
      return report(error)
    }
  }

  private static func report(_ error: any Error) -> Ending {
    let console = Console()
    if Afterword.exitCode(for: error) == .success {
      console.raw(Afterword.fullMessage(for: error, columns: min(100, console.width)) + "\n")
      return .done
    }
    let report = FailureReport(error)
    for (index, line) in Clean.lines(report.message).enumerated() {
      console.complain(index == 0 ? "\("afterword:", .red) \(line)" : "\(line)")
    }
    return report.ending
  }
}

/// What to do when there is nothing yet.
enum FirstStart {
  static let lines: [StyledText] = [
    "Afterword keeps what happens after a job interview: notes, people, promises,",
    "follow-ups.",
    "",
    "There is no store yet. To begin:",
    "  afterword import NOTES     reads a file, or a folder of notes, in any form",
    "  afterword today            says what to do now, and why",
    "",
    "`afterword --help` shows the rest. Nothing leaves this machine unless you",
    "export it.",
  ]
}
