import ArgumentParser

struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page.",
    discussion: """
      Examples:
        afterword manual > ~/.local/share/man/man1/afterword.1
      """)

  func run() { Console().raw(ManualPage.text) }
}

/// The manual page in roff (man(7)), made of the help texts.
enum ManualPage {
  static var text: String {
    var lines = [
      ".TH AFTERWORD 1 \"\" \"afterword \(Afterword.version)\"", ".SH NAME",
      escaped("afterword - " + Afterword.configuration.abstract), ".SH DESCRIPTION", ".nf",
      escaped(Afterword.configuration.discussion), ".fi",
    ]
    for group in Afterword.configuration.groupedSubcommands {
      lines.append(".SH " + group.name.uppercased())
      for command in group.subcommands { lines += section(CommandNode(type: command), under: "") }
    }
    lines.append(".SH TOPICS")
    for topic in HelpTopic.all { lines += [".SS " + topic.name, ".nf", escaped(topic.text), ".fi"] }
    return lines.joined(separator: "\n") + "\n" + ending
  }

  /// A command, then those below it.
  private static func section(_ command: CommandNode, under parent: String) -> [String] {
    let help = Afterword.helpMessage(for: command.type, columns: 78).replacing("OVERVIEW: ", with: "")
    return [".SS " + parent + command.name, ".nf", escaped(help), ".fi"]
      + command.children.flatMap { section($0, under: parent + command.name + " ") }
  }

  private static let ending = """
    .SH EXIT STATUS
    .nf
    0  done
    1  what was named is not there, or a check failed
    2  wrong usage
    3  bad input data
    4  store, disk or output trouble
    5  an answer is needed
    130  interrupted
    .fi
    .SH ENVIRONMENT
    .nf
    AFTERWORD_STORE    the store's file, else afterword/afterword.sqlite in XDG_DATA_HOME
    AFTERWORD_MACHINE  what this machine is called, else its host name
    XDG_STATE_HOME     where the mark of this machine is kept
    VISUAL, EDITOR     the editor; MERGE_EDITOR for texts with marked conflicts
    PAGER              the pager, else less -FIRX
    NO_COLOR           no colours; FORCE_COLOR: colours also in pipes
    COLUMNS            the width of the terminal
    AFTERWORD_DEBUG    1: details of errors that nobody foresaw
    .fi

    """

  /// Backslashes doubled, and a zero-width character before what would be a request.
  private static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let plain = line.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    }.joined(separator: "\n")
  }
}
