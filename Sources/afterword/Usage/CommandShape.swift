import ArgumentParser
import Foundation
import Model

/// What a command takes, as its help tells it.
struct CommandShape {
  /// An argument or option.
  struct Parameter: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String

      var typed: String { kind == "long" ? "--" + name : "-" + name }
    }

    let kind: String
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let isOptional: Bool

    var isPositional: Bool { kind == "positional" }
    /// As help and messages show what is to be put in.
    var placeholder: String { (valueName ?? "value").uppercased() }
  }

  /// The command's words: `letter sent`.
  let path: [String]
  let type: any ParsableCommand.Type
  /// The command that it stands for when no other below that one is named.
  private let above: (any ParsableCommand.Type)?

  /// The command that typed words name; a second word may name one below it.
  init?(_ typed: [String]) {
    let typed = typed.first == "help" ? Array(typed.dropFirst()) : typed
    guard let word = typed.first,
      let first = Afterword.commands.first(where: { $0.commandName == word || $0.aliases.contains(word) })
    else { return nil }
    let below = first.configuration.subcommands
    let second = typed.dropFirst().first.flatMap { word in below.first { $0.commandName == word } }
    let standing = first.configuration.defaultSubcommand
    type = second ?? standing ?? first
    above = first
    path = second.map { [word, $0.commandName] } ?? [word]
  }

  var name: String { path.joined(separator: " ") }

  var help: String { "`\(ShellCommand(words: ["help"] + path))` tells all of it." }

  var parameters: [Parameter] {
    struct Dump: Decodable {
      struct Command: Decodable { let arguments: [Parameter]? }
      let command: Command
    }
    let dump = try? JSONDecoder().decode(Dump.self, from: Data(type._dumpHelp().utf8))
    return dump?.command.arguments ?? []
  }

  /// Every option as it is typed, `--help` left out.
  var options: [String] {
    parameters.compactMap { parameter in
      let typed = (parameter.names ?? []).map(\.typed)
      return typed.first { $0.hasPrefix("--") } ?? typed.first
    }.filter { $0 != "--help" && $0 != "--version" }
  }

  /// The first word that looks like an option and is none of its.
  func unknownOption(in typed: [String]) -> String? {
    let known = Set(parameters.flatMap { $0.names ?? [] }.map(\.typed))
    return typed.prefix { $0 != "--" }.first { word in
      word.hasPrefix("--") && !known.contains(String(word.prefix { $0 != "=" }))
    }
  }

  /// Its own examples, each a command line; one made of its parameters where it tells none.
  var examples: [String] {
    let own = Self.examples(of: type)
    let told = own.isEmpty && path.count == 1 ? above.map(Self.examples) ?? [] : own
    return told.isEmpty ? ["  " + synopsis] : told
  }

  private static func examples(of type: any ParsableCommand.Type) -> [String] {
    let lines = type.configuration.discussion.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { !$0.hasPrefix("Example") }.dropFirst().prefix { $0.hasPrefix("  ") }.map(String.init)
  }

  private var synopsis: String {
    let needed = parameters.filter { $0.isPositional && !$0.isOptional }.map(\.placeholder)
    return (["afterword"] + path + needed).joined(separator: " ")
  }
}

extension ParsableCommand {
  static var commandName: String { _commandName }
  static var aliases: [String] { configuration.aliases }
}
