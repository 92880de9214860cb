/// The row that names a table's columns: the first, or one below a title, as spreadsheets have it.
struct TableHead {
  enum Kind {
    /// One application a row.
    case applications
    /// An address book.
    case people
    /// A table of anything else.
    case other
  }

  let kind: Kind
  let separator: Unicode.Scalar
  /// Where the row begins.
  let start: Int

  /// Nil where the text is no table.
  ///
  /// - Parameters:
  ///   - all: the text's lines.
  ///   - mapped: further column names that mean something, in small letters.
  init?(_ text: [Unicode.Scalar], _ all: [TextSpan], mapped: Set<String>) {
    let lines = all.prefix(TableHead.lowest).filter { $0.start < 4096 && !text.trimmed($0).isEmpty }
    for (number, line) in lines.enumerated() {
      guard let found = TableHead.separator(text, line) else { continue }
      let rows = TableHead.Sample(text, found, line.start)
      let isEven = rows.isEven(1)
      if number == 0 || isEven, rows.isTracker(mapped) {
        (kind, separator, start) = (.applications, found, line.start)
        return
      }
      if isEven, rows.isAddressBook {
        (kind, separator, start) = (.people, found, line.start)
        return
      }
    }
    guard let first = lines.first, let found = TableHead.separator(text, first) else { return nil }
    guard TableHead.Sample(text, found, first.start).isTable else { return nil }
    (kind, separator, start) = (.other, found, first.start)
  }

  /// How many lines of titles and remarks a spreadsheet may have above the names.
  private static let lowest = 12

  /// The commonest mark of a line that has at least two of it.
  private static func separator(_ text: [Unicode.Scalar], _ line: TextSpan) -> Unicode.Scalar? {
    var (commas, semicolons, tabs) = (0, 0, 0)
    for scalar in text[line.start..<line.end] {
      switch scalar {
      case ",": commas += 1
      case ";": semicolons += 1
      case "\t": tabs += 1
      default: break
      }
    }
    let most = max(commas, semicolons, tabs)
    guard most >= 2 else { return nil }
    return commas == most ? "," : semicolons == most ? ";" : "\t"
  }

  // MARK: - Looking at rows

  private struct Sample {
    let text: [Unicode.Scalar]
    let header: [TextSpan]
    /// Behind the header, which most lines are told by not to be one: the rows are cut only below the others.
    private let parser: CSVParser
    private let end: Int

    init(_ text: [Unicode.Scalar], _ separator: Unicode.Scalar, _ start: Int) {
      self.text = text
      end = min(text.count, start + 8192)
      var parser = CSVParser(text: text, separator: separator, index: start, limit: 8192)
      header = parser.row()
      self.parser = parser
    }

    private func name(_ cell: TextSpan) -> String { collapsed(text.text(cell)).lowercased() }

    /// Whether this many rows at least stand below the first, all as wide as it; the last may be cut off.
    func isEven(_ least: Int) -> Bool {
      var parser = parser
      var (count, isLastOdd) = (0, false)
      while parser.index < end, count < 19 {
        let row = parser.row()
        guard row.contains(where: { !$0.isEmpty }) else { continue }
        if isLastOdd { return false }
        count += 1
        isLastOdd = row.count != header.count
      }
      return count >= least && (!isLastOdd || count > least)
    }

    /// Columns that are known, the employer among them, all short.
    func isTracker(_ mapped: Set<String>) -> Bool {
      if !mapped.isEmpty, header.contains(where: { mapped.contains(name($0)) }) { return true }
      guard header.count >= 3, header.allSatisfy({ $0.length <= 40 }), !isAddressBook else { return false }
      let known = Set(header.compactMap { ColumnNames.kind(StageMatcher.words(name($0)).joined(separator: " ")) })
      return known.count >= 2
        && (known.contains(.organisation) || known.contains(.role) && known.contains(where: \.isOfSearch))
    }

    /// Names in parts are people's, as address books export them.
    var isAddressBook: Bool {
      let short = header.filter { (3...11).contains($0.length) }
      guard short.count >= 2 else { return false }
      let names = Set(short.map(name))
      return TableHead.nameParts.contains { names.isSuperset(of: $0) }
    }

    /// Short names, no blank behind a separator as in sentences, and rows as wide as they.
    package var isTable: Bool {
      guard header.count >= 4 ? isEven(1) : header.count == 3 && isEven(2) else { return false }
      return header.allSatisfy { cell in
        let isSpaced = cell.start > 0 && text[cell.start - 1] == " "
        return cell.length > 0 && cell.length <= 40 && !isSpaced
          && text[cell.start..<cell.end].contains(where: \.isLetter)
          && !TableHead.sentenceEnds.contains(text[cell.end - 1])
      }
    }
  }

  private static let sentenceEnds: Set<Unicode.Scalar> = [".", "?", "!", ":"]
  private static let nameParts: [Set<String>] = [
    ["first name", "last name"], ["given name", "family name"], ["vorname", "nachname"], ["prénom", "nom"],
  ]
}

extension ColumnKind {
  /// Only a search for work has such columns.
  fileprivate var isOfSearch: Bool { self == .stage || self == .interview || self == .day || isDayBeside }
}
