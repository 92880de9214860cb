/// A strict reader of the markup that pages are written in: every element closed, every attribute quoted, no bare `<` or `&`.
struct Markup {
  struct Element {
    let name: String
    let attributes: [String: String]
    /// The elements that it stands in, outermost first.
    let within: [String]
    var text = ""
  }

  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  /// In the order they begin, each with all text inside it.
  private(set) var elements: [Element] = []

  private var rest: Substring
  private var open: [Int] = []

  init(_ page: String) throws {
    rest = page[...]
    while !rest.isEmpty { try readPart() }
    if let last = open.last { throw Fault(description: "<\(elements[last].name)> is not closed") }
  }

  var names: [String] { elements.map(\.name) }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  private mutating func readPart() throws {
    if rest.hasPrefix("<!DOCTYPE html>") || rest.hasPrefix("<!--") {
      rest = try after(">")
    } else if rest.hasPrefix("</") {
      let name = String(rest.dropFirst(2).prefix { $0 != ">" })
      guard let last = open.popLast(), elements[last].name == name else { throw Fault(description: "stray </\(name)>") }
      rest = try after(">")
    } else if rest.hasPrefix("<") {
      try readElement()
    } else {
      let text = rest.prefix { $0 != "<" }
      rest = rest[text.endIndex...]
      let isStyle = open.last.map { elements[$0].name == "style" } ?? false
      let decoded = isStyle ? String(text) : try decoded(text)
      for index in open { elements[index].text += decoded }
    }
  }

  private func after(_ mark: Character) throws -> Substring {
    guard let place = rest.firstIndex(of: mark) else { throw Fault(description: "no \(mark) in \(rest.prefix(60))") }
    return rest[place...].dropFirst()
  }

  private mutating func readElement() throws {
    rest = rest.dropFirst()
    let name = String(rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) })
    guard !name.isEmpty else { throw Fault(description: "a bare < before \(rest.prefix(60))") }
    rest = rest.dropFirst(name.count)
    var attributes: [String: String] = [:]
    while rest.first == " " || rest.first == "\n" {
      rest = rest.drop { $0 == " " || $0 == "\n" }
      let key = String(rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
      rest = rest.dropFirst(key.count)
      guard !key.isEmpty, rest.hasPrefix("=\"") else { throw Fault(description: "<\(name) \(rest.prefix(40))") }
      rest = rest.dropFirst(2)
      let value = rest.prefix { $0 != "\"" && $0 != "<" }
      rest = rest[value.endIndex...]
      guard rest.first == "\"", attributes[key] == nil else { throw Fault(description: "\(key) of <\(name)>") }
      rest = rest.dropFirst()
      attributes[key] = try decoded(value)
    }
    let isClosed = rest.hasPrefix("/>")
    guard isClosed || rest.first == ">" else { throw Fault(description: "<\(name)> ends in \(rest.prefix(20))") }
    rest = rest.dropFirst(isClosed ? 2 : 1)
    elements.append(
      Element(name: name, attributes: attributes, within: open.map { elements[$0].name }))
    if !isClosed { open.append(elements.count - 1) }
  }

  private static let entities: [Substring: String] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"]

  private func decoded(_ text: Substring) throws -> String {
    var out = ""
    var rest = text
    while let mark = rest.firstIndex(of: "&") {
      out += rest[..<mark]
      let name = rest[mark...].dropFirst().prefix { $0 != ";" }
      guard let character = Self.entities[name] else { throw Fault(description: "a bare & before \(name.prefix(20))") }
      out += character
      rest = rest[name.endIndex...].dropFirst()
    }
    return out + rest
  }
}
