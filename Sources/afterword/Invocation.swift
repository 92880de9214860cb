import ArgumentParser
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
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    arguments = rest[..<end] + leading + rest[end...]
  }

  private static func check(_ command: String) throws {
    let known = Afterword.commandNames
    // The shell's completion scripts call back with words of the parser's own.
    guard !known.contains(command), !command.hasPrefix("---") else { return }
    let meant = Suggestion.nearest(command, among: known).map { "Did you mean `afterword \($0)`?" }
    throw Failure.usage(
      "There is no command `\(command)`. \(meant ?? "`afterword --help` lists them.")")
  }
}

/// The command line as the history keeps it.
enum TypedCommand {
  /// The words as typed, long ones shortened: a long text stands in the log once, as what it changed.
  static func text(_ arguments: [String] = Array(CommandLine.arguments.dropFirst())) -> String {
    let words = arguments.map { word in
      let short =
        word.unicodeScalars.count > 60 ? String(String.UnicodeScalarView(word.unicodeScalars.prefix(59))) + "…" : word
      return short.contains(" ") || short.isEmpty ? "\"\(short)\"" : short
    }
    let whole = words.joined(separator: " ").unicodeScalars.prefix(200)
    return String(String.UnicodeScalarView(whole))
  }
}
