/// Rows of Markdown and org tables.
extension NoteScanner {
  /// The cells of a row, trimmed.
  func cells(_ line: NoteLine) -> [TextSpan] {
    guard line.kind == .row else { return gapCells(line.content) }
    var out = [TextSpan]()
    var start = line.content.start + 1
    for place in start..<max(start, line.content.end) where text[place] == "|" {
      out.append(text.trimmed(TextSpan(start, place)))
      start = place + 1
    }
    if start < line.content.end { out.append(text.trimmed(TextSpan(start, line.content.end))) }
    return out
  }

  private func isRule(_ line: NoteLine) -> Bool {
    text[line.content.start..<line.content.end].allSatisfy {
      $0 == "|" || $0 == "-" || $0 == ":" || $0 == "+" || $0 == "=" || $0.isBlank
    }
  }

  func tableRow(_ line: NoteLine) {
    if isRule(line) {
      lines[index].role = .syntax
      return
    }
    // The whole table is read at its first row.
    var end = index
    while end < lines.count, lines[end].kind == .row { end += 1 }
    let rows = Array(index..<end)
    if readApplications(rows) {
      index = end - 1
      return
    }
    let header =
      rows.count > 1 && isRule(lines[rows[1]]) && !isForm(rows) ? columns(cells(lines[rows[0]])) : nil
    if let header {
      lines[index].role = .heading
      lines[index + 1].role = .syntax
      for row in rows.dropFirst(2) { tableRow(row, header) }
    } else {
      for row in rows where row != rows[0] || !isFormHead(row) { fieldRow(row) }
    }
    index = end - 1
  }

  /// Two columns, the first of which holds labels: "| Employer | Acme |" below "| Field | Entry |".
  private func isForm(_ rows: [Int]) -> Bool {
    let own = rows.dropFirst(2)
    guard own.count > 1, cells(lines[rows[0]]).count == 2 else { return false }
    return own.count { cells(lines[$0]).first.flatMap { exactRubric(tokens(in: $0)) } != nil } * 2 > own.count
  }

  /// "| What | Detail |": names the two columns, not a field.
  private func isFormHead(_ row: Int) -> Bool {
    guard let last = cells(lines[row]).last else { return false }
    let words = tokens(in: last)
    return words.count == 1 && words.allSatisfy { NoteScanner.entryWords.contains($0.key) }
  }

  private static let entryWords = WordSet(
    "detail details entry entries value values answer info information note notes text angabe wert détail valeur")

  /// A table of applications: one a row.
  ///
  /// - Returns: whether it is one.
  private func readApplications(_ rows: [Int]) -> Bool {
    let own = rows.filter { !isRule(lines[$0]) }
    guard own.count > 1, rows.count > own.count, !isForm(rows) else { return false }
    let table = TableGrid(header: cells(lines[own[0]]), rows: own.dropFirst().map { cells(lines[$0]) })
    let model = TableModel(table, self)
    guard model.isOfApplications else { return false }
    for row in rows { lines[row].role = isRule(lines[row]) ? .syntax : .unclaimed }
    lines[own[0]].role = .heading
    for (row, cells) in zip(own.dropFirst(), table.rows) {
      if !present.isEmpty { group += 1 }
      titled.insert(group)
      let before = facts.count + people.count
      index = row
      applicationRow(cells, model.columns)
      if facts.count + people.count > before { lines[row].role = .fact }
    }
    tables.append(table)
    return true
  }

  /// What each column holds; nil where no column is known.
  func columns(_ cells: [TextSpan]) -> [Rubric?]? {
    var out = cells.map { cell -> Rubric? in rubric(ofColumn: cell) }
    let hasName = cells.contains { isNameColumn($0) }
    for place in cells.indices where isNameColumn(cells[place]) { out[place] = .interviewer }
    // Beside a name, "role" and "title" are the person's.
    if hasName { out = out.map { $0 == .role || $0 == .personTitle ? .personTitle : $0 } }
    return out.contains { $0 != nil } ? out : nil
  }

  func rubric(ofColumn cell: TextSpan) -> Rubric? {
    let slice = tokens(in: cell)
    // "Interviewer email", "Contact's phone": the last word decides.
    if slice.count > 1, let last = slice.indices.last, let own = exactRubric(slice[last...]),
      [.email, .phone].contains(own)
    {
      return own
    }
    return slice.isEmpty ? nil : rubric(ofHeading: slice, isSure: true)
  }

  private func isNameColumn(_ cell: TextSpan) -> Bool {
    guard let first = tokens(in: cell).first, ![.email, .phone, .personTitle].contains(rubric(ofColumn: cell)) else {
      return false
    }
    return [
      wordKey("name"), wordKey("who"), wordKey("person"), wordKey("interviewer"), wordKey("nom"), wordKey("names"),
    ].contains(first.key) && tokens(in: cell).count <= 2
  }

  func tableRow(_ row: Int, _ header: [Rubric?]) {
    let saved = index
    index = row
    let before = facts.count + people.count
    let cells = cells(lines[row])
    let isPeople =
      header.contains { $0 == .interviewer || $0 == .recruiter || $0 == .hr || $0 == .people }
      && section != .theirQuestion && section != .myQuestion
    if isPeople {
      personRow(cells, header)
    } else if header.contains(where: { $0 == .theirQuestion || $0 == .question || $0 == .myQuestion }) {
      questionRow(cells, header)
    } else {
      for (cell, rubric) in zip(cells, header) where !cell.isEmpty && !isPlaceholder(cell) {
        if let rubric, rubric != .general { assign(rubric, cell, lines[row]) } else { freeText(cell) }
      }
    }
    lines[row].role = facts.count + people.count > before ? .fact : .unclaimed
    index = saved
  }

  private func personRow(_ cells: [TextSpan], _ header: [Rubric?]) {
    guard
      let column = header.firstIndex(where: { $0 == .interviewer || $0 == .people || $0 == .recruiter || $0 == .hr }),
      column < cells.count, !cells[column].isEmpty
    else { return }
    let before = people.count
    let role: PersonRole? = header[column] == .recruiter ? .recruiter : header[column] == .hr ? .hr : nil
    persons(unwrapped(cells[column]), role, isNamed: true)
    guard people.count > before else { return }
    let person = people.count - 1
    for (cell, rubric) in zip(cells, header) where !cell.isEmpty && !isPlaceholder(cell) {
      switch rubric {
      case .personTitle, .role, .stage:
        guard people[person].title == nil else { continue }
        title(cell, of: person)
      case .email, .phone, .contact: attachAddresses(cell)
      case .general, nil:
        // "What they do": plant supervisor.
        if people[person].title == nil, isJobTitle(cell) || isRoleOnly(cell) {
          title(cell, of: person)
        } else {
          freeText(cell)
        }
      default: continue
      }
    }
  }

  /// "HR".
  private func isRoleOnly(_ cell: TextSpan) -> Bool {
    let words = tokens(in: cell)
    return words.count == 1 && words.allSatisfy { RoleWords.hrTitles.contains($0.key) && $0.isAllCapital }
  }

  /// A cell's title, or the role where it says no more than "HR".
  private func title(_ cell: TextSpan, of person: Int) {
    let words = tokens(in: cell)
    let grammar = NameGrammar(text: text, tokens: words)
    if let pure = grammar.plainTitle(words.startIndex, isDash: false), pure.span == nil, let role = pure.role {
      people[person].role = role
    } else {
      people[person].title = Attribute(value: collapsed(text.text(cell)), span: cell, text: text.text(cell))
      people[person].role = people[person].role ?? grammar.personRole(ofTitle: words)
    }
  }

  private func questionRow(_ cells: [TextSpan], _ header: [Rubric?]) {
    for (cell, rubric) in zip(cells, header) where !cell.isEmpty {
      switch rubric {
      case .theirQuestion, .question:
        questions(cell, asker: section == .myQuestion ? .candidate : .interviewer, lines[index])
      case .myQuestion: questions(cell, asker: .candidate, lines[index])
      case .answer, .general: answer(cell)
      default: continue
      }
    }
  }

  /// A table of two columns without a header: label and value.
  private func fieldRow(_ row: Int) {
    let cells = cells(lines[row])
    guard cells.count >= 2, let rubric = rubric(ofColumn: cells[0]), !cells[1].isEmpty, !isPlaceholder(cells[1]) else {
      return
    }
    let saved = index
    index = row
    let before = facts.count + people.count
    assign(rubric, cells[1], lines[row])
    if facts.count + people.count > before { lines[row].role = .fact }
    index = saved
  }
}
