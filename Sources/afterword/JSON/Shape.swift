/// The shape of a JSON text, as `JSONShapes` writes it down.
indirect enum Shape: Equatable, Sendable {
  struct Member: Equatable, Sendable {
    let name: String
    /// Whether it may be missing.
    let isOptional: Bool
    let shape: Shape
  }

  case null, flag
  case number(isWhole: Bool)
  /// A string, with the regular expression it fits if there is one.
  case text(pattern: String?)
  /// One of these strings.
  case words([String])
  case list(Shape)
  /// An object with members of any name.
  case map(Shape)
  case object([Member])
  case either([Shape])
  /// One that is written down under this name.
  case named(String)

  /// The simple ones by name. Days and times are ISO 8601; a time of a machine is on its own clock face.
  static let simple: [String: Shape] = [
    "text": .text(pattern: nil), "flag": .flag, "number": .number(isWhole: true), "share": .number(isWhole: false),
    "id": .text(pattern: "^[0-9a-f]{32}$"), "item": .text(pattern: "^[0-9a-f]{16}$"),
    "code": .text(pattern: "^[0-9a-f]{8}$"), "sum": .text(pattern: "^[0-9a-f]{64}$"),
    "day": .text(pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
    "time": .text(pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?"),
  ]
}

extension Shape: Encodable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  /// As JSON Schema, draft 2020-12.
  func encode(to encoder: any Encoder) throws {
    var schema = encoder.container(keyedBy: Key.self)
    switch self {
    case .null: try schema.encode("null", forKey: Key("type"))
    case .flag: try schema.encode("boolean", forKey: Key("type"))
    case .number(let isWhole): try schema.encode(isWhole ? "integer" : "number", forKey: Key("type"))
    case .words(let words): try schema.encode(words, forKey: Key("enum"))
    case .named(let name): try schema.encode("#/$defs/\(name)", forKey: Key("$ref"))
    case .either(let shapes): try schema.encode(shapes, forKey: Key("anyOf"))
    case .text(let pattern):
      try schema.encode("string", forKey: Key("type"))
      try schema.encodeIfPresent(pattern, forKey: Key("pattern"))
    case .list(let shape):
      try schema.encode("array", forKey: Key("type"))
      try schema.encode(shape, forKey: Key("items"))
    case .map(let shape):
      try schema.encode("object", forKey: Key("type"))
      try schema.encode(shape, forKey: Key("additionalProperties"))
    case .object(let members):
      try schema.encode("object", forKey: Key("type"))
      try schema.encode(members.filter { !$0.isOptional }.map(\.name), forKey: Key("required"))
      try schema.encode(
        Dictionary(members.map { ($0.name, $0.shape) }) { first, _ in first }, forKey: Key("properties"))
      try schema.encode(false, forKey: Key("additionalProperties"))
    }
  }

  /// The names it refers to.
  var names: [String] {
    switch self {
    case .named(let name): [name]
    case .list(let shape), .map(let shape): shape.names
    case .either(let shapes): shapes.flatMap(\.names)
    case .object(let members): members.flatMap(\.shape.names)
    case .null, .flag, .number, .text, .words: []
    }
  }
}
