import ArgumentParser
import Model
import Store

/// What was typed, made regular before it is parsed: the command's name first, options that stand before it after it.
struct Invocation {
  /// For the argument parser.
  let arguments: [String]
  /// Whether no command was named, so that the default one runs.
  let isDefault: Bool

  /// The command that runs when none is named.
  static let defaultCommand = "today"
  private static let optionsWithValue: Set<String> = ["--store", "--today"]

  /// - Throws: `Failure.usage` for a command that there is not, with the nearest one.
  init(_ typed: [String]) throws {
    var leading: [String] = []
    var rest = typed[...]
    while let word = rest.first, word.hasPrefix("-"), word != "-", word != "--" {
      leading.append(rest.removeFirst())
      if Self.optionsWithValue.contains(word), let value = rest.popFirst() { leading.append(value) }
    }
    isDefault = rest.isEmpty
    guard let command = rest.first else {
      let isForRoot = leading.contains { ["-h", "--help", "--version", "--experimental-dump-help"].contains($0) }
      arguments = isForRoot ? leading : [Self.defaultCommand] + leading
      return
    }
    try Self.check(command)
    if command == "help", let named = rest.dropFirst().first {
      try Self.check(named, topics: HelpTopic.all.map(\.name))
    }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    arguments = rest[..<end] + leading + rest[end...]
  }

  private static func check(_ command: String, topics: [String] = []) throws {
    let known = Afterword.commandNames + topics
    // The shell's completion scripts call back with words of the parser's own.
    guard !known.contains(command), !command.hasPrefix("-") else { return }
    let nearest = CommandSynonyms.meant(by: command, among: known) ?? Suggestion.nearest(command, among: known)
    let meant = nearest.map { near in
      "Did you mean `\(topics.isEmpty ? ShellCommand(near) : ShellCommand("help", near))`?"
    }
    throw Failure.usage(
      "There is no command \"\(command)\". \(meant ?? "`\(ShellCommand("help", "--all"))` lists them.")")
  }
}

/// The command line as the history keeps it.
enum TypedCommand {
  /// Options that say where and how, not what.
  private static let surroundings: Set<String> = ["-q", "--quiet", "--no-color", "-y", "--yes", "--no-input"]
  private static let surroundingsWithValue: Set<String> = ["--store", "--today"]

  /// The words as typed, long ones shortened: a long text stands in the log once, as what it changed.
  static func text(_ arguments: [String] = Array(CommandLine.arguments.dropFirst())) -> String {
    var kept: [String] = []
    var rest = arguments[...]
    while let word = rest.popFirst() {
      if surroundingsWithValue.contains(word) {
        rest = rest.dropFirst()
      } else if !isSurrounding(word) {
        kept.append(word)
      }
    }
    return kept.map(quoted).joined(separator: " ").prefix(scalars: 200)
  }

  private static func isSurrounding(_ word: String) -> Bool {
    surroundings.contains(word) || surroundingsWithValue.contains { word.hasPrefix($0 + "=") }
  }

  private static func quoted(_ word: String) -> String {
    let short = word.unicodeScalars.count > 60 ? word.prefix(scalars: 59) + "…" : word
    return short.isEmpty || short.contains(" ") ? "\"\(short)\"" : short
  }
}

extension String {
  fileprivate func prefix(scalars count: Int) -> String {
    String(String.UnicodeScalarView(unicodeScalars.prefix(count)))
  }
}
