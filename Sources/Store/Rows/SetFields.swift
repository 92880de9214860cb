import Merge
package import Model
import Notes

extension Store {
  /// Sets fields of a row by typed values: a blind write, which leaves standing what it was not shown.
  ///
  /// - Parameters:
  ///   - name: words or the beginning of an id; only rows that have all the fields are meant.
  ///   - rehearse: shows what would change and writes nothing.
  /// - Throws: `NamingError`, `RequestError`, `StoreError`; then nothing was written.
  package func set(_ name: String, _ assignments: [Assignment], command: String, rehearse: Bool = false) throws
    -> RowOutcome
  {
    try carryOut(command, rehearse: rehearse) { session in
      let resolver = NameResolver(session, today: today)
      let subject = try resolver.resolve(name, kinds: try Self.kinds(with: assignments, name, resolver))
      return try request(session, resolver, subject, assignments)
    }
  }

  /// Adds a row of a kind with typed values. A row that must be the same everywhere, such as a setting, is set when it exists.
  package func add(_ kind: KindInfo, _ assignments: [Assignment], command: String, rehearse: Bool = false) throws
    -> RowOutcome
  {
    try carryOut(command, rehearse: rehearse) { session in
      let resolver = NameResolver(session, today: today)
      let reader = try fieldReader(session, resolver)
      let contents = try assignments.map { assignment in
        let field = try assignment.info(kind)
        return (field, try reader.read(assignment.text, field))
      }
      let subject = Subject(kind: kind.name, id: try StableID.entered(kind, contents) ?? environment.freshID())
      return try request(session, resolver, subject, assignments, isAdding: true)
    }
  }

  /// The kinds that have all the fields; where none has, the first mistake is named with the fields of what is meant.
  private static func kinds(with assignments: [Assignment], _ name: String, _ resolver: NameResolver) throws -> [String]
  {
    guard !assignments.isEmpty else {
      throw RequestError.nothingAsked("Say what to set: `\(ShellCommand("set", names: [name, "FIELD=VALUE"]))`")
    }
    let kinds = Registry.kinds.filter { kind in assignments.allSatisfy { kind.field($0.field) != nil } }.map(\.name)
    guard kinds.isEmpty, let kind = Registry.kind(try resolver.resolve(name, kinds: []).kind) else { return kinds }
    for assignment in assignments { _ = try assignment.info(kind) }
    return [kind.name]
  }

  private func request(
    _ session: Session, _ resolver: NameResolver, _ subject: Subject, _ assignments: [Assignment],
    isAdding: Bool = false
  ) throws -> RowRequest {
    guard let kind = Registry.kind(subject.kind) else { throw NamingError.unknownKind(subject.kind, nearest: nil) }
    let snapshot = try session.snapshot(subject)
    let isRevived = isAdding && snapshot?.isAlive == false
    let reader = try fieldReader(session, resolver)
    let parts = try assignments.map { assignment in
      let field = try assignment.info(kind)
      let tense = snapshot.flatMap { $0.heldTense(of: field, kind) } ?? field.tense
      return RowRequest.Part(
        field: field, typed: assignment.text, old: isRevived ? .empty : snapshot?.content(field) ?? .empty,
        request: try reader.read(assignment.text, field, tense), tense: tense)
    }
    return RowRequest(subject: snapshot?.subject ?? subject, snapshot: snapshot, parts: parts, isRevived: isRevived)
  }

  /// Reads the request and writes what it asks for, or only says what that would be.
  ///
  /// - Parameter isOpened: whether the row was shown when it was opened, so that the write counts what stood then.
  func carryOut(
    _ command: String, rehearse: Bool, isOpened: Bool = false, _ ask: (Session) throws -> RowRequest
  ) throws -> RowOutcome {
    func checked(_ session: Session) throws -> RowRequest {
      try ask(session).checked { try settingCheck(session) }
    }
    if rehearse { return try read { try outcome($0, try checked($0), nil) } }
    var asked: (RowRequest, RowOutcome)?
    let receipt = try commit { door in
      let request = try checked(door.session)
      let outcome = try outcome(door.session, request, nil)
      asked = (request, outcome)
      return try door.apply(command, try writes(door, request, isOpened: isOpened))
    }
    guard let asked else { throw StoreError.damaged("a write ended without a result") }
    return RowOutcome(
      subject: asked.1.subject, title: try title(of: asked.1.subject), differences: asked.1.differences,
      understood: asked.1.understood, receipt: receipt)
  }

  private func writes(_ door: Door, _ request: RowRequest, isOpened: Bool) throws -> [CellWrite] {
    let edits = Edits(session: door.session)
    let consequences = Consequences(session: door.session, today: today)
    guard let snapshot = request.snapshot, !request.isRevived else {
      return try edits.put(request.subject, request.parts.map { ($0.field, $0.new) })
        + consequences.writes(of: request)
    }
    guard snapshot.isAlive else { throw RowTrouble.deleted(request.subject) }
    let own = try request.changes.flatMap { part in
      switch (part.field.rule, part.request) {
      case (.register, .content(let content)) where !isOpened: try edits.set(request.subject, part.field, content.value)
      case (.text, .content(let content)) where !isOpened:
        try edits.setText(snapshot, part.field, content.plainText)
      default: edits.edit(snapshot, part.field, part.new)
      }
    }
    return own.isEmpty ? [] : own + (try consequences.writes(of: request))
  }

  private func outcome(_ session: Session, _ request: RowRequest, _ receipt: Receipt?) throws -> RowOutcome {
    let titles = Titles(session, today: today)
    let words = ContentText(titles: titles, today: today)
    let days = try dayReader(session)
    let differences = try request.changes.map {
      RowOutcome.Difference(field: $0.field.name, old: try words.text($0.old), new: try words.text($0.new))
    }
    let understood = try request.parts.compactMap { part -> (typed: String, meaning: String)? in
      switch part.field.type {
      case .day, .moment, .reference:
        let meaning = try words.text(part.new)
        guard !meaning.isEmpty, Fold.fold(meaning) != Fold.fold(part.typed) else { return nil }
        guard let day = try? days.read(part.typed, part.tense) else {
          return (part.typed, meaning)
        }
        return day.isExact ? nil : (part.typed, day.meaning(of: part.typed, today: today))
      default: return nil
      }
    }
    let title = request.isNew ? request.subject.kind : try titles.title(of: request.subject)
    return RowOutcome(
      subject: request.subject, title: title, differences: differences, understood: understood, receipt: receipt)
  }
}

extension RowSnapshot {
  /// A note that tells of an interview and leaves its day open tells of one that was held.
  fileprivate func heldTense(of field: FieldInfo, _ kind: KindInfo) -> Tense? {
    guard kind.name == Interview.kind, field.name == "start", content(field) == .empty,
      let document = kind.field("document"), content(document) != .empty
    else { return nil }
    return .past
  }
}
