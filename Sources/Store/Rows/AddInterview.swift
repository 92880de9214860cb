import GRDB
package import Model

/// An interview told in one go: the firm, the role, and who was in the room, besides the interview's own fields.
package struct InterviewEntry: Sendable {
  /// Somebody in the room, as typed: `Ed Noakes (HR)`.
  package struct Person: Sendable, Equatable {
    package let name: String
    package var part: Part = .interviewer
    /// What stands in the brackets where that is no part.
    package var title: String?
  }

  package let organisation: String?
  package let role: String?
  package let people: [Person]
  /// Fields of the interview itself.
  package let fields: [Assignment]

  /// Fields of other rows that may be typed as if they were the interview's.
  private static let borrowed: Set<String> = ["role", "with", "organisation", "firm"]

  /// The entry that words after `add interview` make; nil where they name only the interview's own fields.
  ///
  /// - Throws: `RequestError` where both a firm and an opportunity are named, or none is.
  package init?(_ words: [String]) throws {
    let (names, assignments) = Assignment.parted(words)
    let own = assignments.filter { !Self.borrowed.contains($0.field) }
    func text(_ fields: String...) -> String? {
      assignments.first { fields.contains($0.field) && !$0.text.isEmpty }?.text
    }
    let organisation = names.isEmpty ? text("organisation", "firm") : names.joined(separator: " ")
    guard organisation != nil || own.count < assignments.count else { return nil }
    let hasOpportunity = own.contains { $0.field == "opportunity" }
    guard !hasOpportunity || (organisation == nil && text("role") == nil) else {
      throw RequestError.nothingAsked("Name the firm and the role, or opportunity=…, not both.")
    }
    guard hasOpportunity || organisation != nil else {
      throw RequestError.nothingAsked("Say with which firm: afterword add interview \"Finch Foods\" role=…")
    }
    self.organisation = organisation
    role = text("role")
    people = assignments.filter { $0.field == "with" }.flatMap { Self.people($0.text) }
    fields = own
  }

  /// `Carla Mendes, Ed Noakes (HR)`: names parted by commas or semicolons outside brackets, each with its part or title.
  static func people(_ text: String) -> [Person] {
    var depth = 0
    let parts = text.split { character in
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      return depth <= 0 && (character == "," || character == ";")
    }
    return parts.compactMap { person(String($0)) }
  }

  private static func person(_ text: String) -> Person? {
    let halves = text.split(separator: "(", maxSplits: 1).map { $0.trimming(" )\t") }
    guard let name = halves.first, !name.isEmpty else { return nil }
    var person = Person(name: name)
    guard let note = halves.dropFirst().first, !note.isEmpty else { return person }
    if let part = Part(rawValue: note.lowercased().replacing(" ", with: "-")) {
      person.part = part
    } else {
      person.title = note
    }
    return person
  }
}

extension StringProtocol {
  fileprivate func trimming(_ characters: String) -> String {
    let front = drop { characters.contains($0) }
    return String(front.reversed().drop { characters.contains($0) }.reversed())
  }
}

/// What adding an interview made.
package struct InterviewAdded: Sendable {
  package let interview: Subject
  package let title: String
  /// Names of those in the room, with their parts.
  package let people: [String]
  /// The firm, the search and the people that are new with it.
  package let made: [String]
  package let receipt: Receipt?
}

extension Store {
  /// Adds an interview with all that was told of it as one change: the firm, the search and the people are those that the
  /// store has, or new ones.
  ///
  /// - Throws: `NamingError`, `RequestError`, `StoreError`; then nothing was written.
  package func add(_ entry: InterviewEntry, command: String, rehearse: Bool = false) throws -> InterviewAdded {
    var added: InterviewRows?
    func rows(_ session: Session) throws -> InterviewRows {
      var rows = InterviewRows(session, today: today, fresh: environment.freshID)
      try rows.add(entry, try fieldReader(session, NameResolver(session, today: today)))
      added = rows
      return rows
    }
    var receipt: Receipt?
    if rehearse {
      _ = try read { try rows($0) }
    } else {
      receipt = try commit { door in
        let rows = try rows(door.session)
        let revived =
          try rows.interview.opportunity.map { try rows.revival.writes(opportunity: $0, day: rows.day) } ?? []
        return try door.apply(command, try rows.edits.flatMap(door.writes) + revived)
      }
    }
    guard let added else { throw StoreError.damaged("a write ended without a result") }
    return InterviewAdded(
      interview: added.interview.subject, title: added.title, people: added.people, made: added.made, receipt: receipt)
  }
}

/// The rows that an interview told in one go needs.
private struct InterviewRows {
  let session: Session
  let today: Day
  let fresh: () -> RowID
  var interview: Interview
  var edits: [RowEdit] = []
  var title = "interview"
  var people: [String] = []
  var made: [String] = []

  var day: Day? { interview.start?.day }
  var revival: Revival {
    get throws { Revival(session: session, today: today, archiveAfter: try session.archiveAfter()) }
  }

  init(_ session: Session, today: Day, fresh: @escaping () -> RowID) {
    (self.session, self.today, self.fresh) = (session, today, fresh)
    interview = Interview(id: fresh())
  }

  mutating func add(_ entry: InterviewEntry, _ reader: FieldReader) throws {
    let directory = try Directory(session)
    let organisation = try entry.organisation.map { try self.organisation($0, directory, reader.resolver) }
    try setFields(entry, reader)
    if let organisation {
      interview.opportunity = try opportunity(of: organisation.id, entry.role, directory).id
    }
    title = Self.title(interview.start, at: organisation?.name, entry.role, today: today)
    edits.append(RowEdit(new: interview))
    let employer =
      try organisation?.id
      ?? interview.opportunity.flatMap {
        try session.record(Opportunity.self, $0)?.organisation
      }
    for person in entry.people { try add(person, of: employer, directory) }
  }

  private static func title(_ start: Moment?, at firm: String?, _ role: String?, today: Day) -> String {
    let day = start.map { DayText.short($0.day, today: today) }
    return ["interview", day, firm.map { "at \($0)" }, role].compactMap(\.self).joined(separator: " ")
  }

  /// The firm of this name or, where exactly one goes by these words, that one; else a new one.
  private mutating func organisation(
    _ name: String, _ directory: Directory, _ resolver: NameResolver
  ) throws -> Organisation {
    if let known = try directory.organisation(name) ?? named(name, resolver),
      let row = try session.record(Organisation.self, known)
    {
      return row
    }
    var row = Organisation(id: fresh())
    row.name = name
    edits.append(RowEdit(new: row))
    made.append(name)
    return row
  }

  private func named(_ name: String, _ resolver: NameResolver) throws -> RowID? {
    do {
      return try resolver.resolve(name, kinds: [Organisation.kind]).id
    } catch NamingError.notFound {
      return nil
    }
  }

  private mutating func opportunity(of firm: RowID, _ role: String?, _ directory: Directory) throws -> Opportunity {
    if let known = directory.opportunity(of: firm, role: role), let row = try session.record(Opportunity.self, known) {
      guard let role, row.role == nil else { return row }
      var named = row
      named.role = role
      edits.append(RowEdit(old: row, new: named))
      return named
    }
    var row = Opportunity(id: fresh())
    (row.organisation, row.role, row.stage) = (firm, role, .interviewing)
    edits.append(RowEdit(new: row))
    made.append(role ?? "a search")
    return row
  }

  private mutating func setFields(_ entry: InterviewEntry, _ reader: FieldReader) throws {
    guard let kind = Registry.kind(Interview.kind) else { return }
    for assignment in entry.fields {
      let field = try assignment.info(kind)
      guard case .content(let content) = try reader.read(assignment.text, field) else { continue }
      _ = interview.set(field.name, content)
    }
  }

  private mutating func add(_ typed: InterviewEntry.Person, of employer: RowID?, _ directory: Directory) throws {
    let firm = typed.part == .recruiter || typed.part == .referrer ? nil : employer
    let known = try directory.person(name: typed.name, email: nil, organisation: firm)?.id
    var person = try known.flatMap { try session.record(Person.self, $0) } ?? Person(id: fresh())
    let old = person
    person.name = person.name ?? typed.name
    person.title = person.title ?? typed.title
    person.organisation = person.organisation ?? firm
    if known == nil { made.append(typed.name) }
    let edit = known == nil ? RowEdit(new: person) : RowEdit(old: old, new: person)
    if !edit.isEmpty { edits.append(edit) }
    directory.add(person)
    var participation = Participation(id: StableID.participation(interview.id, person.id))
    (participation.interview, participation.person, participation.part) = (interview.id, person.id, typed.part)
    edits.append(RowEdit(new: participation))
    people.append((person.name ?? typed.name) + (typed.part == .interviewer ? "" : " (\(typed.part.rawValue))"))
  }
}
