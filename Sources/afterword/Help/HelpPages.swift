import ArgumentParser
import Model
import Store

/// What `--help` and `help` show besides the help of one command: the eight commands that matter, all commands by groups,
/// and topics.
enum HelpPages {
  /// The page that a command line asks for; nil where it asks for none, or for a command's own.
  static func page(_ typed: [String], width: Int) -> [StyledText]? {
    let words = typed.filter { !["-h", "--help", "--no-color"].contains($0) }
    guard typed.contains(where: { ["-h", "--help", "help"].contains($0) }) else { return nil }
    switch words {
    case [], ["help"]: return short
    case ["--all"], ["help", "--all"], ["help", "all"]: return all(width: width)
    default:
      guard words.count == 2, words[0] == "help" else { return nil }
      return HelpTopic.all.first { $0.name == words[1].lowercased() }?.lines
    }
  }

  static let short: [StyledText] =
    [
      "Afterword keeps what happens after a job interview, and says what to do next.",
      "",
      "  afterword                   the day: what has an hour, what to do now",
      "  afterword import NOTES      read notes in any form, as they are",
      "  afterword done 2 3          say what became of it; also skip, snooze, why",
      "  afterword letter 1          draft what is due in your editor",
      "  afterword log call dana     note a call, a mail, a visit; also heard",
      "  afterword show dana         all about a person, a firm, a search",
      "  afterword find WORDS        search every text",
      "  afterword undo              take back what was done last, again and again",
      "",
      "Things go by words (\"acme\", \"dana\"), by their number on the day's page, or by",
      "the first digits of an id. Days are typed as one says them: \"next tuesday\".",
      "In short: d is done, f find, n note.",
      "",
      "  afterword help --all    every command",
      "  afterword help COMMAND  one command, with examples",
    ] + ["  afterword help TOPIC    \(HelpTopic.all.map(\.name).joined(separator: ", "))"]

  /// Every command in its group.
  private static func all(width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    for group in Afterword.configuration.groupedSubcommands {
      var table = CellTable(whole: [0])
      for command in group.subcommands {
        table.add(["\(command.commandName, .cyan)", "\(command.configuration.abstract)"])
      }
      lines += (lines.isEmpty ? [] : [""]) + ["\(group.name, .bold)"] + table.lines(width: width, indent: 2).joined()
    }
    return lines + ["", "Examples of each: afterword help COMMAND"]
  }
}
