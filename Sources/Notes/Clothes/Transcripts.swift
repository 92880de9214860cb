/// A chat as WhatsApp exports it: `[10/11/2026, 09:13] Ann: text` or `10/11/2026, 09:13 - Ann: text`. The stamps are when it was
/// written, no days that anybody speaks of; what the program itself says belongs to nobody.
enum ChatText {
  static func isChat(_ text: [Unicode.Scalar], _ head: TextSpan) -> Bool {
    let lines = lineSpans(of: text, in: head).filter { !text.trimmed($0).isEmpty }.prefix(6)
    return lines.count { stamp(text, $0)?.body != nil } >= 2
  }

  static func text(_ text: [Unicode.Scalar]) -> (view: TextView, day: TextSpan?) {
    var out = TextView()
    var day: TextSpan?
    var isOwn = false
    for line in lineSpans(of: text, in: TextSpan(0, text.count)) {
      if let stamp = stamp(text, line) {
        day = day ?? stamp.day
        isOwn = stamp.body != nil
        if let body = stamp.body { out.append(text, body) }
      } else if isOwn {
        out.append(text, line)
      }
      out.append("\n", line.end, line.end)
    }
    return (out, day)
  }

  /// The day of a line's stamp and what somebody said; no body where nobody did.
  private static func stamp(_ text: [Unicode.Scalar], _ line: TextSpan) -> (day: TextSpan, body: TextSpan?)? {
    var place = line.start
    while place < line.end, text[place].isBlank || text[place] == "\u{200E}" { place += 1 }
    let isBracketed = place < line.end && text[place] == "["
    if isBracketed { place += 1 }
    let start = place
    while place < line.end, place - start < 12, text[place].isASCIIDigit || "./-".unicodeScalars.contains(text[place]) {
      place += 1
    }
    let day = TextSpan(start, place)
    guard day.length >= 6, place < line.end, text[place] == "," || text[place].isBlank else { return nil }
    let clock = place
    while place < line.end, place - clock < 20, text[place] != (isBracketed ? "]" : "-") { place += 1 }
    guard place < line.end, text[place] == (isBracketed ? "]" : "-"), text[clock..<place].contains(":") else {
      return nil
    }
    place += 1
    while place < line.end, text[place].isBlank || text[place] == "\u{200E}" { place += 1 }
    let speaker = place
    while place < line.end, place - speaker < 60, text[place] != ":" { place += 1 }
    guard place + 1 < line.end, text[place] == ":", text[place + 1].isBlank, place > speaker else { return (day, nil) }
    return (day, text.trimmed(TextSpan(place + 1, line.end)))
  }
}

/// Subtitles of a recorded call (WebVTT, SubRip): what was said, without times, numbers and speakers' marks.
enum SubtitleText {
  /// "1", then "00:00:01,000 --> 00:00:04,000".
  static func isSubRip(_ text: [Unicode.Scalar], _ head: TextSpan) -> Bool {
    let lines = lineSpans(of: text, in: head).prefix(2)
    guard lines.count == 2, let first = lines.first, text.text(first) == "1" else { return false }
    return isTiming(text, lines[1])
  }

  static func text(_ text: [Unicode.Scalar]) -> TextView {
    var out = TextView()
    var isCue = false
    for line in lineSpans(of: text, in: TextSpan(0, text.count)) {
      if text.trimmed(line).isEmpty {
        isCue = false
      } else if isTiming(text, line) {
        isCue = true
      } else if isCue {
        var span = line
        // "<v Priya>": who speaks.
        if text.begins(line, "<v"), let close = text[line.start..<line.end].firstIndex(of: ">") {
          span.start = close + 1
        }
        out.append(HTMLText.plain(whole(text, span)))
      }
      out.append("\n", line.end, line.end)
    }
    return out
  }

  private static func whole(_ text: [Unicode.Scalar], _ span: TextSpan) -> TextView {
    var view = TextView()
    view.append(text, span)
    return view
  }

  private static func isTiming(_ text: [Unicode.Scalar], _ line: TextSpan) -> Bool {
    line.length < 120 && text.text(line).contains(" --> ")
  }
}
