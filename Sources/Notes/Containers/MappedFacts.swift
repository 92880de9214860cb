/// Facts found in a view as facts of the file.
extension TextView {
  /// - Parameter text: the file's.
  func mapped(_ fact: Fact, _ text: [Unicode.Scalar]) -> Fact {
    var fact = fact
    fact.span = source(fact.span)
    fact.text = text.text(fact.span)
    fact.mentions = fact.mentions.map(source)
    fact.answer = fact.answer.map { mapped($0, text) }
    fact.day = fact.day.map { mapped($0, text) }
    if let person = fact.person {
      var details = PersonDetails(
        role: person.role, name: mapped(person.name, text), title: person.title.map { mapped($0, text) },
        email: person.email.map { mapped($0, text) }, phone: person.phone.map { mapped($0, text) })
      details.further = person.further
      fact.person = details
    }
    return fact
  }

  /// A paper found in a view as one of the file; its lines are the file's already.
  func mapped(_ paper: Paper) -> Paper {
    var paper = paper
    paper.span = source(paper.span)
    switch paper.form {
    case .row(var row):
      row.cells = row.cells.map(source)
      paper.form = .row(row)
    case .message(var head):
      head.sender = head.sender.map(mapped)
      head.addressees = head.addressees.map(mapped)
      paper.form = .message(head)
    case .note, .entry: break
    }
    return paper
  }

  private func mapped(_ one: MessageHead.Correspondent) -> MessageHead.Correspondent {
    MessageHead.Correspondent(name: one.name.map(source), address: one.address.map(source))
  }

  private func mapped(_ attribute: Attribute, _ text: [Unicode.Scalar]) -> Attribute {
    let span = source(attribute.span)
    return Attribute(
      value: attribute.value, span: span, text: text.text(span), mentions: attribute.mentions.map(source))
  }
}

/// The lines of a view that facts of it stand in, where the file writes those lines in another way.
struct DecodedLines {
  let view: TextView
  /// The view's.
  let lines: [NoteLine]
  /// The file's.
  let text: [Unicode.Scalar]
  private var last: (line: Int, decoded: String?)?

  init(_ view: TextView, _ lines: [NoteLine], _ text: [Unicode.Scalar]) {
    (self.view, self.lines, self.text) = (view, lines, text)
  }

  mutating func line(of fact: Fact) -> String? {
    guard let number = lines.index(at: fact.span.start) ?? lines.indices.last else { return nil }
    if let last, last.line == number { return last.decoded }
    let span = lines[number].span
    let own = string(view.scalars[span.start..<min(span.end, span.start + NoteSource.longestLine)])
    let decoded = own.hasSuffix(text.text(view.source(span))) ? nil : own
    last = (number, decoded)
    return decoded
  }
}
