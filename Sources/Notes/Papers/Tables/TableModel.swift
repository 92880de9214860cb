/// What the columns of a table hold, judged by their names and their values, and whether its rows are applications.
struct TableModel {
  struct Column {
    var name: String
    var kind: ColumnKind?
    /// Firm and job stand together in its cells; a row without both is something else.
    var isPair = false
  }

  private(set) var columns: [Column]
  private let values: [ColumnValues]
  private let header: [TextSpan]

  /// - Parameter told: column names in small letters and the rubrics that the caller says they mean.
  init(_ table: TableGrid, _ scanner: NoteScanner, told: [String: String] = [:]) {
    header = table.header
    values = table.header.indices.map { ColumnValues(table, $0, scanner) }
    columns = table.header.map { Column(name: collapsed(scanner.text.text($0)), kind: nil) }
    for place in columns.indices {
      let name = columns[place].name.lowercased()
      columns[place].kind =
        told[name].map(TableModel.kind)
        ?? judged(place, named(header[place], name, scanner))
    }
    guard told.isEmpty else { return }
    // "Suite" may be what came of it, and what comes next.
    for place in columns.indices where columns[place].kind == .stage && values[place].stages == 0 {
      columns[place].kind = scanner.rubric(ofColumn: header[place]).map(TableModel.kind) ?? .stage
    }
    nameRows()
    settleDays()
  }

  /// Rows that name a firm, and something that only a search has: a job, how it stands, the day of an interview.
  var isOfApplications: Bool {
    guard let firm = first(.organisation) else { return false }
    let kinds = Set(columns.compactMap(\.kind))
    let isSearch =
      kinds.contains(.interview) || kinds.contains(.role)
      || first(.stage).map { values[$0].most(values[$0].stages, 0.5) && values[$0].outcomes > 0 } ?? false
    return values[firm].filled > 0 && isSearch
  }

  private func first(_ kind: ColumnKind) -> Int? { columns.firstIndex { $0.kind == kind } }

  // MARK: - One column

  private func named(_ cell: TextSpan, _ name: String, _ scanner: NoteScanner) -> ColumnKind? {
    let plain = StageMatcher.words(name).joined(separator: " ")
    if let kind = ColumnNames.kind(name) ?? ColumnNames.kind(plain) { return kind }
    if let rubric = scanner.exactRubric(scanner.tokens(in: cell)) { return TableModel.kind(rubric) }
    if let kind = ColumnNames.hint(plain) { return kind }
    return scanner.rubric(ofColumn: cell).map(TableModel.kind)
  }

  /// - Parameter told: one of `NoteReader.columnFields`.
  private static func kind(told: String) -> ColumnKind {
    ColumnKind.namedDays.first { $0.field == told } ?? Rubric(rawValue: told).map(kind) ?? .ignore
  }

  private static func kind(_ rubric: Rubric) -> ColumnKind {
    switch rubric {
    case .organisation: .organisation
    case .role: .role
    case .stage: .stage
    case .date: .interview
    case .promised: .promised
    case .ignore: .ignore
    default: .rubric(rubric)
    }
  }

  /// The name's meaning where the values allow it, else what the values say themselves.
  private func judged(_ place: Int, _ name: ColumnKind?) -> ColumnKind? {
    let own = values[place]
    guard own.filled > 0 else { return name }
    switch name {
    case .organisation:
      return own.most(own.days) || own.most(own.numbers, 0.8) || own.most(own.answers, 0.3)
        ? byValues(own) : .organisation
    case .role: return own.most(own.days) || own.most(own.stages, 0.7) ? byValues(own) : .role
    case .stage: return stage(own)
    case .applied, .answered, .otherDay:
      return own.most(own.stages, 0.7) && !own.most(own.days, 0.3) && !own.most(own.answers) ? .stage : name
    case .interview, .promised, .day: return day(own, name)
    case .rubric(.salary):
      if own.most(own.money, 0.3) || own.most(own.numbers, 0.5) { return name }
      return own.most(own.answers, 0.3) ? .ignore : byValues(own)
    case .rubric(.phone): return own.most(own.phones, 0.5) ? name : own.most(own.days, 0.3) ? .interview : .ignore
    case .rubric(.email): return own.most(own.emails, 0.3) ? name : byValues(own)
    case .rubric(.round), .rubric(.format): return name
    case .rubric(.contact) where own.most(own.titles): return .role
    case .rubric(.general) where !own.isProse && own.filled > 1 && own.most(own.stages, 0.7): return .stage
    case .rubric(let rubric) where own.most(own.answers): return rubric == .general ? name : .ignore
    case nil: return byValues(own)
    default: return name
    }
  }

  private func stage(_ own: ColumnValues) -> ColumnKind {
    if own.most(own.rounds, 0.8), !own.most(own.stages, 0.5) { return .rubric(.round) }
    // "Réponse: 17/04": when they answer.
    if own.most(own.days, 0.8), !own.most(own.stages, 0.3) { return .promised }
    return .stage
  }

  private func day(_ own: ColumnValues, _ name: ColumnKind?) -> ColumnKind? {
    if own.most(own.days, 0.3) { return name }
    if own.most(own.answers, 0.5) || own.most(own.numbers, 0.7) { return .ignore }
    if own.most(own.stages, 0.6) { return name == .promised ? .stage : .ignore }
    return own.isProse ? .rubric(.general) : .ignore
  }

  private func byValues(_ own: ColumnValues) -> ColumnKind? {
    if own.most(own.emails) { return .rubric(.email) }
    if own.most(own.links) { return .ignore }
    if own.most(own.days) { return .otherDay }
    if own.filled > 1, own.most(own.stages, 0.7), own.outcomes > 0, !own.isProse, !own.most(own.answers, 0.5) {
      return .stage
    }
    if own.most(own.money), !own.most(own.numbers) { return .rubric(.salary) }
    if own.filled > 1, own.most(own.titles), !own.isProse { return .role }
    return nil
  }

  // MARK: - The table as a whole

  /// Where no column is called by the employer, the rows are named by the first that holds names of many kinds.
  private mutating func nameRows() {
    if first(.organisation) == nil {
      if first(.role) == nil, let pair = columns.indices.first(where: { values[$0].most(values[$0].pairs, 0.5) }) {
        columns[pair].kind = .organisation
        columns[pair].isPair = true
      } else if first(.interview) != nil || first(.role) != nil && hasStageOrDay,
        let place = columns.indices.first(where: mayBeFirms)
      {
        columns[place].kind = .organisation
      }
    }
    guard first(.role) == nil, let firm = first(.organisation), first(.stage) != nil, !columns[firm].isPair else {
      return
    }
    let open = columns.indices.filter { columns[$0].kind == nil && !values[$0].isProse && values[$0].filled > 0 }
    let place =
      open.first { values[$0].most(values[$0].titles, 0.3) }
      ?? open.first {
        $0 == firm + 1 && !values[$0].most(values[$0].days, 0.3) && !values[$0].most(values[$0].numbers, 0.3)
      }
    if let place { columns[place].kind = .role }
  }

  private var hasStageOrDay: Bool { columns.contains { $0.kind == .stage || $0.kind?.isDayBeside ?? false } }

  private func mayBeFirms(_ place: Int) -> Bool {
    let own = values[place]
    let isOpen =
      columns[place].kind == nil || columns[place].kind == .ignore && isCalledWhere(place)
      || columns[place].kind == .rubric(.contact) && !own.most(own.names, 0.2)
    return isOpen && own.filled > 0 && own.isVaried && !own.isProse && own.most(own.capitals)
      && !own.most(own.titles, 0.5) && !own.most(own.days, 0.3) && !own.most(own.numbers, 0.3)
      && !own.most(own.names, 0.4)
  }

  private func isCalledWhere(_ place: Int) -> Bool {
    ["where", "wo", "dónde", "où"].contains(columns[place].name.lowercased())
  }

  /// "Date" alone is the interview's where the table tells of how it was held or who held it, and not of applying.
  private mutating func settleDays() {
    let kinds = columns.compactMap(\.kind)
    let tellsOfTalks = kinds.contains {
      [.rubric(.format), .rubric(.time), .rubric(.interviewer), .rubric(.round), .rubric(.contact)].contains($0)
    }
    let hasTalks = kinds.contains(.interview)
    let isInterview = tellsOfTalks && !hasTalks
    for place in columns.indices where columns[place].kind == .day {
      columns[place].kind = isInterview ? .interview : .otherDay
    }
  }
}
