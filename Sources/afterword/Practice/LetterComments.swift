import Model
import Playbook
import Store

/// What stands below a letter in the editor and is not sent: to whom, what is missing, what leaving it as it is does, and
/// the facts at hand.
struct LetterComments {
  let lines: [String]
  private static let mostFacts = 8

  init(_ opened: OpenedLetter, _ agenda: Agenda) {
    let job = opened.job
    let gaps = opened.text.gaps
    var lines = [Self.receiver(job, agenda)]
    if !gaps.isEmpty { lines.append("Fill or take out: \(gaps.map { "[gap: \($0)]" }.joined(separator: ", "))") }
    lines.append("Left as it is, or emptied, nothing is kept.")
    let facts = Self.facts(job, agenda)
    if !facts.isEmpty { lines += ["From your notes:"] + facts.map { "  " + $0 } }
    self.lines = lines.map(Clean.line)
  }

  private static func receiver(_ job: LetterJob, _ agenda: Agenda) -> String {
    let person = job.person.flatMap { agenda.facts.people[$0] }
    let firm = person?.organisation.flatMap { agenda.facts.organisations[$0]?.name }
    let who = [person?.name ?? "somebody", person?.title, firm].compactMap(\.self).joined(separator: ", ")
    return "To \(who)\(person?.email.map { " <\($0)>" } ?? " (no e-mail address yet)")"
  }

  /// What was said in the interviews of this search, the latest first.
  private static func facts(_ job: LetterJob, _ agenda: Agenda) -> [String] {
    guard let opportunity = job.opportunity.flatMap({ agenda.facts.opportunities[$0] }) else { return [] }
    let held = agenda.planner.process(opportunity).held.reversed().map(\.row.id)
    let findings = agenda.facts.findings.values.filter { $0.interview.map(held.contains) ?? false }
    let order = findings.sorted { left, right in
      let places = [left, right].map { finding in held.firstIndex { $0 == finding.interview } ?? 0 }
      return (places[0], left.id) < (places[1], right.id)
    }
    let texts = order.compactMap { finding in finding.text.map { "\(finding.about?.rawValue ?? "noted"): \($0)" } }
    return Array(texts.prefix(mostFacts))
  }
}
