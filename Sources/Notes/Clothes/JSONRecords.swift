/// A list of applications as JSON: an array of objects, or an object a line (JSON Lines). It reads as the table that it is.
enum JSONRecords {
  /// Whether the first object names columns as lists of applications do, the employer's among them.
  static func areApplications(_ text: [Unicode.Scalar]) -> Bool {
    var reader = JSONReader(text)
    guard case .object(let members) = reader.next() else { return false }
    let kinds = members.compactMap { ColumnNames.kind(columnName($0.name)) }
    return kinds.count > 1 && kinds.contains(.organisation)
  }

  /// "jobTitle", "job_title" are "job title".
  private static func columnName(_ name: String) -> String {
    var words = ""
    for character in name {
      if character.isUppercase, words.last?.isLowercase == true { words.append(" ") }
      words.append(character == "_" || character == "-" ? " " : character)
    }
    return collapsed(words.lowercased())
  }

  /// More than any list of applications has; those beyond are left out.
  private static let mostColumns = 64

  /// The objects as rows, their members' names as the head, tabs between them.
  static func table(_ text: [Unicode.Scalar]) -> TextView {
    var reader = JSONReader(text)
    var (names, rows) = ([String](), [[String: TextView]]())
    var known = Set<String>()
    while rows.count < TableGrid.mostRows, case .object(let members) = reader.next() {
      var row: [String: TextView] = [:]
      for (name, value) in members {
        let name = columnName(name)
        if known.count < mostColumns, known.insert(name).inserted { names.append(name) }
        if known.contains(name) { row[name] = cell(value) }
      }
      rows.append(row)
    }
    return table(names, rows)
  }

  private static func table(_ names: [String], _ rows: [[String: TextView]]) -> TextView {
    var out = TextView()
    let start = rows.first?.values.compactMap(\.starts.first).min().map(Int.init) ?? 0
    out.insert(names.joined(separator: "\t") + "\n", at: start)
    for row in rows {
      for (column, name) in names.enumerated() {
        let place = out.ends.last.map(Int.init) ?? start
        if column > 0 { out.insert("\t", at: place) }
        if let cell = row[name] { out.append(cell) }
      }
      out.insert("\n", at: out.ends.last.map(Int.init) ?? start)
    }
    return out
  }

  /// A value on one line: what a list or an object holds stands with commas between.
  private static func cell(_ value: JSONNode) -> TextView {
    switch value {
    case .string(let view): return onOneLine(view)
    case .number, .word: return TextView()
    case .array(let all): return joined(all.map(cell))
    case .object(let members): return joined(members.map { cell($0.value) })
    }
  }

  private static func onOneLine(_ view: TextView) -> TextView {
    var out = view
    for place in out.scalars.indices where ["\t", "\n", "\r"].contains(out.scalars[place]) { out.scalars[place] = " " }
    return out
  }

  private static func joined(_ cells: [TextView]) -> TextView {
    cells.filter { !$0.scalars.isEmpty }.reduce(into: TextView()) { out, cell in
      if let place = out.ends.last { out.insert(", ", at: Int(place)) }
      out.append(cell)
    }
  }
}
