import Testing

@testable import Store

@Suite struct LongWorkTests {
  /// What a store tells of work that nobody asked for.
  private final class Told {
    var steps: [(what: LongWork, done: Int, total: Int)] = []
  }

  @Test func `the first search and new tables tell how far they have come, to the end`() throws {
    let laptop = try Laptop(seed: 1)
    for number in 0..<20 { _ = try laptop.create("organisation", ["name": "Acme \(number)"]) }
    try laptop.store.close()
    let told = Told()
    var environment = laptop.store.environment
    environment.progress = { told.steps.append(($0, $1, $2)) }
    let store = try Store(environment)
    #expect(told.steps.isEmpty)
    #expect(try store.find(["acme"], limit: 100).count == 20)
    #expect(told.steps.allSatisfy { $0.what == .searchIndex })
    #expect(told.steps.map(\.done) == Array(0...told.steps[0].total))
    told.steps = []
    _ = try store.find(["acme"], limit: 100)
    #expect(told.steps.isEmpty, "an index in step is made by nobody")
    try store.rebuild()
    #expect(told.steps.allSatisfy { $0.what == .tables })
    #expect(told.steps.map(\.done) == told.steps.map(\.done).sorted())
    #expect(told.steps.last.map { $0.done == $0.total } == true)
  }
}
