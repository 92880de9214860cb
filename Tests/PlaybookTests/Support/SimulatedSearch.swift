import Model
import Playbook
import SeededNumbers

/// A year of looking for work, day by day: interviews come in, the user does what the plan says (mostly), people answer
/// (sometimes), processes end.
struct SimulatedSearch {
  var rows = ScenarioRows()
  var random: SplitMix
  let start = Day(number: 20_454)  // Thu 2026-01-01
  private(set) var today: Day
  private var people: [RowID: [RowID]] = [:]

  init(seed: UInt64, organisations: Int) {
    random = SplitMix(seed: seed)
    today = start
    for _ in 0..<organisations { addOrganisation() }
  }

  var planner: Planner {
    Planner(facts: rows.facts, preferences: Preferences(), today: today, zones: .utc)
  }

  private mutating func addOrganisation() {
    var organisation = Organisation(id: rows.newID())
    organisation.name = "Company \(rows.organisations.count + 1)"
    rows.organisations.append(organisation)
    var opportunity = Opportunity(id: rows.newID())
    opportunity.organisation = organisation.id
    opportunity.stage = .interviewing
    opportunity.playbook = Playbook.builtIn.map(\.name).randomElement(using: &random)
    opportunity.interest = Interest.allCases.randomElement(using: &random)
    for number in 0..<Int.random(in: 1...4, using: &random) {
      var person = Person(id: rows.newID())
      person.name = "Person \(number + 1) of \(organisation.name ?? "")"
      person.organisation = organisation.id
      person.email = "p@company.example"
      person.phone = "1"
      rows.people.append(person)
      people[opportunity.id, default: []].append(person.id)
    }
    if random.chance(25) { opportunity.recruiter = people[opportunity.id]?.last }
    rows.opportunities.append(opportunity)
  }

  /// An interview today with some of an opportunity's people, perhaps with a promise of theirs and findings.
  mutating func interview(_ opportunity: Opportunity) {
    var interview = Interview(id: rows.newID())
    interview.opportunity = opportunity.id
    interview.start = Moment(day: today, minute: random.chance(80) ? 600 : nil)
    rows.interviews.append(interview)
    for (rank, person) in (people[opportunity.id] ?? []).enumerated() where rank == 0 || random.chance(60) {
      var part = Participation(id: rows.newID())
      (part.interview, part.person) = (interview.id, person)
      part.part = person == opportunity.recruiter ? .recruiter : rank == 0 ? .hiringManager : .interviewer
      rows.participations.append(part)
    }
    if random.chance(70) {
      var promise = Promise(id: rows.newID())
      (promise.opportunity, promise.interview, promise.by) = (opportunity.id, interview.id, .them)
      (promise.given, promise.due) = (today, today + Int.random(in: 3...21, using: &random))
      rows.promises.append(promise)
    }
    for kind in [FindingKind.topic, .objection, .concern] where random.chance(40) {
      var finding = Finding(id: rows.newID())
      (finding.interview, finding.about, finding.text) = (interview.id, kind, "a matter of \(rows.findings.count)")
      finding.judgement = kind == .concern ? Judgement.allCases.randomElement(using: &random) : nil
      rows.findings.append(finding)
    }
  }

  /// The user does what is due, mostly; now and then skips it or puts it off. Whether somebody was contacted.
  @discardableResult
  mutating func act(on item: PlanItem) -> Bool {
    let dice = Int.random(in: 0..<100, using: &random)
    guard let person = item.person, !item.channels.isEmpty, dice >= 8 else {
      decide(item, dice < 4 ? .snoozed : item.person == nil ? .done : .skipped)
      return false
    }
    var touch = Touch(id: rows.newID())
    (touch.person, touch.opportunity, touch.day) = (person, item.opportunity, today)
    (touch.channel, touch.direction) = (item.channels.first, .sent)
    touch.form = item.draft?.rawValue ?? (item.purpose == .announcedCall ? "announced-call" : "status")
    if item.purpose == .value { touch.form = "value" }
    rows.touches.append(touch)
    if item.purpose == .promise { decide(item, .done) }
    return true
  }

  private mutating func decide(_ item: PlanItem, _ outcome: Outcome) {
    var decision = Decision(id: rows.newID())
    (decision.rule, decision.anchor, decision.index) = (item.rule.description, item.key.anchor, item.key.index)
    decision.about = item.person.map { Subject(kind: Person.kind, id: $0) }
    (decision.outcome, decision.on) = (outcome, today)
    decision.until = outcome == .snoozed ? today + Int.random(in: 1...5, using: &random) : nil
    rows.decisions.append(decision)
  }

  /// What comes from the other side today.
  mutating func hear(interviewsLeft: inout Int, chance: Int) {
    for (index, opportunity) in rows.opportunities.enumerated()
    where (opportunity.stage ?? .interviewing) == .interviewing {
      if interviewsLeft > 0, random.chance(chance) {
        interview(opportunity)
        interviewsLeft -= 1
      } else if random.chance(1), let person = people[opportunity.id]?.first {
        var touch = Touch(id: rows.newID())
        (touch.person, touch.opportunity, touch.day) = (person, opportunity.id, today)
        (touch.channel, touch.direction) = (.email, .received)
        rows.touches.append(touch)
      } else if Int.random(in: 0..<400, using: &random) == 0 {
        rows.opportunities[index].stage = [.rejected, .filled, .offer, .withdrawn].randomElement(using: &random)
        rows.opportunities[index].closedOn = today
      }
    }
  }

  mutating func nextDay() {
    today = today + 1
  }
}
