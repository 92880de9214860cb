package import Model
import Playbook

/// A row in a list: what it is called, and the few fields that matter of its kind.
package struct ListedRow: Sendable {
  package let row: ShownRow
  package let title: String
  /// In words, in the order of `Listing.columns`; empty where the field is.
  package let cells: [String]
  /// Its contested texts in parts, by field.
  package let contested: [String: [ShownPart]]
}

/// Makes lists of rows.
package struct Listing {
  let session: Session
  let titles: Titles
  let today: Day

  /// The fields that stand beside the title in a list of this kind.
  package static func columns(_ kind: String) -> [String] { Registry.kind(kind)?.manner.columns ?? [] }

  func listed(_ row: ShownRow) throws -> ListedRow {
    let words = ContentText(titles: titles, today: today)
    let cells = try Self.columns(row.subject.kind).map { field in
      let said = [try words.text(row[field]), field == "start" ? Self.fate(row) : ""]
      return said.filter { !$0.isEmpty }.joined(separator: ", ")
    }
    return ListedRow(
      row: row, title: try titles.title(of: row), cells: cells, contested: try session.contestedTexts(row))
  }

  /// Why an interview was not held at its time.
  private static func fate(_ row: ShownRow) -> String {
    guard row.subject.kind == Interview.kind else { return "" }
    if row.day("cancelled") != nil { return "called off" }
    return row.string("missed_by").flatMap(Absentee.init)?.told ?? ""
  }
}

extension Store {
  /// The rows of a kind that pass all filters, by day where the kind has one, else by title.
  ///
  /// - Parameter includingArchived: also shows what is archived or a part of it; a filter on that field does so too.
  /// - Throws: `RequestError` for a filter that cannot be read.
  package func list(_ kind: KindInfo, _ filters: [String], includingArchived: Bool) throws -> [ListedRow] {
    try read { session in
      let titles = Titles(session, today: today)
      let resolver = NameResolver(session, today: today)
      let reader = try fieldReader(session, resolver)
      let filters = try filters.map { try RowFilter($0, kind: kind, reader: reader) }
      let listing = Listing(session: session, titles: titles, today: today)
      let hidesArchived = !includingArchived && !filters.contains { $0.field == "archived" }
      let condition = hidesArchived ? LiveCondition.sql(kind) : "1"
      let listed = try session.shownRows(kind, where: condition).filter { row in
        try filters.allSatisfy { try $0.passes(row, titles) }
      }.map(listing.listed)
      return sorted(listed, by: RowFilter.dayField(kind))
    }
  }

  private func sorted(_ rows: [ListedRow], by day: FieldInfo?) -> [ListedRow] {
    rows.sorted { left, right in
      let days = day.map { (left.row.day($0.name), right.row.day($0.name)) }
      if let (a, b) = days, a != b { return (a ?? .last) < (b ?? .last) }
      return (Fold.fold(left.title), left.row.subject) < (Fold.fold(right.title), right.row.subject)
    }
  }
}

/// Which rows of a kind are not archived, nor a part of what is.
private enum LiveCondition {
  static func sql(_ kind: KindInfo) -> String {
    let own = kind.field("archived") == nil ? "1" : "archived IS NOT 1"
    guard let parent = kind.parent, case .reference(let above) = parent.type, let info = Registry.kind(above) else {
      return own
    }
    let condition = sql(info)
    if condition == "1" { return own }
    let canonical = "ifnull((SELECT canonical FROM alias WHERE member = \"\(parent.name)\"), \"\(parent.name)\")"
    return own
      + " AND (\"\(parent.name)\" IS NULL OR \(canonical) IN (SELECT _row FROM \"\(above)\" WHERE \(condition)))"
  }
}
