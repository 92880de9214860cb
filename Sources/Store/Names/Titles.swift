package import Model

/// What rows are called in lists and sentences: "Acme — Staff Engineer", "Interview 21 Apr at Acme".
final class Titles {
  private let session: Session
  private let today: Day
  private var known: [Subject: String] = [:]

  init(_ session: Session, today: Day) {
    self.session = session
    self.today = today
  }

  /// The title of a row; of a deleted one "(deleted) …".
  func title(of subject: Subject) throws -> String {
    if let title = known[subject] { return title }
    // A cycle of references would be walked for ever; the placeholder ends it.
    known[subject] = subject.kind
    let row = try session.shownRow(subject, fields: Set(Self.fields(subject.kind)))
    let title = try row.map(title) ?? "(unknown \(subject.kind))"
    // A joined row is found under another subject.
    known[subject] = title
    return title
  }

  func title(of row: ShownRow) throws -> String {
    let name = Self.oneLine(try name(row))
    let title = name.isEmpty ? "(\(row.subject.kind) without a name)" : name
    let shown = row.isShown ? title : "(deleted) " + title
    known[row.subject] = shown
    return shown
  }

  private func name(_ row: ShownRow) throws -> String {
    switch row.subject.kind {
    case Opportunity.kind:
      try [name(row, "organisation") ?? "unknown company", row.string("role")].compactMap { $0 }.joined(
        separator: " — ")
    case Organisation.kind: row.string("name") ?? row.string("website") ?? ""
    case Interview.kind: try interview(row)
    case Participation.kind:
      try [name(row, "person"), name(row, "interview")].compactMap { $0 }.joined(separator: " in ")
    case Finding.kind: labelled(row.string("kind") ?? "finding", row.string("text"))
    case Promise.kind: labelled(row.string("by") == "me" ? "my promise" : "promise", row.string("text"))
    case Letter.kind: try with("to", row, row.string("kind").map { $0 + " letter" } ?? "letter")
    case Touch.kind:
      try with("with", row, [row.string("channel") ?? "touch", short(row, "day")].joined(separator: " "))
    case Decision.kind: labelled(row.string("outcome") ?? "decision", row.string("rule"))
    case NewsProposal.kind: try labelled(row.string("what") ?? "proposal", name(row, "opportunity"))
    default: try Self.fields(row.subject.kind).compactMap { try part(row, $0) }.joined(separator: " ")
    }
  }

  /// A field as a part of a title; nil where it is empty.
  private func part(_ row: ShownRow, _ field: String) throws -> String? {
    switch row[field] {
    case .value(.reference(let subject)): try title(of: subject)
    case .value(.day), .value(.moment): short(row, field)
    case .words(let words): words.min()
    default: row.string(field)
    }
  }

  /// The fields that the title of a kind is made of; an organisation without a name is called by its host.
  private static func fields(_ kind: String) -> [String] { Registry.kind(kind)?.manner.titleFields ?? [] }

  private func interview(_ row: ShownRow) throws -> String {
    var words = ["Interview", short(row, "start")]
    if let opportunity = row.reference("opportunity"),
      let process = try session.shownRow(opportunity, fields: Set(Self.fields(opportunity.kind)))
    {
      words.append("at")
      words.append(try name(process, "organisation") ?? process.string("role") ?? "an unknown organisation")
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func with(_ word: String, _ row: ShownRow, _ what: String) throws -> String {
    let person =
      try name(row, "person").map { " \(word) \($0)" } ?? name(row, "opportunity").map { " about \($0)" } ?? ""
    return what.prefix(1).uppercased() + what.dropFirst() + person
  }

  private func labelled(_ label: String, _ text: String?) -> String {
    let start = label.prefix(1).uppercased() + label.dropFirst()
    return text.map { "\(start): \($0)" } ?? String(start)
  }

  private func short(_ row: ShownRow, _ field: String) -> String {
    row.day(field).map { DayText.short($0, today: today) } ?? ""
  }

  private func name(_ row: ShownRow, _ reference: String) throws -> String? {
    try row.reference(reference).map(title)
  }

  /// At most 100 characters, without line breaks.
  private static func oneLine(_ text: String) -> String {
    let words = text.unicodeScalars.prefix(400).split { $0.properties.isWhitespace || $0.value < 0x20 }
    let line = words.map { String(Substring($0)) }.joined(separator: " ")
    return line.unicodeScalars.count <= 100
      ? line : String(String.UnicodeScalarView(line.unicodeScalars.prefix(99))) + "…"
  }
}

extension Store {
  /// What a row is called.
  package func title(of subject: Subject) throws -> String {
    try read { try Titles($0, today: today).title(of: subject) }
  }

  /// What rows are called, in one read.
  package func titles(of subjects: some Sequence<Subject>) throws -> [Subject: String] {
    try read { session in
      let titles = Titles(session, today: today)
      var known: [Subject: String] = [:]
      for subject in subjects { known[subject] = try titles.title(of: subject) }
      return known
    }
  }
}
