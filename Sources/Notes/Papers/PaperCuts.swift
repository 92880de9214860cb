/// Where a text's papers begin: messages pasted into it, rows of its tables of applications, entries of a log.
struct PaperCuts {
  struct Cut {
    /// The first line.
    var start: Int
    var form: Paper.Form
  }

  let page: PageLines

  func cuts() -> [Cut] {
    var cuts = [Cut]()
    for message in page.messages() {
      cuts.append(Cut(start: message.head.lowerBound, form: .message(head(message.head))))
      if message.body.upperBound < page.lines.count { cuts.append(Cut(start: message.body.upperBound, form: .note)) }
    }
    if cuts.isEmpty { cuts = LogShape(page: page).starts().map { Cut(start: $0, form: .entry) } }
    return whole(cuts)
  }

  /// The rows of tables, each a paper; what stands between is a note.
  func cuts(at tables: [TableGrid]) -> [Cut] {
    var cuts = [Cut]()
    for table in tables {
      let names = table.header.map { collapsed(page.text.text($0)) }
      for row in table.rows {
        guard let first = row.first, let line = page.lines.index(at: first.start) else { continue }
        // Two rows of one line are one paper: lines are never shared.
        if let last = cuts.last, last.start >= line { continue }
        cuts.append(Cut(start: line, form: .row(TableRow(columns: names, cells: row))))
      }
      if let end = table.rows.last?.last, let line = page.lines.index(at: end.end), line + 1 < page.lines.count {
        cuts.append(Cut(start: line + 1, form: .note))
      }
    }
    return whole(cuts)
  }

  /// In order, each beginning once, and the first at the first line.
  private func whole(_ cuts: [Cut]) -> [Cut] {
    var out = [Cut]()
    for cut in cuts.sorted(by: { $0.start < $1.start }) {
      // Of two at one place the later was found for it: a note ends where the next message begins.
      if out.last?.start == cut.start { out.removeLast() }
      out.append(cut)
    }
    if out.first?.start != 0 { out.insert(Cut(start: 0, form: .note), at: 0) }
    return out
  }

  /// What the fields of a pasted message's head say.
  private func head(_ range: Range<Int>) -> MessageHead {
    var head = MessageHead()
    for place in range {
      guard let name = page.fieldName(place) else { continue }
      let content = page.lines[place].content
      guard let colon = page.text[content.start..<content.end].firstIndex(of: ":") else { continue }
      let value = page.text.trimmed(TextSpan(colon + 1, content.end))
      guard !value.isEmpty else { continue }
      if PaperWords.senderFields.contains(name), head.sender == nil {
        head.sender = MessageHead.Correspondent(page.text, value)
      } else if PaperWords.addresseeFields.contains(name) {
        head.addressees.append(MessageHead.Correspondent(page.text, value))
      } else if PaperWords.subjectFields.contains(name) {
        head.subject = collapsed(page.text.text(value))
      } else if PaperWords.dateFields.contains(name) {
        head.date = Mail.moment(page.text.text(value))
      }
    }
    return head
  }
}

extension MessageHead.Correspondent {
  /// Several, separated by commas outside of quotes.
  static func list(_ text: [Unicode.Scalar], _ value: TextSpan) -> [MessageHead.Correspondent] {
    var (out, start, isQuoted) = ([MessageHead.Correspondent](), value.start, false)
    for place in value.start..<value.end {
      if text[place] == "\"" { isQuoted.toggle() }
      guard text[place] == ",", !isQuoted, out.count < 200 else { continue }
      out.append(.init(text, text.trimmed(TextSpan(start, place))))
      start = place + 1
    }
    return out + [.init(text, text.trimmed(TextSpan(start, value.end)))]
  }

  /// `Dana Whitfield <dana@…>`, `"Whitfield, Dana" <…>`, `dana@…`.
  init(_ text: [Unicode.Scalar], _ value: TextSpan) {
    guard let open = text[value.start..<value.end].firstIndex(of: "<"),
      let close = text[open..<value.end].firstIndex(of: ">")
    else {
      let isAddress = text[value.start..<value.end].contains("@")
      self.init(name: isAddress ? nil : value, address: isAddress ? value : nil)
      return
    }
    var name = text.trimmed(TextSpan(value.start, open))
    if name.length > 1, text[name.start] == "\"", text[name.end - 1] == "\"" {
      name = TextSpan(name.start + 1, name.end - 1)
    }
    self.init(name: name.isEmpty ? nil : name, address: TextSpan(open + 1, close))
  }
}

extension PageLines {
  /// The messages that were pasted into a note: below fields of a head, or from a greeting to the name under a closing.
  func messages() -> [(head: Range<Int>, body: Range<Int>)] {
    var heads = [Range<Int>]()
    var place = 0
    while place < lines.count {
      if roles[place] != .frontMatter, let fields = headFields(place, lines.indices), fields.hasSender,
        fields.count >= 3 || fields.count == 2 && holdsAddress(place..<fields.end)
      {
        heads.append(place..<fields.end)
        place = fields.end
      } else {
        place += 1
      }
    }
    return heads.enumerated().map { number, head in
      (head, head.upperBound..<(number + 1 < heads.count ? heads[number + 1].lowerBound : lines.count))
    }
  }

  private func holdsAddress(_ range: Range<Int>) -> Bool {
    range.contains { text[lines[$0].content.start..<lines[$0].content.end].contains("@") }
  }
}
