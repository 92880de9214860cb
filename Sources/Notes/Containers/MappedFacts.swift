/// Facts found in a view as facts of the file.
extension TextView {
  /// - Parameter text: the file's.
  func mapped(_ fact: Fact, _ text: [Unicode.Scalar]) -> Fact {
    var fact = fact
    fact.span = source(fact.span)
    fact.text = text.text(fact.span)
    fact.mentions = fact.mentions.map(source)
    fact.answer = fact.answer.map { mapped($0, text) }
    if let person = fact.person {
      fact.person = PersonDetails(
        role: person.role, name: mapped(person.name, text), title: person.title.map { mapped($0, text) },
        email: person.email.map { mapped($0, text) }, phone: person.phone.map { mapped($0, text) })
    }
    return fact
  }

  /// The line of the view that a fact of it stands in, where the file writes that line in another way.
  ///
  /// - Parameter lines: the view's.
  func decodedLine(of fact: Fact, _ lines: [NoteLine], _ text: [Unicode.Scalar]) -> String? {
    var (low, high) = (0, lines.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].span.end < fact.span.start { low = middle + 1 } else { high = middle }
    }
    guard low <= high, lines[low].span.length <= NoteSource.longestLine else { return nil }
    let own = string(scalars[lines[low].span.start..<lines[low].span.end])
    return own.hasSuffix(text.text(source(lines[low].span))) ? nil : own
  }

  private func mapped(_ attribute: Attribute, _ text: [Unicode.Scalar]) -> Attribute {
    let span = source(attribute.span)
    return Attribute(
      value: attribute.value, span: span, text: text.text(span), mentions: attribute.mentions.map(source))
  }
}
