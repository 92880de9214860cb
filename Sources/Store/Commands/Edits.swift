import Merge
package import Model

/// The writes that commands make of what a person asked for (MERGE.md, *Commands write through one door*). Each function
/// returns changes for the door and writes nothing itself.
package struct Edits {
  let session: Session

  /// A new row with these contents.
  package func create(_ subject: Subject, _ contents: [(FieldInfo, FieldContent)]) -> [CellWrite] {
    contents.flatMap { field, content in
      switch content {
      case .empty: [CellWrite]()
      case .value(let value): [CellWrite(subject, field.name, .set(value), shown: .everything)]
      case .words(let words):
        words.sorted().map { CellWrite(subject, field.name, .add($0), shown: .everything) }
      case .text(let text): [CellWrite(subject, field.name, .text(bases: [], whole: text), shown: .everything)]
      }
    }
  }

  /// A row with these contents and no others, whether or not there was one of its identity before.
  package func put(_ subject: Subject, _ contents: [(FieldInfo, FieldContent)]) throws -> [CellWrite] {
    guard let snapshot = try session.snapshot(subject) else { return create(subject, contents) }
    guard try session.isAlive(subject) else { return try revive(subject, contents) }
    return try everyField(subject, contents).flatMap { field, content in
      snapshot.content(field) == content ? [] : edit(snapshot, field, content)
    }
  }

  /// Brings a dead row of fixed identity back with new contents (MERGE.md, *Dead rows of fixed identity*): nothing of what
  /// it held before returns, and nothing is left to disagree with.
  package func revive(_ subject: Subject, _ contents: [(FieldInfo, FieldContent)]) throws -> [CellWrite] {
    guard let id = try session.interner.existing(subject) else { return create(subject, contents) }
    let row = try session.cells.row(id)
    return try undelete(subject) + everyField(subject, contents).flatMap { replace(row, $0.0, $0.1) }
  }

  private func everyField(_ subject: Subject, _ contents: [(FieldInfo, FieldContent)]) throws -> [(
    FieldInfo, FieldContent
  )] {
    guard let kind = session.registry.kind(subject.kind) else { return contents }
    return kind.fields.map { field in (field, contents.first { $0.0.name == field.name }?.1 ?? .empty) }
  }

  private func replace(_ row: RowHistory, _ field: FieldInfo, _ content: FieldContent) -> [CellWrite] {
    switch field.rule {
    case .register:
      return [CellWrite(row.subject, field.name, content.value.map(Operation.set) ?? .clear, shown: .everything)]
    case .text:
      let bases = row.heads(Cell(subject: row.subject, field: field.name)).map(\.reference).sorted()
      guard !bases.isEmpty || content != .empty else { return [] }
      return [CellWrite(row.subject, field.name, .text(bases: bases, whole: content.plainText), shown: .everything)]
    case .set:
      let gone = Set(row.events(field.name).presentElements).subtracting(content.elements)
      return content.elements.sorted().map { CellWrite(row.subject, field.name, .add($0), shown: .everything) }
        + gone.sorted().map { CellWrite(row.subject, field.name, .remove($0), shown: .everything) }
    }
  }

  /// One field of a row that was opened, counting what was displayed then. Also answers a conflict.
  package func edit(_ snapshot: RowSnapshot, _ field: FieldInfo, _ content: FieldContent) -> [CellWrite] {
    switch field.rule {
    case .register: editRegister(snapshot, field.name, content.value)
    case .text: editText(snapshot, field.name, content.plainText)
    case .set: editSet(snapshot, field.name, content.elements)
    }
  }

  private func editRegister(_ snapshot: RowSnapshot, _ field: String, _ value: Value?) -> [CellWrite] {
    snapshot.targets(field).map { member in
      let shown = snapshot.heads(Cell(subject: member, field: field)).map(\.reference)
      return CellWrite(member, field, value.map(Operation.set) ?? .clear, shown: .these(Set(shown)))
    }
  }

  private func editText(_ snapshot: RowSnapshot, _ field: String, _ text: String) -> [CellWrite] {
    snapshot.targets(field).map { member in
      let bases = snapshot.heads(Cell(subject: member, field: field)).map(\.reference).sorted()
      return CellWrite(member, field, .text(bases: bases, whole: text), shown: .everything)
    }
  }

  private func editSet(_ snapshot: RowSnapshot, _ field: String, _ wanted: Set<String>) -> [CellWrite] {
    let present = Set(snapshot.elements(field))
    let added = wanted.subtracting(present).sorted().flatMap { addElement(snapshot, field, $0) }
    return added + present.subtracting(wanted).sorted().flatMap { removeElement(snapshot, field, $0) }
  }

  package func addElement(_ snapshot: RowSnapshot, _ field: String, _ element: String) -> [CellWrite] {
    snapshot.members.prefix(1).map { CellWrite($0, field, .add(element), shown: .everything) }
  }

  package func removeElement(_ snapshot: RowSnapshot, _ field: String, _ element: String) -> [CellWrite] {
    snapshot.histories.filter { $0.events(field).presentElements.contains(element) }
      .map { CellWrite($0.subject, field, .remove(element), shown: .everything) }
  }

  /// One register without opening: counts only heads that say what was displayed. Refused for a dead row.
  package func set(_ subject: Subject, _ field: FieldInfo, _ value: Value?) throws -> [CellWrite] {
    guard let snapshot = try session.snapshot(subject) else { throw RowTrouble.deleted(subject) }
    return snapshot.targets(field.name).map { member in
      CellWrite(member, field.name, value.map(Operation.set) ?? .clear, shown: .blindly)
    }
  }

  /// A long text without opening.
  ///
  /// - Throws: `RowTrouble.contested`: it would put away unseen what two machines wrote.
  package func setText(_ snapshot: RowSnapshot, _ field: FieldInfo, _ text: String) throws -> [CellWrite] {
    try session.checkSettled(snapshot, field.name)
    return editText(snapshot, field.name, text)
  }

  /// What deleting a row asks about: it and the live rows that are a part of it, passing through kept ones.
  package func askDelete(_ subject: Subject) throws -> [RowSnapshot] {
    guard let first = try session.snapshot(subject) else { return [] }
    var found = [first]
    var known: Set<Subject> = [first.subject]
    var next = 0
    while next < found.count {
      for child in try session.visibleChildren(of: found[next].subject) where known.insert(child).inserted {
        if let snapshot = try session.snapshot(child) { found.append(snapshot) }
      }
      next += 1
    }
    return found
  }

  /// Deletes every living member of the rows asked about, keeping what was not shown then.
  package func delete(_ asked: [RowSnapshot]) throws -> [CellWrite] {
    try asked.flatMap { snapshot in
      try snapshot.members.filter { try session.isAlive($0) }.map {
        CellWrite($0, ReservedField.presence, .delete, shown: .these(snapshot.changes(of: $0)))
      }
    }
  }

  package func undelete(_ subject: Subject) -> [CellWrite] {
    [CellWrite(subject, ReservedField.presence, .undelete, shown: .everything)]
  }

  /// Says that two rows of one kind are the same.
  package func join(_ left: Subject, _ right: Subject) -> [CellWrite] {
    [CellWrite(left, ReservedField.same, .add(right.id.description), shown: .everything)]
  }

  /// Takes a row out of every join it is in.
  package func unjoin(_ subject: Subject) throws -> [CellWrite] {
    try Joins.edges(session, touching: subject).map { source, element in
      CellWrite(source, ReservedField.same, .remove(element), shown: .everything)
    }
  }
}

extension FieldContent {
  var value: Value? { if case .value(let value) = self { value } else { nil } }
  var plainText: String { if case .text(let text) = self { text } else { "" } }
  var elements: Set<String> { if case .words(let words) = self { words } else { [] } }
}
