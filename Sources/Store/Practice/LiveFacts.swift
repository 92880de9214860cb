import GRDB
import Model
import Playbook

/// Reads the rows that a plan is made from: those of the opportunities that are not archived, and whom they concern. Goes
/// through indexes, so the cost follows what is live, not what is stored.
struct LiveFacts {
  let session: Session

  private static let opportunities = """
    (SELECT _row FROM opportunity WHERE archived IS NOT 1
     UNION SELECT a.member FROM alias a JOIN opportunity o ON o._row = a.canonical WHERE o.archived IS NOT 1)
    """
  private static let interviews = """
    (SELECT _row FROM interview WHERE opportunity IN \(opportunities)
     UNION SELECT a.member FROM alias a JOIN interview i ON i._row = a.canonical WHERE i.opportunity IN \(opportunities))
    """
  private static let people = """
    (SELECT coalesce(a.canonical, p.person) FROM (
       SELECT person FROM participation WHERE interview IN \(interviews)
       UNION SELECT recruiter FROM opportunity WHERE archived IS NOT 1
       UNION SELECT told_by FROM opportunity WHERE archived IS NOT 1
       UNION SELECT person FROM promise WHERE opportunity IN \(opportunities)
       UNION SELECT person FROM letter WHERE opportunity IN \(opportunities)
       UNION SELECT person FROM touch WHERE opportunity IN \(opportunities)
       UNION SELECT person FROM touch WHERE kind = 'reference-used'
       UNION SELECT _row FROM person WHERE keep_ideal IS NOT NULL OR keep_maximum IS NOT NULL
     ) p LEFT JOIN alias a ON a.member = p.person)
    """
  /// What a decision can be about: whatever a live follow-up counts from, and what was said to a person who matters.
  private static let decisions = """
    anchor IN (SELECT _row FROM interview WHERE opportunity IN \(opportunities)
      UNION SELECT * FROM \(opportunities)
      UNION SELECT _row FROM finding WHERE interview IN \(interviews)
      UNION SELECT _row FROM promise WHERE opportunity IN \(opportunities)) OR subject IN \(people)
    """

  func read() throws -> Facts {
    Facts(
      organisations: try session.records(
        Organisation.self, where: "_row IN (SELECT organisation FROM opportunity WHERE archived IS NOT 1)"),
      people: try session.records(Person.self, where: "_row IN \(Self.people)"),
      opportunities: try session.records(Opportunity.self, where: "archived IS NOT 1"),
      interviews: try session.records(Interview.self, where: "_row IN \(Self.interviews)"),
      participations: try session.records(Participation.self, where: "interview IN \(Self.interviews)"),
      findings: try session.records(Finding.self, where: "interview IN \(Self.interviews)"),
      promises: try session.records(Promise.self, where: "opportunity IN \(Self.opportunities)"),
      materials: try session.records(Material.self),
      letters: try session.records(Letter.self, where: "opportunity IN \(Self.opportunities)"),
      touches: try session.records(Touch.self, where: "person IN \(Self.people)"),
      decisions: try session.records(Decision.self, where: Self.decisions))
  }
}
