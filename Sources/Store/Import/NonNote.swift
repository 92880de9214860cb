import Foundation

/// Tells text that is no notes: data, pages of markup, source code. Notes that hold a piece of such text are notes: what
/// counts is the whole, and code between fences does not.
enum NonNote {
  /// What the text is, in words for people; nil where it may be notes.
  static func form(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(headLength)
    guard let first = head.first(where: { $0 > 0x20 && $0 < 0x80 }), !head.contains(0) else { return nil }
    let opensAsData = [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "<")].contains(first)
    let opensAsTool = head.starts(with: "#!/".utf8) || head.starts(with: "diff ".utf8)
    guard opensAsData || opensAsTool || endsAsCode(head) else { return nil }
    let text = String(decoding: head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head, as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
    guard let opening = lines.first else { return nil }
    if isJSON(opening, bytes, lines) { return "JSON data" }
    if let markup = markup(opening) { return markup }
    if opening.hasPrefix("#!/") { return "a script" }
    if opening.hasPrefix("diff --git ") { return "a patch" }
    return isCode(lines) ? "source code" : nil
  }

  /// Enough to tell by.
  private static let headLength = 1 << 16

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

  /// A whole document, or one value a line.
  private static func isJSON(_ first: String, _ bytes: [UInt8], _ lines: [String]) -> Bool {
    guard let opening = first.first, opening == "{" || opening == "[" else { return false }
    if isValue(Data(bytes)) { return true }
    let whole = lines.prefix(5)
    return whole.count > 1 && whole.allSatisfy { $0.hasPrefix("{") && isValue(Data($0.utf8)) }
  }

  private static func isValue(_ data: Data) -> Bool { (try? JSONSerialization.jsonObject(with: data)) != nil }

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
