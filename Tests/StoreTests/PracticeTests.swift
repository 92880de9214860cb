import Model
import Notes
import Playbook
import Testing

@testable import Store

@Suite struct PracticeTests {
  @Test func `a logged thank-you closes the item and restarts the cadence`() throws {
    let search = try PracticeSearch()
    #expect(try search.plan("2026-03-11", search.dana).first == "2026-03-11 persistent.thank-you-note")
    let report = try search.log(.email, search.dana, on: "2026-03-11", form: "thank-you")
    #expect(report.closed.map(\.rule.row) == ["thank-you-note"])
    #expect(report.touch.opportunity == search.job)
    #expect(try search.plan("2026-03-11", search.dana) == ["2026-05-06 persistent.keep-networking"])
  }

  @Test func `a moved date is the same promise with the old day among its slips`() throws {
    let search = try PracticeSearch()
    let (first, second) = (try day("2026-03-17"), try day("2026-03-24"))
    try search.hear(.next(step: "word", first: first, last: first), on: "2026-03-10")
    #expect(try search.plan("2026-03-18").contains("2026-03-20 persistent.break-the-silence"))
    let report = try search.hear(.next(step: nil, first: second, last: second), on: "2026-03-18")
    #expect(report.promise?.slips == ["2026-03-17"])
    #expect(try search.store.all(Promise.self).count == 1)
    let plan = try search.plan("2026-03-18")
    #expect(plan.contains("2026-03-27 persistent.break-the-silence"))
    #expect(!plan.contains("2026-03-20 persistent.break-the-silence"))
  }

  @Test func `a no keeps their words, keeps their promise, and thanks whoever told`() throws {
    let search = try PracticeSearch()
    let due = try day("2026-03-17")
    try search.hear(.next(step: "word", first: due, last: due), on: "2026-03-10")
    try search.hear(.rejected, on: "2026-03-17", from: search.omar, feedback: "too little\nbudget  experience")
    let touch = try search.store.all(Touch.self).last
    #expect(touch?.summary == "too little\nbudget  experience")
    #expect(touch?.direction == .received)
    #expect(try search.store.all(Promise.self).first?.kept == due)
    #expect(try search.opportunity().stage == .rejected)
    #expect(try search.plan("2026-03-17", search.omar).first == "2026-03-17 persistent.after-a-no")
  }

  @Test func `silence makes an opportunity dormant and never closes it`() throws {
    let search = try PracticeSearch(playbook: "reflective")
    try search.log(.email, search.dana, on: "2026-03-11", form: "thank-you")
    try search.hear(.silent, on: "2026-05-01")
    #expect(try search.opportunity().stage == .dormant)
    #expect(try search.plan("2026-05-01", search.dana).contains { $0.hasSuffix("reflective.stay-in-touch") })
  }

  @Test func `a promised call is an item until a call is logged`() throws {
    let search = try PracticeSearch()
    search.store.today = try day("2026-03-11")
    var entry = TouchEntry(channel: .email, person: search.dana, day: search.store.today)
    entry.announced = (try day("2026-03-19"), try day("2026-03-19"))
    _ = try search.store.log(entry, command: "log")
    #expect(try search.plan("2026-03-12").contains("2026-03-19 practice.promise-of-mine"))
    let report = try search.log(.call, search.dana, on: "2026-03-19")
    #expect(report.kept.count == 1)
    #expect(try !search.plan("2026-03-19").contains { $0.contains("promise-of-mine") })
  }

  @Test func `done keeps a promise of mine`() throws {
    let search = try PracticeSearch()
    var promise = Promise(id: search.store.environment.freshID())
    (promise.opportunity, promise.by, promise.person) = (search.job, .me, search.dana)
    (promise.text, promise.due) = ("the case study", try day("2026-03-12"))
    try search.store.save("add", [RowEdit(new: promise)])
    let item = try search.store.agenda().items.first { $0.rule.row == "promise-of-mine" }
    try search.store.done([try #require(item)], on: try day("2026-03-11"), command: "done")
    #expect(try search.store.one(Promise.self, promise.id)?.kept == day("2026-03-11"))
    #expect(try !search.plan("2026-03-11").contains { $0.contains("promise-of-mine") })
  }

  @Test func `what was promised for a search before its no is owed no more, what was promised with the no is`() throws {
    let search = try PracticeSearch()
    for (text, given) in [("two references", "2026-03-11"), ("to stay in touch", "2026-03-16")] {
      var promise = Promise(id: search.store.environment.freshID())
      (promise.opportunity, promise.by, promise.person) = (search.job, .me, search.dana)
      (promise.text, promise.given, promise.due) = (text, try day(given), try day("2026-03-18"))
      try search.store.save("add", [RowEdit(new: promise)])
    }
    let owed = { try search.plan("2026-03-16").count { $0.contains("promise-of-mine") } }
    #expect(try owed() == 2)
    try search.hear(.rejected, on: "2026-03-16")
    #expect(try owed() == 1)
  }

  @Test func `an id that begins several items lists them, one that begins none says so`() throws {
    let agenda = try PracticeSearch().store.agenda()
    #expect(throws: PracticeError.noItem("zz")) { try agenda.item("zz") }
    #expect(throws: PracticeError.noItem("")) { try agenda.item("") }
    for item in agenda.items { #expect(try agenda.item(item.id).key == item.key) }
    let initials = Dictionary(grouping: agenda.items) { $0.id.prefix(1) }
    for (initial, items) in initials where items.count > 1 {
      #expect(throws: PracticeError.self) { try agenda.item(String(initial)) }
    }
  }

  @Test func `a snooze needs a later day`() throws {
    let search = try PracticeSearch()
    let item = try #require(try search.store.agenda().items.first)
    #expect(throws: PracticeError.notLater(search.store.today)) {
      try search.store.snooze([item], until: search.store.today, command: "snooze")
    }
  }

  @Test func `a touch outside the period they gave is warned of where the playbook guards it`() throws {
    let search = try PracticeSearch(playbook: "recruiter")
    let (first, last) = (try day("2026-03-18"), try day("2026-03-20"))
    try search.hear(.next(step: "word", first: first, last: last), on: "2026-03-10")
    #expect(try search.log(.email, search.dana, on: "2026-03-12", form: "status").warnings.count == 1)
    #expect(try search.log(.email, search.dana, on: "2026-03-12", form: "thank-you").warnings.isEmpty)
    #expect(try search.log(.email, search.dana, on: "2026-03-19", form: "status").warnings.isEmpty)
    #expect(try search.log(.email, search.dana, on: "2026-03-21", form: "status").warnings.count == 1)
  }

  @Test func `numbers are named in short, overridden, and given back`() throws {
    let search = try PracticeSearch(playbook: "value-added")
    #expect(try search.plan("2026-03-10").first == "2026-03-12 value-added.value-added-response")
    try search.store.setNumber(playbook: "value-added", "letter.within", to: "24h", command: "set")
    #expect(try search.plan("2026-03-10").first == "2026-03-11 value-added.value-added-response")
    try search.store.setNumber(playbook: "value-added", "value.within", to: "default", command: "set")
    #expect(try search.plan("2026-03-10").first == "2026-03-12 value-added.value-added-response")
    #expect(throws: SettingError.self) {
      try search.store.setNumber(playbook: "value-added", "letter.within", to: "-3d", command: "set")
    }
    #expect(throws: SettingError.self) { try search.store.usePlaybook("nobody", for: nil, command: "use") }
  }

  @Test func `an archived opportunity is counted and has no items`() throws {
    let search = try PracticeSearch()
    let before = try search.opportunity()
    var archived = before
    archived.archived = true
    try search.store.save("set", [RowEdit(old: before, new: archived)])
    let agenda = try search.store.agenda()
    #expect(agenda.archived == 1)
    #expect(agenda.items.isEmpty)
  }

  @Test func `days are read in any form and echoed as one`() throws {
    let days = try PracticeSearch().store.dayReader()
    #expect(try days.read("tomorrow", .coming).day == day("2026-03-11"))
    #expect(try days.read("yesterday", .past).day == day("2026-03-09"))
    #expect(try days.read("friday", .past).day == day("2026-03-06"))
    #expect(try days.read("tomorrow", .past).day == day("2026-03-11"), "not a day of last week")
    #expect(throws: TypedDayError.self) { try days.read("someday", .coming) }
  }
}
