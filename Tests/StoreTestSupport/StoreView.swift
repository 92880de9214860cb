import Merge
import MergeTestSupport
import Model
import Store

/// What a store shows, in the neutral terms of the slow model: the rows of the kind tables with what opening them displays.
enum StoreView {
  static func view(_ store: Store) throws -> View {
    let conflicts = try store.conflicts().map { conflict in
      MergeTestSupport.Conflict(
        row: conflict.subject, field: conflict.field.isEmpty ? ReservedField.presence : conflict.field)
    }
    var rows: [Subject: RowView] = [:]
    for kind in store.registry.kinds {
      for shown in try store.shownRows(kind) { rows[shown.subject] = try row(shown, kind, store) }
    }
    return View(rows: rows, conflicts: conflicts.sorted())
  }

  /// A row of a table, whose columns must hold what opening it displays.
  private static func row(_ shown: ShownRow, _ kind: KindInfo, _ store: Store) throws -> RowView {
    guard let snapshot = try store.snapshot(shown.subject) else {
      throw Violation(law: "tables: a row without a history", detail: "\(shown.subject)")
    }
    try expect(snapshot.subject == shown.subject, "tables: a row that is not canonical", "\(shown.subject)")
    try expect(snapshot.state == shown.state, "tables: another state", "\(shown.subject)")
    for (field, content) in shown.contents {
      let opened = try throughJoins(snapshot.content(field), store)
      let isHidden = content == .empty && !opened.fits(field.type)
      try expect(
        content == opened || isHidden, "tables: another column",
        "\(shown.subject) \(field.name): \(content) for \(opened)")
    }
    var fields: [String: FieldView] = [:]
    for field in kind.fields { fields[field.name] = view(field, snapshot) }
    return RowView(state: snapshot.state.view, members: snapshot.members, fields: fields)
  }

  /// Columns refer to joined rows by the row that stands for all.
  private static func throughJoins(_ content: FieldContent, _ store: Store) throws -> FieldContent {
    guard case .value(.reference(let target)) = content, let row = try store.snapshot(target) else { return content }
    return .value(.reference(row.subject))
  }

  private static func view(_ field: FieldInfo, _ snapshot: RowSnapshot) -> FieldView? {
    switch field.rule {
    case .register:
      let values = snapshot.entries(field.name).map {
        ShownValue(content: $0.content, reference: $0.event.reference, wall: $0.event.wall)
      }
      return values.isEmpty ? nil : .values(values)
    case .set:
      let elements = snapshot.elements(field.name)
      return elements.isEmpty ? nil : .elements(elements)
    case .text:
      let texts = snapshot.texts(field.name)
      return texts.isEmpty ? nil : .texts(texts.map(\.parts))
    }
  }
}

extension RowState {
  fileprivate var view: RowView.State {
    switch self {
    case .alive: .alive
    case .contested: .contested
    case .kept: .kept
    }
  }
}

extension FieldContent {
  /// Whether a column of this type can hold the content; a register with a value of another type shows as empty.
  fileprivate func fits(_ type: FieldType) -> Bool {
    guard case .value(let value) = self else { return true }
    return switch (type, value) {
    case (.string, .string), (.choice, .string), (.integer, .integer), (.boolean, .boolean), (.day, .day),
      (.moment, .moment), (.bytes, .bytes):
      true
    case (.reference(let kind), .reference(let subject)): kind.isEmpty || kind == subject.kind
    default: false
    }
  }
}
