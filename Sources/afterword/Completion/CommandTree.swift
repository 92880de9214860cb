import ArgumentParser
import Foundation

/// One command as the argument parser knows it, for completions and the manual.
struct CommandNode {
  let type: any ParsableCommand.Type

  var name: String { type._commandName }
  var abstract: String { type.configuration.abstract }

  /// Those that are shown.
  var children: [CommandNode] {
    type.configuration.subcommands.filter { $0.configuration.shouldDisplay }.map { CommandNode(type: $0) }
  }

  var defaultChild: CommandNode? { type.configuration.defaultSubcommand.map { CommandNode(type: $0) } }

  func child(_ name: String) -> CommandNode? {
    children.first { $0.name == name || $0.type.configuration.aliases.contains(name) }
  }

  /// Its own arguments, without those of commands below it.
  var arguments: [CommandArgument] {
    guard let dump = try? JSONDecoder().decode(HelpDump.self, from: Data(type._dumpHelp().utf8)) else { return [] }
    return (dump.command.arguments ?? []).filter(\.shouldDisplay)
  }

  private struct HelpDump: Decodable {
    struct Command: Decodable {
      let arguments: [CommandArgument]?
    }

    let command: Command
  }
}

/// An argument, option or flag.
struct CommandArgument: Decodable {
  struct Name: Decodable {
    let kind: String
    let name: String

    var typed: String { (kind == "long" ? "--" : "-") + name }
  }

  let kind: String
  let shouldDisplay: Bool
  let isRepeating: Bool
  let names: [Name]?
  let valueName: String?
  let abstract: String?

  var isPositional: Bool { kind == "positional" }
  var takesValue: Bool { kind == "option" }

  func has(_ word: String) -> Bool { names?.contains { $0.typed == word } ?? false }
}
