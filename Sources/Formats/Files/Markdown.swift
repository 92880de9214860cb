/// Texts in Markdown: one line each, their characters meaning nothing but themselves.
package enum Markdown {
  /// On one line, with what would be markup escaped.
  package static func escaped(_ text: String) -> String {
    var out = ""
    // At the beginning of a line a sign alone is markup, and so is a number's dot.
    var begins = true
    for scalar in text.unicodeScalars.drop(while: { $0 == " " || $0 == "\t" }) {
      let isOfList = begins && "-+=.)".unicodeScalars.contains(scalar)
      if isOfList || "\\`*_[]<>#|~$!&%".unicodeScalars.contains(scalar) { out += "\\" }
      begins = begins && ("0"..."9").contains(scalar)
      let isBreak = scalar.properties.generalCategory == .control || scalar == "\u{2028}" || scalar == "\u{2029}"
      out.unicodeScalars.append(isBreak ? " " : scalar)
    }
    return out
  }

  static func item(_ line: DossierPage.Line) -> String {
    "- " + escaped(line.label) + ": " + escaped(line.text)
  }

  static func entry(_ entry: DossierPage.Entry) -> [String] {
    ["- **" + escaped(entry.heading) + "**"] + entry.lines.map { "  " + item($0) }
  }

  /// A text line by line as a quotation.
  package static func quoted(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      line.isEmpty ? ">" : "> " + escaped(String(line)) + "  "
    }
  }

  /// A file's name that every system takes, and Obsidian as a link; nil where nothing is left of it.
  package static func fileName(_ text: String) -> String? {
    let kept = text.unicodeScalars.map { scalar -> Character in
      let isTaken = "/\\:*?\"<>|#^[]".unicodeScalars.contains(scalar)
      let isSeen = scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format
      return isTaken || !isSeen ? " " : Character(scalar)
    }
    var name = String(kept).split(separator: " ").joined(separator: " ")
    while name.first == "." || name.first == "-" || name.first == " " { name.removeFirst() }
    while name.utf8.count > 120 { name.removeLast() }
    while name.last == "." || name.last == " " { name.removeLast() }
    return name.isEmpty ? nil : name
  }

  /// Front matter (YAML); every value quoted.
  package static func frontMatter(_ entries: [(name: String, value: String?)]) -> String {
    let lines = entries.compactMap { entry in
      entry.value.map { "\(entry.name): \"\(yaml($0))\"\n" }
    }
    return lines.isEmpty ? "" : "---\n" + lines.joined() + "---\n\n"
  }

  private static func yaml(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      if scalar == "\"" || scalar == "\\" { return "\\" + String(scalar) }
      return scalar.properties.generalCategory == .control ? " " : String(scalar)
    }.joined()
  }
}
