import Model
import Playbook
import Testing

@testable import Store

@Suite struct ReflectionTests {
  @Test func `answers are findings, and what was answered is not asked again`() throws {
    let search = try PracticeSearch(playbook: "reflective")
    let sheet = try search.store.reflection(on: nil)
    #expect(sheet.interview.id == search.interview)
    try search.store.answer(sheet.steps[0], of: sheet, "They sell to banks", command: "reflect")
    try search.store.answer(sheet.steps[1], of: sheet, "  ", command: "reflect")
    let again = try search.store.reflection(on: "acme")
    #expect(again.steps.count == sheet.steps.count - 1)
    #expect(again.steps[0].question == sheet.steps[1].question)
    #expect(try search.store.all(Finding.self).map(\.text) == ["They sell to banks"])
  }

  @Test func `the answer about the next step is their promise with its day`() throws {
    let search = try PracticeSearch()
    let sheet = try search.store.reflection(on: nil)
    let step = try #require(sheet.steps.first { if case .theirPromise = $0.aim { true } else { false } })
    try search.store.answer(step, of: sheet, "They decide by 2026-03-17", command: "reflect")
    #expect(try search.plan("2026-03-11").contains("2026-03-20 persistent.break-the-silence"))
  }

  @Test func `a finished reflection closes its follow-up`() throws {
    let search = try PracticeSearch(playbook: "reflective")
    #expect(try search.plan("2026-03-10").contains("2026-03-10 reflective.reflect"))
    try search.store.finish(try search.store.reflection(on: nil), command: "reflect")
    #expect(try !search.plan("2026-03-10").contains("2026-03-10 reflective.reflect"))
  }

  @Test func `concerns are judged by their own words`() throws {
    let concern = Finding(id: RowID(high: 1, low: 1))
    #expect(concern.judged("trifle").judgement == .trifle)
    #expect(concern.judged("no").judgement == .trifle)
    let substantial = concern.judged("yes, the pipeline report")
    #expect(substantial.judgement == .substantial)
    #expect(substantial.remedy == "the pipeline report")
    #expect(concern.judged("a reference by my last head").remedy == "a reference by my last head")
  }
}
