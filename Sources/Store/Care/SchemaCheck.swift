import GRDB

/// Whether the tables are declared as this version declares them: a flipped bit in a declaration gives a column another
/// name, which no comparison of what the columns hold can tell.
struct SchemaCheck {
  /// What each table and index is declared as, by name.
  private let declarations: [String: String]

  init(_ db: Database) throws {
    let rows = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    declarations = Dictionary(rows.map { ($0.text("name") ?? "", Self.words($0.text("sql") ?? "")) }) { first, _ in
      first
    }
  }

  /// - Parameter due: of a store just made.
  func problems(_ due: SchemaCheck) -> [String] {
    due.declarations.keys.sorted().filter { declarations[$0] != due.declarations[$0] }
      .map { "table or index \($0) is not declared as it must be" }
  }

  /// Blanks and line ends are no part of a declaration.
  private static func words(_ sql: String) -> String {
    sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
