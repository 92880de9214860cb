import Merge
package import Model

/// A row opened in an editor: what was shown then is what the save counts as seen.
package struct OpenRow: Sendable {
  package let subject: Subject
  package let title: String
  /// What the editor is given.
  package let text: String
  /// Whether the text holds marked regions that two machines changed differently.
  package let isContested: Bool
  let snapshot: RowSnapshot
  let form: EditForm
  /// The one field that was asked for, if it was one.
  let only: FieldInfo?
}

extension Store {
  /// Opens a row, or one field of it, for an editor.
  ///
  /// - Throws: `NamingError`, `RequestError.unknownField`.
  package func openForEditing(_ name: String, field: String?) throws -> OpenRow {
    try read { session in
      let resolver = NameResolver(session, today: today)
      let fields = field.map { name in [Assignment(field: name, text: "").field] } ?? []
      let kinds = Registry.kinds.filter { kind in fields.allSatisfy { kind.field($0) != nil } }.map(\.name)
      let subject = try resolver.resolve(name, kinds: kinds.isEmpty ? [] : kinds)
      guard let kind = Registry.kind(subject.kind), let snapshot = try session.snapshot(subject) else {
        throw NamingError.notFound(name: name, nearest: nil)
      }
      let only = try fields.first.map { try Assignment(field: $0, text: "").info(kind) }
      return try EditOpener(session, snapshot, today: today).open(kind, only)
    }
  }

  /// Saves what an editor made of an opened row; nil where nothing was changed.
  ///
  /// - Throws: `RequestError` for what cannot be read, `.marksLeft` where marks of a conflict still stand.
  package func save(_ row: OpenRow, edited: String, command: String) throws -> RowOutcome? {
    let changes: [(field: FieldInfo, text: String)]
    if let only = row.only {
      guard Lines.unified(edited) != Lines.unified(row.text) else { return nil }
      changes = [(only, Lines.unified(edited))]
    } else {
      changes = try row.form.changes(in: edited)
    }
    guard !changes.isEmpty else { return nil }
    for change in changes where change.field.rule == .text && ConflictMarks.stand(in: change.text) {
      throw RequestError.marksLeft(title: row.title, field: change.field.name)
    }
    return try carryOut(command, rehearse: false, isOpened: true) { session in
      let reader = try fieldReader(session, NameResolver(session, today: today))
      let parts = try changes.map { field, text in
        RowRequest.Part(
          field: field, typed: text, old: row.snapshot.content(field), request: try reader.read(text, field),
          tense: field.tense)
      }
      return RowRequest(subject: row.subject, snapshot: row.snapshot, parts: parts)
    }
  }
}

/// How regions that two machines changed differently are marked in the editor.
enum ConflictMarks {
  private static let first = "<<<<<<< ", next = "======= ", end = ">>>>>>> end of what differs"

  static func markers(_ session: Session) -> TextMarkers {
    let machines = MachineNames(session)
    func named(_ authors: [Reference]) -> String {
      let names = authors.compactMap { try? machines.name(of: $0.incarnation) }
      return "written on \(Set(names).sorted().joined(separator: ", "))"
    }
    return TextMarkers(first: { first + named($0) }, next: { next + named($0) }, end: end)
  }

  static func stand(in text: String) -> Bool {
    Lines.split(text).contains {
      $0.hasPrefix(first + "written on ") || $0.hasPrefix(next + "written on ") || $0 == end
    }
  }
}

private struct EditOpener {
  let session: Session
  let snapshot: RowSnapshot
  let titles: Titles
  let today: Day

  init(_ session: Session, _ snapshot: RowSnapshot, today: Day) {
    self.session = session
    self.snapshot = snapshot
    self.today = today
    titles = Titles(session, today: today)
  }

  func open(_ kind: KindInfo, _ only: FieldInfo?) throws -> OpenRow {
    let title = try titles.title(of: snapshot.subject)
    let fields = kind.fields.filter { !$0.isBlob && (only == nil || $0.name == only?.name) }
    let form = EditForm(
      heading: [
        "\(title) (\(kind.name) \(snapshot.subject.id.short))",
        "Change what you like and save. Left as it is, or emptied, nothing changes. Lines with # are not read.",
      ], parts: try fields.map(part))
    let contested = fields.contains { $0.rule == .text && ContestedText(snapshot, $0.name) != nil }
    let text = only == nil ? form.text : (form.parts.first?.text ?? "") + "\n"
    return OpenRow(
      subject: snapshot.subject, title: title, text: text, isContested: contested, snapshot: snapshot, form: form,
      only: only)
  }

  private func part(_ field: FieldInfo) throws -> EditForm.Part {
    let entries = field.rule == .register ? Entry.distinct(snapshot.entries(field.name)) : []
    let words = ContentText(titles: titles, today: today)
    let others = try entries.dropFirst().map { "\(field.name): another machine says \(try words.text($0))" }
    return EditForm.Part(field: field, text: try text(field), remarks: others)
  }

  private func text(_ field: FieldInfo) throws -> String {
    guard field.rule != .text else { return session.marked(snapshot, field.name) }
    return switch snapshot.content(field) {
    case .empty, .text: ""
    case .words(let words): words.sorted().joined(separator: ", ")
    case .value(let value): try typed(value)
    }
  }

  /// A value as it is typed.
  private func typed(_ value: Value) throws -> String {
    switch value {
    case .day(let day): day.description
    case .moment(let moment): moment.description
    case .reference(let subject): "\(try titles.title(of: subject))"
    default: try ContentText(titles: titles, today: today).text(value)
    }
  }
}
