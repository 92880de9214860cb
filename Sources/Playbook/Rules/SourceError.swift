/// What is wrong with a text that the user wrote (a playbook, a template), and where.
package struct SourceError: Error, Hashable, CustomStringConvertible {
  /// From 1.
  package let line: Int
  /// From 1, in Unicode scalars.
  package let column: Int
  package let source: String
  package let message: String

  /// The message, the line and a caret under the place.
  package var description: String {
    "line \(line): \(message)\n  \(source)\n  \(String(repeating: " ", count: max(0, column - 1)))^"
  }
}

/// A line of such a text.
struct SourceLine {
  /// From 1.
  let number: Int
  let text: String

  /// Lines ended by LF, CR or CR LF.
  static func split(_ text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "\r" || (scalar == "\n" && previous != "\r") {
        lines.append(String(line))
        line.removeAll()
      } else if scalar != "\n" {
        line.append(scalar)
      }
      previous = scalar
    }
    return lines + [String(line)]
  }

  /// The first word and what follows it, without the spaces around; nil for an empty line or a comment.
  var parts: (key: String, value: String, valueColumn: Int)? {
    let scalars = Array(text.unicodeScalars)
    func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
    guard let start = scalars.firstIndex(where: { !isSpace($0) }), scalars[start] != "#" else { return nil }
    let end = scalars[start...].firstIndex(where: isSpace) ?? scalars.count
    let valueStart = scalars[end...].firstIndex { !isSpace($0) } ?? scalars.count
    let valueEnd = (scalars[valueStart...].lastIndex { !isSpace($0) }).map { $0 + 1 } ?? valueStart
    return (string(scalars[start..<end]), string(scalars[valueStart..<valueEnd]), valueStart + 1)
  }

  func error(_ message: String, column: Int? = nil) -> SourceError {
    let indent = text.unicodeScalars.prefix { $0 == " " || $0 == "\t" }.count
    return SourceError(line: number, column: column ?? indent + 1, source: text, message: message)
  }
}

/// Scalars as a string.
func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars)
  return String(view)
}
