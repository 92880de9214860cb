/// Who signs a mail, and for whom.
extension NoteScanner {
  /// The lines after "Best wishes": the writer's name, title, employer and number.
  func signature(isCompany: Bool) {
    lines[index].role = .signature
    index += 1
    var read = 0
    let start = lines[index - 1].span.end
    while index < lines.count, lines[index].quoteDepth == 0, lines[index].role != .quoted, read < 10 {
      let line = lines[index]
      if line.kind != .blank {
        let before = facts.count + people.count
        if isCompany, line.kind != .syntax { signatureLine(line, isFirst: read == 0, from: start) }
        lines[index].role = facts.count + people.count > before ? .fact : .signature
        read += 1
      } else {
        lines[index].role = .blank
      }
      index += 1
    }
    index -= 1
  }

  func signatureLine(_ line: NoteLine, isFirst: Bool, from start: Int) {
    let slice = tokens(in: line.content)
    let grammar = NameGrammar(text: text, tokens: slice)
    if isFirst, let name = grammar.name(slice.startIndex),
      name.end == slice.endIndex || grammar.title(after: name.end) != nil
    {
      addPerson(name.span, title: grammar.title(after: name.end), role: nil)
      return
    }
    let signer = people.indices.first { place in
      people[place].name.span.start >= start || people[place].name.mentions.contains { $0.start >= start }
    }
    let known = signer ?? people.indices.first
    for piece in pieces(line.content) {
      if !claims(in: piece).isEmpty {
        let before = people.indices.filter { people[$0].phone == nil }
        if let known, before.contains(known), let claim = claims(in: piece).first,
          claim.kind == .phone
        {
          give(phone: claim.span, to: known)
        } else {
          attachAddresses(piece, reach: .max)
        }
      } else if let known, people[known].title == nil, isJobTitle(piece) || isDepartment(piece) {
        people[known].title = Attribute(value: collapsed(text.text(piece)), span: piece, text: text.text(piece))
        people[known].role =
          people[known].role
          ?? NameGrammar(text: text, tokens: tokens(in: piece)).personRole(ofTitle: tokens(in: piece))
      } else if known.map({ people[$0].role == .recruiter && (people[$0].email.map { isAgency($0) } ?? false) })
        ?? false
      {
        if tokens(in: piece).first?.isCapital ?? false { add(.ignore, piece) }
      } else if !has(.organisation), let name = capitalRun(tokens(in: piece), from: tokens(in: piece).startIndex),
        name.length * 3 >= piece.length * 2,
        !people[firstOfGroup...].contains(where: { $0.name.text == text.text(name) })
      {
        add(.organisation, name)
      }
    }
  }

  /// "People Operations", "Talent Acquisition": where somebody works stands for a title.
  private func isDepartment(_ piece: TextSpan) -> Bool {
    let words = tokens(in: piece)
    return (2...4).contains(words.count)
      && words.contains { RoleWords.hrTitles.contains($0.key) || RoleWords.recruiterTitles.contains($0.key) }
      && words.contains { NameWords.department.contains($0.key) }
  }

  /// A signature's line cut at "|", "·", commas and dashes.
  func pieces(_ span: TextSpan) -> [TextSpan] {
    var out = [TextSpan]()
    var start = span.start
    for token in tokens(in: span)
    where token.isMark("|") || token.isMark("·") || token.isMark("•") || token.isMark(",")
      || token.isSpaced && (token.isMark("–") || token.isMark("—") || token.isMark("-"))
    {
      out.append(text.trimmed(TextSpan(start, Int(token.start))))
      start = Int(token.end)
    }
    out.append(text.trimmed(TextSpan(start, span.end)))
    return out.filter { !$0.isEmpty }
  }
}
