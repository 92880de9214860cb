package import Merge
package import Model

extension Replica {
  package func create(_ row: Subject, _ fields: [(String, Value)]) {
    apply("add \(row.kind)", fields.map { Write(Change(row, $0.0, .set($0.1)), shown: []) })
  }

  package func writeUnknown(_ change: Change) { apply("newer", [Write(change, shown: [])]) }

  package func open(_ row: Subject) -> Opened { Opened(shown: [history.shown(row, view())]) }

  /// The members that a write to a field goes to: those with a head in the cell, else the first.
  private func targets(_ shown: Shown, _ field: String) -> [Subject] {
    let written = shown.members.filter { !(shown.heads[$0.cell(field)] ?? []).isEmpty }
    return written.isEmpty ? Array(shown.members.prefix(1)) : written
  }

  package func save(_ opened: Opened, _ field: String, _ value: Value?) {
    guard let shown = opened.shown.first else { return }
    apply(
      "edit",
      targets(shown, field).map { member in
        let cell = member.cell(field)
        let counted = has(.importDuringEditorNotKept) ? history.heads(of: cell).map(\.reference) : []
        let operation = value.map(Operation.set) ?? .clear
        return Write(Change(member, field, operation), shown: (shown.heads[cell] ?? []).union(counted))
      })
  }

  package func set(_ row: Subject, _ field: String, _ value: Value?) {
    apply("set", blindWrites(row, field, value))
  }

  package func set(_ row: Subject, _ fields: [(String, Value)]) {
    apply("set", fields.flatMap { blindWrites(row, $0.0, $0.1) })
  }

  /// Counts only heads all of whose values equal the displayed one.
  private func blindWrites(_ row: Subject, _ field: String, _ value: Value?) -> [Write] {
    let shown = history.shown(row, view())
    let displayed = history.entries(of: shown.members.map { $0.cell(field) }).first.map { Content($0.operation) }
    return targets(shown, field).map { member in
      let equal = history.heads(of: member.cell(field)).filter { head in
        history.origins(of: head).allSatisfy { Content($0.operation) == displayed }
      }
      return Write(Change(member, field, value.map(Operation.set) ?? .clear), shown: Set(equal.map(\.reference)))
    }
  }

  package func save(_ opened: Opened, _ field: String, text: String) {
    guard let shown = opened.shown.first else { return }
    apply(
      "edit text",
      targets(shown, field).map { member in
        let bases = (shown.heads[member.cell(field)] ?? []).sorted()
        return Write(Change(member, field, .text(bases: bases, whole: text)), shown: [])
      })
  }

  package func put(_ row: Subject, _ fields: [(String, Value)]) {
    guard !history.changes(of: row).isEmpty, !has(.revivedWithoutUndelete) else { return create(row, fields) }
    let undelete = elementWrite(Change(row, ReservedField.presence, .undelete))
    let given = Dictionary(uniqueKeysWithValues: fields)
    let registers = history.schema.registers(of: row.kind)
    apply(
      "put",
      [undelete] + registers.map { elementWrite(Change(row, $0, given[$0].map(Operation.set) ?? .clear)) })
  }

  package func set(_ row: Subject, _ field: String, text: String) -> Bool {
    let shown = history.shown(row, view())
    let texts = shown.texts[field] ?? []
    guard texts.count <= 1 && !texts.joined().contains(where: \.isConflict) || has(.contestedTextSetBlindly) else {
      return false
    }
    save(Opened(shown: [shown]), field, text: text)
    return true
  }

  package func answer(_ row: Subject, _ field: String, _ choice: Int) -> Bool {
    let shown = history.shown(row, view())
    guard let parts = shown.texts[field]?.first, shown.texts[field]?.count == 1 else { return false }
    let regions = parts.filter(\.isConflict).map { Set($0.variants.flatMap(\.authors)) }
    let everywhere = regions.dropFirst().reduce(regions.first ?? []) { $0.intersection($1) }.sorted()
    guard !everywhere.isEmpty else { return false }
    let author = everywhere[choice % everywhere.count]
    let units =
      has(.answerReplacesText)
      ? history.change(author)?.units ?? []
      : parts.flatMap { part in
        part.isConflict
          ? part.variants.first { $0.authors.contains(author) }?.units ?? [] : part.alternatives.flatMap(\.self)
      }
    save(Opened(shown: [shown]), field, text: TextUnit.text(units))
    return true
  }

  package func tag(_ row: Subject, _ field: String, _ element: String, isAdded: Bool) {
    let members = history.shown(row, view()).members
    let targets =
      isAdded
      ? Array(members.prefix(1))
      : members.filter { history.isPresent(Cell(subject: $0, field: field, element: element)) }
    apply(
      isAdded ? "tag" : "untag",
      targets.map { elementWrite(Change($0, field, isAdded ? .add(element) : .remove(element))) })
  }

  /// A write that has been shown all heads of its cell.
  private func elementWrite(_ change: Change) -> Write {
    Write(change, shown: Set(history.heads(of: change.cell).map(\.reference)))
  }

  package func askDelete(_ row: Subject) -> Opened {
    let view = view()
    let rows = has(.cascadeNotRecorded) ? [row] : history.cascade(row, view)
    return Opened(shown: rows.map { history.shown($0, view) })
  }

  package func delete(_ asked: Opened) {
    let writes = asked.shown.flatMap { shown in
      shown.members.filter(history.isAlive).map { member in
        Write(Change(member, ReservedField.presence, .delete), shown: shown.changes[member] ?? [])
      }
    }
    apply("delete", writes)
  }

  package func undelete(_ row: Subject) {
    apply("undelete", [elementWrite(Change(row, ReservedField.presence, .undelete))])
  }

  package func join(_ row: Subject, _ other: Subject) {
    apply("join", [elementWrite(Change(row, ReservedField.same, .add(other.id.description)))])
  }

  package func unjoin(_ row: Subject) {
    let edges = history.edges().filter { edge in
      edge.subject.kind == row.kind && (edge.subject.id == row.id || edge.element == row.id.description)
    }
    let ordered = edges.sorted { ($0.subject, $0.element) < ($1.subject, $1.element) }
    apply(
      "unjoin", ordered.map { elementWrite(Change($0.subject, ReservedField.same, .remove($0.element))) })
  }
}

extension TextPart {
  var isConflict: Bool { if case .conflict = self { true } else { false } }
  var variants: [TextVariant] { if case .conflict(let variants) = self { variants } else { [] } }
}
