/// What a new change must keep because its author was not shown it (MERGE.md, *Commands write through one door*).
package enum Keep {
  /// For a change of a register, a set element or a presence cell: the heads at commit less the heads shown. Sorted.
  package static func list(heads: [CellEvent], shown: Set<Reference>) -> [Reference] {
    heads.map(\.reference).filter { !shown.contains($0) }.sorted()
  }

  /// For a delete also the signs of life that it was not shown.
  package static func list(deleting row: RowLife, shown: Set<Reference>) -> [Reference] {
    let held = row.presenceCell.heads + row.standing
    return Set(held.map(\.reference)).subtracting(shown).sorted()
  }

  /// The heads that a set counts as shown although nothing was opened: those all of whose values equal the displayed one.
  ///
  /// - Parameter displayed: what the shown cell, with all members of a joined row, displays; nil where it is empty.
  package static func shownBlindly(_ cell: CellHistory, displayed: Content?) -> Set<Reference> {
    guard let displayed else { return Set(cell.heads.map(\.reference)) }
    return Set(
      cell.heads.filter { head in
        cell.origins(of: [head]).allSatisfy { Entry($0).content == displayed }
      }.map(\.reference))
  }
}
