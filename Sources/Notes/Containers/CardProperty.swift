/// A content line of a vCard (RFC 6350 §3.3, RFC 2426, vCard 2.1) or of a calendar (RFC 5545 §3.1), unfolded.
struct CardProperty {
  /// In capitals, without the group before it.
  let name: String
  /// The line in the file where it begins.
  let line: Int
  private let unfolded: TextView
  private let parameters: [(name: String, value: Range<Int>)]
  private let value: Range<Int>

  /// Nil for a line that has no colon.
  init?(_ unfolded: TextView, line: Int) {
    let text = unfolded.scalars
    var (place, isQuoted, marks) = (0, false, [Int]())
    while place < text.count, isQuoted || text[place] != ":" {
      if text[place] == "\"" { isQuoted.toggle() } else if text[place] == ";", !isQuoted { marks.append(place) }
      place += 1
    }
    guard place < text.count else { return nil }
    let name = string(text[..<(marks.first ?? place)]).uppercased()
    self.name = name.split(separator: ".").last.map(String.init) ?? ""
    self.line = line
    self.unfolded = unfolded
    value = place + 1..<text.count
    parameters = zip(marks, marks.dropFirst() + [place]).map { start, end in
      let sign = text[start..<end].firstIndex(of: "=") ?? start
      return (string(text[start + 1..<max(sign, start + 1)]).uppercased(), sign + 1..<end)
    }
  }

  /// A parameter's value without its quotes.
  func parameter(_ name: String) -> TextView? {
    guard let range = parameters.first(where: { $0.name == name })?.value else { return nil }
    let text = unfolded.scalars
    let isQuoted = range.count > 1 && text[range.lowerBound] == "\"" && text[range.upperBound - 1] == "\""
    return unfolded[isQuoted ? range.lowerBound + 1..<range.upperBound - 1 : range]
  }

  /// Whether some parameter's value, or a bare one as vCard 2.1 writes them, is this word, in capitals.
  func isOfType(_ word: String) -> Bool {
    parameters.contains {
      string(unfolded.scalars[$0.value]).uppercased().split(separator: ",").contains { $0 == word }
    }
  }

  /// The value, with its escapes undone.
  var text: TextView { CardProperty.unescaped(decoded) }

  /// The parts of a structured value such as a name's, with their escapes undone.
  var components: [TextView] {
    let value = decoded
    var (parts, start, place) = ([TextView](), 0, 0)
    while place < value.scalars.count {
      if value.scalars[place] == "\\" {
        place += 1
      } else if value.scalars[place] == ";" {
        parts.append(CardProperty.unescaped(value[start..<place]))
        start = place + 1
      }
      place += 1
    }
    return parts + [CardProperty.unescaped(value[min(start, value.scalars.count)..<value.scalars.count])]
  }

  /// As vCard 2.1 writes what is not ASCII: quoted-printable, in the charset named.
  private var decoded: TextView {
    let raw = unfolded[value]
    guard isOfType("QUOTED-PRINTABLE") else { return raw }
    var out = TextView()
    let charset = parameter("CHARSET").map { string($0.scalars[...]).lowercased() } ?? ""
    MappedBytes.quotedPrintable(raw.scalars, TextSpan(0, raw.scalars.count), isWord: false)
      .decode(charset: charset, into: &out)
    return raw.composed(with: out)
  }

  private static func unescaped(_ view: TextView) -> TextView {
    guard view.scalars.contains("\\") else { return view }
    var (out, place) = (TextView(), 0)
    while place < view.scalars.count {
      let isEscape = view.scalars[place] == "\\" && place + 1 < view.scalars.count
      let own = view.scalars[isEscape ? place + 1 : place]
      let scalar: Unicode.Scalar = isEscape && (own == "n" || own == "N") ? "\n" : own
      out.append(scalar, Int(view.starts[place]), Int(view.ends[isEscape ? place + 1 : place]))
      place += isEscape ? 2 : 1
    }
    return out
  }

  // MARK: - Unfolding

  /// The properties of a file. A line that begins with a blank goes on with the one above (RFC 5545 §3.1), and so does the
  /// line below a soft line break of quoted-printable.
  static func all(in text: [Unicode.Scalar], _ lines: [TextSpan]) -> [CardProperty] {
    var (out, pieces, first) = ([CardProperty](), [TextSpan](), 0)
    func finish() {
      guard !pieces.isEmpty, pieces.reduce(0, { $0 + $1.length }) <= NoteSource.longestLine else { return }
      var view = TextView()
      for piece in pieces { view.append(text, piece) }
      if let property = CardProperty(view, line: first) { out.append(property) }
    }
    for (number, line) in lines.enumerated() where !line.isEmpty {
      if text[line.start].isBlank, !pieces.isEmpty {
        pieces.append(TextSpan(line.start + 1, line.end))
      } else if let last = pieces.last, !last.isEmpty, text[last.end - 1] == "=", isQuotedPrintable(text, pieces[0]),
        !isProperty(text, line)
      {
        pieces[pieces.count - 1].end -= 1
        pieces.append(line)
      } else {
        finish()
        (pieces, first) = ([line], number)
      }
    }
    finish()
    return out
  }

  /// What a soft line break may not swallow: the end of the card, where a program breaks the last line off for nothing.
  private static func isProperty(_ text: [Unicode.Scalar], _ line: TextSpan) -> Bool {
    text.begins(line, "END:") || text.begins(line, "BEGIN:")
  }

  private static func isQuotedPrintable(_ text: [Unicode.Scalar], _ line: TextSpan) -> Bool {
    let head = text[line.start..<min(line.end, line.start + longestHead)].prefix { $0 != ":" }
    return head.holds(mark[...])
  }

  private static let longestHead = 200
  private static let mark = Array("QUOTED-PRINTABLE".unicodeScalars)
}
