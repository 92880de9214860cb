/// What sort of paper a table is.
extension Reading {
  /// Whether most lines that say something are rows of tables that were read.
  package var isTable: Bool {
    let rows = papers.filter { if case .row = $0.form { true } else { false } }
    guard !rows.isEmpty else { return false }
    var (said, inRows, row) = (0, 0, rows.startIndex)
    for line in lines where line.role != .blank {
      said += 1
      while row < rows.endIndex, rows[row].span.end <= line.span.start { row += 1 }
      if row < rows.endIndex, rows[row].span.overlaps(line.span) { inRows += 1 }
    }
    // Above the rows stand their heading and its rule, and often a title.
    return inRows + 3 >= said
  }

  /// A list of applications, or the log of a search where some of them went on.
  var tableKind: PaperKind {
    let wentOn = facts.contains {
      $0.field == .interviewDate || $0.field == .interviewKind || $0.field == .stage && $0.value != "applied"
    }
    return wentOn ? .log : .application
  }
}
