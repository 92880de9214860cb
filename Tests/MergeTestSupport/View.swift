package import Merge
package import Model

/// What a user sees, in terms that every store can be compared in.
package struct View: Hashable, Sendable {
  /// By canonical row.
  package var rows: [Subject: RowView]
  /// Ascending.
  package var conflicts: [Conflict]

  package init(rows: [Subject: RowView], conflicts: [Conflict]) {
    self.rows = rows
    self.conflicts = conflicts
  }

  /// What was done by hand: without the names of machines, of which one comes with a machine's first transaction and stays
  /// when that is undone; and of texts what they say, not which versions say it, since an undo writes another.
  package var actions: View {
    let rows = rows.filter { !($0.key.kind == Setting.kind && $0.value.isMachineName) }
    return View(rows: rows.mapValues(\.wording), conflicts: conflicts)
  }
}

package struct RowView: Hashable, Sendable {
  package enum State: Hashable, Sendable { case alive, contested, kept }

  package var state: State
  /// The shown members of a joined row, ascending; else the row itself.
  package var members: [Subject]
  /// Empty fields are left out.
  package var fields: [String: FieldView]

  fileprivate var isMachineName: Bool {
    guard case .values(let names)? = fields["name"] else { return false }
    return names.contains {
      if case .value(.string(let name)) = $0.content { name.hasPrefix("machine.") } else { false }
    }
  }

  /// Texts without their authors; an empty one is none.
  fileprivate var wording: RowView {
    var copy = self
    copy.fields = fields.compactMapValues(\.wording)
    return copy
  }

  package init(state: State, members: [Subject], fields: [String: FieldView]) {
    self.state = state
    self.members = members
    self.fields = fields
  }
}

package enum FieldView: Hashable, Sendable {
  /// In display order.
  case values([ShownValue])
  /// Ascending by bytes.
  case elements([String])
  /// The members' texts in the order of the members, equal ones once.
  case texts([[TextPart]])
}

extension FieldView {
  fileprivate var wording: FieldView? {
    guard case .texts(let texts) = self else { return self }
    let said = texts.filter { $0 != TextUnit.units(of: "").map(TextPart.unit) }
    return said.isEmpty ? nil : .texts(said.map { $0.map(\.unsigned) })
  }
}

extension TextPart {
  fileprivate var unsigned: TextPart {
    guard case .conflict(let variants) = self else { return self }
    return .conflict(variants.map { TextVariant(units: $0.units, authors: []) })
  }
}

package struct ShownValue: Hashable, Sendable {
  package var content: Content
  package var reference: Reference
  package var wall: Int

  package init(content: Content, reference: Reference, wall: Int) {
    self.content = content
    self.reference = reference
    self.wall = wall
  }
}

package struct Conflict: Hashable, Comparable, Sendable {
  package var row: Subject
  package var field: String

  package init(row: Subject, field: String) {
    self.row = row
    self.field = field
  }

  package static func < (left: Conflict, right: Conflict) -> Bool {
    (left.row, left.field) < (right.row, right.field)
  }
}

extension RowView {
  package func values(_ field: String) -> [ShownValue] {
    if case .values(let values) = fields[field] { values } else { [] }
  }

  package func elements(_ field: String) -> [String] {
    if case .elements(let elements) = fields[field] { elements } else { [] }
  }

  package func texts(_ field: String) -> [[TextPart]] {
    if case .texts(let texts) = fields[field] { texts } else { [] }
  }
}
