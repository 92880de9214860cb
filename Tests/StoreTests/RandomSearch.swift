import Model
import Playbook
import SeededNumbers

@testable import Store

/// Opportunities in every stage, a third of them archived, with people, interviews, promises, touches and decisions.
struct RandomSearch {
  private var random: SplitMix
  private let today: Day
  private(set) var people: [RowID] = []
  private var rows: [RowEdit] = []

  init(seed: UInt64, today: Day) {
    random = SplitMix(seed: seed)
    self.today = today
  }

  private mutating func id() -> RowID { RowID(high: random.next(), low: random.next()) }
  private mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }
  private mutating func past() -> Day { today - number(0..<60) }

  mutating func edits(opportunities count: Int) -> [RowEdit] {
    for number in 0..<count { addOpportunity(number) }
    return rows
  }

  private mutating func addOpportunity(_ index: Int) {
    var organisation = Organisation(id: id())
    organisation.name = "Organisation \(index)"
    var opportunity = Opportunity(id: id())
    (opportunity.organisation, opportunity.archived) = (organisation.id, index % 3 == 2 ? true : nil)
    opportunity.stage = Stage.allCases[index % Stage.allCases.count]
    opportunity.playbook = Playbook.builtIn[index % Playbook.builtIn.count].name
    (opportunity.deadline, opportunity.closedOn) = (today + number(0..<9), past())
    rows += [RowEdit(new: organisation), RowEdit(new: opportunity)]
    let met = (0..<3).map { _ in addPerson(organisation.id) }
    _ = addPerson(organisation.id, title: "HR partner")
    for _ in 0..<number(1..<4) { addInterview(opportunity.id, met) }
    var promise = Promise(id: id())
    (promise.opportunity, promise.by, promise.person) = (opportunity.id, Promiser.allCases[number(0..<2)], met[0])
    (promise.given, promise.due) = (past(), past() + 7)
    rows.append(RowEdit(new: promise))
  }

  private mutating func addPerson(_ organisation: RowID, title: String? = nil) -> RowID {
    var person = Person(id: id())
    (person.name, person.organisation, person.title) = ("Person \(people.count)", organisation, title)
    people.append(person.id)
    rows.append(RowEdit(new: person))
    return person.id
  }

  private mutating func addInterview(_ opportunity: RowID, _ met: [RowID]) {
    var interview = Interview(id: id())
    (interview.opportunity, interview.start) = (opportunity, Moment(day: past() + number(0..<9)))
    if number(0..<4) == 0 { interview.archived = true }
    rows.append(RowEdit(new: interview))
    for person in met {
      var participation = Participation(id: StableID.participation(interview.id, person))
      (participation.interview, participation.person) = (interview.id, person)
      participation.part = Part.allCases[number(0..<Part.allCases.count)]
      rows.append(RowEdit(new: participation))
      if number(0..<2) == 0 { addTouch(person, number(0..<2) == 0 ? opportunity : nil) }
    }
    var finding = Finding(id: id())
    (finding.interview, finding.text) = (interview.id, "something said")
    finding.about = FindingKind.allCases[number(0..<FindingKind.allCases.count)]
    var decision = Decision(
      id: StableID.decision(
        rule: "persistent.thank-you-note", anchor: interview.subject, index: 0, person: met[0]))
    (decision.rule, decision.anchor, decision.index) = ("persistent.thank-you-note", interview.subject, 0)
    (decision.about, decision.outcome, decision.on) = (Subject(kind: Person.kind, id: met[0]), .done, past())
    rows += [RowEdit(new: finding), RowEdit(new: decision)]
    addPromise(opportunity)
  }

  private mutating func addPromise(_ opportunity: RowID) {
    var promise = Promise(id: id())
    (promise.opportunity, promise.by, promise.text, promise.due) = (opportunity, .me, "something asked for", past())
    rows.append(RowEdit(new: promise))
  }

  private mutating func addTouch(_ person: RowID, _ opportunity: RowID?) {
    var touch = Touch(id: id())
    // Not this week: the cap counts what went to the people of archived searches, too.
    (touch.person, touch.opportunity, touch.day) = (person, opportunity, past() - 7)
    touch.channel = Channel.allCases[number(0..<Channel.allCases.count)]
    touch.direction = Direction.allCases[number(0..<2)]
    touch.form = [nil, "thank-you", "status", "reference-used"][number(0..<4)]
    rows.append(RowEdit(new: touch))
  }
}
