/// What of a file is text to read: all but what steers a terminal and lines in a charset that nothing tells.
struct ReadableText {
  let text: [Unicode.Scalar]
  let lines: [TextSpan]
  /// The places in `lines` of those that cannot be told.
  let untold: [Int]
  private let controls: [TextSpan]

  init(_ source: NoteSource) {
    text = source.decoded.scalars
    lines = lineSpans(of: text, in: TextSpan(0, text.count))
    untold = source.decoded.encoding == .windows1252 && !source.saysCharset(lines) ? Self.untold(text, lines) : []
    controls = (ControlSequences(text: text).spans() + LinkText(text: text).spans()).sorted { $0.start < $1.start }
  }

  /// Nil where all of it is to be read.
  func view() -> TextView? {
    guard !controls.isEmpty || !untold.isEmpty else { return nil }
    var (view, place) = (TextView(), 0)
    for span in (untold.map { lines[$0] } + controls).sorted(by: { $0.start < $1.start }) where span.end > place {
      view.append(text, TextSpan(place, max(place, span.start)))
      place = span.end
      // What is left of its line is a line still.
      if view.scalars.last?.isLineEnd ?? true, place == text.count || text[place].isLineEnd {
        view.append(" ", span.start, place)
      }
    }
    view.append(text, TextSpan(place, text.count))
    return view
  }

  /// Lines of another alphabet's one-byte charset, such as Windows-1251: read as Windows-1252 most of their letters are
  /// accented. No Latin word has four of these in a row, and one such line gives the others away.
  private static func untold(_ text: [Unicode.Scalar], _ lines: [TextSpan]) -> [Int] {
    var (places, isSure) = ([Int](), false)
    for (place, line) in lines.enumerated() {
      var (plain, high, run, longest) = (0, 0, 0, 0)
      for scalar in text[line.start..<line.end] {
        let isHigh = (0xC0...0xFF).contains(scalar.value)
        run = isHigh ? run + 1 : 0
        longest = max(longest, run)
        if isHigh { high += 1 } else if scalar.isASCIILetter { plain += 1 }
      }
      guard high > plain else { continue }
      places.append(place)
      isSure = isSure || longest >= 4
    }
    return isSure ? places : []
  }
}

extension NoteSource {
  /// The file read without what is no text, every place one of the file.
  func readingOfText() -> Reading {
    let text = decoded.scalars
    if let clothes = Clothes(text) { return reading(beneath: clothes) }
    // Most files need no second look.
    guard decoded.encoding == .windows1252 || ControlSequences.begin(in: text) || LinkText.holdsLinks(text) else {
      return reading()
    }
    let readable = ReadableText(self)
    guard let view = readable.view() else { return reading() }
    var reading = NoteSource(decoded: decoded.showing(view.scalars), name: name, options: options).reading()
    reading.text = text
    // No line end was left out: the lines are the same.
    reading.lines = zip(readable.lines, reading.lines).map { Line(span: $0, role: $1.role) }
    for place in readable.untold where reading.lines.indices.contains(place) { reading.lines[place].role = .unclaimed }
    reading.facts = reading.facts.map { view.mapped($0, text) }
    reading.perhaps = reading.perhaps.map { view.mapped($0, text) }
    reading.reasons = Dictionary(
      reading.reasons.map { (view.source($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    for place in reading.documents.indices {
      reading.documents[place].span = view.source(reading.documents[place].span)
    }
    for place in reading.papers.indices { reading.papers[place] = view.mapped(reading.papers[place]) }
    reading.decodedLines = Dictionary(
      reading.decodedLines.map { (view.source($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    if case .text(let moment, let span) = reading.noteDate { reading.noteDate = .text(moment, view.source(span)) }
    if let first = readable.untold.first {
      let count = readable.untold.count
      let what = count == 1 ? "this line is" : "\(count) lines from here on are"
      reading.remarks.append(
        Remark(
          line: first + 1, text: "\(what) in a charset that nothing tells, kept and not read: save the file as UTF-8",
          leavesUnread: true))
    }
    return reading
  }

  /// Mails and cards may say their charset themselves.
  func saysCharset(_ lines: [TextSpan]) -> Bool {
    switch ContainerDetector(text: decoded.scalars, lines: lines, columns: Set(options.columns.keys)).container {
    case .mail, .mbox, .vcard, .icalendar: true
    case .plain, .markdown, .org, .csv: false
    }
  }
}
