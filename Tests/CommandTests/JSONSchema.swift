import Foundation
import Testing

/// As much of JSON Schema as `afterword schema` uses.
struct JSONSchema {
  private let root: [String: Any]

  init(_ text: Data) throws { root = try JSONSerialization.jsonObject(with: text) as? [String: Any] ?? [:] }

  /// What is wrong with a value and where; empty where it fits.
  func faults(_ value: Any) -> [String] { faults(value, root, "$") }

  private func faults(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
      let named = (root["$defs"] as? [String: Any])?[String(name)] as? [String: Any]
      return named.map { faults(value, $0, place) } ?? ["\(place): no shape \(name)"]
    }
    if let any = schema["anyOf"] as? [[String: Any]] {
      let all = any.map { faults(value, $0, place) }
      return all.contains(where: \.isEmpty) ? [] : all.min { $0.count < $1.count } ?? []
    }
    if let words = schema["enum"] as? [String] {
      return (value as? String).map(words.contains) == true ? [] : ["\(place): \(value) is none of \(words)"]
    }
    switch schema["type"] as? String {
    case "string": return text(value, schema, place)
    case "null": return value is NSNull ? [] : ["\(place): not null"]
    case "boolean": return Self.isFlag(value) ? [] : ["\(place): no boolean"]
    case "integer": return Self.isNumber(value) && value is Int ? [] : ["\(place): no whole number"]
    case "number": return Self.isNumber(value) ? [] : ["\(place): no number"]
    case "array":
      guard let list = value as? [Any], let items = schema["items"] as? [String: Any] else {
        return ["\(place): no list"]
      }
      return list.enumerated().flatMap { faults($0.element, items, "\(place)[\($0.offset)]") }
    case "object": return object(value, schema, place)
    default: return ["\(place): a schema without a type"]
    }
  }

  private func text(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    guard let text = value as? String else { return ["\(place): no string"] }
    guard let pattern = schema["pattern"] as? String else { return [] }
    let fits = text.range(of: pattern, options: .regularExpression) != nil
    return fits ? [] : ["\(place): \"\(text)\" is not \(pattern)"]
  }

  private func object(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    guard let members = value as? [String: Any] else { return ["\(place): no object"] }
    let known = schema["properties"] as? [String: [String: Any]] ?? [:]
    let missing = (schema["required"] as? [String] ?? []).filter { members[$0] == nil }
    return missing.map { "\(place): \($0) is missing" }
      + members.flatMap { name, member -> [String] in
        if let shape = known[name] { return faults(member, shape, "\(place).\(name)") }
        guard let any = schema["additionalProperties"] as? [String: Any] else {
          return ["\(place): \(name) is not in it"]
        }
        return faults(member, any, "\(place).\(name)")
      }
  }

  private static func isFlag(_ value: Any) -> Bool {
    (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? (value is Bool)
  }

  private static func isNumber(_ value: Any) -> Bool { value is NSNumber && !isFlag(value) }
}

/// The schemas of the built program; every JSON that any test has it print is held against them.
enum JSONSchemas {
  /// By command.
  private static let texts: [String: Data] = {
    guard let outcome = try? Home().start(["schema"]).finish(),
      let read = try? JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: [String: Any]]
    else { return [:] }
    return read.compactMapValues { try? JSONSerialization.data(withJSONObject: $0) }
  }()

  static func check(_ outcome: Home.Outcome, of arguments: [String]) throws {
    let options = arguments.prefix { $0 != "--" }
    guard options.contains("--json"), outcome.output.hasPrefix("{") else { return }
    let words = options.filter { !$0.hasPrefix("-") }
    let first = words.first ?? "today"
    let names = [words.prefix(2).joined(separator: " "), first, first + " show", "today"]
    guard let text = names.lazy.compactMap({ texts[$0] }).first else {
      Issue.record("no schema of \(arguments)")
      return
    }
    let schema = try JSONSchema(text)
    for text in outcome.output.hasPrefix("{\n")
      ? [outcome.output] : outcome.output.split(separator: "\n").map(String.init)
    {
      let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
      let faults = schema.faults(value)
      #expect(faults.isEmpty, "\(arguments.joined(separator: " ")): \(faults.joined(separator: "; "))")
    }
  }
}
