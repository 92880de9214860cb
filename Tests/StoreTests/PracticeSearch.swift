import Model
import Playbook

@testable import Store

/// A laptop with one search: an interview at Acme on 10 March 2026 with Dana, who hires, and Omar.
struct PracticeSearch {
  let laptop: Laptop
  var store: Store { laptop.store }
  let acme: RowID
  let job: RowID
  let interview: RowID
  let dana: RowID
  let omar: RowID

  init(seed: UInt64 = 1, name: String = "laptop", playbook: String? = nil) throws {
    laptop = try Laptop(seed: seed, name: name)
    laptop.store.today = try day("2026-03-10")
    let fresh = laptop.store.environment.freshID
    (acme, job, interview, dana, omar) = (fresh(), fresh(), fresh(), fresh(), fresh())
    var organisation = Organisation(id: acme)
    organisation.name = "Acme"
    var opportunity = Opportunity(id: job)
    (opportunity.organisation, opportunity.role, opportunity.playbook) = (acme, "Head of Sales", playbook)
    var meeting = Interview(id: interview)
    (meeting.opportunity, meeting.start) = (job, Moment(day: try day("2026-03-10"), minute: 600))
    var edits = [RowEdit(new: organisation), RowEdit(new: opportunity), RowEdit(new: meeting)]
    for (id, name, part) in [(dana, "Dana Reyes", Part.hiringManager), (omar, "Omar Idris", .interviewer)] {
      var person = Person(id: id)
      (person.name, person.organisation, person.email) = (name, acme, "\(name.prefix(4).lowercased())@acme.example")
      var participation = Participation(id: StableID.participation(interview, id))
      (participation.interview, participation.person, participation.part) = (interview, id, part)
      edits += [RowEdit(new: person), RowEdit(new: participation)]
    }
    try laptop.store.save("fill", edits)
  }

  /// The rules of a day's plan that are about a person, by day.
  func plan(_ text: String, _ person: RowID? = nil) throws -> [String] {
    store.today = try day(text)
    return try store.agenda().items.filter { person == nil || $0.person == person }.map { "\($0.day) \($0.rule)" }
  }

  func opportunity() throws -> Opportunity { try store.one(Opportunity.self, job) ?? Opportunity(id: job) }

  @discardableResult
  func hear(_ what: News.What, on text: String, from person: RowID? = nil, feedback: String? = nil) throws -> NewsReport
  {
    store.today = try day(text)
    var news = News(what, of: try opportunity(), on: store.today)
    (news.person, news.feedback) = (person, feedback)
    return try store.hear(news, command: "heard")
  }

  @discardableResult
  func log(_ channel: Channel, _ person: RowID, on text: String, form: String? = nil) throws -> LogReport {
    store.today = try day(text)
    var entry = TouchEntry(channel: channel, person: person, day: store.today)
    entry.form = form
    return try store.log(entry, command: "log")
  }

  /// Keeps the draft of a kind for a person as it is, its gaps filled.
  func keepDraft(_ kind: DraftKind, to name: String, body: String = "Dear reader, thank you for the day.") throws
    -> Letter
  {
    let job = try store.letterJob(name, kind: kind, opportunity: nil)
    let text = LetterText(subject: "Thank you", body: body)
    guard let (letter, _) = try store.keep(text, of: try store.open(job), command: "letter") else {
      throw NoDay(text: "no letter")
    }
    return letter
  }
}

struct NoDay: Error {
  let text: String
}

func day(_ text: String) throws -> Day {
  guard let day = Day(text) else { throw NoDay(text: text) }
  return day
}
