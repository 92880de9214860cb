/// What a column's cells are like: of how many of those that are filled each thing is true.
struct ColumnValues {
  private(set) var filled = 0
  private(set) var days = 0, stages = 0, money = 0, numbers = 0, emails = 0, phones = 0, links = 0, answers = 0
  /// Cells that tell of more than an application sent.
  private(set) var outcomes = 0
  private(set) var titles = 0, names = 0, capitals = 0, pairs = 0, words = 0, rounds = 0
  private var distinct = Set<String>()

  /// As many rows tell enough.
  static let mostRows = 100

  init(_ table: TableGrid, _ column: Int, _ scanner: NoteScanner) {
    for row in table.rows.prefix(ColumnValues.mostRows) {
      guard let cell = table.cell(row, column), cell.length <= 400 else { continue }
      add(cell, scanner)
    }
  }

  private mutating func add(_ cell: TextSpan, _ scanner: NoteScanner) {
    let own = collapsed(scanner.text.text(cell))
    let tokens = scanner.tokens(in: cell)
    guard !tokens.isEmpty || StageMatcher.shared.stage(own) != nil else { return }
    filled += 1
    distinct.insert(own.lowercased())
    words += tokens.count
    if !scanner.dates(in: cell).isEmpty, tokens.contains(where: { $0.kind == .number || $0.isDayWord }) { days += 1 }
    let stage = StageMatcher.shared.stage(own)
    if stage != nil { stages += 1 }
    if let stage, ![.is(.applied), .open, .saved].contains(stage) { outcomes += 1 }
    if ColumnValues.answers.contains(own.lowercased()) { answers += 1 }
    let digits = own.unicodeScalars.count(where: \.isASCIIDigit)
    let letters = own.unicodeScalars.count(where: \.isLetter)
    if digits > 0, letters == 0 { numbers += 1 }
    if own.contains(where: { "£$€¥₹".contains($0) }) || ColumnValues.isThousands(own) { money += 1 }
    if digits >= 7, letters <= 4, scanner.dates(in: cell).isEmpty { phones += 1 }
    let claims = scanner.claims(in: cell)
    if claims.contains(where: { $0.kind == .email }) { emails += 1 }
    if own.contains("://") || own.hasPrefix("www.") { links += 1 }
    if scanner.isJobTitle(cell) { titles += 1 }
    if tokens.first?.isCapital ?? false { capitals += 1 }
    if scanner.firmAndJob(cell) != nil { pairs += 1 }
    if RoleWords.rounds.first(in: tokens) != nil || tokens.count == 1 && digits == 1 { rounds += 1 }
    let grammar = NameGrammar(text: scanner.text, tokens: tokens)
    if let first = tokens.first, grammar.name(tokens.startIndex) != nil, NameWords.firstNames.contains(first.key) {
      names += 1
    }
  }

  /// "60k", "115,000", "24000": an amount by its size, no day and no serial number.
  private static func isThousands(_ text: String) -> Bool {
    let number = text.lowercased().filter { !" .,'".contains($0) }
    let digits = number.prefix { $0.isNumber }
    if digits.count == 2 || digits.count == 3, number.dropFirst(digits.count).hasPrefix("k") { return true }
    return (5...6).contains(digits.count) && digits.count == number.count
  }

  private static let answers: Set = [
    "yes", "no", "y", "n", "ja", "nein", "oui", "non", "sí", "x", "✓", "✔", "-", "true", "false",
  ]

  /// Whether at least this share of the filled cells is so.
  func most(_ count: Int, _ share: Double = 0.6) -> Bool { filled > 0 && Double(count) >= Double(filled) * share }

  /// Hardly a value comes twice, as with firms.
  var isVaried: Bool { distinct.count * 5 >= filled * 4 }
  /// Cells of running text.
  var isProse: Bool { filled > 0 && words > filled * 7 }
}
