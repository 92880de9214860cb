/// Tells text that is no notes: data, pages of markup, source code. Notes that hold a piece of such text are notes: what
/// counts is the whole, and code between fences does not.
package enum NonNote {
  /// What the text is, in words for people; nil where it may be notes, or dressed as some program dresses them.
  package static func form(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(headLength)
    guard let first = head.first(where: { $0 > 0x20 && $0 < 0x80 }), !head.contains(0) else { return nil }
    let opensAsData = [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "<")].contains(first)
    let opensAsTool = head.starts(with: "#!/".utf8) || head.starts(with: "diff ".utf8) || head.starts(with: "// <".utf8)
    guard opensAsData || opensAsTool || endsAsCode(head) || holdsPlaceholders(head) else { return nil }
    let text = String(decoding: head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head, as: UTF8.self)
    if let data = data(bytes) { return data }
    if opensAsData, Clothes(Array(text.unicodeScalars)) != nil { return nil }
    let lines = text.split(whereSeparator: \.isNewline).map { collapsed(String($0)) }.filter { !$0.isEmpty }
    guard let opening = lines.first else { return nil }
    if let markup = markup(opening) { return markup }
    if opening.hasPrefix("#!/") { return "a script" }
    if opening.hasPrefix("diff --git ") { return "a patch" }
    if opening.hasPrefix("// <!-- <mdb:mork") { return "a mail program's index" }
    if isTemplate(text) { return "a template" }
    return isCode(lines) ? "source code" : nil
  }

  /// What a text is that holds data and no words to read; nil for all else.
  static func data(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(headLength)
    guard let first = head.first(where: { $0 > 0x20 && $0 < 0x80 }), !head.contains(0) else { return nil }
    if first == UInt8(ascii: "<") {
      let text = Array(String(decoding: head.prefix(4096), as: UTF8.self).unicodeScalars)
      return Clothes(text) == nil && markup(string(text.drop { $0.isSpace }.prefix(60))) == "XML data"
        ? "XML data" : nil
    }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return nil }
    let text = Array(String(decoding: head, as: UTF8.self).unicodeScalars)
    return Clothes(text) == nil && isJSON(text) ? "JSON data" : nil
  }

  /// Enough to tell by.
  private static let headLength = 1 << 16

  /// `{{title}}`, `<% tp.date %>`: what a program fills in.
  private static func holdsPlaceholders(_ head: ArraySlice<UInt8>) -> Bool {
    var last: UInt8 = 0
    for byte in head {
      if last == 0x7B && byte == 0x7B || last == 0x3C && byte == 0x25 { return true }
      last = byte
    }
    return false
  }

  private static func isTemplate(_ text: String) -> Bool {
    let own = text.lowercased()
    return ["{{date", "{{title}}", "{{time", "{{ date", "{{ title", "<% tp."].contains { own.contains($0) }
  }

  /// Three lines in ten begin or end in a sign that code's lines have there: a quick look that spares nearly all notes the
  /// thorough one.
  private static func endsAsCode(_ head: ArraySlice<UInt8>) -> Bool {
    var (ended, all) = (0, 0)
    var (first, last): (UInt8, UInt8) = (0, 0)
    for byte in head {
      if byte == 0x0A || byte == 0x0D {
        if last != 0 { all += 1 }
        if codeEnds.contains(last) || codeStarts.contains(first) { ended += 1 }
        (first, last) = (0, 0)
      } else if byte > 0x20 {
        if first == 0 { first = byte }
        last = byte
      }
    }
    return ended >= fewestLines - 1 && ended * 10 >= all * 3
  }

  private static let codeStarts = Array("/}{@".utf8)
  private static let codeEnds = Array(";{}):,*/".utf8)

  private static func markup(_ first: String) -> String? {
    let start = first.prefix(40).lowercased()
    if start.hasPrefix("<?xml") || start.hasPrefix("<svg") || start.hasPrefix("<plist") { return "XML data" }
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") { return "a web page" }
    if start.hasPrefix("{\\rtf") { return "rich text (RTF)" }
    return nil
  }

  // MARK: JSON

  /// A whole document, the beginning of one, or one value a line.
  private static func isJSON(_ text: [Unicode.Scalar]) -> Bool {
    var reader = JSONReader(text)
    if reader.value() != nil || reader.end == .cut && text.count * 2 > headLength { return true }
    let lines = lineSpans(of: text, in: TextSpan(0, text.count)).filter { !text.trimmed($0).isEmpty }.prefix(5)
    return lines.count > 1
      && lines.allSatisfy { line in
        var reader = JSONReader(Array(text[line.start..<line.end]))
        return text.begins(line, "{") && reader.value() != nil
      }
  }

  // MARK: source code

  private static func isCode(_ lines: [String]) -> Bool {
    var isFenced = false
    var (code, all) = (0, 0)
    for line in lines {
      if line.hasPrefix("```") || line.hasPrefix("~~~") || line.hasPrefix("#+") {
        isFenced.toggle()
      } else if !isFenced {
        all += 1
        if looksLikeCode(line) { code += 1 }
      }
    }
    return code >= fewestLines && code * 2 >= all
  }

  private static let fewestLines = 5

  private static let openings = [
    "import ", "from ", "#include", "using ", "package ", "namespace ", "def ", "func ", "fn ", "class ", "struct ",
    "enum ", "interface ", "public ", "private ", "protected ", "static ", "const ", "let ", "var ", "return", "if ",
    "for ", "while ", "switch ", "else", "try", "except", "elif ", "//", "/*", "*", "@", "}", "{", "self.", "pub ",
    "impl ", "use ", "raise ", "throw ", "await ", "async ", "export ", "function ", "SELECT ", "INSERT ", "CREATE ",
    "print(", "assert", "case ", "default:", "guard ", "extension ", "#define", "#if", "#endif",
  ]
  /// Openings that no sentence has.
  private static let sureOpenings = [
    "//", "/*", "}", "{", "#include", "#define", "#if", "#endif", "def ", "func ", "fn ", "import ", "namespace ",
    "elif ",
    "self.", "pub ", "impl ", "print(", "private ", "protected ", "const ",
    "public ", "static ", "package ",
  ]
  private static let signs = [
    "();", "=>", "->", "::", " == ", " != ", " := ", " += ", "&&", "||", "</", "({", "})", " = ",
  ]

  /// A line that begins or ends as code does and holds a sign of it.
  private static func looksLikeCode(_ line: String) -> Bool {
    // A row of a table ends in its last empty cells.
    if line.last == ";" { return line.count(where: { $0 == ";" }) < 3 }
    if line.allSatisfy({ "()[]{},;".contains($0) }) { return true }
    if line.first == ".", line.dropFirst().first?.isLetter ?? false { return true }
    if line.hasSuffix("([") || line.hasSuffix(": [") || line.hasSuffix("= [") || line.hasSuffix("(") { return true }
    if line.last == "{" || line.last == "}" || line.hasSuffix("()") || line.hasSuffix("};") { return true }
    if sureOpenings.contains(where: line.hasPrefix) { return true }
    guard openings.contains(where: line.hasPrefix) || line.contains("(") && line.contains("=") else { return false }
    return line.hasSuffix(":") || line.hasSuffix(",") || line.hasSuffix(")") || signs.contains(where: line.contains)
  }
}
