import Model

/// vCards (RFC 6350) and calendars (RFC 5545): people and interviews by their properties.
struct CardReader {
  let source: NoteSource
  let container: Container

  /// A property line: its name without parameters, its parameters, its value.
  private struct Property {
    var name: String
    var parameters: String
    var value: TextSpan
    var line: Int
  }

  func reading() -> Reading {
    let text = source.decoded.scalars
    let whole = TextSpan(0, text.count)
    var lines = lineSpans(of: text, in: whole).map {
      NoteLine(span: $0, content: text.trimmed($0), kind: text.trimmed($0).isEmpty ? .blank : .text, role: .syntax)
    }
    let properties = self.properties(text, lines)
    let tokenizer = Tokenizer(text: text)
    var tokens = [Token]()
    for property in properties { tokenizer.append(property.value, to: &tokens) }
    for place in lines.indices where lines[place].kind == .blank { lines[place].role = .blank }
    let date: NoteDate = source.options.on.map { .option($0) } ?? .missing
    let scanner = NoteScanner(
      text: text, lines: lines, tokens: tokens, reference: source.reference(date), order: .undecided,
      container: container)
    scanner.group = 0
    for property in properties { read(property, scanner) }
    return source.result(
      container, text: text, scanner: scanner, date: date,
      documents: [Document(span: whole, messageID: nil, subject: nil, date: nil)])
  }

  private func properties(_ text: [Unicode.Scalar], _ lines: [NoteLine]) -> [Property] {
    var out = [Property]()
    for (number, line) in lines.enumerated() where line.kind != .blank {
      // A folded line goes on with the property above.
      if text[line.span.start].isBlank, !out.isEmpty {
        out[out.count - 1].value.end = line.content.end
        continue
      }
      guard let colon = text[line.content.start..<min(line.content.end, line.content.start + 400)].firstIndex(of: ":")
      else { continue }
      let head = string(text[line.content.start..<colon]).uppercased()
      let parts = head.split(separator: ";", maxSplits: 1)
      let name = parts.first.map { $0.split(separator: ".").last.map(String.init) ?? String($0) } ?? ""
      out.append(
        Property(
          name: name,
          parameters: parts.count > 1
            ? string(text[line.content.start + (parts[0].unicodeScalars.count) + 1..<colon]) : "",
          value: text.trimmed(TextSpan(colon + 1, line.content.end)), line: number))
    }
    return out
  }

  private func read(_ property: Property, _ scanner: NoteScanner) {
    scanner.index = property.line
    let value = property.value
    guard !value.isEmpty else { return }
    let before = scanner.facts.count + scanner.people.count
    switch property.name {
    case "BEGIN": if ["VCARD", "VEVENT"].contains(scanner.text.text(value).uppercased()) { scanner.group += 1 }
    case "FN": scanner.addPerson(value, title: nil, role: .interviewer)
    case "ORG": if container == .vcard { scanner.organisation(value) }
    case "TITLE", "ROLE": scanner.cardTitle(value)
    case "EMAIL": scanner.attachAddresses(value)
    case "TEL": scanner.cardPhone(value)
    case "SUMMARY": scanner.title(value)
    case "DTSTART": scanner.calendarStart(value)
    case "ATTENDEE", "ORGANIZER": scanner.attendee(property.parameters, value, line: property.line)
    case "LOCATION": scanner.claimForm(value, isSure: true)
    case "DESCRIPTION": scanner.freeText(value)
    default: break
    }
    if scanner.facts.count + scanner.people.count > before { scanner.lines[property.line].role = .fact }
  }
}

extension NoteScanner {
  func cardTitle(_ value: TextSpan) {
    guard let last = people.indices.last, people[last].group == group, people[last].title == nil else { return }
    people[last].title = Attribute(value: collapsed(text.text(value)), span: value, text: text.text(value))
    people[last].role =
      NameGrammar(text: text, tokens: tokens(in: value)).personRole(ofTitle: tokens(in: value)) ?? people[last].role
  }

  /// `tel:` links too.
  func cardPhone(_ value: TextSpan) {
    let number = text.text(value).lowercased().hasPrefix("tel:") ? TextSpan(value.start + 4, value.end) : value
    attachAddresses(number)
  }

  /// `20260421T093000Z`: wall time as written.
  func calendarStart(_ value: TextSpan) {
    let digits = text.text(value)
    guard !has(.interviewDate), digits.utf8.count >= 8, let year = Int(digits.prefix(4)),
      let month = Int(digits.dropFirst(4).prefix(2)), let number = Int(digits.dropFirst(6).prefix(2)),
      let day = Day(year: year, month: month, day: number)
    else { return }
    let time = digits.dropFirst(9).prefix(4)
    add(
      .interviewDate, value,
      value: time.count == 4 ? day.description + "T" + time.prefix(2) + ":" + time.suffix(2) : day.description)
  }

  /// The name is a parameter (`CN=…`), the address the value.
  func attendee(_ parameters: String, _ value: TextSpan, line: Int) {
    let start = lines[line].span.start
    let head = text[start..<value.start]
    guard
      let mark = head.indices.first(where: {
        $0 + 3 < value.start && text[$0] == "C" && text[$0 + 1] == "N" && text[$0 + 2] == "="
      })
    else { return }
    var end = mark + 3
    let isQuoted = text[end] == "\""
    if isQuoted { end += 1 }
    let first = end
    while end < value.start, text[end] != ";", text[end] != ":", text[end] != "\"" { end += 1 }
    let name = text.trimmed(TextSpan(first, end))
    guard !name.isEmpty, !text[name.start..<name.end].contains("@") else { return }
    let words = string(text[name.start..<name.end]).split(separator: " ").map { wordKey(String($0)) }
    let own = text.text(name)
    guard !people[firstOfGroup...].contains(where: { $0.words == words }), people.count - firstOfGroup < 200 else {
      return
    }
    people.append(
      PersonDraft(
        group: group, name: Attribute(value: own, span: name, text: own), words: words, role: .interviewer, line: line))
    attachAddresses(value)
  }
}
