import Merge
package import Model

extension History {
  /// What an editor that opens a visible row displays; nothing for other rows.
  package func shown(_ row: Subject, _ view: View) -> Shown {
    let members = view.rows[row]?.members ?? []
    var shown = Shown(row: row, members: members, heads: [:], origins: [:], changes: [:], texts: [:])
    for cell in cells.keys where members.contains(cell.subject) {
      shown.heads[cell] = Set(heads(of: cell).map(\.reference))
      shown.origins[cell] = Set(origins(of: cell).map(\.reference))
    }
    for member in members { shown.changes[member] = Set(changes(of: member).map(\.reference)) }
    for (field, content) in view.rows[row]?.fields ?? [:] {
      if case .texts(let texts) = content { shown.texts[field] = texts }
    }
    return shown
  }

  /// A visible row and the visible rows under it that a delete takes along, passing through kept ones.
  package func cascade(_ row: Subject, _ view: View) -> [Subject] {
    let joined = components()
    var found = [row]
    var next = 0
    while next < found.count {
      for (child, childView) in view.rows.sorted(by: { $0.key < $1.key }) where !found.contains(child) {
        guard let parent = schema.parent(of: child.kind), parent.kind == found[next].kind,
          case .value(.reference(let target)) = childView.values(parent.field).first?.content,
          joined[target]?.first ?? target == found[next]
        else { continue }
        found.append(child)
      }
      next += 1
    }
    return found
  }
}
