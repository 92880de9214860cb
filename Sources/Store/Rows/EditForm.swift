import Merge
import Model

/// A row's fields as text for an editor: `field: value` lines, further lines of a value indented, the long text last after a
/// line of its own.
struct EditForm {
  /// One field as it stands in the form.
  struct Part {
    let field: FieldInfo
    let text: String
    /// Lines that explain it, not read back.
    var remarks: [String] = []
  }

  let heading: [String]
  let parts: [Part]
  /// What the line above a long text begins with: longer than the beginning of any line within, so that all of those are
  /// text.
  private let textMark: String

  init(heading: [String], parts: [Part]) {
    (self.heading, self.parts) = (heading, parts)
    let lines = parts.filter { $0.field.rule == .text }.flatMap { Lines.split($0.text) }
    var dashes = "---"
    while lines.contains(where: { $0.hasPrefix(dashes + " ") }) { dashes += "-" }
    textMark = dashes + " "
  }

  private var plainParts: [Part] { parts.filter { $0.field.rule != .text } }
  private var textParts: [Part] { parts.filter { $0.field.rule == .text } }

  var text: String {
    var lines = heading.map { "# " + $0 }
    for part in plainParts {
      lines += part.remarks.map { "# " + $0 }
      let values = part.text.split(separator: "\n", omittingEmptySubsequences: false)
      lines.append(("\(part.field.name): " + (values.first ?? "")).trimmingEnd())
      lines += values.dropFirst().map { "  " + $0 }
    }
    for part in textParts {
      lines.append(textMark + part.field.name)
      lines.append(part.text)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The fields whose text was changed in an edited form.
  ///
  /// - Throws: `RequestError` for a line that is no field of the form.
  func changes(in edited: String) throws -> [(field: FieldInfo, text: String)] {
    let read = try read(edited)
    return parts.compactMap { part in
      guard let text = read[part.field.name] else { return nil }
      return Self.same(text, part.text) ? nil : (part.field, text)
    }
  }

  /// Trailing line breaks are the editor's, not the writer's.
  private static func same(_ left: String, _ right: String) -> Bool {
    Lines.unified(left).utf8.elementsEqual(Lines.unified(right).utf8)
  }

  private func read(_ edited: String) throws -> [String: String] {
    var values: [String: String] = [:]
    var current: String?
    var lines = Lines.split(edited)[...]
    var texts = textParts.map(\.field.name)
    while let line = lines.popFirst() {
      if let field = next(in: texts, line) {
        texts.removeFirst((texts.firstIndex(of: field) ?? 0) + 1)
        let end = lines.firstIndex { next(in: texts, $0) != nil } ?? lines.endIndex
        values[field] = lines[..<end].joined(separator: "\n").trimmingEnd()
        lines = lines[end...]
      } else if line.hasPrefix("  "), let field = current {
        values[field, default: ""] += "\n" + line.dropFirst(2)
      } else if !line.hasPrefix("#"), !line.trimmingEnd().isEmpty {
        let (field, value) = try plainLine(line)
        values[field] = value
        current = field
      }
    }
    return values
  }

  /// The text that begins under this line, of those that have not begun yet: each begins once, in the form's order.
  private func next(in texts: [String], _ line: String) -> String? {
    guard line.hasPrefix(textMark) else { return nil }
    let name = line.dropFirst(textMark.count)
    return texts.first { $0 == name }
  }

  private func plainLine(_ line: String) throws -> (String, String) {
    let halves = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2 else { throw RequestError.notAnAssignment(line) }
    let assignment = Assignment(field: String(halves[0]), text: "")
    guard let part = plainParts.first(where: { $0.field.name == assignment.field }) else {
      throw RequestError.badValue(field: "the form", value: line, expected: "a line of the form \"field: value\"")
    }
    return (part.field.name, String(halves[1].drop { $0 == " " }).trimmingEnd())
  }
}

/// Lines of an edited text: LF and CR LF end a line.
enum Lines {
  static func split(_ text: String) -> [String] {
    text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The text with LF alone, without blanks and line breaks at its end.
  static func unified(_ text: String) -> String { text.replacing("\r\n", with: "\n").trimmingEnd() }
}

extension String {
  /// Without blanks and line breaks at the end.
  func trimmingEnd() -> String {
    let kept = unicodeScalars.reversed().drop { $0 == " " || $0 == "\n" || $0 == "\r" || $0 == "\t" }
    return String(String.UnicodeScalarView(kept.reversed()))
  }
}

extension Substring {
  func trimmingEnd() -> String { String(self).trimmingEnd() }
}
