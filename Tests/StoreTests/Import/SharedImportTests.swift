import MergeTestSupport
import Model
import Testing

@testable import Store

/// Scenario 31 through the importer: an import is undone on one machine that another machine made too.
@Suite struct SharedImportTests {
  private static let note = """
    # Acme Robotics - onsite
    Date: 2026-03-02
    Interviewer: Dana Whitfield (Head of Quality), dana@acme.example

    They doubted that I had ever written a test plan alone
    I promised to send the two test plans
    """

  private func machines() throws -> (Laptop, Laptop, NotesImportReport) {
    let (laptop, desktop) = (try Laptop(seed: 61), try Laptop(seed: 62, name: "desktop"))
    var reports: [NotesImportReport] = []
    for (machine, name) in [(laptop, "a.md"), (desktop, "b.md")] {
      reports.append(try machine.take(name, Self.note))
    }
    _ = try laptop.receive(desktop)
    _ = try desktop.receive(laptop)
    return (laptop, desktop, reports[0])
  }

  private func counts(_ machine: Laptop) throws -> Int {
    try machine.store.read { session in
      try Registry.current.kinds.filter { $0.name != Setting.kind }.reduce(0) { try $0 + session.shownRows($1).count }
    }
  }

  @Test func `undoing an import that another machine made too leaves one question, not one a row`() throws {
    let (laptop, desktop, report) = try machines()
    let all = try counts(laptop)
    let name = try #require(report.files.first?.undoName)
    let outcome = try laptop.store.undo(.transaction(name))
    #expect(outcome.skipped.isEmpty && outcome.receipt == nil)
    let shared = try #require(outcome.shared)
    #expect(shared.machines == ["desktop"] && shared.notes == ["a.md"] && shared.count == all)
    #expect(try counts(laptop) == all)
    _ = try laptop.store.delete(shared, command: "undo")
    _ = try desktop.receive(laptop)
    #expect(try counts(laptop) == 0 && counts(desktop) == 0)
    #expect(try desktop.store.conflicts().isEmpty)
    _ = try laptop.store.undo(.last)
    _ = try desktop.receive(laptop)
    #expect(try counts(laptop) == all && counts(desktop) == all)
  }

  @Test func `what the other machine changed since is named, not asked about`() throws {
    let (laptop, desktop, report) = try machines()
    let promise = try #require(try desktop.store.all(Promise.self).first)
    try desktop.set(promise.subject, "text", "send three test plans")
    _ = try laptop.receive(desktop)
    let outcome = try laptop.store.undo(.transaction(try #require(report.files.first?.undoName)))
    #expect(outcome.skipped.contains { $0.contains("three test plans") })
    #expect(outcome.shared?.rows.contains { $0.subject == promise.subject } == false)
  }
}
