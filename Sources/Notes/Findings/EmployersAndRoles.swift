/// Employer and role as the value of a label.
extension NoteScanner {
  // MARK: - Labelled values

  func organisation(_ value: TextSpan) {
    // "Where: Google Meet".
    if let form = RoleWords.forms.first(in: tokens(in: value)), form.range.lowerBound == tokens(in: value).startIndex {
      claimForm(value, isSure: true)
      return
    }
    guard !has(.organisation) else {
      // "Where: their office at the port".
      claimForm(value, isSure: false)
      return
    }
    var span = unwrapped(value)
    let slice = tokens(in: span)
    for place in slice.indices.dropFirst()
    where slice[place].isMark("(") || isDashOrArrow(place, slice) || slice[place].isMark("|")
      || slice[place].isMark(";")
    {
      span = text.trimmed(TextSpan(span.start, Int(slice[place].start)))
      break
    }
    // "Pinnacle Rail, Project Manager": the role stands behind.
    let parts = listed(in: span)
    if let role = parts.dropFirst().first(where: { isJobTitle($0) }), let head = parts.first {
      add(.organisation, tidied(unwrapped(head)))
      return self.role(role)
    }
    add(.organisation, tidied(unwrapped(span)))
  }

  /// Without `[[…]]`, quotes and a link's target.
  func unwrapped(_ span: TextSpan) -> TextSpan {
    var span = text.trimmed(span)
    for (open, close) in [("[", "]"), ("\"", "\""), ("[", "]"), ("'", "'"), ("“", "”"), ("*", "*")]
      as [(Unicode.Scalar, Unicode.Scalar)]
    {
      while span.length > 2, text[span.start] == open, let end = text[span.start + 1..<span.end].lastIndex(of: close) {
        span = text.trimmed(TextSpan(span.start + 1, end))
      }
    }
    return span
  }

  func role(_ value: TextSpan) {
    guard !has(.role) else { return }
    var span = unwrapped(value)
    let slice = tokens(in: span)
    for place in slice.indices.dropFirst()
    where isDashOrArrow(place, slice) || slice[place].isMark(";") || slice[place].isMark("|")
      || slice[place].word.keyword == .at || slice[place].isMark("@")
      || slice[place].isMark(".") && slice.indices.contains(place + 1) && slice[place + 1].isSpaced
      || slice[place].isMark(",") && (isAmount(slice[(place + 1)...]) || isRemark(place, slice))
    {
      let rest = TextSpan(Int(slice[place].end), span.end)
      span = text.trimmed(TextSpan(span.start, Int(slice[place].start)))
      if slice[place].word.keyword == .at || slice[place].isMark("@") {
        organisation(rest)
      } else {
        readPay(rest)
        readEmployer(rest)
      }
      break
    }
    add(.role, tidied(span))
  }

  /// Small letters behind a title and a comma: "Safety Adviser, client is Wattle Creek".
  private func isRemark(_ comma: Int, _ slice: ArraySlice<Token>) -> Bool {
    guard slice.indices.contains(comma + 1), slice[comma + 1].kind == .word, slice.first?.isCapital ?? false,
      !slice[comma + 1].isCapital, let head = span(of: slice[..<comma]), isJobTitle(head)
    else { return false }
    let rest = slice[(comma + 1)...]
    return rest.count > 4 || rest.contains { NoteScanner.remarkWords.contains($0.key) }
  }

  private static let remarkWords = WordSet(
    "is are was will would they client who which based reporting reports starts starting start hybrid remote office onsite perm permanent full part"
  )

  /// "£42-46k" and the like behind a role.
  private func isAmount(_ slice: ArraySlice<Token>) -> Bool {
    guard let first = slice.first, let amount = MoneyGrammar(text: text, tokens: slice).amounts(isSaid: true).first
    else { return false }
    return amount.span.start == Int(first.start)
  }
}
