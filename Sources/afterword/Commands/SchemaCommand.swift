import ArgumentParser
import Foundation

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "The JSON Schema of what commands print with --json.",
    discussion: """
      Examples:
        afterword schema                 of all commands, by command
        afterword schema list
        afterword schema playbook show   of a command with two words
      """)

  @Argument(help: "The command; else all.")
  var command: [String] = []

  func run() throws {
    let name = command.joined(separator: " ")
    guard !name.isEmpty else {
      var all: [String: SchemaDocument] = [:]
      for command in JSONShapes.commands { all[command] = try SchemaDocument(of: command) }
      return Console().raw(try SchemaDocument.text(all))
    }
    guard JSONShapes.commands.contains(name) else {
      throw Failure.usage(
        "No command \"\(Clean.line(name))\" prints JSON. These do: \(JSONShapes.commands.joined(separator: ", ")).")
    }
    Console().raw(try SchemaDocument.text(try SchemaDocument(of: name)))
  }
}

/// The schema of one command's JSON with the shapes it refers to (JSON Schema, draft 2020-12).
struct SchemaDocument: Encodable {
  private let shape: Shape
  private let named: [String: Shape]

  /// - Throws: `ShapeReader.Fault`, `Unnamed` for what no test lets through.
  init(of command: String) throws {
    shape = try Self.shape(command)
    var named: [String: Shape] = [:]
    var open = shape.names
    while let name = open.popLast() {
      guard named[name] == nil else { continue }
      let found = try Self.shape(name)
      named[name] = found
      open += found.names
    }
    self.named = named
  }

  private struct Unnamed: Error { let name: String }

  private static func shape(_ name: String) throws -> Shape {
    guard let shape = try JSONShapes.shape(name) else { throw Unnamed(name: name) }
    return shape
  }

  private enum Keys: String, CodingKey {
    case dialect = "$schema"
    case definitions = "$defs"
  }

  func encode(to encoder: any Encoder) throws {
    try shape.encode(to: encoder)
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode("https://json-schema.org/draft/2020-12/schema", forKey: .dialect)
    if !named.isEmpty { try container.encode(named, forKey: .definitions) }
  }

  static func text(_ value: some Encodable) throws -> String { try JSONOutput.text(value, names: .useDefaultKeys) }
}
