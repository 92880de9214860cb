import GRDB
import Model
import Playbook

/// Reads the rows of some searches and of whom they concern. Goes through indexes, so the cost follows what is asked for,
/// not what is stored.
struct ScopedFacts {
  /// Which searches.
  enum Scope {
    /// Those that are not archived: all that a plan is made from.
    case live
    /// Those that a person, an organisation or an opportunity has a part in.
    case about(Subject)
  }

  private let session: Session
  private let scope: Scope
  private let aliases: Aliases

  init(_ scope: Scope, session: Session) throws {
    self.session = session
    self.scope = scope
    aliases = try Aliases(session.db)
  }

  /// Rows that others refer to come first, so that references to them are known.
  func read() throws -> Facts {
    let reader = RecordReader(session, aliases: aliases, isWanted: isWanted)
    let opportunities = try opportunities()
    let interviews = try numbers("SELECT _row FROM interview WHERE opportunity IN \(Self.list)", opportunities)
    let people = try people(opportunities, interviews)
    let ofOpportunities = "opportunity IN \(Self.list)"
    let ofInterviews = "interview IN \(Self.list)"
    let orOfNone = "\(ofOpportunities) OR opportunity IS NULL AND person IN \(Self.list)"
    let named = (
      people: try reader.records(Person.self, where: "_row IN \(Self.list)", arguments: [people]),
      opportunities: try reader.records(Opportunity.self, where: "_row IN \(Self.list)", arguments: [opportunities]),
      interviews: try reader.records(Interview.self, where: ofOpportunities, arguments: [opportunities]),
      materials: try reader.records(Material.self),
      letters: try reader.records(Letter.self, where: orOfNone, arguments: [opportunities, people]),
      findings: try reader.records(Finding.self, where: ofInterviews, arguments: [interviews]),
      promises: try reader.records(Promise.self, where: orOfNone, arguments: [opportunities, people])
    )
    let organisations = try organisations(opportunities, people)
    return Facts(
      organisations: try reader.records(
        Organisation.self, where: "_row IN \(Self.list)", arguments: [organisations]),
      people: named.people, opportunities: named.opportunities, interviews: named.interviews,
      participations: try reader.records(Participation.self, where: ofInterviews, arguments: [interviews]),
      findings: named.findings, promises: named.promises, materials: named.materials, letters: named.letters,
      touches: try reader.records(Touch.self, where: "person IN \(Self.list)", arguments: [people]),
      terms: try reader.records(Term.self, where: ofOpportunities, arguments: [opportunities]),
      decisions: try decisions(reader, opportunities, interviews, people))
  }

  /// The searches asked for.
  private func opportunities() throws -> String {
    guard case .about(let subject) = scope else {
      return try numbers("SELECT _row FROM opportunity WHERE archived IS NOT 1")
    }
    let own = try self.own(subject)
    switch subject.kind {
    case Opportunity.kind: return own
    case Organisation.kind:
      return try numbers("SELECT _row FROM opportunity WHERE organisation IN \(Self.list)", own)
    default:
      let met = try numbers(
        "SELECT interview FROM participation WHERE person IN \(Self.list) AND interview IS NOT NULL", own)
      return try numbers(
        """
        SELECT opportunity FROM interview WHERE _row IN \(Self.list) AND opportunity IS NOT NULL
        UNION SELECT _row FROM opportunity WHERE recruiter IN \(Self.list)
        UNION SELECT _row FROM opportunity WHERE told_by IN \(Self.list)
        UNION SELECT opportunity FROM promise WHERE person IN \(Self.list) AND opportunity IS NOT NULL
        UNION SELECT opportunity FROM letter WHERE person IN \(Self.list) AND opportunity IS NOT NULL
        UNION SELECT opportunity FROM touch WHERE person IN \(Self.list) AND opportunity IS NOT NULL
        """, met, own, own, own, own, own)
    }
  }

  /// A row with everything that is one with it.
  private func own(_ subject: Subject) throws -> String {
    let number = try session.interner.existing(subject)
    return "[" + aliases.widened(Set(number.map { [$0] } ?? [])).map(String.init).joined(separator: ",") + "]"
  }

  /// Where in a note something stands is of no use to a plan.
  private func isWanted(_ field: FieldInfo) -> Bool {
    if case .about = scope { return true }
    return field.type != .reference(to: Document.kind) && field.name != "span_start" && field.name != "span_end"
  }

  /// The rows of an argument that holds numbers as a JSON list.
  private static let list = "(SELECT value FROM json_each(?))"

  /// The numbers that a query gives, with those of rows joined with them, as a JSON list.
  private func numbers(_ sql: String, _ lists: String...) throws -> String {
    let found = try Int64.fetchSet(try session.db.cachedStatement(sql: sql), arguments: StatementArguments(lists))
    return "[" + aliases.widened(found).map(String.init).joined(separator: ",") + "]"
  }

  private func organisations(_ opportunities: String, _ people: String) throws -> String {
    try numbers(
      """
      SELECT organisation FROM opportunity WHERE _row IN \(Self.list) AND organisation IS NOT NULL
      UNION SELECT organisation FROM person WHERE _row IN \(Self.list) AND organisation IS NOT NULL
      """, opportunities, people)
  }

  /// Everybody met, in charge, promised, written or spoken to, for the search or as one of its firm; who vouched; who has a
  /// cadence of their own; who works where a no came from, as HR is thanked too.
  private func people(_ opportunities: String, _ interviews: String) throws -> String {
    let asked = if case .about(let subject) = scope { try own(subject) } else { "[]" }
    let refusing = try numbers(
      """
      SELECT organisation FROM opportunity WHERE _row IN \(Self.list) AND stage IN ('rejected', 'filled')
        AND organisation IS NOT NULL
      """, opportunities)
    let firms = try numbers(
      "SELECT organisation FROM opportunity WHERE _row IN \(Self.list) AND organisation IS NOT NULL", opportunities)
    return try numbers(
      """
      SELECT _row FROM person WHERE _row IN \(Self.list) OR organisation IN \(Self.list)
      UNION SELECT person FROM participation WHERE interview IN \(Self.list) AND person IS NOT NULL
      UNION SELECT recruiter FROM opportunity WHERE _row IN \(Self.list) AND recruiter IS NOT NULL
      UNION SELECT told_by FROM opportunity WHERE _row IN \(Self.list) AND told_by IS NOT NULL
      UNION SELECT person FROM promise WHERE opportunity IN \(Self.list) AND person IS NOT NULL
      UNION SELECT person FROM letter WHERE opportunity IN \(Self.list) AND person IS NOT NULL
      UNION SELECT person FROM touch WHERE opportunity IN \(Self.list) AND person IS NOT NULL
      UNION SELECT person FROM touch WHERE kind = 'reference-used' AND person IS NOT NULL
      UNION SELECT _row FROM person WHERE keep_ideal IS NOT NULL OR keep_maximum IS NOT NULL
      UNION SELECT _row FROM person WHERE organisation IN \(Self.list) AND title IS NOT NULL
      UNION SELECT _row FROM person WHERE organisation IN \(Self.list)
        AND EXISTS (SELECT 1 FROM touch WHERE touch.person = person._row AND touch.opportunity IS NULL)
      """, asked, asked, interviews, opportunities, opportunities, opportunities, opportunities, opportunities,
      refusing,
      firms)
  }

  /// Those about whatever a live follow-up counts from, and those about what was said to somebody who matters.
  private func decisions(
    _ reader: RecordReader, _ opportunities: String, _ interviews: String, _ people: String
  ) throws -> [Decision] {
    let parts = try numbers(
      """
      SELECT _row FROM finding WHERE interview IN \(Self.list)
      UNION SELECT _row FROM promise WHERE opportunity IN \(Self.list)
      """, interviews, opportunities)
    let rows = """
      SELECT _row FROM decision WHERE anchor IN \(Self.list) OR anchor IN \(Self.list) OR anchor IN \(Self.list)
      UNION SELECT _row FROM decision WHERE subject IN \(Self.list)
      """
    return try reader.records(
      Decision.self, where: "_row IN (\(rows))",
      arguments: [opportunities, interviews, parts, people])
  }
}
