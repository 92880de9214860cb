/// A user's own playbook as a text file.
///
///     # My way.
///     playbook mine
///     about Thanks after two days, then a nudge.
///
///     use persistent.thank-you-note
///       after 2d
///
///     rule nudge
///       anchor promise
///       after 1d
///       to interviewer
///       by email, call
///       draft silence-breaker
///       why They asked to be reminded.
///
/// `use` takes a rule of a built-in playbook, with numbers of its own; `rule` makes a new one. An `anchor` is one of
/// `PlaybookFile.anchors`, or another rule of the file: then the rule counts from the day that one was fulfilled. Numbers
/// are those of `Timing`: `after`, `until`, `within`, `before`, `every`, `at-most`, `times`. Spaces at the start of a line and
/// lines that begin with `#` mean nothing.
package enum PlaybookFile {
  /// The longest file read, in bytes.
  static let limit = 100_000

  /// What a rule can count from, by the word used in a file.
  package static let anchors: [(word: String, anchor: Anchor)] = [
    ("interview", .interview), ("interview-ahead", .interviewAhead), ("touch", .lastTouch),
    ("touch-after-letter", .lastTouchAfterLetter), ("promise", .theirPromise), ("middle-of-period", .middleOfPeriod),
    ("no-word", .noWord), ("no", .no), ("end", .doorOpen), ("objection", .objection), ("concern", .concern),
  ]

  /// Reads a playbook. `name`, where given, replaces the name in the file.
  package static func read(_ text: String, name: String? = nil) throws(PlaybookFileError) -> Playbook {
    var reader = PlaybookReader()
    guard text.utf8.count <= limit else {
      throw PlaybookFileError(line: 1, column: 1, source: "", message: "the file is larger than \(limit) bytes")
    }
    for (number, line) in lines(text).enumerated() {
      try reader.read(SourceLine(number: number + 1, text: line))
    }
    return try reader.finish(name: name)
  }

  /// Lines ended by LF, CR or CR LF.
  private static func lines(_ text: String) -> [String] {
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
}

/// What is wrong with a playbook file, and where.
package struct PlaybookFileError: Error, Hashable, CustomStringConvertible {
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

/// A line cut into its first word and the rest, with their columns.
struct SourceLine {
  let number: Int
  let text: String

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

  func error(_ message: String, column: Int? = nil) -> PlaybookFileError {
    let indent = text.unicodeScalars.prefix { $0 == " " || $0 == "\t" }.count
    return PlaybookFileError(line: number, column: column ?? indent + 1, source: text, message: message)
  }

  private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
