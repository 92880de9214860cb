/// What the columns of a table mean: as the caller says, else by their names.
struct TrackerColumns {
  let source: NoteSource
  let kind: TableHead.Kind

  /// - Returns: for each cell of the header what it means; nil where the column is left as text.
  func meanings(_ header: [TextSpan], _ scanner: NoteScanner) -> [Rubric?] {
    var columns = header.map { meaning($0, scanner) }
    // Where nothing else names the employer, the rows are named by it.
    if kind == .applications, !columns.contains(.organisation), !columns.contains(.email),
      let name = header.firstIndex(where: { scanner.text.text($0).lowercased() == "name" }),
      source.options.columns["name"] == nil
    {
      columns[name] = .organisation
    }
    return columns
  }

  private func meaning(_ cell: TextSpan, _ scanner: NoteScanner) -> Rubric? {
    let name = collapsed(scanner.text.text(cell)).lowercased()
    if let field = source.options.columns[name] { return Rubric(rawValue: field) }
    guard kind == .applications else { return nil }
    return TrackerColumns.names[name] ?? scanner.rubric(ofColumn: cell)
  }

  /// Why a table is left as text, and which columns that the caller names it does not have.
  func remarks(_ header: [TextSpan], _ text: [Unicode.Scalar]) -> [Remark] {
    let names = Set(header.map { collapsed(text.text($0)).lowercased() })
    let missing = source.options.columns.keys.filter { !names.contains($0) }.sorted()
      .map { Remark(line: nil, text: "no column is called \"\($0)\"") }
    switch kind {
    case .applications: return missing
    case .people:
      let why = "a table of people, no applications, is left as text; exported as vCard it would be read"
      return missing + [Remark(line: nil, text: why, leavesUnread: true)]
    case .other:
      let why = "no column of this table is known; --map \"NAME=organisation\" says what it means"
      return missing + [Remark(line: nil, text: why, leavesUnread: true)]
    }
  }

  /// Names that mean this as columns only, as trackers write them.
  private static let names: [String: Rubric] = [
    "job position": .role, "position name": .role, "application status": .stage, "bewerbungsstatus": .stage,
    "statut": .stage, "list": .stage, "pipeline": .stage, "current stage": .stage, "interview status": .stage,
    "progress": .stage, "gespräch am": .date, "interview am": .date, "vorstellungsgespräch": .date,
    "vorstellungsgespräch am": .date, "entretien le": .date, "next interview": .date, "interview date/time": .date,
    "interview datetime": .date, "bemerkung": .general, "bemerkungen": .general, "anmerkung": .general,
    "anmerkungen": .general, "kommentar": .general, "kommentare": .general, "commentaire": .general,
    "commentaires": .general, "note": .general, "max. salary": .salary, "max salary": .salary, "min. salary": .salary,
    "min salary": .salary, "next step date": .promised, "next action date": .promised, "follow up date": .ignore,
    "follow-up date": .ignore,
  ]
}
