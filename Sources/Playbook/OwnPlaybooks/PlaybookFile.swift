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
/// `PlaybookFile.anchors`, or another rule of the file: then it counts from the day that one was fulfilled. Numbers are
/// those of `Timing`: `after`, `until`, `within`, `before`, `every`, `at-most`, `times`. Spaces at the start of a line
/// and lines that begin with `#` mean nothing.
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
  package static func read(_ text: String, name: String? = nil) throws(SourceError) -> Playbook {
    var reader = PlaybookReader()
    guard text.utf8.count <= limit else {
      throw SourceError(line: 1, column: 1, source: "", message: "the file is larger than \(limit) bytes")
    }
    for (number, line) in SourceLine.split(text).enumerated() {
      try reader.read(SourceLine(number: number + 1, text: line))
    }
    return try reader.finish(name: name)
  }
}
