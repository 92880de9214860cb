import Merge
import Model

extension History {
  /// Everything a user sees: F of the closed set.
  package func view() -> View {
    if let known = knownView { return known }
    let view = Projection(self).view()
    knownView = view
    return view
  }
}

/// Projects the closed set onto rows: joins, visibility, fields, conflicts.
private struct Projection {
  let history: History
  let joined: [Subject: [Subject]]
  /// Each canonical row with the members that are shown: the live ones, or all where none is.
  let shown: [Subject: [Subject]]
  let fields: [Subject: Set<String>]

  init(_ history: History) {
    self.history = history
    joined = history.components()
    let groups = Dictionary(grouping: history.rows.keys) { [joined] in joined[$0]?.first ?? $0 }
    shown = groups.mapValues { members in
      let alive = members.filter(history.isAlive)
      return (alive.isEmpty ? members : alive).sorted()
    }
    fields = Dictionary(grouping: history.cells.keys, by: \.subject).mapValues { Set($0.map(\.field)) }
  }

  func view() -> View {
    var rows: [Subject: RowView] = [:]
    var conflicts: [Conflict] = []
    for row in visible() {
      let view = project(row)
      if history.schema.knows(kind: row.kind) {
        let fields = view.fields.filter { history.schema.rule(of: $0.key, in: row.kind) != nil }
        rows[row] = RowView(state: view.state, members: view.members, fields: fields)
      }
      if view.state == .contested { conflicts.append(Conflict(row: row, field: ReservedField.presence)) }
      conflicts += view.fields.filter { $0.value.isConflict }.map { Conflict(row: row, field: $0.key) }
    }
    return View(rows: rows, conflicts: conflicts.sorted())
  }

  /// The live rows, and what a visible row's displayed parent reference points to.
  private func visible() -> Set<Subject> {
    var visible = Set(shown.keys.filter { shown[$0]?.contains(where: history.isAlive) ?? false })
    var waiting = Array(visible)
    while let row = waiting.popLast() {
      guard let parent = parent(of: row), history.schema.knows(kind: parent.kind), shown[parent] != nil,
        visible.insert(parent).inserted
      else { continue }
      waiting.append(parent)
    }
    return visible
  }

  private func parent(of row: Subject) -> Subject? {
    guard let parent = history.schema.parent(of: row.kind) else { return nil }
    let displayed = history.entries(of: (shown[row] ?? []).map { $0.cell(parent.field) }).first
    guard case .set(.reference(let target)) = displayed?.operation, target.kind == parent.kind else { return nil }
    return joined[target]?.first ?? target
  }

  private func project(_ row: Subject) -> RowView {
    let members = shown[row] ?? []
    let states = members.map(history.presence)
    let state: RowView.State = states.contains(.dead) ? .kept : states.contains(.contested) ? .contested : .alive
    var views: [String: FieldView] = [:]
    let reserved = [ReservedField.presence, ReservedField.same]
    for field in members.reduce(into: Set<String>(), { $0.formUnion(fields[$1] ?? []) }).subtracting(reserved) {
      views[field] = view(of: field, members)
    }
    return RowView(state: state, members: members, fields: views)
  }

  private func view(of field: String, _ members: [Subject]) -> FieldView? {
    switch rule(of: field, members) {
    case .register:
      let entries = history.entries(of: members.map { $0.cell(field) })
      return entries.isEmpty ? nil : .values(entries.map(ShownValue.init))
    case .set:
      let all = members.flatMap { member in history.cells.keys.filter { $0.subject == member && $0.field == field } }
      let present = Set(all.filter(history.isPresent).map(\.element))
      return present.isEmpty ? nil : .elements(present.sorted(by: precedes))
    case .text:
      var known: Set<[[[TextUnit]]]> = []
      let texts = members.compactMap { history.textView(of: $0.cell(field)) }
        .filter { known.insert($0.map(\.alternatives)).inserted }
      let said = texts.filter { $0 != TextUnit.units(of: "").map(TextPart.unit) }
      return texts.isEmpty ? nil : .texts(said.isEmpty ? texts : said)
    }
  }

  /// Kinds and fields that this version does not know are not shown, but their conflicts are listed.
  private func rule(of field: String, _ members: [Subject]) -> MergeRule {
    if let known = members.first.flatMap({ history.schema.rule(of: field, in: $0.kind) }) { return known }
    return members.contains { history.isText($0.cell(field)) } ? .text : .register
  }

  private func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}

extension ShownValue {
  init(_ held: HeldChange) {
    self.init(content: Content(held.operation), reference: held.reference, wall: held.wall)
  }
}

extension FieldView {
  /// More than one distinct value, a conflict region, or texts that differ between members.
  var isConflict: Bool {
    switch self {
    case .values(let values): Set(values.map(\.content)).count > 1
    case .elements: false
    case .texts(let texts):
      texts.count > 1 || texts.joined().contains { if case .conflict = $0 { true } else { false } }
    }
  }
}
