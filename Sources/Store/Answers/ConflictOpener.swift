import GRDB
import Merge
import Model

/// Opens conflicts for people.
struct ConflictOpener {
  private let session: Session
  private let titles: Titles
  private let words: ContentText
  private let machines: MachineNames

  init(_ session: Session, today: Day) {
    self.session = session
    titles = Titles(session, today: today)
    words = ContentText(titles: titles, today: today)
    machines = MachineNames(session)
  }

  /// Every conflict, then the rows that are kept though deleted; in the same order on every machine.
  func all() throws -> [OpenConflict] {
    try session.questions().compactMap(open) + (try kept())
  }

  private func open(_ question: [Conflict]) throws -> OpenConflict? {
    guard let conflict = question.first, let snapshot = try session.snapshot(conflict.subject) else { return nil }
    switch conflict.about {
    case .values where session.registry.kind(snapshot.subject.kind)?.facts(with: conflict.field) != nil:
      return try facts(snapshot, try FactAnswers(question, snapshot, session))
    case .values(let field, let contents): return try values(snapshot, field, contents, conflict.entries)
    case .text(let field): return try text(snapshot, field)
    case .deletedAndEdited: return try deletedAndEdited(snapshot)
    }
  }

  private func make(
    _ snapshot: RowSnapshot, _ fields: [String], _ about: OpenConflict.About, _ answers: [OpenConflict.Answer],
    passages: [OpenConflict.Passage] = [], differing: [String]? = nil
  ) throws -> OpenConflict {
    OpenConflict(
      subject: snapshot.subject, title: try titles.title(of: snapshot.subject), fields: fields, about: about,
      answers: answers, passages: passages, snapshot: snapshot,
      field: (differing ?? fields).joined(separator: ", "))
  }

  private func author(_ reference: Reference, _ wall: Int) throws -> (machine: String, wall: Int) {
    (try machines.author(of: reference), wall)
  }

  // MARK: Values

  private func values(_ snapshot: RowSnapshot, _ field: String, _ contents: [Content], _ entries: [Entry]) throws
    -> OpenConflict
  {
    let standing = snapshot.standing(field)
    let texts = try texts(contents)
    let answers = try contents.enumerated().compactMap { index, content -> OpenConflict.Answer? in
      guard let entry = entries.first(where: { $0.content == content }) else { return nil }
      return OpenConflict.Answer(
        code: AnswerCode.make(snapshot.subject, field, standing: standing, answer: "\(entry.event.reference)"),
        text: texts[index], author: try author(entry.event.reference, entry.event.wall), isShown: index == 0,
        choice: choice(content, snapshot, field))
    }
    return try make(snapshot, [field], .values, answers)
  }

  private func facts(_ snapshot: RowSnapshot, _ found: FactAnswers) throws -> OpenConflict {
    let standing = found.fields.reduce(into: Set<Reference>()) { $0.formUnion(snapshot.standing($1)) }
    let kind = session.registry.kind(snapshot.subject.kind)
    // What only follows from the rest is not worth a word.
    let told = found.differing.filter { kind?.field(found.fields[$0])?.followsFromText != true }
    let columns = try told.map { place in try texts(found.facts.map { $0.contents[place] }) }
    let answers = try found.facts.enumerated().map { index, fact in
      let said = zip(told, columns).filter { fact.contents[$0.0] != .cleared }.map { $0.1[index] }
      let choices = zip(found.fields, fact.contents).map { choice($1, snapshot, $0) }
      return OpenConflict.Answer(
        code: AnswerCode.make(
          snapshot.subject, found.fields.joined(separator: "+"), standing: standing, answer: "\(fact.event.reference)"),
        text: try said.isEmpty ? words.text(Content.cleared) : said.joined(separator: ", "),
        author: try author(fact.event.reference, fact.event.wall), isShown: fact.isShown, choice: .all(choices))
    }
    return try make(snapshot, found.fields, .values, answers, differing: told.map { found.fields[$0] })
  }

  /// Each content in words; of files the lines that tell them apart, of rows that are called the same their identities too.
  private func texts(_ contents: [Content]) throws -> [String] {
    let files = contents.compactMap { content -> [UInt8]? in
      if case .value(.bytes(let bytes)) = content { bytes } else { nil }
    }
    let lines = files.count == contents.count ? DifferingLines(files).texts : nil
    if let lines { return lines }
    let texts = try contents.map(words.text)
    return zip(contents, texts).map { content, text in
      guard case .value(.reference(let row)) = content, texts.count(where: { $0 == text }) > 1 else { return text }
      return "\(text) (\(row.id.short))"
    }
  }

  private func choice(_ content: Content, _ snapshot: RowSnapshot, _ field: String) -> OpenConflict.Choice {
    guard session.registry.kind(snapshot.subject.kind)?.field(field) != nil else { return .unreadable }
    return switch content {
    case .value(let value): .content(.value(value))
    case .cleared: .content(.empty)
    case .newer: .unreadable
    }
  }

  private func text(_ snapshot: RowSnapshot, _ field: String) throws -> OpenConflict? {
    guard let text = TextAnswers(snapshot, field, machines) else { return nil }
    return try make(snapshot, [field], .text, try text.answers(), passages: try text.passages())
  }

  // MARK: Deleted rows

  /// The same one on every machine, whatever arrived first.
  private func latest(_ events: [CellEvent]) -> CellEvent? {
    events.max { ($0.wall, $0.reference) < ($1.wall, $1.reference) }
  }

  private func deletedAndEdited(_ snapshot: RowSnapshot) throws -> OpenConflict {
    let presence = snapshot.histories.flatMap(\.life.presenceCell.heads)
    let deletion = latest(presence.filter { $0.operation == .delete })
    let edit = latest(snapshot.histories.flatMap(\.life.standing))
    return try make(
      snapshot, [], .deletedAndEdited,
      [
        answer(snapshot, .keep, "keep it", try edit.map { try author($0.reference, $0.wall) }, isShown: true),
        answer(snapshot, .delete, "delete it", try deletion.map { try author($0.reference, $0.wall) }),
      ])
  }

  private func answer(
    _ snapshot: RowSnapshot, _ choice: OpenConflict.Choice, _ text: String, _ author: (machine: String, wall: Int)?,
    isShown: Bool = false
  ) -> OpenConflict.Answer {
    let standing = Set(snapshot.histories.flatMap { $0.life.standing + $0.life.presenceCell.heads }.map(\.reference))
    return OpenConflict.Answer(
      code: AnswerCode.make(snapshot.subject, ReservedField.presence, standing: standing, answer: text), text: text,
      author: author, isShown: isShown, choice: choice)
  }

  private func kept() throws -> [OpenConflict] {
    try session.registry.kinds.flatMap { kind in
      try session.shownRows(kind, where: "_state = ?", arguments: [RowState.kept.rawValue])
    }.sorted { $0.subject < $1.subject }.compactMap { row in
      guard let snapshot = try session.snapshot(row.subject),
        let child = try session.visibleChildren(of: snapshot.subject).first
      else { return nil }
      let deletion = latest(snapshot.histories.flatMap(\.life.presenceCell.heads).filter { $0.operation == .delete })
      return try make(
        snapshot, [], .kept(by: try titles.title(of: child)),
        [
          answer(snapshot, .keep, "bring it back", nil, isShown: true),
          answer(
            snapshot, .delete, "delete it with its parts",
            try deletion.map { try author($0.reference, $0.wall) }),
        ])
    }
  }
}

extension RowSnapshot {
  /// Every head of a field's cells in all members.
  func standing(_ field: String) -> Set<Reference> {
    Set(members.flatMap { heads(Cell(subject: $0, field: field)).map(\.reference) })
  }
}
