import Model
import SeededNumbers
import Store

/// A long search as a store: old searches that are archived, and live ones whose follow-ups are planned.
struct Search {
  private var random: SplitMix
  private let today: Day
  private var edits: [RowEdit] = []

  /// Fills a store with `interviews` interviews, two an opportunity, of which `live` opportunities are not archived.
  static func fill(_ store: Store, interviews: Int, live: Int, seed: UInt64) throws {
    var search = Search(random: SplitMix(seed: seed), today: store.today)
    let count = interviews / 2
    for number in 0..<count {
      search.add(number, isLive: number >= count - live)
      guard search.edits.count > 5000 || number == count - 1 else { continue }
      try store.save("fill", search.edits)
      search.edits.removeAll(keepingCapacity: true)
    }
  }

  private mutating func id() -> RowID { RowID(high: random.next(), low: random.next()) }

  private mutating func add(_ number: Int, isLive: Bool) {
    let days = isLive ? Int.random(in: 0...40, using: &random) : Int.random(in: 90...2000, using: &random)
    let last = today - days
    var organisation = Organisation(id: id())
    organisation.name = "Organisation \(number)"
    var opportunity = Opportunity(id: id())
    (opportunity.organisation, opportunity.role, opportunity.stage) = (organisation.id, "Role \(number)", .interviewing)
    opportunity.archived = isLive ? nil : true
    opportunity.playbook = ["persistent", "value-added", "recruiter", "reflective", "executive"][number % 5]
    let people = (0..<2).map { index in
      var person = Person(id: id())
      (person.name, person.organisation) = ("Person \(number) \(index)", organisation.id)
      person.email = "p\(number)-\(index)@example.org"
      return person
    }
    edits += [RowEdit(new: organisation), RowEdit(new: opportunity)] + people.map { RowEdit(new: $0) }
    for round in 0..<2 { add(interviewOn: last - 12 * (1 - round), opportunity, people) }
    var promise = Promise(id: id())
    (promise.opportunity, promise.by, promise.person) = (opportunity.id, .them, people[0].id)
    (promise.given, promise.due, promise.text) = (last, last + 7, "a decision")
    edits.append(RowEdit(new: promise))
  }

  private mutating func add(interviewOn day: Day, _ opportunity: Opportunity, _ people: [Person]) {
    var interview = Interview(id: id())
    (interview.opportunity, interview.start) = (opportunity.id, Moment(day: day, minute: 600))
    edits.append(RowEdit(new: interview))
    for (index, person) in people.enumerated() {
      var participation = Participation(id: StableID.participation(interview.id, person.id))
      (participation.interview, participation.person) = (interview.id, person.id)
      participation.part = index == 0 ? .hiringManager : .interviewer
      var finding = Finding(id: id())
      (finding.interview, finding.about, finding.text) = (interview.id, .topic, "topic \(random.next() % 100)")
      var touch = Touch(id: id())
      (touch.person, touch.opportunity, touch.channel) = (person.id, opportunity.id, .email)
      (touch.direction, touch.day, touch.form) = (.sent, day + 1, index == 0 ? "thank-you" : nil)
      edits += [RowEdit(new: participation), RowEdit(new: finding), RowEdit(new: touch)]
    }
    let interviewSubject = interview.subject
    var decision = Decision(
      id: StableID.decision(rule: "persistent.prepare", anchor: interviewSubject, index: 0, person: nil))
    (decision.rule, decision.anchor, decision.index) = ("persistent.prepare", interviewSubject, 0)
    (decision.outcome, decision.on) = (.done, day - 1)
    edits.append(RowEdit(new: decision))
  }
}
