import Merge
import Model

extension Store {
  /// The conflicts, opened: what is answered later counts what is shown now.
  ///
  /// - Parameter name: only those of this row.
  package func openConflicts(of name: String? = nil) throws -> [OpenConflict] {
    try read { session in
      let all = try ConflictOpener(session, today: today).all()
      guard let name else { return all }
      let subject = try NameResolver(session, today: today).resolve(name, kinds: [])
      return all.filter { $0.subject == subject }
    }
  }

  /// Settles a conflict as it was opened. What arrived since stays and is a conflict still.
  package func answer(_ conflict: OpenConflict, _ answer: OpenConflict.Answer, command: String) throws -> Receipt? {
    try commit { door in try door.apply(command, try writes(door.session, conflict, answer.choice)) }
  }

  /// Settles a conflict by the code of an answer.
  ///
  /// - Throws: `RequestError.outdated` for a code that belongs to no conflict as it stands.
  package func answer(code: String, command: String) throws -> (OpenConflict, OpenConflict.Answer, Receipt?) {
    var chosen: (OpenConflict, OpenConflict.Answer)?
    let receipt = try commit { door in
      let open = try ConflictOpener(door.session, today: today).all()
      let all = open.flatMap { conflict in conflict.answers.map { (conflict, $0) } }
      guard let found = all.first(where: { $0.1.code == code.lowercased() }) else {
        throw RequestError.outdated("\(code) answers no conflict: it is settled already, or has changed since.")
      }
      chosen = found
      return try door.apply(command, try writes(door.session, found.0, found.1.choice))
    }
    guard let chosen else { throw StoreError.damaged("a write ended without a result") }
    return (chosen.0, chosen.1, receipt)
  }

  /// Settles a conflict of a field with a value of one's own.
  ///
  /// - Throws: `RequestError.outdated` where the field is not contested.
  package func answer(_ name: String, _ assignment: Assignment, command: String) throws -> (OpenConflict, Receipt?) {
    var settled: OpenConflict?
    let receipt = try commit { door in
      let resolver = NameResolver(door.session, today: today)
      let subject = try resolver.resolve(name, kinds: [])
      let open = try ConflictOpener(door.session, today: today).all()
      guard let conflict = open.first(where: { $0.subject == subject && $0.fields.contains(assignment.field) }),
        let field = door.session.registry.kind(subject.kind)?.field(assignment.field),
        case .content(let content) = try fieldReader(door.session, resolver).read(assignment.text, field)
      else { throw RequestError.outdated("The \(assignment.field) of \(name) is not in conflict.") }
      settled = conflict
      return try door.apply(command, Edits(session: door.session).edit(conflict.snapshot, field, content))
    }
    guard let settled else { throw StoreError.damaged("a write ended without a result") }
    return (settled, receipt)
  }

  private func writes(_ session: Session, _ conflict: OpenConflict, _ choice: OpenConflict.Choice) throws -> [CellWrite]
  {
    let edits = Edits(session: session)
    switch choice {
    case .content(let content):
      return try writes(session, conflict, .contents([content]))
    case .contents(let contents):
      let kind = session.registry.kind(conflict.subject.kind)
      return zip(conflict.fields, contents).flatMap { name, content in
        kind?.field(name).map { edits.edit(conflict.snapshot, $0, content) } ?? []
      }
    case .keep:
      return conflict.snapshot.histories.map { history in
        let shown = Set(history.life.presenceCell.heads.map(\.reference))
        return CellWrite(history.subject, ReservedField.presence, .undelete, shown: .these(shown))
      }
    case .delete:
      let parts = try edits.askDelete(conflict.subject).dropFirst()
      return try edits.delete([conflict.snapshot] + parts)
    case .unreadable:
      throw RequestError.notWritable(field: conflict.field, why: "it needs a newer version of afterword")
    }
  }
}
