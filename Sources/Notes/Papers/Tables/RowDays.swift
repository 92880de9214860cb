import Model

/// The days of a row: of its interviews, of applying, of word.
extension NoteScanner {
  /// Each day of the cell is an interview.
  func interviewCell(_ cell: TextSpan) {
    for match in dates(in: cell) where match.coreValues.contains(where: { $0.start?.day != nil }) {
      if has(.interviewDate) { group += 1 }
      interviewDate(match, in: cell, isSure: true)
    }
    claimForm(cell, isSure: false)
    claimRound(cell)
  }

  /// When one applied, and when word came, where columns of their own say so.
  ///
  /// - Parameter group: the row's own, before further interviews of it.
  func datedRow(_ group: Int, _ cells: [(span: TextSpan, kind: ColumnKind)]) {
    let row = facts.indices[firstOfLine...].filter { facts[$0].interview == group }
    let applied = cells.first { $0.kind == .applied }.flatMap { pastDay($0.span) }
    if let name = row.first(where: { facts[$0].field == .organisation }) { facts[name].applied = applied }
    guard let stage = facts.indices[firstOfLine...].last(where: { facts[$0].field == .stage }),
      facts[stage].day == nil
    else { return }
    facts[stage].day =
      facts[stage].value == ApplicationStage.applied.rawValue
      ? applied : cells.first { $0.kind == .answered }.flatMap { pastDay($0.span) }
  }

  /// The one day of a cell that says it whole, or whose year the paper's own day gives.
  private func pastDay(_ cell: TextSpan) -> Attribute? {
    let found = dates(in: cell).filter { $0.coreValues.contains { $0.start?.day != nil && $0.kind != .duration } }
    guard found.count == 1, isAnchored || saysYear(found[0]),
      let day = day(found[0], lookingBack: true)?.value.start?.day
    else { return nil }
    return Attribute(value: day.description, span: found[0].core, text: text.text(found[0].core))
  }

  func promisedCell(_ cell: TextSpan) {
    if dates(in: cell).isEmpty { return }
    assign(.promised, cell, NoteLine(span: cell, content: cell, kind: .text))
  }

  /// "Zoom on 29 September" in the notes of a row that names no day otherwise.
  func noteInterview(_ cells: [TextSpan]) {
    guard !has(.interviewDate) else { return }
    for cell in cells {
      for match in dates(in: cell) where match.coreValues.contains(where: { $0.kind == .date || $0.kind == .datetime })
      {
        let before = TextSpan(max(cell.start, match.span.start - 40), match.span.start)
        guard RoleWords.forms.first(in: tokens(in: before)) != nil, isAnchored || saysYear(match) else { continue }
        return interviewDate(match, in: cell, isSure: true)
      }
    }
  }
}
