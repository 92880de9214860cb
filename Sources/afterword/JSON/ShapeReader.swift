/// Reads the notation of `JSONShapes`: `{name: shape, name?: shape}` an object, the marked member perhaps missing;
/// `{*: shape}` one with members of any name; `[shape]` a list; `shape?` perhaps null; `a | b` one of them, `(a | b)` as a part; `"word"`
/// that string; a capitalised name a shape written down under it, any other a simple one.
struct ShapeReader {
  struct Fault: Error, Equatable {
    let rest: String
  }

  private var rest: Substring

  /// - Throws: `Fault` with what cannot be read.
  static func read(_ text: some StringProtocol) throws(Fault) -> Shape {
    var reader = ShapeReader(rest: Substring(text))
    let shape = try reader.either()
    guard reader.rest.allSatisfy(\.isWhitespace) else { throw reader.fault }
    return shape
  }

  private var fault: Fault { Fault(rest: String(rest.prefix(40))) }

  private mutating func take(_ sign: Character) -> Bool {
    rest = rest.drop(while: \.isWhitespace)
    guard rest.first == sign else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func need(_ sign: Character) throws(Fault) {
    guard take(sign) else { throw fault }
  }

  private mutating func either() throws(Fault) -> Shape {
    var shapes = [try one()]
    while take("|") { shapes.append(try one()) }
    let words = shapes.compactMap { if case .words(let words) = $0 { words } else { nil } }
    if words.count == shapes.count { return .words(words.flatMap(\.self)) }
    return shapes.count == 1 ? shapes[0] : .either(shapes)
  }

  private mutating func one() throws(Fault) -> Shape {
    let shape = try atom()
    return take("?") ? .either([shape, .null]) : shape
  }

  private mutating func atom() throws(Fault) -> Shape {
    if take("[") {
      let shape = try either()
      try need("]")
      return .list(shape)
    }
    if take("(") {
      let shape = try either()
      try need(")")
      return shape
    }
    if take("\"") {
      let word = String(rest.prefix { $0 != "\"" })
      rest = rest.dropFirst(word.count)
      try need("\"")
      return .words([word])
    }
    if take("{") { return try members() }
    let name = name()
    if let simple = Shape.simple[name] { return simple }
    guard name.first?.isUppercase == true else { throw fault }
    return .named(name)
  }

  private mutating func members() throws(Fault) -> Shape {
    if take("*") {
      try need(":")
      let shape = try either()
      try need("}")
      return .map(shape)
    }
    var members: [Shape.Member] = []
    repeat {
      let name = name()
      guard !name.isEmpty else { throw fault }
      let isOptional = take("?")
      try need(":")
      members.append(.init(name: name, isOptional: isOptional, shape: try either()))
    } while take(",")
    try need("}")
    return .object(members)
  }

  private mutating func name() -> String {
    rest = rest.drop(while: \.isWhitespace)
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    rest = rest.dropFirst(name.count)
    return String(name)
  }
}
