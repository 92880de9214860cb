import Formats
import Model
import Playbook
import Testing

@testable import Store

/// Pages tell what `today`, `plan`, `timeline` and `stats` tell, and a redacted one nobody's name.
@Suite struct PageTests {
  private func search() throws -> PracticeSearch {
    let search = try PracticeSearch()
    try search.log(.email, search.dana, on: "2026-03-11", form: "thank-you")
    let letter = try search.keepDraft(
      .thankYou, to: "omar", body: "Dear Mr Idris, Dana Reyes of Acme spoke of 45,000 EUR.")
    #expect(letter.person == search.omar)
    search.store.today = try day("2026-03-16")
    return search
  }

  @Test func `to do now is the day's page, in its order`() throws {
    let store = try search().store
    let page = try store.pageFacts(isRedacted: false)
    let told = DayPage(try store.agenda())
    #expect(page.searchPage.tasks.map(\.title) == (told.now + told.later).map(\.title))
    #expect(!page.searchPage.tasks.isEmpty)
  }

  @Test(arguments: [UInt64(1), 2]) func `the plan of all facts is the plan of the live ones`(seed: UInt64) throws {
    let laptop = try Laptop(seed: seed)
    let today = try day("2026-03-20")
    laptop.store.today = today
    var random = RandomSearch(seed: seed, today: today)
    try laptop.store.save("fill", random.edits(opportunities: 40))
    let page = try laptop.store.pageFacts(isRedacted: false)
    #expect(page.agenda.items == (try laptop.store.agenda().items), "seed \(seed)")
    let shown = page.searchPage
    let lanes = page.planner.lanes { _ in true }
    #expect(shown.lanes.count == lanes.count && shown.days.count == 21)
    #expect(shown.columns.reduce(0) { $0 + $1.cards.count } == page.agenda.pipeline.count)
  }

  @Test func `an interview stands on its day, a promise and a deadline on theirs`() throws {
    let search = try search()
    try search.hear(.offer(deadline: try day("2026-03-25")), on: "2026-03-16")
    search.store.today = try day("2026-03-16")
    let page = try search.store.pageFacts(isRedacted: false).searchPage
    let days = page.days.filter { $0.entries.contains { $0.sort == .offer } }
    #expect(days.map(\.date) == ["25"])
    #expect(page.lanes.first?.offer?.by == (try day("2026-03-25")))
    #expect(page.columns.first { $0.title == "Offer" }?.cards.count == 1)
    #expect(page.lead.contains { $0.hasPrefix("offer of Acme to answer in 9 days") }, "\(page.lead)")
  }

  @Test func `a dossier has people, meetings, letters and what is to be done`() throws {
    let search = try search()
    let page = try search.store.dossier(of: Subject(kind: Organisation.kind, id: search.acme), isRedacted: false)
    #expect(page.title == "Acme" && page.people.map(\.heading) == ["Dana Reyes", "Omar Idris"])
    #expect(page.interviews.count == 1 && page.letters.count == 1 && page.contacts.count == 1)
    let person = try search.store.dossier(of: Subject(kind: Person.kind, id: search.omar), isRedacted: false)
    #expect(person.letters.map(\.body) == ["Dear Mr Idris, Dana Reyes of Acme spoke of 45,000 EUR."])
    let meeting = try search.store.dossier(of: Subject(kind: Interview.kind, id: search.interview), isRedacted: false)
    #expect(meeting.title == "Acme, Head of Sales")
  }

  @Test func `a lane ends on the day of the no, whatever was sent after it`() throws {
    let search = try search()
    try search.hear(.rejected, on: "2026-03-18")
    try search.log(.email, search.dana, on: "2026-03-25", form: "thank-you")
    let lane = try #require(try search.store.pageFacts(isRedacted: false).searchPage.lanes.first)
    #expect(lane.isOver && lane.end == "a no" && lane.quietSince == nil)
    #expect(lane.until == (try day("2026-03-18")))
  }

  @Test func `a redacted page names nobody and shows the same plan`() throws {
    let search = try search()
    let open = try search.store.pageFacts(isRedacted: false)
    let redacted = try search.store.pageFacts(isRedacted: true)
    #expect(open.agenda.items.map(\.id) == redacted.agenda.items.map(\.id))
    let firm = Subject(kind: Organisation.kind, id: search.acme)
    let pages = [
      redacted.searchPage.html(styleHash: ""),
      try search.store.dossier(of: firm, isRedacted: true).html(styleHash: ""),
    ]
    for page in pages.map({ $0.replacing(PageStyle.text, with: "") }) {
      for name in ["Dana", "Reyes", "Omar", "Idris", "Acme", "@", "45,000", "mailto:"] {
        #expect(!page.contains(name), "\(name)")
      }
      #expect(page.contains("Organisation 1"))
    }
  }
}
