import GRDB
import Model

/// Which fields name a row of a kind, and which row gives it context: an opportunity goes by its role, then by its
/// organisation's name.
struct NamePattern {
  let kind: String
  let fields: [String]
  /// Fields whose words count no more than those of the context.
  let asides: [String]
  let context: (field: String, kind: String)?

  private init(_ kind: KindInfo) {
    self.kind = kind.name
    (fields, asides, context) = (kind.manner.foundBy, kind.manner.asides, kind.manner.context)
  }

  /// In the order they are tried: a group is asked only when those before it have no match.
  static let groups = Dictionary(grouping: Registry.kinds, by: \.manner.turn).sorted { $0.key < $1.key }.map {
    $0.value.map(NamePattern.init)
  }

  static func of(_ kind: String) -> NamePattern? { Registry.kind(kind).map(NamePattern.init) }

  /// The field that the bare words of `add KIND WORDS` go to.
  static func mainField(_ kind: String) -> String? {
    guard let first = of(kind)?.fields.first, Registry.kind(kind)?.field(first)?.type == .string else { return nil }
    return first
  }
}

/// The words that rows of a kind go by.
struct NamedRow {
  let number: Int64
  /// Its own words.
  let words: [String]
  let asideWords: [String]
  /// The row that gives it context.
  let context: Int64?

  /// All rows of a kind with their words.
  static func all(_ pattern: NamePattern, _ session: Session, today: Day) throws -> [NamedRow] {
    try rows(pattern, session, today: today, where: "1", [])
  }

  /// The rows of a kind that may go by all these words, with those of their contexts, and perhaps more.
  static func candidates(_ words: [String], _ pattern: NamePattern, _ session: Session, today: Day) throws -> [NamedRow]
  {
    let plain = words.filter { $0.utf8.allSatisfy { $0 < 0x80 } }
    let conditions = plain.map { condition(pattern, depth: 0, word: $0) }
    return try rows(
      pattern, session, today: today, where: (["1"] + conditions.map(\.sql)).joined(separator: " AND "),
      StatementArguments(conditions.flatMap(\.arguments)))
  }

  static func one(_ pattern: NamePattern, _ number: Int64, _ session: Session, today: Day) throws -> NamedRow? {
    try rows(pattern, session, today: today, where: "_row = ?", [number]).first
  }

  /// That a word stands in a row's text or its context's. Whatever is not plain text may fold to it.
  private static func condition(_ pattern: NamePattern, depth: Int, word: String) -> (sql: String, arguments: [String])
  {
    var (parts, arguments) = ([String](), [String]())
    for field in pattern.fields + pattern.asides {
      guard Registry.kind(pattern.kind)?.field(field)?.type == .string else {
        parts.append("\"\(field)\" IS NOT NULL")
        continue
      }
      parts.append("\"\(field)\" LIKE ? OR length(\"\(field)\") <> length(CAST(\"\(field)\" AS BLOB))")
      arguments.append("%\(word)%")
    }
    if let context = pattern.context, depth < NameResolver.mostContexts, let above = NamePattern.of(context.kind) {
      let further = condition(above, depth: depth + 1, word: word)
      parts.append("\"\(context.field)\" IN (SELECT _row FROM \"\(above.kind)\" WHERE \(further.sql))")
      arguments += further.arguments
    }
    return ("(" + parts.joined(separator: " OR ") + ")", arguments)
  }

  private static func rows(
    _ pattern: NamePattern, _ session: Session, today: Day, where condition: String, _ arguments: StatementArguments
  ) throws -> [NamedRow] {
    let texts = pattern.fields + pattern.asides
    let columns = (texts + (pattern.context.map { [$0.field] } ?? [])).map { "\"\($0)\"" }
    let sql = "SELECT _row, \(columns.joined(separator: ", ")) FROM \"\(pattern.kind)\" WHERE \(condition)"
    let rows = try Row.fetchCursor(try session.db.cachedStatement(sql: sql), arguments: arguments)
    var named: [NamedRow] = []
    while let row = try rows.next() {
      let words = texts.indices.map { (row[$0 + 1] as String?).map { Self.words($0, today: today) } ?? [] }
      named.append(
        NamedRow(
          number: row[0], words: Array(words.prefix(pattern.fields.count).joined()),
          asideWords: Array(words.dropFirst(pattern.fields.count).joined()),
          context: pattern.context == nil ? nil : row[texts.count + 1]))
    }
    return named
  }

  private static func words(_ text: String, today: Day) -> [String] {
    guard let day = Day(text.prefix(10)) else { return Fold.words(text) }
    return Fold.words(text) + Fold.words(DayText.short(day, today: today))
  }
}
